import Findings
import Records
import References

/// CTC004: a mobile number of a block that is not given out.
package struct MobilePrefixUnassigned: RecordValidator {
  package static let rule = Rule(
    id: "CTC004", name: "mobile-prefix-unassigned", parties: [.person, .organisation],
    dimension: .validity, severity: .notice, reads: [.phone],
    authority: Authority("电信网编号计划（2017年版）", clause: "公众移动通信网网号"),
    title: Text(zh: "手机号段未启用", en: "Mobile prefix not given out"),
    claim: Text(
      zh: "手机号前三位所在号段在我们的号段表（2026年）中未启用；号段新启用的以运营商为准",
      en:
        "Our table of 2026 has the first three digits as not given out; the operators know of newer ones."
    ),
    remedy: Text(zh: "与客户核对手机号", en: "Check the number with the customer."),
    examples: [
      .fails([.phone: "14070712345"], action: .contact),
      .fails([.phone: "154 7071 2345"], action: .contact),
      .fails([.phone: "+8617970712345"], action: .contact, party: .organisation),
      .passes([.phone: "13970712345"]),
      .passes([.phone: "16107071234"], "one source has it as given out"),
      .passes([.phone: "17187071234"], "virtual operators"),
      .passes([.phone: "14787071234"], "data cards"),
      .passes([.phone: "14517071234"], "data cards"),
      .passes([.phone: "14427071234"], "listed nowhere, nowhere said to be unused"),
      .passes([.phone: "19270712345"]),
      .notApplicable([.phone: ""]),
      .notApplicable([.phone: "0797-8123456"], "no mobile number"),
      .notApplicable([.phone: "14000000000"], "CTC003 speaks of placeholders"),
      .notApplicable([.phone: "1407071234"], "CTC002 speaks of malformed numbers"),
      .notEvaluated([.phone: "14070712345"], .referenceMissing, without: "mobile-prefixes"),
    ])

  private let prefixes: MobilePrefixes?
  private let placeholders: PhonePlaceholders

  package init(_ context: Context) {
    prefixes = context.reference(MobilePrefixes.self)
    placeholders = PhonePlaceholders(context)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let phone = facts.contact.phone(record)
    if phone.kind != .mobile { return .notApplicable }
    guard let prefixes else { return .notEvaluated(.referenceMissing) }
    if prefixes.use(of: phone.prefix) != .notInUse { return .passed }
    return facts.contact.isPlaceholder(record, placeholders) ? .notApplicable : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.phone])
    finding.action = .contact
    finding.expected.append(
      zh: "已启用号段的手机号", en: "a number of a prefix given out", in: finding.language)
    let phone = facts.contact.phone(record)
    finding.evidence.append(zh: "号段 ", en: "prefix ", in: finding.language)
    finding.evidence.append(decimal: phone.prefix / 10)
  }
}
