import Addresses
import Findings
import Records
import References

/// CTC005: the area code of a fixed line is that of another region.
package struct AreaCodeContradictsRegion: RecordValidator {
  package static let rule = Rule(
    id: "CTC005", name: "area-code-contradicts-region", parties: [.person, .organisation],
    dimension: .consistency, severity: .notice, reads: [.phone],
    alsoReads: [.regionCode, .address],
    authority: Authority("电信网编号计划（2017年版）", clause: "固定电话长途区号"),
    title: Text(zh: "固定电话区号与所在地不符", en: "Area code contradicts the region"),
    claim: Text(
      zh: "固定电话的区号既不是行政区划代码所指地方的，也不是地址所在地方的；合并前的旧区号和几市共用的区号不算",
      en:
        "The area code of the fixed line serves neither the region of the code nor that of the address. Codes given up in a merger and codes that cities share do not count."
    ),
    remedy: Text(
      zh: "核对电话和地址：客户已迁居或电话属外地单位的，更新其中过时的一项",
      en: "Look at number and address; where the customer has moved, bring up to date what is old."),
    examples: [
      .fails([.phone: "010-65521234", .regionCode: "360702"], action: .review),
      .fails(
        [.phone: "0791-86521234", .address: "江西省赣州市章贡区红旗大道86号"], action: .review,
        party: .organisation, "another city of the province"),
      .fails(
        [.phone: "+86 755 86521234", .regionCode: "360702", .address: "江西省赣州市章贡区红旗大道86号"],
        action: .review),
      .passes([.phone: "0797-8123456", .regionCode: "360702"]),
      .passes([.phone: "0797-8123456", .address: "江西省赣州市章贡区红旗大道86号"]),
      .passes(
        [.phone: "010-65521234", .regionCode: "360702", .address: "北京市朝阳区建国路1号"],
        "that of the address; ADR007 speaks of the region code"),
      .passes([.phone: "029-33212345", .regionCode: "610402"], "咸阳 shares 029 with 西安"),
      .passes([.phone: "0733-8212345", .regionCode: "430202"], "株洲 before it took 0731"),
      .passes([.phone: "0733-8212345", .regionCode: "430102"], "a code merged into that of 长沙"),
      .passes([.phone: "0434-6212345", .regionCode: "220184"], "公主岭 lay in 四平 until 2020"),
      .notApplicable([.phone: ""]),
      .notApplicable([.phone: "13970712345", .regionCode: "360702"], "mobile numbers roam"),
      .notApplicable([.phone: "400-123-4567", .regionCode: "360702"]),
      .notApplicable([.phone: "0797-8123456"], "nothing tells the region"),
      .notApplicable([.phone: "8123456", .regionCode: "110101"], "CTC008 speaks of these"),
      .notEvaluated(
        [.phone: "010-65521234", .regionCode: "659010"], .referenceMissing,
        "the code of this city is not sure"),
      .notEvaluated(
        [.phone: "010-65521234", .regionCode: "360702"], .referenceMissing, without: "area-codes"),
    ])

  private let placeholders: PhonePlaceholders
  private let divisions: Divisions?
  private let areas: AreaCodes?
  /// By division in force: the prefectures that it lay in before.
  private let former: [Int32: [Int32]]

  package init(_ context: Context) {
    placeholders = PhonePlaceholders(context)
    divisions = context.reference(Divisions.self)
    areas = context.reference(AreaCodes.self)
    former = divisions.map { Self.former($0) } ?? [:]
  }

  private static func former(_ divisions: Divisions) -> [Int32: [Int32]] {
    var result: [Int32: [Int32]] = [:]
    for row in 0..<divisions.count
    where divisions.standing(of: row) == .superseded && divisions.level(of: row) == .county {
      let above = divisions.code(of: row) / 100 * 100
      // The prefecture itself may have been renumbered.
      var prefectures = [above]
      if let place = divisions.row(of: above), divisions.standing(of: place) == .superseded {
        prefectures = (0..<divisions.successorCount(of: place)).map {
          divisions.successor(of: place, $0)
        }
      }
      for index in 0..<divisions.successorCount(of: row) {
        result[divisions.successor(of: row, index), default: []] += prefectures
      }
    }
    return result
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let phone = facts.contact.phone(record)
    if phone.kind != .landline { return .notApplicable }
    guard let divisions, let areas else { return .notEvaluated(.referenceMissing) }
    if facts.contact.isPlaceholder(record, placeholders) { return .notApplicable }
    let code = Self.area(phone)
    let places = Self.places(record, &facts, divisions)
    if places.0 == 0, places.1 == 0 { return .notApplicable }
    let first = fit(code, places.0, divisions, areas)
    if first == .serves { return .passed }
    let second = fit(code, places.1, divisions, areas)
    if second == .serves { return .passed }
    if !areas.isListed(code) { return .notApplicable }
    return first == .unclear || second == .unclear ? .notEvaluated(.referenceMissing) : .failed
  }

  /// How the area code stands to a place; nil for none.
  private func fit(
    _ code: Int, _ place: Int32, _ divisions: Divisions, _ areas: AreaCodes
  ) -> AreaCodes.Fit? {
    if place == 0 { return nil }
    let fit = areas.fit(code, place, divisions)
    if fit == .serves { return fit }
    // A county that came to another city kept its numbers for a time.
    for before in former[place] ?? [] where areas.fit(code, before, divisions) == .serves {
      return .serves
    }
    return fit
  }

  /// The area code without its zero.
  private static func area(_ phone: PhoneReading) -> Int {
    var code = 0
    for index in 0..<Int(phone.areaCount) { code = code * 10 + phone.digit(index) }
    return code
  }

  /// The place of the region code and that of the address, each a county, a prefecture or a
  /// municipality; 0 where it is not known.
  private static func places(
    _ record: RecordView, _ facts: inout Facts, _ divisions: Divisions
  ) -> (Int32, Int32) {
    let head = facts.region.head(record, divisions)
    let written =
      head.isCountyCertain ? head.county : head.prefecture != 0 ? head.prefecture : head.province
    return (
      usable(facts.region.region(record, divisions) ?? 0, divisions), usable(written, divisions)
    )
  }

  /// A province has many codes.
  private static func usable(_ place: Int32, _ divisions: Divisions) -> Int32 {
    if place == 0 || place >= 710_000 { return 0 }
    if place % 10_000 != 0 { return place }
    switch place {
    case 110_000, 120_000, 310_000, 500_000: return place
    default: return 0
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.phone])
    finding.action = .review
    guard let divisions, let areas else { return }
    let code = Self.area(facts.contact.phone(record))
    let (region, written) = Self.places(record, &facts, divisions)
    finding.expected.append(zh: "区号 ", en: "area code ", in: finding.language)
    let place = region != 0 ? region : written
    if let area = areas.area(serving: place, divisions) {
      finding.expected.append(UInt8(ascii: "0"))
      finding.expected.append(decimal: Int(area.code))
    }
    finding.evidence.append(zh: "区号 0", en: "0", in: finding.language)
    finding.evidence.append(decimal: code)
    finding.evidence.append(zh: " 属", en: " serves ", in: finding.language)
    let regions = areas.regions(of: code)
    for (index, place) in regions.prefix(3).enumerated() {
      if index > 0 { finding.evidence.append(zh: "、", en: ", ", in: finding.language) }
      if let row = divisions.row(of: place) { divisions.appendName(of: row, to: &finding.evidence) }
    }
    if region != 0 {
      finding.evidence.append(
        zh: "，行政区划代码指", en: "; the region code means ", in: finding.language)
      divisions.appendPath(of: region, to: &finding.evidence)
    }
    if written != 0, written != region {
      finding.evidence.append(zh: "，地址写", en: "; the address says ", in: finding.language)
      divisions.appendPath(of: written, to: &finding.evidence)
    }
  }
}
