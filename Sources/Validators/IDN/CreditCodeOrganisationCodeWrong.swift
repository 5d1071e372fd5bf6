import Findings
import Records

/// IDN021: the organisation code inside the credit code has another check character.
package struct CreditCodeOrganisationCodeWrong: RecordValidator {
  package static let rule = Rule(
    id: "IDN021", name: "credit-code-organisation-code-wrong", parties: [.organisation],
    dimension: .accuracy, severity: .notice, reads: [.creditCode], alsoReads: [.organisationCode],
    authority: Authority("GB 32100-2015", clause: "主体标识码（第9至17位，按 GB 11714）"),
    title: Text(zh: "统一社会信用代码中的组织机构代码校验不符", en: "Organisation code inside the credit code"),
    claim: Text(
      zh: "统一社会信用代码第9至17位作为组织机构代码，其校验码不符",
      en:
        "Characters 9 to 17 of the code, read as an organisation code, have another check character."
    ),
    remedy: Text(
      zh: "统一社会信用代码本身校验相符，一般无须更正；有疑问时对照营业执照核对",
      en:
        "The credit code itself holds and mostly needs no correction; in doubt compare with the licence."
    ),
    examples: [
      .fails([.creditCode: "91320102MA1MA2MC8R"], action: .review),
      .fails([.creditCode: "91320102100001239Y"], action: .review),
      .fails([.creditCode: "91320102ma1ma2mc8r"], action: .review),
      .passes([.creditCode: "91320102MA1MA2MC7N"]),
      .passes([.creditCode: "91320102100001238U"]),
      .passes(
        [.creditCode: "91350211M0000XUF46"], "a code of the pilot: here the organisation code holds"
      ),
      .notApplicable([.creditCode: "91320102MA1MA2MC8N"], "IDN019 speaks of the check character"),
      .notApplicable([.creditCode: "913"], "IDN018 speaks of the form"),
      .notApplicable([.creditCode: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.creditCode(record) {
    case .sound, .pilot:
      let code = record[.creditCode].extracting(CreditCode.organisationCode)
      return OrganisationCode.fault(in: code) == nil ? .passed : .failed
    default: return .notApplicable
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let code = record[.creditCode]
    finding.value.append(code)
    if code.count != 18 { return }
    let part = code.extracting(CreditCode.organisationCode)
    guard let fault = OrganisationCode.fault(in: part) else { return }
    finding.evidence.append(zh: "第9至17位", en: "in ", in: finding.language)
    finding.evidence.append(part)
    finding.evidence.append(zh: "：", en: " ", in: finding.language)
    finding.explain(fault, length: "9")
    if case .check(let expected) = fault {
      finding.expected.append(zh: "第17位为", en: "character 17 ", in: finding.language)
      expected.append(to: &finding.expected)
    }
  }
}
