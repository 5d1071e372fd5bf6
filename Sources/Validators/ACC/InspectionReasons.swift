import Findings
import Records
import References
import Registries

/// Judges every reason for which an account may have to be inspected, by asking the rules that
/// decide it.
struct InspectionReasons: Sendable {
  /// What was found of every reason: a bit each.
  struct Found: Sendable {
    private(set) var holding: UInt16 = 0
    private(set) var unknown: UInt16 = 0

    mutating func note(_ reason: InspectionReason, _ standing: OwnerNote.Standing) {
      switch standing {
      case .holds: holding |= 1 << reason.rawValue
      case .holdsNot: break
      case .unknown: unknown |= 1 << reason.rawValue
      }
    }

    func holds(_ reason: InspectionReason) -> Bool { holding >> reason.rawValue & 1 == 1 }
    func isUnknown(_ reason: InspectionReason) -> Bool { unknown >> reason.rawValue & 1 == 1 }

    /// Whether more reasons are unknown than judged.
    var isMostlyUnknown: Bool { unknown.nonzeroBitCount * 2 > InspectionReasons.all.count }
  }

  /// Made once: the list of a type's cases is made anew whenever it is asked for.
  fileprivate static let all = InspectionReason.allCases

  let reader: AccountReader
  let owners: AccountOwners
  let registry: FrozenBox<AccountRegistry>?
  private let name: AccountNameDiffers
  private let representative: AccountLegalRepresentativeDiffers
  private let asOf: Day
  private let idleDays: Int

  init(_ context: Context, _ rule: Rule, idleDays: Int) {
    reader = AccountReader(context)
    owners = AccountOwners(context, rule)
    registry = context.accountRegistry
    name = AccountNameDiffers(context)
    representative = AccountLegalRepresentativeDiffers(context)
    asOf = context.asOf
    self.idleDays = idleDays
  }

  /// No allocation.
  func found(_ record: RecordView, _ facts: inout Facts) -> Found {
    var found = Found()
    let note = owners.note(record, &facts)
    for reason in Self.all {
      if let condition = reason.condition {
        found.note(reason, note?.standing(condition) ?? .unknown)
      }
    }
    found.note(.nameDiffers, Self.standing(name.check(record, &facts)))
    found.note(.representativeDiffers, Self.standing(representative.check(record, &facts)))
    found.note(.severalBasic, severalBasic(record, &facts))
    found.note(.idle, idle(record))
    return found
  }

  private static func standing(_ outcome: Outcome) -> OwnerNote.Standing {
    switch outcome {
    case .failed: .holds
    case .passed: .holdsNot
    case .notApplicable, .notEvaluated: .unknown
    }
  }

  private func severalBasic(_ record: RecordView, _ facts: inout Facts) -> OwnerNote.Standing {
    if reader.nature(record, &facts) != .basic { return .holdsNot }
    guard let registry, let place = facts.account.place(record, in: registry) else {
      return .unknown
    }
    let count = registry.value.basicAccounts(place)
    return count == 0 ? .unknown : count > 1 ? .holds : .holdsNot
  }

  /// Days are those of the bank's record; one that lies in the future is none.
  private func idle(_ record: RecordView) -> OwnerNote.Standing {
    guard case .day(let day) = DateReading(record[.lastMovementDate]), day <= asOf,
      day > Expiry.blank
    else { return .unknown }
    return Int(asOf.number - day.number) > idleDays ? .holds : .holdsNot
  }

  // MARK: In words

