import Foundation

/// A day of the Gregorian calendar, as the number of days since 1970-01-01.
@frozen public struct Day: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int32

  /// The day so many days after 1970-01-01.
  @inlinable public init(number: Int32) { self.number = number }

  /// `nil` where the calendar has no such day, or the year lies outside 1 to 9999. O(1).
  @inlinable public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= 28 || day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    // After Howard Hinnant's days-from-civil: years begin in March.
    let shifted = UInt32(truncatingIfNeeded: month <= 2 ? year - 1 : year)
    let fromMarch = UInt32(truncatingIfNeeded: month > 2 ? month - 3 : month + 9)
    let centuries = shifted / 100
    let dayOfYear = (153 &* fromMarch &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day) &- 1
    let days = shifted &* 365 &+ shifted / 4 &- centuries &+ centuries / 4 &+ dayOfYear
    number = Int32(bitPattern: days) &- 719_468
  }

  /// Days of a month, leap years counted.
  @inlinable public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day. O(1).
  @inlinable public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Year, 1 to 9999.
  public var year: Int { parts.year }

  /// The same day `count` years later; 29 February becomes 28 February where need be.
  public func adding(years count: Int) -> Day {
    let (year, month, day) = parts
    let target = min(max(year + count, 1), 9999)
    return Day(year: target, month: month, day: min(day, Day.length(ofMonth: month, in: target)))
      ?? self
  }

  /// So many days later.
  public func adding(days count: Int) -> Day { Day(number: number + Int32(clamping: count)) }

  /// Whole years from `birth` to this day: an age. Negative before birth.
  public func years(since birth: Day) -> Int {
    let (year, month, day) = parts
    let from = birth.parts
    return year - from.year - ((month, day) < (from.month, from.day) ? 1 : 0)
  }

  /// Earlier.
  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: CustomStringConvertible {
  /// `yyyy-MM-dd`.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.append(day: self)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The day written as `text`, in any form that `DateReading` knows, or `nil`.
  public init?(_ text: String) {
    guard case .day(let day) = DateReading(Array(text.utf8).span) else { return nil }
    self = day
  }
}

extension Day {
  /// The present day in the time zone of the machine.
  public static var today: Day {
    let now = Date()
    let seconds = now.timeIntervalSince1970 + Double(TimeZone.current.secondsFromGMT(for: now))
    return Day(number: Int32((seconds / 86_400).rounded(.down)))
  }
}

extension Array<UInt8> {
  /// Appends `yyyy-MM-dd`.
  public mutating func append(day: Day) {
    let (year, month, number) = day.parts
    for (value, width) in [(year, 4), (month, 2), (number, 2)] {
      if width == 2 { append(UInt8(ascii: "-")) }
      var divisor = width == 4 ? 1000 : 10
      while divisor > 0 {
        append(UInt8(value / divisor % 10) + 0x30)
        divisor /= 10
      }
    }
  }
}

/// What a date field says.
public enum DateReading: Equatable, Sendable {
  case empty
  case day(Day)
  /// 长期, 9999-12-31: without end.
  case endless
  /// Shaped like a date, but the calendar has no such day.
  case impossible
  case notADate
}

extension DateReading {
  /// What a date written as the number yyyyMMdd says.
  @inlinable init(number: Int) {
    if number == 9999_12_31 || number == 2099_12_31 {
      self = .endless
    } else if let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) {
      self = .day(day)
    } else {
      self = .impossible
    }
  }

  /// Reads `yyyyMMdd`, `yyyy-MM-dd`, `yyyy/M/d`, `yyyy.M.d`, `yyyy年M月d日`, a time behind it
  /// left out of account, and the words for "without end". Bytes without blanks around.
  @inlinable public init(_ text: Span<UInt8>) {
    if text.isEmpty {
      self = .empty
    } else if let number = text.plainDate {
      self.init(number: number)
    } else {
      self.init(slowly: text)
    }
  }

  /// Reads any form; not for an empty text.
  @usableFromInline init(slowly text: Span<UInt8>) {
    guard text[0].isDigit else {
      self = text.equals("长期") || text.equals("长期有效") || text.equals("永久") ? .endless : .notADate
      return
    }
    var numbers = (0, 0, 0)
    if text.count == 8, let all = text.decimalValue {
      numbers = (all / 10_000, all / 100 % 100, all % 100)
    } else {
      var place = 0
      func number(_ most: Int) -> Int? {
        var value = 0
        let start = place
        while place < text.count, place - start < most, text[place].isDigit {
          value = value * 10 + Int(text[place] &- 0x30)
          place += 1
        }
        return place == start ? nil : value
      }
      func separator(_ literal: StaticString) -> Bool {
        if place >= text.count { return false }
        if text[place] == 0x2D || text[place] == 0x2F || text[place] == 0x2E {
          place += 1
          return true
        }
        guard text.extracting(place..<text.count).starts(with: literal) else { return false }
        place += literal.utf8CodeUnitCount
        return true
      }
      if text.count >= 14, text.extracting(0..<8).isAllDigits,
        text[8].isDigit || text[8] == 0x20, let all = text.extracting(0..<8).decimalValue
      {
        numbers = (all / 10_000, all / 100 % 100, all % 100)
      } else {
        guard let year = number(4), place == 4, separator("年"), let month = number(2),
          separator("月"), let day = number(2)
        else {
          self = .notADate
          return
        }
        if place < text.count, text.extracting(place..<text.count).starts(with: "日") { place += 3 }
        if place < text.count, text[place] != 0x20, text[place] != UInt8(ascii: "T") {
          self = .notADate
          return
        }
        numbers = (year, month, day)
      }
    }
    if numbers == (9999, 12, 31) || numbers == (2099, 12, 31) {
      self = .endless
    } else if let day = Day(year: numbers.0, month: numbers.1, day: numbers.2) {
      self = .day(day)
    } else {
      self = .impossible
    }
  }
}
