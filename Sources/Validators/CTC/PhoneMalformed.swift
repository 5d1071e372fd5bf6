import Findings
import Records
import References

/// CTC002: no number that one could call.
package struct PhoneMalformed: RecordValidator {
  package static let rule = Rule(
    id: "CTC002", name: "phone-malformed", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.phone],
    authority: Authority("电信网编号计划（2017年版）", clause: "移动与固定电话号码"),
    title: Text(zh: "电话号码格式错误", en: "Malformed telephone number"),
    claim: Text(
      zh: "电话号码位数或开头不对，打不通：手机应为 1 开头 11 位，固定电话应为区号加 7 至 8 位",
      en:
        "The number cannot be called: a mobile number has 11 digits from 13 to 19, a fixed line an area code and 7 or 8 digits."
    ),
    remedy: Text(zh: "联系客户核对号码后改正", en: "Ask the customer and mend the number."),
    examples: [
      .fails([.phone: "1397071234"], action: .contact, "a digit is missing"),
      .fails([.phone: "139707123456"], action: .contact, "a digit too many"),
      .fails([.phone: "139O7123456"], action: .contact, "a letter for a digit"),
      .fails([.phone: "0797-812345"], action: .contact, party: .organisation),
      .fails(
        [.phone: "7978123456"], suggests: "0797-8123456", action: .confirm,
        "the leading zero was lost"),
      .fails([.phone: "1065521234"], suggests: "010-65521234", action: .confirm),
      .fails([.phone: "1397071234513970712346"], action: .contact, "two numbers run together"),
      .passes([.phone: "13970712345"]),
      .passes([.phone: "+86 139-7071-2345"]),
      .passes([.phone: "008613970712345"]),
      .passes([.phone: "１３９７０７１２３４５"], "full-width digits"),
      .passes([.phone: "013970712345"], "a zero in front, as was dialled once"),
      .passes([.phone: "(0797)8123456-801"], "with an extension"),
      .passes([.phone: "0797-8123456转801"], "with an extension"),
      .passes([.phone: "+86 797 8123456"]),
      .passes([.phone: "010-65521234 13970712345"], "two numbers"),
      .passes([.phone: "139707123/13970712345"], "one of them good"),
      .passes([.phone: "13970712345(本人)"], "with a remark"),
      .passes([.phone: "400-123-4567"], party: .organisation),
      .passes([.phone: "95533"], party: .organisation),
      .passes([.phone: "+852 9123 4567"], "abroad"),
      .passes([.phone: "0044 20 7946 0958"], "abroad"),
      .passes([.phone: "8123456"], "CTC008 speaks of a missing area code"),
      .passes([.phone: "1064812345678"], "thirteen digits, of a machine"),
      .notApplicable([.phone: ""], "CTC001 speaks of an empty field"),
      .notApplicable([.phone: "无"], "CTC003 speaks of placeholders"),
      .notApplicable([.phone: "12345678"], "CTC003 speaks of placeholders"),
    ])

  private let placeholders: PhonePlaceholders
  private let areas: AreaCodes?

  package init(_ context: Context) {
    placeholders = PhonePlaceholders(context)
    areas = context.reference(AreaCodes.self)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.contact.phone(record).kind {
    case .empty, .words: return .notApplicable
    case .mobile, .landline, .service, .international, .machine, .local: return .passed
    case .malformed:
      return facts.contact.isPlaceholder(record, placeholders) ? .notApplicable : .failed
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.phone])
    finding.action = .contact
    finding.expected.append(
      zh: "11 位手机号，或区号加 7 至 8 位固定电话",
      en: "a mobile number of 11 digits, or an area code and 7 or 8 digits", in: finding.language)
    let phone = facts.contact.phone(record)
    let count = Int(phone.count)
    finding.evidence.append(zh: "数字 ", en: "", in: finding.language)
    finding.evidence.append(decimal: count)
    finding.evidence.append(zh: " 位", en: " digits", in: finding.language)
    // A spreadsheet has eaten the zero of the area code.
    guard let areas, phone.areaCount == 0, phone.digit(0) != 0, count >= 9, count <= 11 else {
      return
    }
    let isShort = phone.digit(0) == 2 || phone.digit(0) == 1 && phone.digit(1) == 0
    let areaCount = isShort ? 2 : 3
    var area = 0
    for index in 0..<areaCount { area = area * 10 + phone.digit(index) }
    let wanted = areas.localDigits(of: area)
    let local = count - areaCount
    guard areas.isKnown(area), wanted == 0 ? local == 7 || local == 8 : local == wanted,
      phone.digit(areaCount) >= 2
    else { return }
    finding.suggestion.append(UInt8(ascii: "0"))
    for index in 0..<count {
      if index == areaCount { finding.suggestion.append(UInt8(ascii: "-")) }
      finding.suggestion.append(UInt8(phone.digit(index)) + 0x30)
    }
    finding.confidence = 80
    finding.action = .confirm
    finding.evidence.append(
      zh: "，区号前缺 0", en: ", the area code lacks its zero", in: finding.language)
  }
}
