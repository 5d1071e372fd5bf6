import Findings
import Records
import References
import Registries

/// IDN020: no list has the registering authority and class that the code begins with.
package struct CreditCodeAuthorityUnknown: RecordValidator {
  package static let rule = Rule(
    id: "IDN020", name: "credit-code-authority-unknown", parties: [.organisation],
    dimension: .validity,
    severity: .notice, reads: [.creditCode],
    authority: Authority("GB 32100-2015", clause: "登记管理部门代码、机构类别代码（第1、2位）"),
    title: Text(zh: "统一社会信用代码的登记部门或机构类别未知", en: "Unknown authority in the credit code"),
    claim: Text(
      zh: "统一社会信用代码前2位不是已知的登记管理部门和机构类别",
      en: "The first two characters name no registering authority and class that is known."),
    remedy: Text(
      zh: "对照证照核对前2位；确为新设类别的，请报代码表维护人员补充",
      en:
        "Compare the first two characters with the licence; where the class is new, have the list extended."
    ),
    examples: [
      .fails([.creditCode: "9C1100001000012386"], action: .review),
      .fails([.creditCode: "XX110000100001238W"], action: .review),
      .fails([.creditCode: "9c1100001000012386"], action: .review),
      .passes([.creditCode: "91320102MA1MA2MC7N"], "an enterprise"),
      .passes([.creditCode: "92360702MA1MA2MC73"], "a sole trader"),
      .passes([.creditCode: "12110000100001238D"], "a public institution"),
      .passes([.creditCode: "N2360702100001238T"], "a village collective, added after 2015"),
      .notApplicable([.creditCode: "9C11000010000123XX"], "IDN019 speaks of the check character"),
      .notApplicable([.creditCode: "91"], "IDN018 speaks of the form"),
      .notApplicable([.creditCode: ""]),
      .notEvaluated(
        [.creditCode: "91320102MA1MA2MC7N"], .referenceMissing, without: "credit-code-classes"),
    ])

  private let classes: CreditCodeClasses?
  private let registry: RegistryIndex?

  package init(_ context: Context) {
    classes = context.reference(CreditCodeClasses.self)
    registry = context.registry("business")
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.creditCode(record) {
    case .sound, .pilot: break
    default: return .notApplicable
    }
    guard let classes else { return .notEvaluated(.referenceMissing) }
    let code = record[.creditCode]
    if classes.row(authority: code[0], class: code[1]) != nil { return .passed }
    return registry?.place(creditCode: code) == nil ? .failed : .passed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let code = record[.creditCode]
    finding.value.append(code)
    finding.expected.append(
      zh: "前2位为已知的登记部门和机构类别", en: "a known authority and class in the first two characters",
      in: finding.language)
    finding.evidence.append(zh: "代码表中没有", en: "the list has no ", in: finding.language)
    finding.evidence.append(code.extracting(0..<min(2, code.count)))
  }
}
