import Findings
import Records
import Registries

/// REG005: the registry has another legal representative.
package struct LegalRepresentativeChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG005", name: "legal-representative-changed", parties: [.organisation],
    dimension: .timeliness, severity: .error, reads: [.creditCode, .legalRepresentative],
    alsoReads: [.licenceNumber, .documentNumber, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第八条、第二十四条"),
    title: Text(zh: "法定代表人已变更", en: "Legal representative changed"),
    claim: Text(
      zh: "登记的法定代表人（负责人）与登记信息不一致",
      en: "The legal representative recorded is not the one in the registry."),
    remedy: Text(
      zh: "请客户办理法定代表人变更，重新识别身份并更新证件信息和预留印鉴",
      en: "Have the change recorded, identify the new representative and update the documents."),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟大军"], suggests: "钟小军",
        action: .confirm),
      .fails(
        [.creditCode: "91360700MA36T0D414", .legalRepresentative: "买买提"], suggests: "买买提·艾力",
        action: .confirm, "half a name"),
      .fails(
        [.creditCode: "92360702MA36T0F608", .legalRepresentative: "章贡区老表米粉店"],
        suggests: "谢小红", action: .confirm, "the shop's name in the place of the owner's"),
      .passes([.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟小军"]),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟\u{3000}小 军"], "blanks between"),
      .passes(
        [.creditCode: "91360700MA36T0D414", .legalRepresentative: "买买提•艾力"], "another middle dot"),
      .passes(
        [.creditCode: "91360700MA36T0D414", .legalRepresentative: "买买提艾力"], "no middle dot"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "鍾小軍"], "traditional characters"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟小军（ZHONG XIAOJUN）"],
        "the reading behind the name"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: ""], "CMP002 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA36T0H8XJ", .legalRepresentative: "钟小军"], "the registry gives none"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "ZHONG XIAOJUN"],
        .cellUnreadable, "Latin letters against Chinese"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟*军"], .cellUnreadable, "masked"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟小军"], .referenceMissing,
        without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .legalRepresentative)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let person = record[.legalRepresentative]
    if person.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.check(record, &facts) { registered in
      PersonName.outcome(person, registered, match.forms)
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let match else { return }
    match.explain(record, &facts, &finding) { registered, finding in
      let person = registered[.legalRepresentative]
      let agreement = PersonName.compare(record[.legalRepresentative], person, match.forms)
      finding.evidence.append(agreement, in: finding.language)
      finding.offer(person, confidence: agreement.isSimilar ? 95 : 90)
    }
  }
}
