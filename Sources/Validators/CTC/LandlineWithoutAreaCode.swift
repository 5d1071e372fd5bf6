import Addresses
import Findings
import Records
import References

/// CTC008: seven or eight digits without an area code.
package struct LandlineWithoutAreaCode: RecordValidator {
  package static let rule = Rule(
    id: "CTC008", name: "landline-without-area-code", parties: [.person, .organisation],
    dimension: .completeness, severity: .error, reads: [.phone],
    alsoReads: [.regionCode, .address, .nationality],
    authority: Authority("电信网编号计划（2017年版）", clause: "固定电话网号码"),
    title: Text(zh: "固定电话缺区号", en: "Fixed line without area code"),
    claim: Text(
      zh: "固定电话只有 7 至 8 位号码，没有区号，外地打不通",
      en: "The fixed-line number has no area code and cannot be called from elsewhere."),
    remedy: Text(
      zh: "补上区号；所在地已知的，按所在地预填后请客户确认",
      en: "Add the area code; where the region is known, fill it in and have the customer confirm."),
    examples: [
      .fails(
        [.phone: "8123456", .regionCode: "360702"], suggests: "0797-8123456", action: .confirm),
      .fails(
        [.phone: "812-3456", .address: "江西省赣州市章贡区红旗大道86号"], suggests: "0797-8123456",
        action: .confirm, party: .organisation, "the address tells the region"),
      .fails([.phone: "8123456转801"], action: .contact, "nothing tells the region"),
      .fails(
        [.phone: "65521234", .regionCode: "110105"], suggests: "010-65521234", action: .confirm),
      .fails(
        [.phone: "65521234", .regionCode: "360702"], action: .contact,
        "numbers of Ganzhou have seven digits"),
      .passes([.phone: "0797-8123456"]),
      .passes([.phone: "13970712345"], "no area code needed"),
      .passes([.phone: "8123456/13970712345"], "a mobile number beside it"),
      .passes([.phone: "400-123-4567"]),
      .notApplicable([.phone: ""]),
      .notApplicable([.phone: "88888888"], "CTC003 speaks of placeholders"),
      .notApplicable([.phone: "1397071234"], "CTC002 speaks of malformed numbers"),
      .notApplicable([.phone: "91234567", .regionCode: "810000"], "Hong Kong has no area codes"),
    ])

  private let placeholders: PhonePlaceholders
  private let divisions: Divisions?
  private let areas: AreaCodes?

  package init(_ context: Context) {
    placeholders = PhonePlaceholders(context)
    divisions = context.reference(Divisions.self)
    areas = context.reference(AreaCodes.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.contact.phone(record).kind {
    case .empty, .words, .malformed: return .notApplicable
    case .mobile, .landline, .service, .international, .machine: return .passed
    case .local: break
    }
    if facts.contact.isPlaceholder(record, placeholders) { return .notApplicable }
    let nationality = record[.nationality]
    if nationality.equals("HKG") || nationality.equals("MAC") || nationality.equals("TWN") {
      return .notApplicable
    }
    if let divisions, let region = facts.region.region(record, divisions), region >= 710_000 {
      return .notApplicable
    }
    return .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.phone])
    finding.action = .contact
    finding.expected.append(
      zh: "区号加号码", en: "an area code and the number", in: finding.language)
    guard let divisions, let areas else { return }
    let head = facts.region.head(record, divisions)
    let place =
      facts.region.region(record, divisions)
      ?? (head.isCountyCertain
        ? head.county : head.prefecture != 0 ? head.prefecture : head.province)
    guard place != 0, let area = areas.area(serving: place, divisions) else { return }
    finding.evidence.append(zh: "所在地", en: "the region is ", in: finding.language)
    divisions.appendPath(of: place, to: &finding.evidence)
    let phone = facts.contact.phone(record)
    if area.localDigits != 0, area.localDigits != phone.count {
      finding.evidence.append(zh: "，当地号码 ", en: ", where numbers have ", in: finding.language)
      finding.evidence.append(decimal: Int(area.localDigits))
      finding.evidence.append(zh: " 位", en: " digits", in: finding.language)
      return
    }
    finding.suggestion.append(UInt8(ascii: "0"))
    finding.suggestion.append(decimal: Int(area.code))
    finding.suggestion.append(UInt8(ascii: "-"))
    for index in 0..<Int(phone.count) {
      finding.suggestion.append(UInt8(phone.digit(index)) + 0x30)
    }
    finding.confidence = 85
    finding.action = .confirm
  }
}
