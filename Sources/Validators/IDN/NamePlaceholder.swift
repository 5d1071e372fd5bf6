import Findings
import Records

/// IDN015: something in the place of a name.
package struct NamePlaceholder: RecordValidator {
  package static let rule = Rule(
    id: "IDN015", name: "name-placeholder", parties: [.person, .organisation],
    dimension: .completeness,
    severity: .error, reads: [.name],
    authority: Authority("反洗钱法（2024年修订）", clause: "第二十八条；个人存款账户实名制规定（国务院令第285号）第七条"),
    title: Text(zh: "客户名称为占位内容", en: "Filler in the place of a name"),
    claim: Text(
      zh: "登记的不是真实姓名（名称），而是测试数据、占位词、称谓、脱敏后的名称或无意义的字符",
      en:
        "What is recorded is no real name but test data, a filler, a form of address, a masked name or characters without a meaning."
    ),
    remedy: Text(
      zh: "按留存的证件或营业执照更正；测试数据请报科技部门清理",
      en: "Correct it from the document or licence; have test data removed."),
    examples: [
      .fails([.name: "测试"], action: .contact),
      .fails([.name: "测试001"], action: .contact),
      .fails([.name: "不详"], action: .contact),
      .fails([.name: "张*"], action: .contact, "masked"),
      .fails([.name: "李某某"], action: .contact),
      .fails([.name: "王女士"], action: .contact, "a form of address"),
      .fails([.name: "XXX"], action: .contact),
      .fails([.name: "123"], action: .contact),
      .fails([.name: "烫烫烫"], action: .contact, "memory that was never filled"),
      .fails([.name: "NULL"], action: .contact),
      .fails([.name: "某某公司", .creditCode: ""], action: .contact, party: .organisation),
      .fails([.name: "测试公司2", .creditCode: ""], action: .contact, party: .organisation),
      .passes([.name: "张三"], "a legal name"),
      .passes([.name: "丁丁"], "two of one character are a name"),
      .passes([.name: "吴不详言"]),
      .passes([.name: "阿卜杜热西提·吾甫尔"]),
      .passes([.name: "Ng"]),
      .passes([.name: "中国测试技术研究院", .creditCode: ""], party: .organisation),
      .passes([.name: "测试科技（北京）有限公司", .creditCode: ""], party: .organisation),
      .notApplicable([.name: ""], "IDN014 speaks of an empty name"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.name(record) {
    case .empty: .notApplicable
    case .placeholder: .failed
    case .plain, .strange: .passed
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.action = .contact
    finding.value.append(record[.name])
    finding.expected.append(zh: "证件上的姓名（名称）", en: "the name on the document", in: finding.language)
    finding.evidence.append(zh: "占位内容，不是姓名（名称）", en: "a filler, not a name", in: finding.language)
  }
}
