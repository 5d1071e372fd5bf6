import Findings
import Records
import References

/// IND012: the registration type is in the list of 2011 alone.
package struct RegistrationTypeSuperseded: RecordValidator {
  package static let rule = Rule(
    id: "IND012", name: "registration-type-superseded", parties: [.organisation],
    dimension: .timeliness, severity: .notice, reads: [.registrationType],
    authority: Authority("国统字〔2023〕14号 关于市场主体统计分类的划分规定"),
    title: Text(zh: "登记注册类型为旧版", en: "Registration type of the older list"),
    claim: Text(
      zh: "登记注册类型只在 2011 年企业登记注册类型中有，2023 年市场主体统计分类已改用其他代码或名称",
      en: "Only the list of 2011 has the registration type; the one of 2023 has another."),
    remedy: Text(
      zh: "有建议值的确认后更正；没有的按营业执照“类型”一栏在所列类型中选定",
      en: "Confirm the suggested type; where there is none, choose by the type on the licence."),
    examples: [
      .fails(
        [.registrationType: "173"], suggests: "112", action: .confirm, "the same name, another code"
      ),
      .fails([.registrationType: "159"], suggests: "119", action: .confirm),
      .fails(
        [.registrationType: "集体联营企业"], suggests: "联营企业", action: .confirm,
        "no longer divided; a name for a name"),
      .fails(
        [.registrationType: "合资经营企业(港或澳、台资)"], action: .confirm,
        "what became of it the lists do not say"),
      .passes([.registrationType: "112"]),
      .passes([.registrationType: "110"], "a code of both lists tells nothing of which is meant"),
      .passes([.registrationType: "股份合作企业"], "a name of both lists"),
      .passes([.registrationType: "国有企业"], "the list of 2023 has the name in brackets"),
      .notApplicable([.registrationType: "999"], "IND011 speaks of it"),
      .notApplicable([.registrationType: ""], "nothing is recorded"),
      .notEvaluated(
        [.registrationType: "173"], .referenceMissing, without: "registration-types"),
    ])

  private let types: RegistrationTypes?
  /// Whether the list of 2023 is in force. Its first day was not found, so that in the year in
  /// which it was issued either list will do.
  private let isInForce: Bool

  package init(_ context: Context) {
    types = context.reference(RegistrationTypes.self)
    isInForce = context.asOf.year >= 2024
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let text = record[.registrationType]
    if text.isEmpty { return .notApplicable }
    guard let types else { return .notEvaluated(.referenceMissing) }
    let reading = types.read(text)
    if !reading.isKnown { return .notApplicable }
    return isInForce && reading.current < 0 ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let text = record[.registrationType]
    let language = finding.language
    finding.action = .confirm
    finding.value.append(text)
    guard let types else { return }
    let reading = types.read(text)
    guard reading.old >= 0 else { return }
    finding.evidence.append(zh: "2011 年类型：", en: "type of 2011: ", in: language)
    write(types, reading.old, .of2011, to: &finding.evidence)
    if let next = types.successor(ofOld: reading.old) {
      write(types, next, .of2023, to: &finding.expected)
      if reading.isName {
        types.appendName(next, .of2023, to: &finding.suggestion)
      } else {
        types.appendCode(next, .of2023, to: &finding.suggestion)
      }
      finding.confidence = 90
      finding.evidence.append(
        zh: "；两版名称对应", en: "; the two lists name it alike", in: language)
      return
    }
    for (index, row) in types.sameKind(asOld: reading.old).enumerated() {
      if index > 0 { finding.expected.append(zh: "；", en: "; ", in: language) }
      write(types, row, .of2023, to: &finding.expected)
    }
    finding.evidence.append(
      zh: "；两版没有对应的名称，须按执照选定", en: "; the lists do not say what became of it", in: language)
  }

  private func write(
    _ types: RegistrationTypes, _ row: Int, _ edition: RegistrationTypes.Edition,
    to text: inout [UInt8]
  ) {
    types.appendCode(row, edition, to: &text)
    text.append(UInt8(ascii: " "))
    types.appendName(row, edition, to: &text)
  }
}
