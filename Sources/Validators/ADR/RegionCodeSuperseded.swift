import Addresses
import Findings
import Records
import References

/// ADR006: a region code that was in force once.
package struct RegionCodeSuperseded: RecordValidator {
  package static let rule = Rule(
    id: "ADR006", name: "region-code-superseded", parties: [.person, .organisation],
    dimension: .timeliness, severity: .error, reads: [.regionCode], alsoReads: [.address],
    authority: Authority("GB/T 2260-2007", clause: "及民政部历年行政区划变更"),
    title: Text(zh: "行政区划代码已停用", en: "Region code superseded"),
    claim: Text(
      zh: "行政区划代码因撤并、改设已停用，现行代码表中没有",
      en: "The division was merged, split or renumbered; the code is no longer in force."),
    remedy: Text(
      zh: "改用现行代码；一分为几的，按客户地址选定其一",
      en: "Use the code in force; where the area was split, choose by the address."),
    autoBasis: Text(
      zh: "行政区划变更记载的承继单位唯一",
      en: "The record of changes names exactly one division for the whole area."),
    examples: [
      .fails([.regionCode: "360721"], suggests: "360704", action: .auto, "赣县 became 赣县区"),
      .fails([.regionCode: "360727"], suggests: "360783", action: .auto, party: .organisation),
      .fails([.regionCode: "360782"], action: .confirm, "南康市 went to two districts"),
      .fails(
        [.regionCode: "360782", .address: "江西省赣州市南康区东山街道"], suggests: "360703",
        action: .confirm, "the address tells which of the two"),
      .passes([.regionCode: "360704"]),
      .passes([.regionCode: "360701"], "市辖区 is printed in the standard"),
      .passes([.regionCode: "130171"], "a development zone of the statistics' list"),
      .notApplicable([.regionCode: ""]),
      .notApplicable([.regionCode: "360799"], "ADR005 speaks of codes that never were"),
      .notEvaluated([.regionCode: "360721"], .referenceMissing, without: "divisions"),
    ])

  private let divisions: Divisions?

  package init(_ context: Context) { divisions = context.reference(Divisions.self) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.regionCode].isEmpty { return .notApplicable }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    guard let row = facts.region.row(record, divisions) else { return .notApplicable }
    return divisions.standing(of: row) == .superseded ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.regionCode])
    guard let divisions, let row = facts.region.row(record, divisions) else { return }
    finding.evidence.append(zh: "原为", en: "once ", in: finding.language)
    divisions.appendPath(of: divisions.code(of: row), to: &finding.evidence)
    let count = divisions.successorCount(of: row)
    if count == 0 { finding.action = .review }
    for index in 0..<count {
      let code = divisions.successor(of: row, index)
      if index > 0 { finding.expected.append(zh: "；", en: "; ", in: finding.language) }
      finding.expected.append(region: code)
      finding.expected.append(UInt8(ascii: " "))
      divisions.appendPath(of: code, to: &finding.expected)
    }
    if count == 1 {
      finding.suggestion.append(region: divisions.successor(of: row, 0))
      let isCertain = divisions.isSuccessionCertain(row)
      finding.action = isCertain ? .auto : .confirm
      finding.confidence = isCertain ? 100 : 85
      return
    }
    if count == 0 { return }
    finding.action = .confirm
    let head = facts.region.head(record, divisions)
    if !head.isCountyCertain { return }
    for index in 0..<count where divisions.successor(of: row, index) == head.county {
      finding.suggestion.append(region: head.county)
      finding.confidence = 90
      finding.evidence.append(zh: "；地址写明", en: "; the address names ", in: finding.language)
      divisions.appendPath(of: head.county, to: &finding.evidence)
    }
  }
}
