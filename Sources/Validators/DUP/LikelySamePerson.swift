import Findings
import Records

/// DUP004: records that are likely the same person's, though their document numbers are not
/// the same. `LikenessReason` says what speaks for it and against.
package struct LikelySamePerson: LikenessValidator {
  package static let rule = Rule(
    id: "DUP004", name: "likely-same-person",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.person],
    dimension: .uniqueness, severity: .notice, reads: [.name, .customerKey],
    alsoReads: [.documentType, .documentNumber, .birthDate, .sex, .phone, .address],
    authority: Authority("个人存款账户实名制规定（国务院令第285号）", clause: "第五条"),
    title: Text(zh: "疑似同一人的多个客户号", en: "Likely one person, several customers"),
    claim: Text(
      zh: "不同客户号的姓名、证件号码、出生日期、电话、地址高度吻合，可能是同一人",
      en:
        "Name, document, date of birth, telephone and address of different customers agree so far that they may be one person."
    ),
    remedy: Text(
      zh: "调阅证件影像核实：是同一人的更正录错的要素并按本行规定合并客户号，不是同一人的不作处理",
      en:
        "Look at the documents: correct what is wrong and merge the customer numbers of one person; leave two persons as they are."
    ),
    examples: [], groups: personExamples)

  package static let expected = Text(zh: "一人一个客户号", en: "one customer number a person")
  package static let keys = 5

  private let placeholders: PhonePlaceholders

  package init(_ context: Context) { placeholders = PhonePlaceholders(context) }

  package func features(_ record: RecordView, _ facts: inout Facts) -> PersonFeatures {
    var features = PersonFeatures()
    switch facts.identity.name(record) {
    case .empty, .placeholder: break
    case .plain, .strange: features.name = TextMark.name(record[.name])
    }
    features.setNumber(
      record[.documentNumber], facts.identity.document(record), facts.identity.documentType(record))
    if features.isNone { return .none }
    if let day = facts.identity.birthDay(record) {
      let (year, month, number) = day.parts
      features.birth = UInt32(truncatingIfNeeded: year * 10_000 + month * 100 + number)
    }
    if let isMale = RecordedSex.isMale(record[.sex]) { features.marks |= isMale ? 1 : 2 }
    let phone = facts.contact.phone(record)
    if phone.kind.isGood, !facts.contact.isPlaceholder(record, placeholders) {
      features.phone = TextMark.joined(phone.digits, UInt64(phone.count), 0)
    }
    features.address = TextMark.address(record[.address])
    return features
  }

  /// Name and day of birth; name and number but for its date; number but for its check
  /// character; name and telephone; day of birth and address.
  @inline(__always) package static func key(
    _ number: Int, of features: PersonFeatures
  ) -> UInt64 {
    let (a, b): (UInt64, UInt64)
    switch number {
    case 0: (a, b) = (features.name, UInt64(features.birthOfNumber))
    case 1: (a, b) = (features.name, features.numberWithoutDate)
    case 2: (a, b) = (features.numberWithoutCheck, 1)
    case 3: (a, b) = (features.name, features.phone)
    default: (a, b) = (UInt64(features.birth), features.address)
    }
    return a == 0 || b == 0 ? 0 : TextMark.joined(a, b, UInt64(number))
  }

  package static func likeness(_ a: PersonFeatures, _ b: PersonFeatures) -> Likeness? {
    PersonFeatures.likeness(a, b)
  }
}
