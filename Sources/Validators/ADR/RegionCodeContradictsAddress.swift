import Addresses
import Findings
import Records
import References

/// ADR007: the region code lies elsewhere than the address.
package struct RegionCodeContradictsAddress: RecordValidator {
  package static let rule = Rule(
    id: "ADR007", name: "region-code-contradicts-address", parties: [.person, .organisation],
    dimension: .consistency, severity: .error, reads: [.regionCode, .address],
    authority: Authority("反洗钱法（2024年修订）", clause: "第二十九条"),
    title: Text(zh: "行政区划代码与地址不符", en: "Region code contradicts the address"),
    claim: Text(
      zh: "行政区划代码所指的地方与地址写明的省、市、县不一致",
      en:
        "The region code stands for another place than the province, city or county that the address names."
    ),
    remedy: Text(
      zh: "核对证照和客户资料，确定以哪个为准；地址属实的，改用地址所在县的代码",
      en: "Find out which is right; where the address is, use the code of its county."),
    examples: [
      .fails(
        [.regionCode: "110101", .address: "江西省赣州市章贡区红旗大道86号"], suggests: "360702",
        action: .review, "another province"),
      .fails(
        [.regionCode: "360102", .address: "江西省赣州市红旗大道86号"], action: .review,
        "another city of the province"),
      .fails(
        [.regionCode: "360723", .address: "江西省赣州市章贡区红旗大道86号"], suggests: "360702",
        action: .review, party: .organisation, "another county of the city"),
      .passes([.regionCode: "360702", .address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.regionCode: "360700", .address: "章贡区红旗大道86号"], "the city of the county"),
      .passes([.regionCode: "360701", .address: "江西省赣州市章贡区红旗大道86号"], "市辖区"),
      .passes([.regionCode: "360782", .address: "江西省赣州市南康区东山街道"], "its old code"),
      .passes([.regionCode: "360703", .address: "江西省赣州市南康市东山街道"], "its old name"),
      .passes([.regionCode: "321283", .address: "江苏省扬州市泰兴市"], "moved to another city"),
      .passes([.regionCode: "500103", .address: "四川省重庆市渝中区"], "moved to another province"),
      .passes([.regionCode: "350104", .address: "福建省福州市台江路1号"], "no county is named"),
      .passes(
        [.regionCode: "360703", .address: "江西省赣州市章贡江滨路"],
        "a short name may be part of another name"),
      .notApplicable([.regionCode: "", .address: "江西省赣州市章贡区红旗大道86号"]),
      .notApplicable([.regionCode: "360702", .address: ""]),
      .notApplicable([.regionCode: "360702", .address: "北京路12号"], "no division is named"),
      .notApplicable(
        [.regionCode: "360702", .address: "鼓楼区五四路1号"], "several counties have that name"),
      .notApplicable(
        [.regionCode: "360799", .address: "江西省赣州市章贡区红旗大道"], "ADR005 speaks of unknown codes"),
      .notApplicable(
        [.regionCode: "360702", .address: "江西省长沙市岳麓区"],
        "ADR009 speaks of divisions that contradict each other"),
      .notEvaluated(
        [.regionCode: "110101", .address: "江西省赣州市章贡区红旗大道86号"], .referenceMissing,
        without: "divisions"),
    ])

  private let divisions: Divisions?

  package init(_ context: Context) { divisions = context.reference(Divisions.self) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.regionCode].isEmpty || record[.address].isEmpty { return .notApplicable }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    guard let row = facts.region.row(record, divisions) else { return .notApplicable }
    let head = facts.region.head(record, divisions)
    if head.province == 0 || head.marks.contains(.contradiction) { return .notApplicable }
    let code = divisions.code(of: row)
    switch divisions.standing(of: row) {
    case .outside, .unverified: return .notApplicable
    case .current:
      return Self.isCompatible(code, divisions.level(of: row), head, divisions)
        ? .passed : .failed
    case .summary:
      let above = divisions.parent(of: row)
      guard let parent = divisions.row(of: above), divisions.standing(of: parent) == .current else {
        return .notApplicable
      }
      return Self.isCompatible(above, divisions.level(of: parent), head, divisions)
        ? .passed : .failed
    case .superseded:
      let count = divisions.successorCount(of: row)
      if count == 0 { return .notApplicable }
      // Parts of an old area may have gone to neighbours: only the province and the
      // prefecture are held against an old code.
      if code / 10_000 == head.province / 10_000 {
        for index in 0..<count {
          let prefecture = divisions.prefecture(of: divisions.successor(of: row, index))
          if prefecture == 0 || head.prefecture == 0 || prefecture == head.prefecture {
            return .passed
          }
        }
        // Found by likeness, the successors tell the province and no more.
        let isTold = divisions.isSuccessionRecorded(row) && !head.marks.contains(.past)
        return isTold ? .failed : .passed
      }
      for index in 0..<count
      where divisions.successor(of: row, index) / 10_000 == head.province / 10_000 {
        return .passed
      }
      return .failed
    }
  }

  /// Whether a division in force may be the one that an address lies in.
  private static func isCompatible(
    _ code: Int32, _ level: Divisions.Level, _ head: AddressHead, _ divisions: Divisions
  ) -> Bool {
    if code / 10_000 != head.province / 10_000 { return false }
    if level == .province || code == head.county { return true }
    // Part of an area with an old name may lie elsewhere today.
    if head.marks.contains(.past) { return true }
    let prefecture = divisions.prefecture(of: code)
    if prefecture != 0, head.prefecture != 0, prefecture != head.prefecture { return false }
    if level == .prefecture {
      // A county below the province is no part of a prefecture.
      return head.prefecture != 0 || !head.isCountyCertain
    }
    if !head.isCountyCertain { return true }
    return head.marks.contains(.ambiguous)
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.regionCode])
    finding.action = .review
    guard let divisions, let row = facts.region.row(record, divisions) else { return }
    let head = facts.region.head(record, divisions)
    finding.evidence.append(zh: "代码指", en: "the code means ", in: finding.language)
    divisions.appendPath(of: divisions.code(of: row), to: &finding.evidence)
    finding.evidence.append(zh: "，地址写", en: ", the address says ", in: finding.language)
    finding.evidence.append(record[.address].extracting(0..<head.end))
    let place =
      head.isCountyCertain ? head.county : head.prefecture != 0 ? head.prefecture : head.province
    finding.expected.append(region: place)
    finding.expected.append(UInt8(ascii: " "))
    divisions.appendPath(of: place, to: &finding.expected)
    if head.isCountyCertain {
      finding.suggestion.append(region: head.county)
      finding.confidence = 70
    }
  }
}
