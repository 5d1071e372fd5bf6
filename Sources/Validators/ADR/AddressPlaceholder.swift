import Addresses
import Findings
import Records
import References

/// ADR002: the address only fills the field.
package struct AddressPlaceholder: RecordValidator {
  package static let rule = Rule(
    id: "ADR002", name: "address-placeholder", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.address],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "地址为占位内容", en: "Placeholder for an address"),
    claim: Text(
      zh: "地址栏填的不是地址，如“无”“不详”“同上”、纯数字或同一个字反复出现",
      en:
        "The field holds no address but a word such as 无 or 同上, digits only, or one character over and over."
    ),
    remedy: Text(
      zh: "联系客户，按省、市、县、街道、门牌登记真实地址",
      en: "Ask the customer for the real address, from the province down to the number."),
    parameters: [
      Parameter(
        "placeholders",
        default: [
          "无", "不详", "不祥", "未知", "未填", "未填写", "未登记", "未提供", "暂无", "暂缺", "空", "空白",
          "没有", "无地址", "地址无", "无固定地址", "无固定住所", "无详细地址", "地址不详", "地址不明",
          "住址不详", "不清楚", "不知道", "不明", "待补", "待补充", "待补录", "待完善", "待定", "待核实",
          "同上", "同左", "同前", "同下", "同身份证", "同身份证地址", "同证件", "同证件地址", "同户籍",
          "同户籍地址", "同住址", "同地址", "同家庭地址", "同单位地址", "同通讯地址", "见身份证", "见证件",
          "见附件", "见开户资料", "身份证地址", "户籍地址", "户籍地", "地址", "住址", "家庭地址",
          "家庭住址", "通讯地址", "联系地址", "单位地址", "详细地址", "居住地址", "住所", "本地", "本市",
          "本县", "本行", "本单位", "外地", "国内", "中国", "测试", "测试测试", "测试地址", "测试数据",
          "地址测试", "默认", "默认地址", "其他", "其它", "一样", "样本", "test", "testtest", "address",
          "none", "null", "nil", "na", "unknown", "nothing", "no", "abc", "abcd", "asdf", "qwer",
        ],
        zh: "视为占位的词（不计空格、标点和大小写）",
        en: "Words that say nothing; blanks, punctuation and capitals do not matter.")
    ],
    examples: [
      .fails([.address: "无"], action: .contact),
      .fails([.address: "地址 不详。"], action: .contact, "blanks and punctuation do not matter"),
      .fails([.address: "同上"], action: .contact),
      .fails([.address: "123"], action: .contact, "digits only"),
      .fails([.address: "——"], action: .contact, "punctuation only"),
      .fails([.address: "XXXXXX"], action: .contact, "one letter over and over"),
      .fails([.address: "测试"], action: .contact, party: .organisation),
      .fails(
        [.address: "江西省赣州市章贡区不详"], action: .contact, "nothing behind the divisions"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "无锡市梁溪区中山路1号"], "begins with a word of the list"),
      .passes([.address: "大余县南安镇"], "ADR004 speaks of addresses without detail"),
      .notApplicable([.address: ""], "ADR001 speaks of an empty address"),
    ])

  private let placeholders: AddressPlaceholders
  private let divisions: Divisions?

  package init(_ context: Context) {
    placeholders = AddressPlaceholders(context)
    divisions = context.reference(Divisions.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    if facts.region.placeholder(record, placeholders) != .none { return .failed }
    guard let divisions else { return .passed }
    let end = facts.region.head(record, divisions).end
    if end == 0 || end + 30 < address.count { return .passed }
    return placeholders.isWord(address.extracting(end..<address.count)) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.value.append(record[.address])
    finding.expected.append(
      zh: "省、市、县及街道门牌齐全的地址",
      en: "an address with province, city, county, street and number", in: finding.language)
    switch facts.region.placeholder(record, placeholders) {
    case .digits:
      finding.evidence.append(
        zh: "只有数字或标点", en: "digits or punctuation only", in: finding.language)
    case .repeated:
      finding.evidence.append(
        zh: "同一个字反复出现", en: "one character over and over", in: finding.language)
    case .word, .none:
      finding.evidence.append(
        zh: "填的是占位用语", en: "a word that says nothing", in: finding.language)
    }
  }
}

extension AddressPlaceholders {
  /// The words of the bank, else those of the rule.
  package init(_ context: Context) {
    self.init(context.texts(AddressPlaceholder.rule, "placeholders"))
  }
}