  /// Appends every reason that holds, with what it rests on, and those that were not judged.
  func write(
    _ found: Found, _ record: RecordView, _ facts: inout Facts, to finding: inout FindingWriter
  ) {
    let language = finding.language
    let note = owners.note(record, &facts)
    let place = registry.flatMap { facts.account.place(record, in: $0) }
    var number = 0
    for reason in Self.all where found.holds(reason) {
      number += 1
      if number > 1 { finding.evidence.append(zh: "；", en: "; ", in: language) }
      finding.evidence.append(decimal: number)
      finding.evidence.append(zh: "．", en: ". ", in: language)
      finding.evidence.append(zh: reason.title.zh, en: reason.title.en, in: language)
      finding.evidence.append(zh: "（", en: " (", in: language)
      writeDetail(reason, record, note, place, to: &finding)
      finding.evidence.append(zh: "）", en: ")", in: language)
    }
    var isFirst = true
    for reason in Self.all where found.isUnknown(reason) {
      finding.evidence.append(
        zh: isFirst ? "。未能核对：" : "、", en: isFirst ? ". Not judged: " : ", ", in: language)
      finding.evidence.append(zh: reason.title.zh, en: reason.title.en, in: language)
      isFirst = false
    }
  }

  private func writeDetail(
    _ reason: InspectionReason, _ record: RecordView, _ note: OwnerNote?, _ place: Int?,
    to finding: inout FindingWriter
  ) {
    let language = finding.language
    switch reason {
    case .listed:
      guard let note, note.place >= 0 else {
        finding.evidence.append(
          zh: "按统一社会信用代码在名单中", en: "by its credit code", in: language)
        return
      }
      owners.writeListings(note, to: &finding)
    case .unmatched:
      if let note, note.place >= 0 {
        finding.evidence.append(
          zh: "证件号码属于另一主体：", en: "the number is another's: ", in: language)
        owners.withRegistered(note) { finding.evidence.append($0[.name]) }
      } else {
        finding.evidence.append(zh: "按证件号码查无登记", en: "no record of its number", in: language)
      }
      owners.writeDay(to: &finding)
    case .deregistered, .revoked, .nameChanged, .representativeChanged:
      guard let note, note.place >= 0 else {
        finding.evidence.append(zh: "按本行登记", en: "by the bank's own record", in: language)
        return
      }
      owners.withRegistered(note) { company in
        switch reason {
        case .deregistered, .revoked:
          finding.evidence.append(zh: "登记状态：", en: "status: ", in: language)
          finding.evidence.append(company[.registryStatus])
        case .nameChanged:
          finding.evidence.append(zh: "登记名称：", en: "registered as ", in: language)
          finding.evidence.append(company[.name])
        default:
          finding.evidence.append(zh: "登记为：", en: "registered: ", in: language)
          finding.evidence.append(company[.legalRepresentative])
        }
        finding.evidence.append(zh: "，", en: ", ", in: language)
      }
      owners.writeGrade(note, to: &finding)
    case .licenceExpired, .documentExpired:
      finding.evidence.append(zh: "有效期至", en: "valid until ", in: language)
      if let condition = reason.condition, let end = note?.end(condition) {
        finding.evidence.append(day: end)
      }
    case .severalBasic:
      if let registry, let place {
        finding.evidence.append(decimal: registry.value.basicAccounts(place))
        finding.evidence.append(zh: "个，", en: ", ", in: language)
        writeSystemDay(registry, to: &finding)
      }
    case .nameDiffers, .representativeDiffers:
      if let registry, let place {
        let element: DataElement = reason == .nameDiffers ? .accountName : .legalRepresentative
        finding.evidence.append(zh: "系统为：", en: "the system has ", in: language)
        finding.evidence.append(registry.value.records[place][element])
        finding.evidence.append(zh: "，", en: ", ", in: language)
        writeSystemDay(registry, to: &finding)
      }
    case .idle:
      finding.evidence.append(zh: "最近动账日期", en: "last movement on ", in: language)
      finding.evidence.append(record[.lastMovementDate])
    }
  }

  private func writeSystemDay(
    _ registry: FrozenBox<AccountRegistry>, to finding: inout FindingWriter
  ) {
    finding.evidence.append(zh: "系统数据日期", en: "account system of ", in: finding.language)
    finding.evidence.append(day: registry.value.asOf)
  }
}
