/// Where the value of one field lies in the byte buffer of its batch.
@frozen public struct Cell: BitwiseCopyable, Sendable, Equatable {
  /// The first byte.
  public var start: UInt32
  /// The byte after the last.
  public var end: UInt32

  /// From a byte up to another.
  @inlinable @inline(__always) public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The cell of a range.
  @inlinable @inline(__always) public init(_ range: Range<Int>) {
    self.init(
      UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// A cell without a value.
  @inlinable public static var empty: Cell { Cell(0, 0) }
  /// Whether it has no bytes.
  @inlinable public var isEmpty: Bool { start == end }
  /// Its bytes in the buffer.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}
