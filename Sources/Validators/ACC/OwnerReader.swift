import Findings
import Records
import Registries

/// Judges an organisation as an owner of accounts, by asking the rules on organisations,
/// whether or not the run applies them.
///
/// A registry that does not have the organisation says nothing of it: the other conditions that
/// rest on the registry are unknown then. A unit that is not registered with the market regulator
/// has none of them.
package struct OwnerReader: Sendable {
  private let found: NotInRegistry
  private let another: CreditCodeMatchesAnotherName
  private let deregistered: Deregistered
  private let revoked: LicenceRevoked
  private let name: NameChanged
  private let representative: LegalRepresentativeChanged
  private let listed: AbnormalOperationsOrSeriousViolationList
  private let licence: LicenceExpired
  private let document: LegalRepresentativeDocumentExpired
  private let business: RegistryIndex?

  package init(_ context: Context) {
    found = NotInRegistry(context)
    another = CreditCodeMatchesAnotherName(context)
    deregistered = Deregistered(context)
    revoked = LicenceRevoked(context)
    name = NameChanged(context)
    representative = LegalRepresentativeChanged(context)
    listed = AbnormalOperationsOrSeriousViolationList(context)
    licence = LicenceExpired(context)
    document = LegalRepresentativeDocumentExpired(context)
    business = context.registry("business")
  }

  /// The note on a record with the elements of an organisation. O(length), no allocation.
  package func note(_ record: RecordView, _ facts: inout Facts) -> OwnerNote {
    var note = OwnerNote()
    let standing = found.check(record, &facts)
    if let business, let place = facts.registry.place(record, in: business) {
      note.noteMatch(place, facts.registry.match)
    }
    note.note(.unmatched, unmatched(record, &facts, standing))
    let status = RegistryStatus(record[.registryStatus])
    note.note(
      .deregistered,
      status == .deregistered
        ? .holds : ask(deregistered, record, &facts, standing, needsValue: true))
    note.note(
      .revoked,
      status == .revoked || status == .undone
        ? .holds : ask(revoked, record, &facts, standing, needsValue: true))
    note.note(.nameChanged, ask(name, record, &facts, standing, needsValue: false))
    note.note(
      .representativeChanged, ask(representative, record, &facts, standing, needsValue: false))
    note.note(.listed, ask(listed, record, &facts))
    let expiries: [2 of (OwnerCondition, DataElement)] = [
      (.licenceExpired, .licenceExpiryDate),
      (.representativeDocumentExpired, .legalRepresentativeDocumentExpiryDate),
    ]
    for index in expiries.indices {
      let (condition, element) = expiries[index]
      let isLicence = condition == .licenceExpired
      let standing =
        isLicence ? ask(licence, record, &facts) : ask(document, record, &facts)
      note.note(condition, standing)
      if standing == .holds, case .day(let day) = DateReading(record[element]) {
        note.noteEnd(day, of: condition)
      }
    }
    return note
  }

  private func unmatched(
    _ record: RecordView, _ facts: inout Facts, _ found: Outcome
  ) -> OwnerNote.Standing {
    switch found {
    case .failed: return .holds
    case .passed: return another.check(record, &facts) == .failed ? .holds : .holdsNot
    case .notEvaluated: return .unknown
    case .notApplicable:
      let code = record[.creditCode]
      if business == nil || !record.carries(.creditCode) { return .unknown }
      if Self.isElsewhere(code) { return .holdsNot }
      switch CreditCodeReading(code) {
      // A sound one is younger than the extract.
      case .sound, .pilot: return .unknown
      // Units without a number of the market regulator's, such as foreign ones, are not its.
      case .empty, .placeholder: return record[.licenceNumber].isEmpty ? .unknown : .holds
      case .legacy: return .holds
      case .malformed, .checkWrong: return code[0] == UInt8(ascii: "9") ? .holds : .unknown
      }
    }
  }

  @inline(__always) private func ask<V: RecordValidator>(
    _ validator: V, _ record: RecordView, _ facts: inout Facts
  ) -> OwnerNote.Standing {
    for element in V.rule.reads where !record.carries(element) { return .unknown }
    return switch validator.check(record, &facts) {
    case .failed: .holds
    case .passed: .holdsNot
    case .notApplicable, .notEvaluated: .unknown
    }
  }

  /// The same for a rule that compares with the business registry. `needsValue`: whether the
  /// condition is unknown where the registry has nothing to compare.
  @inline(__always) private func ask<V: RecordValidator>(
    _ validator: V, _ record: RecordView, _ facts: inout Facts, _ found: Outcome,
    needsValue: Bool
  ) -> OwnerNote.Standing {
    let standing = ask(validator, record, &facts)
    if standing != .unknown { return standing }
    switch found {
    case .passed:
      return needsValue || validator.check(record, &facts) != .notApplicable ? .unknown : .holdsNot
    case .notApplicable: return Self.isElsewhere(record[.creditCode]) ? .holdsNot : .unknown
    case .failed, .notEvaluated: return .unknown
    }
  }

  /// Whether a credit code is of a unit that another authority registers: institutions,
  /// associations, churches, villages. One with a slip of the pen too, which IDN018 and IDN019
  /// speak of.
  private static func isElsewhere(_ code: Span<UInt8>) -> Bool {
    if code.count < 17 || code.count > 19 || code[0] == UInt8(ascii: "9") { return false }
    for index in code.indices where !code[index].isDigit && !code[index].isLetter { return false }
    // The owner's own number in the place of a code says nothing of that kind.
    if case .read(let id) = ResidentID.read(code), id.isSound { return false }
    return true
  }
}
