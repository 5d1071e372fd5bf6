import Findings
import Records
import Registries

/// REG001: the organisation's number is not in the business registry.
///
/// Only numbers are looked for that are well formed, of a kind that market regulators give,
/// and of a province that the extract covers; and only organisations older than the extract.
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
        "stale-days", default: 90, in: 1...3650, zh: "登记信息超过多少天在依据中注明可能滞后（天）",
        en: "Age in days from which the evidence says that the registry extract may lag."),
      Parameter(
        "covered-per-mille", default: 1, in: 0...1000,
        zh: "某省在登记信息中的占比不低于千分之几才视为覆盖该省",
        en: "Share of a province in the extract, per mille, from which it counts as covered."),
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
        "the extract has nobody of that province"),
      .notEvaluated([.creditCode: "91360702MA36T0J90F"], .referenceMissing, without: "business"),
    ])

  private let registry: RegistryIndex?
  private let isStale: Bool
  /// Provinces, by the first two digits of a division code, that the extract covers.
  private let covered: FrozenArray<Bool>
  private let hasLicences: Bool

  package init(_ context: Context) {
    registry = context.registry("business")
    isStale =
      registry.map {
        Int(context.asOf.number) - Int($0.asOf.number) > context.integer(Self.rule, "stale-days")
      } ?? false
    let share = context.integer(Self.rule, "covered-per-mille")
    var counts = [Int](repeating: 0, count: 100)
    if let registry {
      for index in 0..<registry.records.count {
        let record = registry.records[index]
        if let province = Self.province(record[.creditCode], record[.licenceNumber]) {
          counts[province] += 1
        }
      }
    }
    let all = registry?.records.count ?? 0
    covered = FrozenArray(counts.map { $0 > 0 && $0 * 1000 >= share * all })
    hasLicences = registry?.records.layout.carries(.licenceNumber) ?? false
  }

  /// Province in a credit code or an old licence number.
  private static func province(_ code: Span<UInt8>, _ licence: Span<UInt8>) -> Int? {
    if code.count == 18 { return code.extracting(2..<4).decimalValue }
    if licence.count == 15 { return licence.extracting(0..<2).decimalValue }
    return nil
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let code = record[.creditCode]
    let licence = record[.licenceNumber]
    guard let registry else {
      return code.isEmpty && licence.isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    if facts.registry.place(record, in: registry) != nil { return .passed }
    if code.isEmpty {
      guard licence.count == 15, LicenceNumber.fault(in: licence) == nil else {
        return .notApplicable
      }
      if !hasLicences { return .notEvaluated(.referenceMissing) }
    } else {
      guard code.count == 18, code[0] == UInt8(ascii: "9"), CreditCode.fault(in: code) == nil else {
        return .notApplicable
      }
    }
    if case .day(let day) = DateReading(record[.establishedDate]), day > registry.asOf {
      return .notApplicable
    }
    if case .day(let day) = DateReading(record[.openedDate]), day > registry.asOf {
      return .notApplicable
    }
    guard let province = Self.province(code, licence), covered[province] else {
      return .notEvaluated(.referenceMissing)
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
    finding.evidence.append(zh: "登记信息数据日期", en: "registry data of ", in: language)
    finding.evidence.append(day: registry.asOf)
    if isStale {
      finding.evidence.append(
        zh: "，距数据日期较久，可能滞后，请以公示系统为准",
        en: ", which is old and may lag: the public registry decides", in: language)
    }
  }
}
