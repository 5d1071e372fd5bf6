/// What is wrong with a number. Positions count characters from 1, as the standards do.
package enum NumberFault: Equatable, Sendable {
  /// So many characters, which is not the length of such a number.
  case length(Int)
  /// A character that such a number cannot have at this place.
  case character(position: Int)
  /// The check characters do not follow from the others.
  case check(expected: CheckCharacters)
}

/// One or two check characters.
package struct CheckCharacters: Equatable, BitwiseCopyable, Sendable {
  package let first: UInt8
  /// Zero where there is but one.
  package let second: UInt8

  package init(_ first: UInt8, _ second: UInt8 = 0) {
    self.first = first
    self.second = second
  }

  package func append(to text: inout [UInt8]) {
    text.append(first)
    if second != 0 { text.append(second) }
  }
}
