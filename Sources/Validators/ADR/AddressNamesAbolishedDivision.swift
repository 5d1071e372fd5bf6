import Addresses
import Findings
import Records
import References

/// ADR010: the address names a division that is no more, or by a name that it has no more.
package struct AddressNamesAbolishedDivision: RecordValidator {
  package static let rule = Rule(
    id: "ADR010", name: "address-names-abolished-division", parties: [.person, .organisation],
    dimension: .timeliness, severity: .error, reads: [.address],
    authority: Authority("GB/T 2260-2007", clause: "及民政部历年行政区划变更"),
    title: Text(zh: "地址使用已撤销或更名的区划", en: "Address names an abolished division"),
    claim: Text(
      zh: "地址里的省、市、县名称在数据日期前已因撤并、改设或更名停用",
      en:
        "A province, city or county of the address was abolished, merged or renamed before the day of the data."
    ),
    remedy: Text(
      zh: "改写为现行名称；一分为几的，按乡镇、道路选定后请客户确认",
      en:
        "Write the name in force; where the area was divided, choose by township and road and have the customer confirm."
    ),
    autoBasis: Text(
      zh: "行政区划变更记载的承继单位唯一，地址其余部分不变",
      en:
        "The record of changes names exactly one division for the whole area, and the rest of the address stays."
    ),
    examples: [
      .fails(
        [.address: "江西省赣州市赣县茅店镇红金路5号"], suggests: "江西省赣州市赣县区茅店镇红金路5号", action: .auto,
        "赣县 became 赣县区 in 2016"),
      .fails(
        [.address: "湖北省襄樊市樊城区长虹路12号"], suggests: "湖北省襄阳市樊城区长虹路12号", action: .auto,
        party: .organisation, "renamed, the code stayed"),
      .fails(
        [.address: "襄樊市樊城区长虹路12号"], suggests: "湖北省襄阳市樊城区长虹路12号", action: .confirm,
        "the province is added as well"),
      .fails(
        [.address: "江西省赣州市南康市东山街道泰康路9号"], suggests: "江西省赣州市南康区东山街道泰康路9号",
        action: .confirm, "南康市 was divided; the township tells which part"),
      .fails(
        [.address: "北京市宣武区广安门内大街6号"], suggests: "北京市西城区广安门内大街6号", action: .auto),
      .fails(
        [.address: "山东省莱芜市莱城区汶源大街5号"], suggests: "山东省济南市莱芜区汶源大街5号",
        action: .confirm, "two names of the past"),
      .fails(
        [.address: "鄂襄樊市樊城区长虹路12号"], suggests: "湖北省襄阳市樊城区长虹路12号", action: .confirm,
        "behind a province of one character"),
      .fails(
        [.address: "江西省贛州市贛縣茅店鎮紅金路5號"], suggests: "江西省赣州市赣县区茅店镇红金路5号",
        action: .confirm, "traditional characters"),
      .passes([.address: "江西省赣州市赣县区茅店镇红金路5号"], "the name in force"),
      .passes([.address: "赣赣州市章贡区红旗大道86号"], "a province of one character"),
      .passes([.address: "江西省贛州市章貢區紅旗大道86號"], "traditional characters"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "湖北省襄阳市襄州区航空路1号"]),
      .passes([.address: "江西省赣州市章贡区赣县路3号"], "the old name in that of a road"),
      .passes([.address: "安徽省合肥市巢湖市人民路1号"], "a city of county rank since 2011"),
      .passes([.address: "江西省赣州市章贡区宣武门大厦3栋"], "only in a longer name"),
      .notApplicable([.address: ""]),
      .notApplicable([.address: "红旗大道86号"], "no division is named"),
      .notApplicable(
        [.address: "江西省长沙市岳麓区"], "ADR009 speaks of divisions that contradict each other"),
      .notEvaluated([.address: "江西省赣州市赣县茅店镇"], .referenceMissing, without: "gbt2260"),
    ])

  private let divisions: Divisions?
  private let history: DivisionHistory?
  private let reading: AddressReading?
  private let successions: RegionSuccessions?
  private let year: Int

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    history = context.reference(DivisionHistory.self)
    reading = AddressReading(context)
    year = context.asOf.year
    successions = divisions.map {
      RegionSuccessions(
        $0, context.reference(DivisionHistory.self), asOf: context.asOf, context.language)
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    guard let divisions, let history, let reading else { return .notEvaluated(.referenceMissing) }
    let head = facts.region.head(record, divisions)
    if head.marks.contains(.contradiction) { return .notApplicable }
    if head.isEmpty {
      guard reading.gazetteer.mayHideDivisions(address, from: 0),
        facts.region.summary(record, reading).province != 0
      else { return .notApplicable }
    }
    guard let life = life(record, head, &facts, history, reading) else { return .passed }
    // The whole text may read otherwise: 巢湖市 is a county-level city today.
    let summary = facts.region.summary(record, reading)
    if summary.marks.contains(.contradiction) { return .notApplicable }
    let name = history.name(of: life)
    for code in [summary.county, summary.prefecture, summary.province] {
      if let row = divisions.row(of: code), divisions.name(of: row) == name { return .passed }
    }
    return summary.marks.contains(.past) || isSuccessor(summary, of: life, history)
      ? .failed : .passed
  }

  private func isSuccessor(
    _ summary: AddressSummary, of life: Int, _ history: DivisionHistory
  ) -> Bool {
    guard let successions else { return false }
    return successions.succession(ofLife: life, history).present.contains { codes in
      codes.contains(summary.county) || codes.contains(summary.prefecture)
    }
  }

  /// The life of the division that bore an old name that is written; nil where none is.
  private func life(
    _ record: RecordView, _ head: AddressHead, _ facts: inout Facts, _ history: DivisionHistory,
    _ reading: AddressReading
  ) -> Int? {
    let address = record[.address]
    if head.marks.contains(.past) {
      return former(head.past, address.extracting(0..<head.end), history)
    }
    guard head.county == 0, reading.gazetteer.mayHideDivisions(address, from: head.end) else {
      return nil
    }
    let summary = facts.region.summary(record, reading)
    if !summary.marks.contains(.past) { return nil }
    return former(summary.past, reading.gazetteer.compared(address).span, history)
  }

  /// The life of the division that bore the old name, where it ended before the year of the
  /// data; in the year of the change both names hold.
  private func former(
    _ past: Int32, _ written: Span<UInt8>, _ history: DivisionHistory
  ) -> Int? {
    for life in history.lives(of: past)
    where history.lives[life].kind == .regular && !history.isListed(life, in: year) {
      guard let last = history.lives[life].last, last < year else { continue }
      var name: [UInt8] = []
      history.appendName(of: life, to: &name)
      if Self.contains(written, name.span) { return life }
    }
    return nil
  }

  private static func contains(_ text: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
    if name.isEmpty || text.count < name.count { return false }
    return (0...(text.count - name.count)).contains {
      text.extracting($0..<($0 + name.count)).equals(name)
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.action = .confirm
    guard let divisions, let history, let reading, let successions else { return }
    let head = facts.region.head(record, divisions)
    guard let life = life(record, head, &facts, history, reading) else { return }
    let succession = successions.succession(ofLife: life, history)
    finding.evidence.append(contentsOf: succession.evidence)
    finding.expected.append(contentsOf: succession.expected)
    if succession.candidates.isEmpty {
      finding.action = .review
      return
    }
    let read = reading.parser.parse(address)
    let place = read.code
    // Today's names are no correction where those of the day of the data are others.
    let isSettled = succession.candidates.contains { candidate in
      divisions.row(of: candidate).map { divisions.standing(of: $0) == .current } == true
        && (candidate == place || candidate == read.prefecture || candidate == read.province)
    }
    if !isSettled || read.isUndecided { return }
    let form = StandardAddress(read, of: address, reading.gazetteer)
    finding.suggestion.append(contentsOf: form.text.utf8)
    // Of several old names the succession of the first says nothing of the others.
    let isAlone =
      form.changes.map(\.kind) == [.nameRenewed] && form.pieces.count == 1
      && String(address.extracting(form.pieces[0].range)) == history.name(of: life)
    finding.action = succession.isCertain && isAlone ? .auto : .confirm
    finding.confidence = succession.isCertain && isAlone ? 100 : Int(read.confidence) - 10
  }
}
