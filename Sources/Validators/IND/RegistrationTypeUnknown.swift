import Findings
import Records
import References

/// IND011: the registration type is in no list.
package struct RegistrationTypeUnknown: RecordValidator {
  package static let rule = Rule(
    id: "IND011", name: "registration-type-unknown", parties: [.organisation],
    dimension: .validity, severity: .error, reads: [.registrationType],
    authority: Authority("国统字〔2023〕14号 关于市场主体统计分类的划分规定；国统字〔2011〕86号"),
    title: Text(zh: "登记注册类型不存在", en: "Unknown registration type"),
    claim: Text(
      zh: "登记注册类型既不是 2023 年市场主体统计分类的代码或名称，也不是 2011 年企业登记注册类型的",
      en:
        "The registration type is neither code nor name of the list of 2023, nor of the one of 2011."
    ),
    remedy: Text(
      zh: "按营业执照“类型”一栏核实，登记市场主体统计分类（2023）的代码",
      en: "Look it up by the type on the business licence and record the code of the list of 2023."
    ),
    examples: [
      .fails([.registrationType: "999"], action: .confirm),
      .fails([.registrationType: "1130"], action: .confirm, "a code of the register's own list"),
      .fails([.registrationType: "民营"], action: .confirm),
      .fails([.registrationType: "无"], action: .confirm),
      .passes([.registrationType: "112"]),
      .passes([.registrationType: "私营有限责任公司"]),
      .passes(
        [.registrationType: "有限责任公司（自然人投资或控股）"], "the remark of the licence is no part of it"),
      .passes([.registrationType: "国有企业"], "named so in the list of 2023 too"),
      .passes([.registrationType: "173"], "in the list of 2011: IND012 speaks of it"),
      .notApplicable([.registrationType: ""], "nothing is recorded"),
      .notEvaluated(
        [.registrationType: "999"], .referenceMissing, without: "registration-types"),
    ])

  private let types: RegistrationTypes?

  package init(_ context: Context) { types = context.reference(RegistrationTypes.self) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let text = record[.registrationType]
    if text.isEmpty { return .notApplicable }
    guard let types else { return .notEvaluated(.referenceMissing) }
    return types.read(text).isKnown ? .passed : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .confirm
    finding.value.append(record[.registrationType])
    finding.expected.append(
      zh: "市场主体统计分类（2023）的三位代码或名称",
      en: "a code of three digits or a name of the list of 2023", in: finding.language)
  }
}
