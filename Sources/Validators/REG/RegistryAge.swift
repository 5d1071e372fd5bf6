import Findings
import Records
import Registries

/// How old a registry extract is when a batch is checked, and from when on findings say so.
package struct RegistryAge: Sendable {
  /// The parameter of every rule that compares with a registry.
  static let parameter = Parameter(
    "max-age-days", default: 180, in: 1...3650,
    zh: "登记信息早于数据日期超过多少天时，问题降为提示，并在依据中注明可能滞后（天）",
    en:
      "Days before the day of the data from which a finding is a notice that says that the extract may lag."
  )

  /// Days that an extract may be old.
  private let limit: Int
  private let asOf: Day

  init(_ rule: Rule, _ context: Context) {
    limit = context.integer(rule, "max-age-days")
    asOf = context.asOf
  }

  /// Says how old the extract is that has the record at `place`, and makes the finding a
  /// notice, where it is older than it may be.
  func judge(_ place: Int, in registry: RegistryIndex, _ finding: inout FindingWriter) {
    judge(registry.asOf(place), &finding)
  }

  /// The same of an extract of a day.
  func judge(_ day: Day, _ finding: inout FindingWriter) {
    // Negative for an extract that is younger than the data.
    let days = Int(asOf.number) - Int(day.number)
    if days <= limit { return }
    finding.isLowered = true
    let language = finding.language
    finding.evidence.append(zh: "（距数据日期已", en: " (", in: language)
    finding.evidence.append(decimal: days)
    finding.evidence.append(
      zh: "天，可能滞后，请先到公示系统核实）", en: " days old: see the public registry first)", in: language)
  }
}

extension Array<UInt8> {
  /// Appends the grade of a comparison and its reason.
  mutating func append(_ agreement: Agreement, in language: Language) {
    append(zh: "；比对结果：", en: "; compared: ", in: language)
    append(contentsOf: agreement.text[language].utf8)
  }
}
