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

  private init(_ memory: UnsafeMutablePointer<Element>, count: Int) {
    unsafe base = UnsafePointer(memory)
    self.count = count
  }

  /// Fills an array whose size is known before, without a copy of it.
  @safe public struct Builder: ~Copyable {
    private let memory: UnsafeMutablePointer<Element>
    private let capacity: Int
    /// Number of elements so far.
    public private(set) var count = 0

    /// Takes memory for `capacity` elements; it is never given back.
    public init(capacity: Int) {
      self.capacity = capacity
      unsafe memory = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity, 1))
    }

    /// Adds an element. There must be room. O(1).
    public mutating func append(_ element: Element) {
      precondition(count < capacity)
      unsafe (memory + count).initialize(to: element)
      count += 1
    }

    /// Adds elements. There must be room. O(n).
    public mutating func append(_ elements: Span<Element>) {
      precondition(elements.count <= capacity - count)
      let place = unsafe memory + count
      unsafe elements.withUnsafeBufferPointer { source in
        guard let first = source.baseAddress else { return }
        unsafe place.initialize(from: first, count: source.count)
      }
      count += elements.count
    }

    /// The elements added so far.
    public consuming func finish() -> FrozenArray {
      unsafe FrozenArray(memory, count: count)
    }
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
