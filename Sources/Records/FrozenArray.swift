/// An array that is never changed and never freed, such as a code table that lives as
/// long as the process.
///
/// It is a plain value without a reference count: two cores that read one table do not
/// fight over a counter. Reading is checked against the bounds.
@safe @frozen public struct FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element.
  public let base: UnsafePointer<Element>
  /// Number of elements.
  public let count: Int

  /// Copies `elements` to memory of its own. O(n).
  public init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    unsafe elements.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      unsafe memory.initialize(from: first, count: source.count)
    }
    unsafe base = UnsafePointer(memory)
    count = elements.count
  }

  /// Places of the elements.
  @inlinable @inline(__always) public var indices: Range<Int> { 0..<count }
  /// Whether there are none.
  @inlinable @inline(__always) public var isEmpty: Bool { count == 0 }

  /// The element at a place, which must be one. O(1).
  @inlinable @inline(__always) public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return unsafe base[index]
  }

  /// All elements, valid for ever. O(1).
  @inlinable public var span: Span<Element> {
    @_lifetime(immortal) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: ())
    }
  }
}
