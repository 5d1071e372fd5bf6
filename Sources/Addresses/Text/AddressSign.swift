/// What a character is for the reading of addresses.
@frozen @usableFromInline
package enum AddressSign: UInt8, BitwiseCopyable, Sendable {
  case other
  /// Left out of the text: blanks, invisible marks.
  case blank
  /// Comma, full stop, slash and the like.
  case separator
  case dash, hash, open, close
  case digit, letter
  /// 一 to 十, 百, 零.
  case numeral
  /// 甲 to 庚.
  case stem
  /// May end a name: 路, 街, 村, …
  case ending
  /// Follows a number and says of what: 号, 栋, 室, …
  case unit

  /// Whether numbers of buildings and rooms are made of it.
  @inlinable package var isNumeric: Bool {
    self == .digit || self == .letter || self == .numeral || self == .stem
  }
}
