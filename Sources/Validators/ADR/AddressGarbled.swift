import Findings
import Records
import References

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
      zh: "有建议值的请客户确认；没有的从开户资料或源系统取回原文，取不到的联系客户",
      en:
        "Have the customer confirm the suggestion; without one, take the text from the documents."),
    examples: [
      .fails([.address: "江西省赣州市锟斤拷路1号"], action: .review),
      .fails([.address: "江西省赣州市\u{FFFD}\u{FFFD}路1号"], action: .review),
      .fails([.address: "江西省赣州市\u{E123}坊路1号"], action: .review, "a character of one's own"),
      .fails(
        [.address: "æ±Ÿè¥¿çœ\u{81}"], suggests: "江西省", action: .confirm,
        "UTF-8 read as Western text"),
      .fails(
        [.address: "姹熻タ鐪佽担宸炲競绔犺础鍖虹孩鏃楀ぇ閬"], action: .review,
        "UTF-8 read as GBK, the last character lost"),
      .fails(
        [.address: "姹熻タ鐪佽担宸炲競绔犺础鍖虹孩鏃楄矾"], suggests: "江西省赣州市章贡区红旗路", action: .confirm,
        "UTF-8 read as GBK, nothing lost"),
      .fails(
        [.address: "½­Î÷Ê¡¸ÓÖÝÊÐÕÂ¹±ÇøºìÆì´óµÀ86ºÅ"], suggests: "江西省赣州市章贡区红旗大道86号",
        action: .confirm, "GBK read as Western text"),
      .fails([.address: "江西省赣州市???路1号"], action: .review, party: .organisation),
      .fails([.address: "江西省赣州市?江路1号"], action: .review, "a mark for a rare character"),
      .fails([.address: "江西省赣州市烫烫烫"], action: .review, "memory that was never filled"),
      .fails([.address: "江西省赣州市\u{7}章贡区"], action: .review, "a control character"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "Königstraße 5, Zürich"], "letters of other languages"),
      .fails(
        [.address: "江西省赣州市\u{E863}塘村1号"], suggests: "江西省赣州市䶮塘村1号", action: .confirm,
        "kept in the private use area by older systems"),
      .passes([.address: "福建省福州市𠮷祥路1号"], "a rare character is no fault"),
      .passes([.address: "江西省赣州市红旗大道86号（86-1号）"]),
      .passes([.address: "是红旗大道86号?"], "a question mark at the end may be a question"),
      .notApplicable([.address: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    if BrokenConversion(address) != nil { return .failed }
    return Self.fault(in: address) == nil ? .passed : .failed
  }

  enum Fault {
    case replacement, privateUse, control, broken, misread, questionMarks, questionMark, knownJunk
    case fill
  }

  /// The first fault, or nil. O(n).
  static func fault(in text: Span<UInt8>) -> Fault? {
    var place = 0
    let count = text.count
    if text.endsWithFill { return .fill }
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
        if byte == UInt8(ascii: "?"), isBetweenHan(text, place) { return .questionMark }
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
        if byte == 0xC3, isMisread(text, place) { return .misread }
      } else if byte >= 0xF3, text[place + 1] >= 0xB0 || byte == 0xF4 {
        return .privateUse
      }
      place += length
    }
    return nil
  }

  /// Whether a byte stands between two Chinese characters.
  private static func isBetweenHan(_ text: Span<UInt8>, _ place: Int) -> Bool {
    guard place >= 3, place + 3 < text.count else { return false }
    let (before, after) = (text[place - 3], text[place + 1])
    return before >= 0xE4 && before <= 0xE9 && text[place - 1] & 0xC0 == 0x80 && after >= 0xE4
      && after <= 0xE9
  }

  /// Whether three characters of Western text are the three bytes of a Chinese one.
  private static func isMisread(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var next = place
    for index in 0..<3 {
      if next >= text.count { return false }
      guard let byte = WesternText.byte(of: NameText.nextScalar(in: text, at: &next)) else {
        return false
      }
      if index == 0 ? byte < 0xE3 || byte > 0xE9 : byte & 0xC0 != 0x80 { return false }
    }
    return true
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.action = .review
    finding.expected.append(zh: "可读的地址", en: "a readable address", in: finding.language)
    if let broken = BrokenConversion(address) {
      finding.explain(broken) { Self.fault(in: $0) == nil }
      return
    }
    switch Self.fault(in: address) {
    case .replacement, .knownJunk:
      finding.evidence.append(
        zh: "有转码失败留下的替换符", en: "characters that stand for lost ones", in: finding.language)
    case .privateUse:
      finding.evidence.append(zh: "有自造字", en: "private-use characters", in: finding.language)
      if let text = NameText.standardised(address), Self.fault(in: text.span) == nil {
        finding.suggest(text.span, confidence: 95, .confirm)
      }
    case .control:
      finding.evidence.append(zh: "有控制字符", en: "control characters", in: finding.language)
    case .broken:
      finding.evidence.append(zh: "有残缺的字节", en: "broken bytes", in: finding.language)
    case .questionMarks:
      finding.evidence.append(
        zh: "连续问号，原字已丢失", en: "question marks for lost characters", in: finding.language)
    case .questionMark:
      finding.evidence.append(
        zh: "汉字间有问号，多是转码时无法表示的生僻字",
        en: "a question mark between characters, often for a rare one that could not be converted",
        in: finding.language)
    case .fill:
      finding.evidence.append(
        zh: "有未赋值内存的填充字节（烫、屯）", en: "bytes of memory that was never filled (CC, CD)",
        in: finding.language)
    case .misread, nil:
      finding.evidence.append(
        zh: "部分文字为 UTF-8 被当作西文读入", en: "in part UTF-8 read as Western text",
        in: finding.language)
    }
  }
}
