import Records

/// The number in a cell of a workbook, written out for reading.
enum CellNumber {
  /// Appends `text` as the shortest decimal without exponent. Returns what it is: a number
  /// whose digits are lost is one of more than 15 digits before the point, for Excel keeps
  /// no more than 15. Text that is no number is kept and called text.
  static func append(_ text: Range<Int>, of bytes: [UInt8], to target: inout [UInt8])
    -> WorkbookRow.Kind
  {
    // Most numbers are short and plain.
    var plain = text.count <= 15 && !text.isEmpty
    if plain, text.count > 1, bytes[text.lowerBound] == 0x30 { plain = false }
    for index in text where plain && !(0x30...0x39).contains(bytes[index]) { plain = false }
    if plain {
      for index in text { target.append(bytes[index]) }
      return .number
    }
    guard let number = value(text, of: bytes) else {
      target.append(contentsOf: bytes[text])
      return .text
    }
    let digits = bytes[text].drop { $0 == 0x2D }
    if abs(number) >= 1e15, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      target.append(contentsOf: bytes[text])  // as the file has it
    } else {
      append(number, to: &target)
    }
    return abs(number) >= 1e15 ? .precisionLost : .number
  }

  /// The finite number that `text` is.
  static func value(_ text: Range<Int>, of bytes: [UInt8]) -> Double? {
    var start = text.lowerBound
    var end = text.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    // Swift reads "nan", "inf" and "0x1p3" too.
    for index in start..<end {
      switch bytes[index] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: break
      default: return nil
      }
    }
    guard let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  /// Appends the shortest decimal that reads back as `number`, without exponent.
  static func append(_ number: Double, to target: inout [UInt8]) {
    if number == 0 { return target.append(0x30) }
    let text = Array(number.magnitude.description.utf8)
    if number < 0 { target.append(0x2D) }
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var place = 0
    while place < text.count, text[place] | 0x20 != 0x65 {
      if text[place] == 0x2E { point = digits.count } else { digits.append(text[place]) }
      place += 1
    }
    if place < text.count {
      exponent = Int(String(decoding: text[(place + 1)...], as: UTF8.self)) ?? 0
    }
    let before = (point ?? digits.count) + exponent  // digits before the point
    while digits.count > max(before, 1), digits.last == 0x30 { digits.removeLast() }
    if before <= 0 {
      target.append(contentsOf: [0x30, 0x2E])
      target.append(contentsOf: repeatElement(0x30, count: -before))
      target.append(contentsOf: digits)
    } else {
      // Leading zeros ("0.5" gives 0, 5 with one digit before the point) stay as they are.
      target.append(contentsOf: digits.prefix(before))
      target.append(contentsOf: repeatElement(0x30, count: max(before - digits.count, 0)))
      if digits.count > before {
        target.append(0x2E)
        target.append(contentsOf: digits[before...])
      }
    }
  }

  /// Appends the day or time that the serial number `text` is; false, with nothing appended,
  /// where it is none.
  static func append(
    serial text: Range<Int>, of bytes: [UInt8], format: CellStyles.Format, since1904: Bool,
    to target: inout [UInt8]
  ) -> Bool {
    guard let value = value(text, of: bytes), value >= 0,
      value < (since1904 ? 2_957_004 : 2_958_466)
    else { return false }
    var day = Int(value)
    var second = Int(((value - Double(day)) * 86_400).rounded())
    if second == 86_400 { (day, second) = (day + 1, 0) }
    if format == .elapsed || (format == .time && day == 0) {
      appendClock(day * 86_400 + second, to: &target)
      return true
    }
    switch (since1904, day) {
    case (true, _): target.append(day: Day(number: Int32(day) - 24_107))
    // What Excel shows for the day before 1900-01-01 and for the leap day that never was.
    case (false, 0): target.append(contentsOf: "1900-01-00".utf8)
    case (false, 60): target.append(contentsOf: "1900-02-29".utf8)
    case (false, ..<60): target.append(day: Day(number: Int32(day) - 25_568))
    default: target.append(day: Day(number: Int32(day) - 25_569))
    }
    if second != 0 {
      target.append(0x20)
      appendClock(second, to: &target)
    }
    return true
  }

  /// `HH:mm:ss`; more than two digits of hours where need be.
  private static func appendClock(_ seconds: Int, to target: inout [UInt8]) {
    let hours = seconds / 3600
    if hours >= 100 {
      target.append(contentsOf: String(hours).utf8)
    } else {
      target.append(UInt8(0x30 + hours / 10))
      target.append(UInt8(0x30 + hours % 10))
    }
    for value in [seconds / 60 % 60, seconds % 60] {
      target.append(0x3A)
      target.append(UInt8(0x30 + value / 10))
      target.append(UInt8(0x30 + value % 10))
    }
  }

  /// Appends a date of ISO 8601 as strict workbooks hold it: no `T`, no midnight.
  static func append(iso text: Range<Int>, of bytes: [UInt8], to target: inout [UInt8]) {
    let start = target.count
    target.append(contentsOf: bytes[text])
    if target.last == UInt8(ascii: "Z") { target.removeLast() }
    if target.count - start >= 11, target[start + 10] == UInt8(ascii: "T") {
      target[start + 10] = 0x20
    }
    if let point = target[start...].lastIndex(of: 0x2E) { target.removeLast(target.count - point) }
    if target.count - start == 19, target[(start + 10)...].elementsEqual(" 00:00:00".utf8) {
      target.removeLast(9)
    }
  }
}
