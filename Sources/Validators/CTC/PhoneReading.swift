import Records

/// How a telephone field reads: its first good number, else its first number.
///
/// Blanks, hyphens, brackets and full-width characters may stand anywhere in a number; +86,
/// 0086 and 86 may stand before it, an extension behind it. Several numbers may share the
/// field, separated by anything else.
package struct PhoneReading: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    /// The field is empty.
    case empty
    /// Not one digit.
    case words
    /// Eleven digits, 13 to 19.
    case mobile
    /// Area code and seven or eight digits.
    case landline
    /// 400 and 800 numbers, 95588, 10086, 12345.
    case service
    /// Another country or Hong Kong, Macao, Taiwan.
    case international
    /// Thirteen digits, for machines.
    case machine
    /// Seven or eight digits without an area code.
    case local
    case malformed

    /// Whether one can call it from elsewhere.
    package var isGood: Bool {
      switch self {
      case .mobile, .landline, .service, .international, .machine: true
      case .empty, .words, .local, .malformed: false
      }
    }
  }

  package private(set) var kind = Kind.empty
  /// Number of digits without country code and extension.
  package private(set) var count: UInt8 = 0
  /// Of these the area code with its zero.
  package private(set) var areaCount: UInt8 = 0
  /// The digits, the first lowest, four bits each; of long numbers the first sixteen.
  package private(set) var digits: UInt64 = 0
  /// Number of digits of the whole field, up to where it was read.
  package private(set) var fieldCount: UInt8 = 0

  package init() {}

  /// Reads a field. O(bytes), no allocation.
  package init(_ text: Span<UInt8>) {
    if text.isEmpty { return }
    kind = .words
    if text.count == 11, text[0] == 0x31, text[1] >= 0x33, text[1] <= 0x39 {
      var packed: UInt64 = 0
      var index = 0
      while index < 11, text[index].isDigit {
        packed |= UInt64(text[index] &- 0x30) << UInt64(index * 4)
        index += 1
      }
      if index == 11 {
        (kind, count, digits, fieldCount) = (.mobile, 11, packed, 11)
        return
      }
    }
    var number = Number()
    var place = 0
    while place < text.count {
      let (token, length) = Self.token(text, place)
      place += length
      switch token {
      case .digit(let digit): number.append(digit)
      case .plus: if number.count == 0 { number.hasPlus = true } else { number.cut() }
      case .joint: number.cut()
      case .end:
        take(number)
        if kind.isGood { return }
        number = Number()
      }
    }
    take(number)
  }

  /// The digit at a place.
  package func digit(_ index: Int) -> Int {
    index < 16 ? Int(digits >> UInt64(index * 4) & 15) : 0
  }

  /// The first four digits as a number.
  package var prefix: Int { digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) }

  /// Length of the run of one digit at the end; numbers of up to sixteen digits.
  package var trailingRun: Int {
    guard count > 0, count <= 16 else { return 0 }
    let last = digit(Int(count) - 1)
    var run = 1
    while run < Int(count), digit(Int(count) - 1 - run) == last { run += 1 }
    return run
  }

  // MARK: Reading

  private enum Token {
    case digit(UInt8)
    case plus
    /// A mark inside a number.
    case joint
    /// Anything that a number does not contain.
    case end
  }

  private static func token(_ text: Span<UInt8>, _ place: Int) -> (Token, Int) {
    let byte = text[place]
    if byte.isDigit { return (.digit(byte &- 0x30), 1) }
    switch byte {
    case UInt8(ascii: "+"): return (.plus, 1)
    case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"):
      return (.joint, 1)
    default: break
    }
    if byte < 0x80 || place + 1 >= text.count { return (.end, 1) }
    let second = text[place + 1]
    if byte == 0xC2 { return (second == 0xA0 || second == 0xB7 ? .joint : .end, 2) }
    if byte < 0xE0 || place + 2 >= text.count { return (.end, 1) }
    let third = text[place + 2]
    if byte == 0xEF, second == 0xBC {
      if third >= 0x90, third <= 0x99 { return (.digit(third &- 0x90), 3) }
      switch third {
      case 0x8B: return (.plus, 3)
      case 0x88, 0x89, 0x8D, 0x8E: return (.joint, 3)
      default: return (.end, 3)
      }
    }
    if byte == 0xE2, second == 0x80, third >= 0x80, third <= 0x95 { return (.joint, 3) }
    if byte == 0xE2, second == 0x88, third == 0x92 { return (.joint, 3) }
    if byte == 0xE3, second == 0x80, third == 0x80 { return (.joint, 3) }
    return (.end, byte >= 0xE0 && byte < 0xF0 ? 3 : 1)
  }

  /// The digits of one number as they come.
  private struct Number {
    var digits: UInt64 = 0
    var count = 0
    /// Bit n: a mark stands before digit n.
    var cuts: UInt32 = 0
    var hasPlus = false

    mutating func append(_ digit: UInt8) {
      if count < 16 { digits |= UInt64(digit) << UInt64(count * 4) }
      count += 1
    }
    mutating func cut() { if count > 0, count < 32 { cuts |= 1 << UInt32(count) } }
    func digit(_ index: Int) -> Int {
      index < 16 && index < count ? Int(digits >> UInt64(index * 4) & 15) : -1
    }
    /// Whether the number ends or is cut behind `length` digits from `start`.
    func stops(_ start: Int, _ length: Int) -> Bool {
      let end = start + length
      return end == count || end < count && end < 32 && cuts >> UInt32(end) & 1 == 1
    }
  }

  private mutating func take(_ number: Number) {
    if number.count == 0 { return }
    var found = Self.classify(number, from: 0)
    if !found.kind.isGood, number.cuts != 0 {
      // Two numbers with a blank between them.
      for start in 1..<min(number.count, 16) where number.cuts >> UInt32(start) & 1 == 1 {
        let later = Self.classify(number, from: start)
        if later.kind == .mobile || later.kind == .landline, later.count >= 10 {
          found = later
          break
        }
      }
    }
    let seen = Int(fieldCount) + number.count
    if found.kind.isGood || kind == .words { self = found }
    fieldCount = UInt8(clamping: seen)
  }

  private static func made(
    _ kind: Kind, _ number: Number, _ start: Int, _ count: Int, area: Int = 0
  ) -> PhoneReading {
    var reading = PhoneReading()
    reading.kind = kind
    reading.count = UInt8(clamping: count)
    reading.areaCount = UInt8(clamping: min(area, count))
    reading.digits = start < 16 ? number.digits >> UInt64(start * 4) : 0
    if count < 16 { reading.digits &= 1 << UInt64(count * 4) &- 1 }
    return reading
  }

  private static func classify(_ number: Number, from first: Int) -> PhoneReading {
    var start = first
    var isNational = false
    let all = number.count - start
    if number.hasPlus, first == 0 {
      if number.digit(0) == 8, number.digit(1) == 6 {
        start += 2
        isNational = true
      } else {
        return made(all >= 6 && all <= 15 ? .international : .malformed, number, start, all)
      }
    } else if number.digit(start) == 0, number.digit(start + 1) == 0, all > 4 {
      if number.digit(start + 2) == 8, number.digit(start + 3) == 6 {
        start += 4
        isNational = true
      } else if number.digit(start + 2) > 0 {
        return made(
          all >= 8 && all <= 17 ? .international : .malformed, number, start + 2, all - 2)
      }
    } else if number.digit(start) == 8, number.digit(start + 1) == 6, all >= 11 {
      let next = number.digit(start + 2)
      let isMobile = next == 1 && number.digit(start + 3) >= 3 && number.stops(start + 2, 11)
      let isLandline = next == 0 && all >= 12 && all <= 14
      if isMobile || isLandline || number.cuts >> UInt32(start + 2) & 1 == 1 {
        start += 2
        isNational = true
      }
    }
    let count = number.count - start
    let (d0, d1, d2) = (number.digit(start), number.digit(start + 1), number.digit(start + 2))
    switch d0 {
    case 1:
      if d1 >= 3 {
        if number.stops(start, 11) { return made(.mobile, number, start, 11) }
        if count == 13, d1 == 4 { return made(.machine, number, start, count) }
        return made(.malformed, number, start, count)
      }
      if d1 == 0, d2 == 6, count == 13 { return made(.machine, number, start, count) }
      if isNational, d1 == 0, number.stops(start, 10) {
        return made(.landline, number, start, 10, area: 2)
      }
      if count == 5 || count == 3 || count == 6 && d1 == 2 {
        return made(.service, number, start, count)
      }
      return made(.malformed, number, start, count)
    case 0:
      if d1 == 1, d2 >= 3, number.stops(start, 12) {
        return made(.mobile, number, start + 1, 11)
      }
      if d1 <= 0 || d1 == 1 && d2 != 0 { return made(.malformed, number, start, count) }
      let area = d1 <= 2 ? 3 : 4
      let opening = number.digit(start + area)
      if opening >= 2 {
        if number.stops(start, area + 8) {
          return made(.landline, number, start, area + 8, area: area)
        }
        if number.stops(start, area + 7) {
          return made(.landline, number, start, area + 7, area: area)
        }
      }
      if opening == 9 || opening == 1, count - area >= 3, count - area <= 6 {
        return made(.service, number, start, count, area: area)
      }
      return made(.malformed, number, start, count, area: area)
    default:
      if d0 == 4 || d0 == 8, d1 == 0, d2 == 0, number.stops(start, 10) {
        return made(.service, number, start, 10)
      }
      if d0 == 9, d1 == 5 || d1 == 6, count == 5 || count == 6 || d1 == 5 && count == 8 {
        return made(.service, number, start, count)
      }
      if isNational {
        let area = d0 == 2 ? 2 : 3
        if number.stops(start, area + 8) {
          return made(.landline, number, start, area + 8, area: area)
        }
        if number.stops(start, area + 7) {
          return made(.landline, number, start, area + 7, area: area)
        }
        return made(.malformed, number, start, count)
      }
      if d0 == 8, d1 == 5, d2 == 2 || d2 == 3, count == 11 {
        return made(.international, number, start, count)
      }
      if d0 == 8, d1 == 8, d2 == 6, count == 11 || count == 12 {
        return made(.international, number, start, count)
      }
      if number.stops(start, 8), count <= 14 { return made(.local, number, start, 8) }
      if number.stops(start, 7), count <= 13 { return made(.local, number, start, 7) }
      return made(.malformed, number, start, count)
    }
  }
}
