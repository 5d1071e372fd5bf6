/// Where the value of one field lies in the byte buffer of its batch.
@frozen package struct Cell: BitwiseCopyable, Sendable, Equatable {
  /// First byte and the byte after the last.
  package var start: UInt32
  package var end: UInt32

  @inlinable @inline(__always) package init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  @inlinable @inline(__always) package init(_ range: Range<Int>) {
    self.init(UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
  }

  @inlinable package static var empty: Cell { Cell(0, 0) }
  @inlinable package var isEmpty: Bool { start == end }
  @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
}
