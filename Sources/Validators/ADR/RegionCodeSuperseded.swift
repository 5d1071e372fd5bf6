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
      .fails(
        [.regionCode: "362122"], action: .confirm, "南康县, three changes ago: the last divided it"),
      .fails([.regionCode: "512200"], suggests: "500000", action: .auto, "万县地区 came to 重庆"),
      .passes([.regionCode: "360704"]),
      .passes([.regionCode: "360701"], "市辖区 is printed in the standard"),
      .passes([.regionCode: "130171"], "a development zone of the statistics' list"),
      .notApplicable([.regionCode: ""]),
      .notApplicable([.regionCode: "360799"], "ADR005 speaks of codes that never were"),
      .notEvaluated([.regionCode: "360721"], .referenceMissing, without: "divisions"),
    ])

  private let divisions: Divisions?
  private let successions: RegionSuccessions?
  private let year: Int

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    year = context.asOf.year
    successions = divisions.map {
      RegionSuccessions(
        $0, context.reference(DivisionHistory.self), asOf: context.asOf, context.language)
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.regionCode].isEmpty { return .notApplicable }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    guard let row = facts.region.row(record, divisions) else { return .notApplicable }
    return divisions.isSuperseded(row, in: year) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.regionCode])
    guard let divisions, let successions, let row = facts.region.row(record, divisions) else {
      return
    }
    let succession = successions[row]
    finding.evidence.append(contentsOf: succession.evidence)
    finding.expected.append(contentsOf: succession.expected)
    switch succession.candidates.count {
    case 0: finding.action = .review
    case 1:
      finding.suggestion.append(region: succession.candidates[0])
      finding.action = succession.isCertain ? .auto : .confirm
      finding.confidence = succession.isCertain ? 100 : succession.isRecorded ? 85 : 60
    default:
      finding.action = .confirm
      let head = facts.region.head(record, divisions)
      if !head.isCountyCertain { return }
      let meant = succession.candidates.indices.filter {
        succession.present[$0].contains(head.county)
      }
      if meant.count != 1 { return }
      finding.suggestion.append(region: succession.candidates[meant[0]])
      finding.confidence = succession.isRecorded ? 90 : 70
      finding.evidence.append(zh: "；地址写明", en: "; the address names ", in: finding.language)
      divisions.appendPath(of: head.county, to: &finding.evidence)
    }
  }
}
