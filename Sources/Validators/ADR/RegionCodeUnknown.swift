import Addresses
import Findings
import Records
import References

/// ADR005: a region code that GB/T 2260 never had.
package struct RegionCodeUnknown: RecordValidator {
  package static let rule = Rule(
    id: "ADR005", name: "region-code-unknown", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.regionCode], alsoReads: [.address],
    authority: Authority("GB/T 2260-2007", clause: "及民政部现行行政区划代码"),
    title: Text(zh: "行政区划代码不存在", en: "Region code unknown"),
    claim: Text(
      zh: "行政区划代码不在 GB/T 2260 中，现在和历史上都没有这个代码",
      en: "GB/T 2260 has no such region code, neither now nor at any time since 1980."),
    remedy: Text(
      zh: "按客户地址所在的县级行政区改用六位代码",
      en: "Use the six digits of the county in which the address lies."),
    examples: [
      .fails([.regionCode: "360799"], action: .review),
      .fails(
        [.regionCode: "360799", .address: "江西省赣州市章贡区红旗大道86号"], suggests: "360702",
        action: .confirm, "the address names the county"),
      .fails(
        [.regionCode: "360702000000"], suggests: "360702", action: .confirm,
        "twelve digits of the statistics: the first six are the code"),
      .fails([.regionCode: "000000"], action: .review, party: .organisation),
      .fails([.regionCode: "章贡区"], suggests: nil, action: .review),
      .passes([.regionCode: "360702"]),
      .passes([.regionCode: "360782"], "ADR006 speaks of codes of the past"),
      .passes([.regionCode: "360701"], "市辖区 stands in the standard"),
      .passes([.regionCode: "130171"], "in the statistics' list only: not called wrong"),
      .passes([.regionCode: "139012"], "the ministry's number of 1993 for a city"),
      .notApplicable([.regionCode: ""]),
      .notEvaluated(
        [.regionCode: "133100"], .referenceMissing, "one collection has it, unverified"),
      .notEvaluated([.regionCode: "360799"], .referenceMissing, without: "divisions"),
    ])

  private let divisions: Divisions?
  /// Whether the data speak of a year that the list knows nothing of.
  private let isListOld: Bool
  private let isListBehind: Bool

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    let listDay = divisions?.listDay ?? context.asOf
    isListOld = context.asOf.year > listDay.year
    isListBehind = context.asOf > listDay
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.regionCode].isEmpty { return .notApplicable }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    if let row = facts.region.row(record, divisions) {
      return divisions.standing(of: row) == .unverified
        ? .notEvaluated(.referenceMissing) : .passed
    }
    return isListOld && Self.mayBeNew(record[.regionCode], divisions)
      ? .notEvaluated(.referenceMissing) : .failed
  }

  /// Whether a later list may have it: six digits, not zeros at the end, of a province.
  private static func mayBeNew(_ code: Span<UInt8>, _ divisions: Divisions) -> Bool {
    guard code.count == 6, let number = code.decimalValue, number % 100 != 0,
      let province = divisions.row(of: Int32(number / 10_000 * 10_000))
    else { return false }
    return divisions.standing(of: province) == .current
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let code = record[.regionCode]
    finding.value.append(code)
    finding.action = .review
    finding.expected.append(
      zh: "GB/T 2260 的六位代码", en: "six digits of GB/T 2260", in: finding.language)
    guard let divisions else { return }
    if isListBehind {
      finding.expected.append(zh: "，截至", en: ", as of ", in: finding.language)
      finding.expected.append(day: divisions.listDay)
    }
    if code.count == 12 || code.count == 9, code.isAllDigits,
      let row = divisions.row(of: code.extracting(0..<6)), divisions.standing(of: row) == .current
    {
      finding.suggestion.append(code.extracting(0..<6))
      finding.confidence = 95
      finding.action = .confirm
      finding.evidence.append(
        zh: "前六位是", en: "the first six digits are ", in: finding.language)
      divisions.appendPath(of: divisions.code(of: row), to: &finding.evidence)
      return
    }
    let head = facts.region.head(record, divisions)
    guard head.isCountyCertain else { return }
    finding.suggestion.append(region: head.county)
    finding.confidence = 85
    finding.action = .confirm
    finding.evidence.append(zh: "地址写明", en: "the address names ", in: finding.language)
    divisions.appendPath(of: head.county, to: &finding.evidence)
  }
}
