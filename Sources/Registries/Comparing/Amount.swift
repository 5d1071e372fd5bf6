import Records

/// An amount of money as people and registries write it, exactly.
///
/// Read are `5000000`, `5,000,000.00`, `500万元`, `500（万元）`, `人民币500万`, `100万美元`,
/// `USD 1,000,000`, `1.5亿元`, `伍佰万圆整`; no floating point anywhere.
package struct Amount: Equatable, Sendable {
  /// In ten-thousandths of the unit of the currency.
  package let tenThousandths: Int128
  /// What the text says of the currency; nil for nothing.
  package let currency: Currency?
  /// Ten-thousandths that one of the last written decimal place stands for; 0 where there
  /// are no decimals but zeros.
  let lastPlace: Int128

  static let unit: Int128 = 10_000
  /// No amount in the world is greater, in units.
  fileprivate static let most: Int128 = 1_000_000_000_000_000_000

  /// Reads an amount; nil for anything else, and for decimals beyond the fourth that are no
  /// zeros. O(n), no allocation.
  package init?(_ text: Span<UInt8>) {
    var reader = AmountReader()
    guard reader.read(text) else { return nil }
    tenThousandths = reader.isNegative ? -reader.sum : reader.sum
    currency = reader.currency
    lastPlace = reader.lastPlace
  }

  /// Appends the amount in units with two decimals, or four where it has more: `5000000.00`.
  package func append(to text: inout [UInt8]) {
    let magnitude = tenThousandths < 0 ? -tenThousandths : tenThousandths
    if tenThousandths < 0 { text.append(UInt8(ascii: "-")) }
    text.append(contentsOf: String(magnitude / Self.unit).utf8)
    let rest = Int(magnitude % Self.unit)
    let (decimals, width) = rest % 100 == 0 ? (rest / 100, 2) : (rest, 4)
    text.append(UInt8(ascii: "."))
    let digits = String(decimals)
    for _ in digits.utf8.count..<width { text.append(0x30) }
    text.append(contentsOf: digits.utf8)
  }
}

/// The state of reading an amount.
private struct AmountReader {
  var sum: Int128 = 0
  var isNegative = false
  var currency: Currency?
  var lastPlace: Int128 = 0

  /// What stands before the next unit, in ten-thousandths: digits, and hundreds or tens in
  /// Chinese figures.
  private var digits: Int128 = 0
  private var section: Int128 = 0
  private var isAny = false
  /// Decimals written since the last number began.
  private var decimals = 0
  private var isBehindUnit = false
  /// Finer than ten-thousandths, until 万 or 亿 takes it up.
  private var fine: Int128 = 0
  private static let fineScale: Int128 = 100_000_000

