import Addresses
import Findings
import Records
import References

/// ADR008: a postcode of another province, or no postcode at all.
package struct PostcodeContradictsRegion: RecordValidator {
  package static let rule = Rule(
    id: "ADR008", name: "postcode-contradicts-region", parties: [.person, .organisation],
    dimension: .consistency, severity: .error, reads: [.postcode],
    alsoReads: [.regionCode, .address],
    authority: Authority("邮政编码", clause: "前两位代表省级行政区"),
    title: Text(zh: "邮政编码与所在地不符", en: "Postcode contradicts the region"),
    claim: Text(
      zh: "邮政编码不是六位数字，或其前两位不是客户所在省的编码",
      en:
        "The postcode is not six digits, or its first two are not those of the customer's province."
    ),
    remedy: Text(
      zh: "按客户所在县（区）改正邮政编码；邮政编码属实的，核对地址和行政区划代码",
      en:
        "Use the postcode of the customer's county; where the postcode is right, check address and region code."
    ),
    examples: [
      .fails(
        [.postcode: "100000", .regionCode: "360702"], suggests: "341000", action: .confirm,
        "Beijing's, of a customer in Ganzhou"),
      .fails(
        [.postcode: "100000", .address: "江西省赣州市章贡区红旗大道86号"], suggests: "341000",
        action: .confirm, "without a region code the address tells"),
      .fails([.postcode: "34100", .regionCode: "360702"], suggests: "341000", action: .confirm),
      .fails([.postcode: "000000"], action: .contact, party: .organisation),
      .fails([.postcode: "赣州市"], action: .contact),
      .passes([.postcode: "341000", .regionCode: "360702"]),
      .passes([.postcode: "341099", .regionCode: "360702"], "the last digits are not compared"),
      .passes([.postcode: "330000", .regionCode: "360702"], "nor is the city"),
      .passes([.postcode: "137400", .regionCode: "152201"], "乌兰浩特 has a postcode of 吉林"),
      .passes([.postcode: "３４１０００", .regionCode: "360702"], "full-width digits"),
      .passes(
        [.postcode: "404000", .regionCode: "512201"], "an old code of 四川, today in 重庆"),
      .passes([.postcode: "341000"], "no region to compare with"),
      .notApplicable([.postcode: ""]),
      .notApplicable([.postcode: "999077", .regionCode: "810000"], "Hong Kong has no postcodes"),
      .notEvaluated([.postcode: "100000"], .referenceMissing, without: "postcodes"),
      .notEvaluated(
        [.postcode: "100000", .regionCode: "360702"], .referenceMissing, without: "divisions"),
    ])

  private let postcodes: Postcodes?
  private let divisions: Divisions?

  package init(_ context: Context) {
    postcodes = context.reference(Postcodes.self)
    divisions = context.reference(Divisions.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let postcode = record[.postcode]
    if postcode.isEmpty { return .notApplicable }
    guard let postcodes else { return .notEvaluated(.referenceMissing) }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    let province = province(record, &facts, divisions)
    if province >= 71 { return .notApplicable }
    guard let number = Self.number(postcode) else { return .failed }
    let prefix = number / 10_000
    if !postcodes.isPrefixUsed(prefix) { return .failed }
    if province == 0 || postcodes.isPrefix(prefix, of: province) { return .passed }
    // An old code may stand for a place that came to another province, as 万县 to 重庆.
    if let row = facts.region.row(record, divisions) {
      for index in 0..<divisions.successorCount(of: row) {
        let province = Int(divisions.successor(of: row, index) / 10_000)
        if postcodes.isPrefix(prefix, of: province) { return .passed }
      }
    }
    // Region code and address of two provinces: ADR007 speaks of that.
    let written = facts.region.head(record, divisions).province / 10_000
    return written != 0 && postcodes.isPrefix(prefix, of: Int(written)) ? .passed : .failed
  }

  /// First two digits of the province's code, by the region code, else by the address; 0
  /// where neither tells.
  private func province(
    _ record: RecordView, _ facts: inout Facts, _ divisions: Divisions
  ) -> Int {
    if let row = facts.region.row(record, divisions) {
      return Int(divisions.code(of: row) / 10_000)
    }
    return Int(facts.region.head(record, divisions).province / 10_000)
  }

  /// Six digits, of which all may be full-width.
  private static func number(_ text: Span<UInt8>) -> Int? {
    if text.count == 6 { return text.decimalValue }
    guard text.count == 18 else { return nil }
    var number = 0
    for index in 0..<6 {
      let digit = text[index * 3 + 2] &- 0x90
      guard text[index * 3] == 0xEF, text[index * 3 + 1] == 0xBC, digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let postcode = record[.postcode]
    finding.value.append(postcode)
    finding.action = .contact
    guard let postcodes, let divisions else { return }
    if let number = Self.number(postcode) {
      finding.expected.append(
        zh: "客户所在地的邮政编码", en: "the postcode of the customer's place", in: finding.language)
      if postcodes.isPrefixUsed(number / 10_000) {
        finding.action = .review
        finding.evidence.append(
          zh: "前两位属于其他省", en: "the first two digits belong to another province",
          in: finding.language)
      } else {
        finding.evidence.append(
          zh: "没有以这两位开头的邮政编码", en: "no postcode begins with these two digits",
          in: finding.language)
      }
    } else {
      finding.expected.append(zh: "六位数字", en: "six digits", in: finding.language)
    }
    let head = facts.region.head(record, divisions)
    let place =
      facts.region.region(record, divisions)
      ?? (head.isCountyCertain ? head.county : head.prefecture)
    guard place != 0, let right = postcodes.postcode(of: place) else { return }
    finding.suggestion.append(region: Int32(right))
    finding.confidence = 60
    finding.action = .confirm
    finding.evidence.append(zh: "；", en: "; ", in: finding.language)
    divisions.appendPath(of: place, to: &finding.evidence)
  }
}
