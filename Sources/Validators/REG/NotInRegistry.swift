import Findings
import Records
import Registries

/// REG001: the organisation's number is not in the business registry.
///
/// Only numbers are looked for that are well formed, of a kind that market regulators give,
/// and of a division that the job declares an extract to cover (`coverage`): who is missing
/// from an extract of some companies is nothing wrong. And only organisations older than it.
package struct NotInRegistry: RecordValidator {
  package static let rule = Rule(
    id: "REG001", name: "not-in-registry", parties: [.organisation], dimension: .accuracy,
    severity: .notice, reads: [.creditCode],
    alsoReads: [.licenceNumber, .documentNumber, .name, .establishedDate, .openedDate],
    authority: Authority("反洗钱法（2024年修订）", clause: "第三十三条"),
    title: Text(zh: "工商登记信息中查无此户", en: "Not in the business registry"),
    claim: Text(
      zh: "按统一社会信用代码、营业执照号在工商登记信息中都没有找到该客户",
      en:
        "Neither the credit code nor the licence number of the customer is in the business registry."
    ),
    remedy: Text(
      zh: "到国家企业信用信息公示系统核实代码与名称；代码登记有误的更正，查实不存在的按客户身份不明处理",
      en:
        "Look the code and the name up in the public registry; correct a wrong code, treat a customer that does not exist as unidentified."
    ),
    parameters: [
      Parameter(
        "max-age-days", default: 90, in: 1...3650,
        zh: "登记信息早于数据日期超过多少天时，在依据中注明可能滞后（天）",
        en: "Days before the day of the data from which the evidence says that the extract may lag."
      )
    ],
    examples: [
      .fails([.creditCode: "91360702MA36T0J90F"], action: .review),
      .fails(
        [.creditCode: "91360702MA36T0J90F", .name: "赣州红土地食品有限公司"], action: .confirm,
        "the same name is there under another code"),
      .fails([.creditCode: "91360702ma36t0j90f"], action: .review, "small letters"),
      .fails(
        [.licenceNumber: "360700210001230", .creditCode: ""], action: .review,
        "an old licence number"),
      .passes([.creditCode: "91360702MA35F5H94J"]),
      .passes([.creditCode: "", .licenceNumber: "360702210004560"], "found by the licence number"),
      .passes(
        [.creditCode: "", .documentNumber: "91360702MA35F5H94J"], "found by the document number"),
      .passes([.creditCode: "91360702MA36T0A18J"], "REG002 speaks of a deregistered one"),
      .notApplicable([.creditCode: "", .name: "赣州红土地食品有限公司"], "IDN017 speaks of a missing code"),
      .notApplicable(
        [.creditCode: "91360702MA36T0J90A"], "IDN019 speaks of a wrong check character"),
      .notApplicable([.creditCode: "9136"], "IDN018 speaks of a malformed code"),
      .notApplicable(
        [.creditCode: "91360702MA36T0J90F", .establishedDate: "2026-10-20"],
        "younger than the extract"),
      .notEvaluated(
        [.creditCode: "91440300MA36T0K11W"], .referenceMissing,
        "the extract is not declared to cover that province"),
      .notEvaluated([.creditCode: "91360702MA36T0J90F"], .referenceMissing, without: "business"),
    ])

  private let registry: RegistryIndex?
  private let age: RegistryAge

  package init(_ context: Context) {
    registry = context.registry("business")
    age = RegistryAge(Self.rule, context)
  }

  /// The youngest extract that is declared to have every organisation of the division in a
  /// credit code or an old licence number, and has a column for such numbers; nil for none.
  private static func covering(_ record: RecordView, _ registry: RegistryIndex) -> RegistryPart? {
    let (code, licence) = (record[.creditCode], record[.licenceNumber])
    let (division, column) =
      code.isEmpty
      ? (licence.extracting(0..<6), DataElement.licenceNumber)
      : (code.extracting(2..<8), DataElement.creditCode)
    return registry.covering(division).filter { $0.records.layout.carries(column) }
      .max { $0.asOf < $1.asOf }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let code = record[.creditCode]
    let licence = record[.licenceNumber]
    guard let registry else {
      return code.isEmpty && licence.isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    if facts.registry.place(record, in: registry) != nil {
      return facts.registry.match == .name ? .notApplicable : .passed
    }
    if code.isEmpty {
      guard licence.count == 15, LicenceNumber.fault(in: licence) == nil else {
        return .notApplicable
      }
    } else {
      guard code.count == 18, code[0] == UInt8(ascii: "9"), CreditCode.fault(in: code) == nil else {
        return .notApplicable
      }
    }
    guard let part = Self.covering(record, registry) else {
      return .notEvaluated(.referenceMissing)
    }
    for element in [DataElement.establishedDate, .openedDate] {
      if case .day(let day) = DateReading(record[element]), day > part.asOf {
        return .notApplicable
      }
    }
    return .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    let code = record[.creditCode]
    finding.element = code.isEmpty ? .licenceNumber : .creditCode
    finding.value.append(code.isEmpty ? record[.licenceNumber] : code)
    finding.action = .review
    finding.expected.append(
      zh: "登记信息中有此代码", en: "a number that the registry has", in: language)
    guard let registry else { return }
    if let place = registry.place(name: record[.name]) {
      let other = registry.records[place][.creditCode]
      finding.evidence.append(
        zh: "登记信息中同名主体的统一社会信用代码为 ", en: "an organisation of this name has the code ", in: language)
      finding.evidence.append(other)
      finding.evidence.append(zh: "（仅名称一致）；", en: " (the name alone agrees); ", in: language)
      finding.action = .confirm
    }
    guard let part = Self.covering(record, registry) else { return }
    finding.evidence.append(zh: "登记信息数据日期", en: "registry data of ", in: language)
    finding.evidence.append(day: part.asOf)
    if part.coverage?.activeOnly == true {
      finding.evidence.append(
        zh: "，仅含存续主体，该户可能已注销或吊销",
        en: ", which leaves out those that have ended: it may be deregistered or revoked",
        in: language)
    }
    age.judge(part.asOf, &finding)
  }
}
