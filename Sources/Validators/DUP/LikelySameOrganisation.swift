import Findings
import Records
import References

/// DUP005: records that are likely the same organisation's, though their credit codes are not
/// the same. `LikenessReason` says what speaks for it and against.
package struct LikelySameOrganisation: LikenessValidator {
  package static let rule = Rule(
    id: "DUP005", name: "likely-same-organisation",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.organisation],
    dimension: .uniqueness, severity: .notice, reads: [.name, .customerKey],
    alsoReads: [.creditCode, .legalRepresentative, .phone, .address],
    authority: Authority("GB 32100-2015", clause: "一个主体一个代码"),
    title: Text(zh: "疑似同一单位的多个客户号", en: "Likely one organisation, several customers"),
    claim: Text(
      zh: "不同客户号的名称、信用代码、法定代表人、电话、地址高度吻合，可能是同一单位",
      en:
        "Name, credit code, legal representative, telephone and address of different customers agree so far that they may be one organisation."
    ),
    remedy: Text(
      zh: "对照登记信息核实：是同一单位的更正录错的要素并按本行规定合并客户号，不是同一单位的不作处理",
      en:
        "Look at the register: correct what is wrong and merge the customer numbers of one organisation; leave two organisations as they are."
    ),
    examples: [], groups: organisationExamples)

  package static let expected = Text(
    zh: "一个单位一个客户号", en: "one customer number an organisation")
  package static let keys = 4

  private let placeholders: PhonePlaceholders
  private let divisions: Divisions?

  package init(_ context: Context) {
    placeholders = PhonePlaceholders(context)
    divisions = context.reference(Divisions.self)
  }

  package func features(_ record: RecordView, _ facts: inout Facts) -> OrganisationFeatures {
    var features = OrganisationFeatures()
    switch facts.identity.name(record) {
    case .empty, .placeholder: break
    case .plain, .strange:
      let parts = OrganisationNameParts(record[.name], divisions)
      (features.core, features.region, features.form) = (parts.core, parts.region, parts.form)
    }
    features.setCode(record[.creditCode], facts.identity.creditCode(record))
    if features.isNone { return .none }
    let representative = record[.legalRepresentative]
    switch NameReading(representative, ofOrganisation: false) {
    case .empty, .placeholder: break
    case .plain, .strange: features.representative = TextMark.name(representative)
    }
    let phone = facts.contact.phone(record)
    if phone.kind.isGood, !facts.contact.isPlaceholder(record, placeholders) {
      features.phone = TextMark.joined(phone.digits, UInt64(phone.count), 0)
    }
    features.address = TextMark.address(record[.address])
    return features
  }

  /// Name without place and legal form; legal representative and address; name and
  /// telephone; organisation code.
  package static func key(_ number: Int, of features: OrganisationFeatures) -> UInt64 {
    let (a, b): (UInt64, UInt64)
    switch number {
    case 0: (a, b) = (features.core, 1)
    case 1: (a, b) = (features.representative, features.address)
    case 2: (a, b) = (features.core, features.phone)
    default: (a, b) = (features.organisationCode, 1)
    }
    return a == 0 || b == 0 ? 0 : TextMark.joined(a, b, UInt64(number))
  }

  package static func likeness(
    _ a: OrganisationFeatures, _ b: OrganisationFeatures
  ) -> Likeness? { OrganisationFeatures.likeness(a, b) }
}
