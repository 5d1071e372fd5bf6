import Findings
import Records
import Registries

/// How old a registry extract is when a batch is checked, and from when on findings say so.
package struct RegistryAge: Sendable {
  /// The parameter of every rule that compares with a registry.
  static let parameter = Parameter(
    "max-age-days", default: 180, in: 1...3650,
    zh: "登记信息早于数据日期超过多少天时，在依据中注明可能滞后（天）",
    en: "Days before the day of the data from which the evidence says that the extract may lag.")

  /// Days between the extract and the data; negative for an extract that is younger.
  let days: Int
  let isOld: Bool

  init(_ registry: RegistryIndex, _ rule: Rule, _ context: Context) {
    days = Int(context.asOf.number) - Int(registry.asOf.number)
    isOld = days > context.integer(rule, "max-age-days")
  }

  /// Appends how old the extract is, where that matters.
  func write(to evidence: inout [UInt8], in language: Language) {
    if !isOld { return }
    evidence.append(zh: "（距数据日期已", en: " (", in: language)
    evidence.append(decimal: days)
    evidence.append(
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
