import Records

/// Numbers as they stand in records, exactly: whole multiples of a millionth.
enum ExactNumber {
  /// Places behind the point.
  static let places = 6
  static let one: Int128 = 1_000_000

  /// Reads `-1234.5`, `1,234.50`, and for an amount `500万元` and the like; nil for anything
  /// else, and for more digits than are kept. O(n), no allocation.
  @inline(__always) static func read(_ text: Span<UInt8>, isAmount: Bool) -> Int128? {
    // As nearly all stand: a few digits.
    if text.count <= 18, let whole = text.decimalValue { return Int128(whole) * one }
    return readSlowly(text, isAmount: isAmount)
  }

  private static func readSlowly(_ text: Span<UInt8>, isAmount: Bool) -> Int128? {
    var index = 0
    var isNegative = false
    if index < text.count, text[index] == 0x2D || text[index] == 0x2B {
      isNegative = text[index] == 0x2D
      index += 1
    }
    var value: Int128 = 0
    var digits = 0
    var group = -1  // digits since the last comma
    while index < text.count, text[index].isDigit || text[index] == 0x2C {
      if text[index] == 0x2C {
        if digits == 0 || group >= 0 && group != 3 || group < 0 && digits > 3 { return nil }
        group = 0
      } else {
        value = value * 10 + Int128(text[index] &- 0x30)
        digits += 1
        if group >= 0 { group += 1 }
        if digits > ExpressionScanner.greatestDigits { return nil }
      }
      index += 1
    }
    if group >= 0, group != 3 { return nil }
    value *= one
    if index < text.count, text[index] == 0x2E {
      index += 1
      var weight = one / 10
      while index < text.count, text[index].isDigit {
        if weight == 0, text[index] != 0x30 { return nil }
        value += Int128(text[index] &- 0x30) * weight
        weight /= 10
        digits += 1
        index += 1
      }
    }
    if digits == 0 { return nil }
    if index < text.count {
      guard isAmount, let factor = Money.factor(text.extracting(index..<text.count).trimmed) else {
        return nil
      }
      let (product, overflow) = value.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      value = product
    }
    return isNegative ? -value : value
  }

  /// A number of an expression, in units of 10⁻ᵖˡᵃᶜᵉˢ, and its places.
  static func literal(_ digits: String) -> (value: Int128, places: Int) {
    var value: Int128 = 0
    var places = 0
    var isBehindPoint = false
    for byte in digits.utf8 {
      if byte == 0x2E {
        isBehindPoint = true
      } else {
        value = value * 10 + Int128(byte &- 0x30)
        if isBehindPoint { places += 1 }
      }
    }
    return (value, places)
  }

  /// A number in units of 10⁻ᵖˡᵃᶜᵉˢ, without needless zeros.
  static func text(_ value: Int128, _ places: Int) -> String {
    let unit = power(places)
    let magnitude = value < 0 ? -value : value
    var text = (value < 0 ? "-" : "") + String(magnitude / unit)
    var fraction = String(String(unit + magnitude % unit).dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return text
  }

  /// 10ⁿ; n up to 36.
  static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { value, _ in value * 10 }
  }
}

/// Units and currencies of amounts.
enum Money {
  /// Yuan by unit of an expression.
  private static let units: [String: Int128] = [
    "元": 1, "万元": 10_000, "亿元": 100_000_000, "CNY": 1,
  ]

  /// Whether a word behind a number is its unit.
  static func isUnit(_ word: String) -> Bool {
    units[word] != nil
      || word.utf8.count == 3 && word.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Currency of a unit, and how much of it one is.
  static func meaning(of unit: String) -> (currency: String, factor: Int128) {
    units[unit].map { ("CNY", $0) } ?? (unit, 1)
  }

  /// Yuan by a unit as records have it behind a number; nil for another text.
  static func factor(_ unit: Span<UInt8>) -> Int128? {
    if unit.isEmpty || unit.equals("元") || unit.equals("元人民币") || unit.equals("人民币元") {
      return 1
    }
    if unit.equals("万") || unit.equals("万元") || unit.equals("万元人民币")
      || unit.equals("万人民币") || unit.equals("万人民币元")
    {
      return 10_000
    }
    if unit.equals("亿") || unit.equals("亿元") || unit.equals("亿元人民币") { return 100_000_000 }
    return nil
  }

  /// The element that names the currency of an amount; nil for amounts in yuan.
  static func currencyElement(of element: DataElement) -> DataElement? {
    switch element {
    case .registeredCapital: .capitalCurrency
    case .balance, .amount: .currency
    default: nil
    }
  }

  /// Whether a cell names a currency; nothing is yuan. Banks write the yuan as CNY, RMB,
  /// 156 (GB/T 12406), 01 (the central bank's old list) and in words.
  static func names(_ text: Span<UInt8>, _ code: [UInt8]) -> Bool {
    if code == Self.yuan {
      return text.isEmpty || text.equals("CNY") || text.equals("RMB") || text.equals("156")
        || text.equals("01") || text.equals("001") || text.equals("人民币")
        || text.equals("人民币元")
    }
    return text.equals(code.span)
  }

  static let yuan = Array("CNY".utf8)
}
