import Findings
import Records

/// CTC006: one telephone number is recorded for many customers.
package struct PhoneSharedByMany: DatasetValidator {
  package static let rule = Rule(
    id: "CTC006", name: "phone-shared-by-many", parties: [.person, .organisation],
    dimension: .accuracy, severity: .notice, reads: [.phone, .customerKey],
    authority: Authority("银发〔2016〕261号", clause: "二（四）"),
    title: Text(zh: "多个客户共用一个电话", en: "Telephone shared by many customers"),
    claim: Text(
      zh: "同一电话号码登记在许多客户名下，可能是代办人、网点或中介的号码",
      en:
        "One number is recorded for many customers; it may be that of an agent, a branch or a go-between."
    ),
    remedy: Text(
      zh: "逐户核实是否客户本人使用；不能说明合理理由的，请客户登记本人号码",
      en:
        "Ask each customer whose number it is; record the customer's own unless there is a reason."
    ),
    parameters: [
      Parameter(
        "customers", default: 6, in: 2...1000, zh: "共用同一号码的客户数，从多少起提示",
        en: "Number of customers from which on a number is shared by many.")
    ],
    examples: [],
    groups: [
      GroupExample(sharing("13970712345", 6), failing: Array(0..<6)),
      GroupExample(
        sharing("139-7071-2345", 3) + sharing("+86 13970712345", 3, from: 3),
        failing: Array(0..<6), "however the number is written"),
      GroupExample(
        sharing("0797-8123456", 7) + [[.customerKey: "C9", .phone: "13970712345"]],
        failing: Array(0..<7)),
      GroupExample(sharing("13970712345", 5), failing: [], "a family"),
      GroupExample(
        [[DataElement: String]](
          repeating: [.customerKey: "C1", .phone: "13970712345"], count: 8),
        failing: [], "one customer; DUP006 speaks of repeated numbers"),
      GroupExample(sharing("13800000000", 9), failing: [], "CTC003 speaks of placeholders"),
      GroupExample(sharing("1397071", 9), failing: [], "CTC002 and CTC008 speak of these"),
      GroupExample(sharing("", 9), failing: [], "CTC001 speaks of an empty field"),
    ])

  /// Records of that many customers with one number.
  private static func sharing(
    _ phone: String, _ count: Int, from first: Int = 0
  ) -> [[DataElement: String]] {
    (first..<(first + count)).map { [.customerKey: "C\($0)", .phone: phone] }
  }

  private let least: Int
  private let placeholders: PhonePlaceholders

  package init(_ context: Context) {
    least = context.integer(Self.rule, "customers")
    placeholders = PhonePlaceholders(context)
  }

  package func key(_ record: RecordView, _ facts: inout Facts) -> PackedKey? {
    let phone = facts.contact.phone(record)
    guard phone.kind.isGood, !facts.contact.isPlaceholder(record, placeholders) else { return nil }
    // The highest byte 1 reads as one byte of text, which no number is written with.
    return PackedKey(high: 1 << 56 | UInt64(phone.count), low: phone.digits)
  }

  package func fails(_ group: [Holder], key: PackedKey) -> Bool {
    group.isOf(customers: least)
  }

  package func explain(
    _ holder: Holder, in group: [Holder], key: PackedKey, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    for place in 0..<min(Int(key.high & 0xFF), 16) {
      finding.value.append(UInt8(key.low >> UInt64(place * 4) & 15) + 0x30)
    }
    finding.expected.append(
      zh: "客户本人使用的号码", en: "a number that the customer uses", in: finding.language)
    finding.evidence.append(sharing: group, than: holder, zh: "号码", in: finding.language)
  }
}