  mutating func read(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let step = read(text, at: place)
      if step == 0 { return false }
      place += step
    }
    // Behind the unit only 角 and 分 may stand: 500元（伍佰元） is no sum of the two.
    if fine != 0 || isBehindUnit && (section != 0 || digits != 0) { return false }
    sum += section + digits
    return isAny && sum <= Amount.most * Amount.unit
  }

  /// Bytes taken; 0 for what does not belong to an amount.
  private mutating func read(_ text: Span<UInt8>, at place: Int) -> Int {
    let byte = text[place]
    if byte.isDigit { return readNumber(text, place) }
    let rest = text.extracting(place..<text.count)
    if byte == 0x20 || byte == 0x28 || byte == 0x29 || byte == 0x09 { return 1 }
    if byte == 0x2D || byte == 0x2B, !isAny, !isNegative {
      isNegative = byte == 0x2D
      return 1
    }
    for blank: StaticString in ["\u{3000}", "（", "）"] where rest.starts(with: blank) { return 3 }
    if let wide = Self.wideDigit(rest) {
      take(digit: wide)
      return 3
    }
    if let found = Currency.at(place, of: text) {
      if let currency, currency != found.currency { return 0 }
      currency = found.currency
      return found.length
    }
    return readWord(rest)
  }

  /// Digits with separators of thousands and decimals.
  private mutating func readNumber(_ text: Span<UInt8>, _ start: Int) -> Int {
    if digits != 0 || fine != 0 { return 0 }
    var place = start
    var count = 0
    while place < text.count, text[place].isDigit || text[place] == 0x2C && place > start {
      if text[place] != 0x2C {
        count += 1
        if count > 18 { return 0 }
        take(digit: Int128(text[place] &- 0x30))
      }
      place += 1
    }
    if place < text.count, text[place] == 0x2E {
      place += 1
      var weight = Amount.unit * AmountReader.fineScale / 10
      var value: Int128 = 0
      while place < text.count, text[place].isDigit {
        if weight == 0, text[place] != 0x30 { return 0 }
        value += Int128(text[place] &- 0x30) * weight
        if value != 0 { lastPlace = weight }
        weight /= 10
        place += 1
      }
      if value == 0 { lastPlace = 0 }
      digits += value / AmountReader.fineScale
      fine = value % AmountReader.fineScale
      lastPlace = lastPlace / AmountReader.fineScale
    }
    return place - start
  }

  private mutating func take(digit: Int128) {
    digits = digits * 10 + digit * Amount.unit
    isAny = true
    if digits > 1_000_000_000_000_000_000_000_000 { digits = 1_000_000_000_000_000_000_000_000 }
  }

  private static func wideDigit(_ rest: Span<UInt8>) -> Int128? {
    guard rest.count >= 3, rest[0] == 0xEF, rest[1] == 0xBC, rest[2] >= 0x90, rest[2] <= 0x99
    else { return nil }
    return Int128(rest[2] &- 0x90)
  }

  /// Units and Chinese figures.
  private mutating func readWord(_ rest: Span<UInt8>) -> Int {
    for (words, value) in Self.figures {
      for word in words where rest.starts(with: word) {
        digits = digits * 10 + value * Amount.unit
        isAny = true
        return 3
      }
    }
    for (words, factor) in Self.small {
      for word in words where rest.starts(with: word) {
        section += (digits == 0 ? Amount.unit : digits) * factor
        digits = 0
        isAny = true
        return 3
      }
    }
    for (words, factor) in Self.great {
      for word in words where rest.starts(with: word) {
        if !isAny || isBehindUnit { return 0 }
        close(factor)
        return 3
      }
    }
    for word: StaticString in ["元", "圆", "圓"] where rest.starts(with: word) {
      if fine != 0 || isBehindUnit { return 0 }
      sum += section + digits
      // 人民币元 in front is no unit behind.
      (section, digits, isBehindUnit) = (0, 0, isAny)
      return 3
    }
    for (word, factor) in Self.parts where rest.starts(with: word) {
      if !isBehindUnit { return 0 }
      sum += digits / factor
      digits = 0
      return 3
    }
    return rest.starts(with: "整") || rest.starts(with: "正") ? 3 : 0
  }

  /// 万 or 亿: what stands before it counts so many times.
  private mutating func close(_ factor: Int128) {
    let before = section + digits
    let whole = before == 0 && fine == 0 ? sum : 0
    if whole != 0 { sum = 0 }
    let scaled = (whole + before) * factor
    sum += scaled + fine * factor / AmountReader.fineScale
    fine = fine * factor % AmountReader.fineScale
    lastPlace *= factor
    (section, digits) = (0, 0)
  }

  private static let figures: [(words: [StaticString], value: Int128)] = [
    (["零", "〇", "○"], 0), (["一", "壹"], 1), (["二", "贰", "两", "貳"], 2), (["三", "叁"], 3),
    (["四", "肆"], 4), (["五", "伍"], 5), (["六", "陆", "陸"], 6), (["七", "柒"], 7), (["八", "捌"], 8),
    (["九", "玖"], 9),
  ]
  private static let small: [(words: [StaticString], factor: Int128)] = [
    (["十", "拾"], 10), (["百", "佰"], 100), (["千", "仟"], 1000),
  ]
  private static let great: [(words: [StaticString], factor: Int128)] = [
    (["万", "萬"], 10_000), (["亿", "億"], 100_000_000),
  ]
  private static let parts: [(word: StaticString, factor: Int128)] = [("角", 10), ("分", 100)]
}
