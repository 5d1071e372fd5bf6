/// Where the value of one field lies in the byte buffer of its batch.
@frozen public struct Cell: BitwiseCopyable, Sendable, Equatable {
  /// First byte and the byte after the last.
  public var start: UInt32
  public var end: UInt32

  @inlinable @inline(__always) public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  @inlinable @inline(__always) public init(_ range: Range<Int>) {
    self.init(UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
  }

  @inlinable public static var empty: Cell { Cell(0, 0) }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}
