import Findings
import Records
import Registries

/// What an account's owner is known for: from the organisations of the run, else from the
/// account's own credit code.
struct AccountOwners: Sendable {
  private let reader: FrozenBox<OwnerReader>
  private let business: RegistryIndex?
  private let age: RegistryAge
  private let lists: [RegistryListing]

  /// The rule says from which age on the registry may lag.
  init(_ context: Context, _ rule: Rule) {
    reader = context.ownerReader
    business = context.registry("business")
    age = RegistryAge(rule, context)
    let listing = AbnormalOperationsOrSeriousViolationList.rule
    lists = ["abnormal", "violations"].compactMap { RegistryListing(context, listing, $0) }
  }

  /// nil where nothing says who the owner is.
  func note(_ record: RecordView, _ facts: inout Facts) -> OwnerNote? {
    if let owners = facts.known.owners, let place = facts.account.owner(record, in: owners) {
      return owners.value.note(place)
    }
    return record[.creditCode].isEmpty ? nil : reader.value.note(record, &facts)
  }

  /// Calls `body` with the registry's record of the owner.
  func withRegistered(_ note: OwnerNote, _ body: (RecordView) -> Void) {
    guard let business, note.place >= 0 else { return }
    body(business.records[Int(note.place)])
  }

  /// Appends when and why the owner was put on the lists that have it, as far as the registry
  /// tells its number.
  func writeListings(_ note: OwnerNote, to finding: inout FindingWriter) {
    var isFirst = true
    withRegistered(note) { company in
      for list in lists {
        guard let entry = list.entry(of: company) else { continue }
        if !isFirst { finding.evidence.append(zh: "；", en: "; ", in: finding.language) }
        isFirst = false
        list.write(entry, to: &finding)
      }
      if isFirst {
        finding.evidence.append(zh: "登记状态：", en: "status: ", in: finding.language)
        finding.evidence.append(company[.registryStatus])
      }
    }
  }

  /// Appends the day that the business registry speaks of.
  func writeDay(to finding: inout FindingWriter) {
    guard let business else { return }
    finding.evidence.append(zh: "，登记信息数据日期", en: "; registry data of ", in: finding.language)
    finding.evidence.append(day: business.asOf)
    age.judge(business.asOf, &finding)
  }

  /// Appends how the owner was found in the registry and the day it speaks of.
  func writeGrade(_ note: OwnerNote, to finding: inout FindingWriter) {
    guard let business, note.place >= 0 else { return }
    let place = Int(note.place)
    RegistryFacts.write(note.match, place, to: &finding.evidence, business, in: finding.language)
    age.judge(place, in: business, &finding)
  }

  /// Where the texts of an account's owner stand among the organisations of the run.
  struct Owner: Sendable {
    let table: FrozenBox<OwnerTable>
    let place: Int
  }

  /// nil for an owner who is no organisation of the run.
  static func owner(_ record: RecordView, _ facts: inout Facts) -> Owner? {
    guard let owners = facts.known.owners, let place = facts.account.owner(record, in: owners)
    else { return nil }
    return Owner(table: owners, place: place)
  }

  /// Outcome where neither the account nor its owner has a text to compare.
  static func outcome(
    without element: DataElement, _ record: RecordView, _ owner: Owner?, _ facts: Facts
  ) -> Outcome {
    // Rules on organisations speak of what their records lack.
    if owner != nil { return .notApplicable }
    if facts.known.owners != nil { return .notEvaluated(.referenceMissing) }
    return record.carries(element) ? .notApplicable : .notEvaluated(.columnMissing)
  }

  /// Calls `body` with a text of the account itself, or where it has none with its owner's.
  static func withText<Result>(
    _ element: DataElement, _ record: RecordView, _ owner: Owner?,
    _ body: (Span<UInt8>) -> Result
  ) -> Result {
    if record[element].isEmpty, let owner {
      return body(owner.table.value.records[owner.place][element])
    }
    return body(record[element])
  }
}
