import Findings
import Records

/// CTC003: the telephone field is only filled in.
package struct PhonePlaceholder: RecordValidator {
  package static let rule = Rule(
    id: "CTC003", name: "phone-placeholder", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.phone],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "电话为占位号码", en: "Placeholder for a telephone number"),
    claim: Text(
      zh: "电话栏填的是凑数的号码或文字，如 13800000000、12345678、无",
      en: "The field holds a made-up number such as 13800000000 or 12345678, or words."),
    remedy: Text(zh: "联系客户登记真实号码", en: "Ask the customer for the real number."),
    parameters: [
      Parameter(
        "numbers",
        default: [
          "13800138000", "13800138001", "13812345678", "13912345678", "13888888888", "13999999999",
          "13666666666", "12345", "123456", "1234567", "12345678", "123456789", "1234567890",
          "12345678901", "12345678910", "01234567", "01234567890", "0123456789", "87654321",
          "7654321", "654321", "9876543210", "987654321", "98765432", "23456789", "2345678",
          "11112222", "12341234", "12312312", "110", "112", "114", "119", "120", "122", "10000",
          "10010", "10086", "12306", "13012345678", "13123456789", "13234567890",
        ],
        zh: "视为占位的号码（只写数字）", en: "Numbers that are nobody's, as digits."),
      Parameter(
        "trailing_digits", default: 6, in: 4...11,
        zh: "末尾同一数字连续多少位即视为占位（6、8、9 为吉利号，8 位起算，固定电话不算）",
        en:
          "Length of a run of one digit at the end; runs of 6, 8 and 9 are bought as lucky numbers and count from 8 on, of fixed lines not at all."
      ),
    ],
    examples: [
      .fails([.phone: "13800000000"], action: .contact),
      .fails([.phone: "12345678"], action: .contact),
      .fails([.phone: "11111111111"], action: .contact),
      .fails([.phone: "88888888"], action: .contact),
      .fails([.phone: "0797-1234567"], action: .contact, party: .organisation),
      .fails([.phone: "139-7000-0000"], action: .contact),
      .fails([.phone: "13812345678"], action: .contact),
      .fails([.phone: "无"], action: .contact),
      .fails([.phone: "不详"], action: .contact),
      .fails([.phone: "0"], action: .contact),
      .passes([.phone: "13970712345"]),
      .passes([.phone: "13970666666"], "lucky numbers are sold"),
      .passes([.phone: "0797-8888888"], party: .organisation, "so are those of hotels"),
      .passes([.phone: "13970700000"], "five only"),
      .passes([.phone: "0797-8123456"]),
      .passes([.phone: "+852 8888 8888"], "abroad"),
      .passes([.phone: "1397071234"], "CTC002 speaks of malformed numbers"),
      .notApplicable([.phone: ""], "CTC001 speaks of an empty field"),
    ])

  private let placeholders: PhonePlaceholders

  package init(_ context: Context) { placeholders = PhonePlaceholders(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.phone].isEmpty { return .notApplicable }
    return facts.contact.isPlaceholder(record, placeholders) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.phone])
    finding.action = .contact
    finding.expected.append(
      zh: "客户本人使用的号码", en: "a number that the customer uses", in: finding.language)
    let phone = facts.contact.phone(record)
    if phone.kind == .words {
      finding.evidence.append(zh: "没有一个数字", en: "not one digit", in: finding.language)
    } else if phone.trailingRun >= 6 {
      finding.evidence.append(zh: "末尾 ", en: "ends with ", in: finding.language)
      finding.evidence.append(decimal: phone.trailingRun)
      finding.evidence.append(zh: " 位相同", en: " equal digits", in: finding.language)
    } else {
      finding.evidence.append(
        zh: "常见的凑数号码", en: "a number often made up", in: finding.language)
    }
  }
}

extension PhonePlaceholders {
  /// The numbers of the bank, else those of the rule.
  package init(_ context: Context) {
    self.init(
      context.texts(PhonePlaceholder.rule, "numbers"),
      run: context.integer(PhonePlaceholder.rule, "trailing_digits"))
  }
}
