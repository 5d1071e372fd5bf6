import Records

/// Citizen identification number, 公民身份号码: 18 characters, namely division (1–6), date of
/// birth (7–14), sequence (15–17, odd for men), check character (18). The older form of 15
/// digits has a year of two digits and no check character.
///
/// Whether the division ever existed is asked of the lists, and whether the date lies in the
/// past of the day the data speak of. Source: GB 11643-1999 (ISO 7064 MOD 11-2).
package struct ResidentID: Equatable, BitwiseCopyable, Sendable {
  /// Division code, six digits as a number.
  package let region: Int32
  /// Nil where the calendar has no such day.
  package let birth: Day?
  package let sequence: Int16
  /// The check character that follows from the others, in either form.
  package let expectedCheck: UInt8
  /// Whether the check character is right; a number of 15 digits has none to be wrong.
  package let checkHolds: Bool
  package let isFifteen: Bool

  package var isMale: Bool { sequence % 2 == 1 }
  /// The card of a foreigner with permanent residence (since 2023) has a number of the same
  /// make, in which 9, the place of application and the nationality stand for the division.
  package var isForeigner: Bool { region / 100_000 == 9 && !isFifteen }
  /// Whether the arithmetic leaves nothing to object to.
  package var isSound: Bool { checkHolds && birth != nil }

  /// Weighted sums by Horner: the weight of a place is twice that of the place behind it, and
  /// the whole must leave 1 when divided by 11.
  private static func check(_ sum: Int) -> UInt8 {
    let value = (12 - sum * 2 % 11) % 11
    return value == 10 ? 0x58 : UInt8(truncatingIfNeeded: value) &+ 0x30
  }

  /// Reads a number without blanks around it; a small x is as good as a capital.
  /// O(1), no allocation.
  package static func read(_ text: Span<UInt8>) -> Reading {
    if text.count == 18 {
      var sum = 0
      var value = 0
      var index = 0
      while index < 17 {
        let digit = text[index] &- 0x30
        if digit > 9 { return .malformed(.character(position: position(index, in: text))) }
        sum = sum &* 2 &+ Int(digit)
        value = value &* 10 &+ Int(digit)
        index += 1
      }
      let last = text[17].uppercased
      if !last.isDigit && last != 0x58 {
        return .malformed(.character(position: position(17, in: text)))
      }
      let expected = check(sum)
      let date = value / 1000 % 100_000_000
      return .read(
        ResidentID(
          region: Int32(truncatingIfNeeded: value / 100_000_000_000),
          birth: Day(year: date / 10_000, month: date / 100 % 100, day: date % 100),
          sequence: Int16(truncatingIfNeeded: value % 1000), expectedCheck: expected,
          checkHolds: last == expected, isFifteen: false))
    }
    if text.count == 15 { return readFifteen(text) }
    for index in text.indices {
      let digit = text[index].isDigit || (index == text.count - 1 && text[index].uppercased == 0x58)
      if !digit && text[index] >= 0x80 {
        return .malformed(.character(position: position(index, in: text)))
      }
    }
    return .malformed(.length(text.characterCount))
  }

  private static func readFifteen(_ text: Span<UInt8>) -> Reading {
    var value = 0
    var index = 0
    while index < 15 {
      if !text[index].isDigit { return .malformed(.character(position: position(index, in: text))) }
      value = value &* 10 &+ Int(text[index] &- 0x30)
      index += 1
    }
    let sequence = value % 1000
    let date = value / 1000 % 1_000_000
    // 996 to 999 were kept for people who were over a hundred when numbers were given out.
    let century = sequence >= 996 ? 18 : 19
    let region = value / 1_000_000_000
    let whole = (region * 100 + century) * 1_000_000_000 + value % 1_000_000_000
    var (sum, weight, rest) = (0, 1, whole)
    while rest > 0 {
      sum += rest % 10 * weight
      weight *= 2
      rest /= 10
    }
    return .read(
      ResidentID(
        region: Int32(truncatingIfNeeded: region),
        birth: Day(year: century * 100 + date / 10_000, month: date / 100 % 100, day: date % 100),
        sequence: Int16(truncatingIfNeeded: sequence), expectedCheck: check(sum),
        checkHolds: true, isFifteen: true))
  }

  /// The place of a byte, counted in characters from 1.
  private static func position(_ index: Int, in text: Span<UInt8>) -> Int {
    max(text.extracting(0...index).characterCount, 1)
  }

  /// Appends the number in its form of 18 characters. `text` is the number that was read.
  package func appendEighteen(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    guard isFifteen else {
      bytes.append(text)
      return
    }
    bytes.append(text.extracting(0..<6))
    bytes.append(decimal: sequence >= 996 ? 18 : 19)
    bytes.append(text.extracting(6..<15))
    bytes.append(expectedCheck)
  }

  /// What a text says when it is read as such a number.
  package enum Reading: Equatable, Sendable {
    case malformed(NumberFault)
    case read(ResidentID)
  }
}
