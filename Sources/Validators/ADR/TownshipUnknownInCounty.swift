import Addresses
import Findings
import Records
import References

/// ADR016: the county has no township of the name that the address writes.
package struct TownshipUnknownInCounty: RecordValidator {
  package static let rule = Rule(
    id: "ADR016", name: "township-unknown-in-county", parties: [.person, .organisation],
    dimension: .accuracy, severity: .notice, reads: [.address],
    authority: Authority("民政部乡级以上行政区划代码", clause: "2026年9月"),
    title: Text(zh: "乡镇（街道）不在所写的县（区）", en: "Township unknown in the county"),
    claim: Text(
      zh: "地址写的乡镇或街道，在所写县（区）现行和以往的乡级名单中都没有；名单未必齐全，仅作提示，名单未经核实的县（区）不评价",
      en:
        "The county has no township of that name, nor had one by our lists. The lists may lack some: a notice only, and nothing is said of counties whose list is not verified."
    ),
    remedy: Text(
      zh: "核对乡镇（街道）名称和所在县（区），写错的一级改正",
      en: "Look at the township and the county, and mend the one that is wrong."),
    examples: [
      .fails([.address: "江西省赣州市章贡区青龙镇红旗路5号"], action: .review, "青龙镇 lies in 大余县"),
      .fails([.address: "江西省赣州市大余县白云镇和平村3组"], action: .review),
      .fails(
        [.address: "江西省南昌市东湖区水西街道阳明路3号"], action: .review, party: .organisation),
      .passes([.address: "江西省赣州市大余县南安镇新余村"]),
      .passes([.address: "江西省赣州市大余县青龙镇二塘村"]),
      .passes([.address: "江西省赣州市大余县南安乡新余村"], "written with another kind"),
      .passes([.address: "江西省赣州市赣县区茅店镇"]),
      .passes([.address: "北京市朝阳区高碑店地区办事处"]),
      .notApplicable([.address: ""]),
      .notApplicable([.address: "江西省赣州市章贡区红旗大道86号"], "no township is written"),
      .notApplicable([.address: "江西省赣州市章贡区城镇路5号"], "the name of a road"),
      .notApplicable([.address: "白云镇和平村"], "no county is written"),
      .notEvaluated(
        [.address: "新疆石河子市白云镇和平村3组"], .referenceMissing,
        "the list of this county is not verified"),
      .notEvaluated(
        [.address: "江西省赣州市大余县白云镇"], .referenceMissing, without: "address-gazetteer"),
    ])

  private let divisions: Divisions?
  private let reading: AddressReading?

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    reading = AddressReading(context)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    guard let divisions, let reading else { return .notEvaluated(.referenceMissing) }
    let head = facts.region.head(record, divisions)
    // The townships of a county of the past may lie in several of today.
    guard head.isCountyCertain, !head.marks.contains(.past), !head.marks.contains(.contradiction)
    else { return .notApplicable }
    switch reading.gazetteer.standing(of: address, from: head.end, in: head.county) {
    case .notWritten: return .notApplicable
    case .known: return .passed
    case .unclear: break
    }
    let summary = facts.region.summary(record, reading)
    if summary.county != head.county { return .notApplicable }
    if summary.township != 0 || summary.marks.contains(.townshipOther) { return .passed }
    let written = summary.townshipRange
    if written.count < 6 || written.count > 24 { return .notApplicable }
    if !reading.gazetteer.listsTownships(of: head.county) {
      return .notEvaluated(.referenceMissing)
    }
    return .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.action = .review
    guard let divisions, let reading else { return }
    let summary = facts.region.summary(record, reading)
    let name = address.extracting(summary.townshipRange)
    finding.expected.append(
      zh: "所写县（区）内的乡镇、街道", en: "a township of the county written", in: finding.language)
    divisions.appendPath(of: summary.county, to: &finding.evidence)
    finding.evidence.append(zh: "没有", en: " has no ", in: finding.language)
    finding.evidence.append(name)
    let others = reading.gazetteer.counties(withTownship: name, near: summary.county)
    if others.isEmpty || others.count > 3 { return }
    finding.evidence.append(zh: "；有此乡镇的是", en: "; it is one of ", in: finding.language)
    for (index, other) in others.enumerated() {
      if index > 0 { finding.evidence.append(zh: "、", en: ", ", in: finding.language) }
      if let row = divisions.row(of: other) { divisions.appendName(of: row, to: &finding.evidence) }
    }
  }
}
