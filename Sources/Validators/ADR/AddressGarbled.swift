import Findings
import Records

/// ADR011: an address whose characters were lost on the way.
package struct AddressGarbled: RecordValidator {
  package static let rule = Rule(
    id: "ADR011", name: "address-garbled", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.address],
    authority: Authority("GB 18030-2022", clause: "字符编码"),
    title: Text(zh: "地址有乱码", en: "Garbled address"),
    claim: Text(
      zh: "地址中有乱码、替换符、自造字或控制字符，是转码或传输时造成的",
      en:
        "The address has replacement, private-use or control characters, or was decoded with the wrong character set."
    ),
    remedy: Text(
      zh: "从开户资料或源系统取回原文；取不到的联系客户",
      en: "Take the text from the documents or the source system; else ask the customer."),
    examples: [
      .fails([.address: "江西省赣州市锟斤拷路1号"], action: .review),
      .fails([.address: "江西省赣州市\u{FFFD}\u{FFFD}路1号"], action: .review),
      .fails([.address: "江西省赣州市\u{E123}坊路1号"], action: .review, "a character of one's own"),
      .fails(
        [.address: "æ±Ÿè¥¿çœ\u{81}"], suggests: "江西省", action: .confirm,
        "UTF-8 read as Western text"),
      .fails([.address: "江西省赣州市???路1号"], action: .review, party: .organisation),
      .fails([.address: "江西省赣州市\u{7}章贡区"], action: .review, "a control character"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "Königstraße 5, Zürich"], "letters of other languages"),
      .passes([.address: "福建省福州市𠮷祥路1号"], "a rare character is no fault"),
      .passes([.address: "江西省赣州市红旗大道86号（86-1号）"]),
      .passes([.address: "是红旗大道86号?"], "one question mark is not enough"),
      .notApplicable([.address: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    return Self.fault(in: address) == nil ? .passed : .failed
  }

  enum Fault { case replacement, privateUse, control, broken, misread, questionMarks, knownJunk }

  /// The first fault, or nil. O(n).
  static func fault(in text: Span<UInt8>) -> Fault? {
    var place = 0
    let count = text.count
    while place < count {
      place = text.endOfOrdinaryText(from: place)
      if place >= count { break }
      let byte = text[place]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
          return .control
        }
        if byte == UInt8(ascii: "?"), place + 1 < count, text[place + 1] == byte {
          return .questionMarks
        }
        place += 1
        continue
      }
      let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
      if length == 0 || place + length > count { return .broken }
      var index = 1
      while index < length {
        if text[place + index] & 0xC0 != 0x80 { return .broken }
        index += 1
      }
      if length == 3 {
        // Most of an address: characters between U+3000 and U+9FFF without a fault.
        if byte >= 0xEE, byte <= 0xEF {
          if byte == 0xEE || text[place + 1] < 0xA4 { return .privateUse }
          if text[place + 1] == 0xBF, text[place + 2] == 0xBD { return .replacement }
        } else if byte == 0xE9, text.extracting(place..<count).starts(with: "锟斤拷") {
          return .knownJunk
        }
      } else if length == 2 {
        if byte == 0xC2, text[place + 1] < 0xA0 { return .control }
        if byte == 0xC3, place + 4 <= count, Self.single(text, place).byte >= 0xE3 {
          if isMisread(text, place) { return .misread }
        }
      } else if byte >= 0xF3, text[place + 1] >= 0xB0 || byte == 0xF4 {
        return .privateUse
      }
      place += length
    }
    return nil
  }

  /// Whether three characters of Western text are the three bytes of a Chinese one.
  private static func isMisread(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var next = place
    for index in 0..<3 {
      if next >= text.count { return false }
      let (byte, length) = single(text, next)
      if length == 0 { return false }
      if index == 0 ? byte < 0xE3 || byte > 0xE9 : byte & 0xC0 != 0x80 { return false }
      next += length
    }
    return true
  }

  /// The byte of Windows-1252 that a character stands for, and the character's length in
  /// UTF-8; 0 for a character that it does not have.
  private static func single(_ text: Span<UInt8>, _ place: Int) -> (byte: UInt8, length: Int) {
    let lead = text[place]
    if lead < 0x80 { return (lead, 1) }
    if place + 1 >= text.count { return (0, 0) }
    let second = text[place + 1]
    switch lead {
    case 0xC2: return (second, 2)
    case 0xC3: return (second | 0x40, 2)
    case 0xC5:
      switch second {
      case 0x92: return (0x8C, 2)
      case 0x93: return (0x9C, 2)
      case 0xA0: return (0x8A, 2)
      case 0xA1: return (0x9A, 2)
      case 0xB8: return (0x9F, 2)
      case 0xBD: return (0x8E, 2)
      case 0xBE: return (0x9E, 2)
      default: return (0, 0)
      }
    case 0xC6: return second == 0x92 ? (0x83, 2) : (0, 0)
    case 0xCB: return second == 0x86 ? (0x88, 2) : second == 0x9C ? (0x98, 2) : (0, 0)
    case 0xE2:
      if place + 2 >= text.count { return (0, 0) }
      let third = text[place + 2]
      if second == 0x82, third == 0xAC { return (0x80, 3) }
      if second == 0x84, third == 0xA2 { return (0x99, 3) }
      if second != 0x80 { return (0, 0) }
      switch third {
      case 0x93: return (0x96, 3)
      case 0x94: return (0x97, 3)
      case 0x98: return (0x91, 3)
      case 0x99: return (0x92, 3)
      case 0x9A: return (0x82, 3)
      case 0x9C: return (0x93, 3)
      case 0x9D: return (0x94, 3)
      case 0x9E: return (0x84, 3)
      case 0xA0: return (0x86, 3)
      case 0xA1: return (0x87, 3)
      case 0xA2: return (0x95, 3)
      case 0xA6: return (0x85, 3)
      case 0xB0: return (0x89, 3)
      case 0xB9: return (0x8B, 3)
      case 0xBA: return (0x9B, 3)
      default: return (0, 0)
      }
    default: return (0, 0)
    }
  }

  /// What the bytes of wrongly read text say, or nothing.
  private static func reread(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    if text.count > 4096 { return bytes }
    var place = 0
    while place < text.count {
      let (byte, length) = single(text, place)
      if length == 0 { return [] }
      bytes.append(byte)
      place += length
    }
    return bytes
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.action = .review
    finding.expected.append(zh: "可读的地址", en: "a readable address", in: finding.language)
    switch Self.fault(in: address) {
    case .replacement, .knownJunk:
      finding.evidence.append(
        zh: "有转码失败留下的替换符", en: "characters that stand for lost ones", in: finding.language)
    case .privateUse:
      finding.evidence.append(zh: "有自造字", en: "private-use characters", in: finding.language)
    case .control:
      finding.evidence.append(zh: "有控制字符", en: "control characters", in: finding.language)
    case .broken:
      finding.evidence.append(zh: "有残缺的字节", en: "broken bytes", in: finding.language)
    case .questionMarks:
      finding.evidence.append(
        zh: "连续问号，原字已丢失", en: "question marks for lost characters", in: finding.language)
    case .misread, nil:
      finding.evidence.append(
        zh: "UTF-8 文本被当作西文读入", en: "UTF-8 read as Western text", in: finding.language)
      let text = Self.reread(address)
      if !text.isEmpty, Self.fault(in: text.span) == nil {
        finding.suggestion.append(text.span)
        finding.confidence = 90
        finding.action = .confirm
      }
    }
  }
}
