/// A long array that grows by one element and never moves: what is there stays where it is, so
/// that growing copies nothing and needs no memory for two.
package struct ChunkedArray<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Elements of a chunk.
  package static var chunk: Int { 1 << 16 }

  private var newest: [Element] = []
  private var full: [[Element]] = []

  package init() {}

  /// Number of elements.
  package var count: Int { full.count * Self.chunk + newest.count }

  /// Adds an element at the end. O(1).
  @inline(__always) package mutating func append(_ element: Element) {
    if newest.count == Self.chunk { closeChunk() }
    if newest.isEmpty { newest.reserveCapacity(Self.chunk) }
    newest.append(element)
  }

  private mutating func closeChunk() {
    full.append(newest)
    newest = []
  }

  /// The element at a place, which must be one. O(1).
  package subscript(place: Int) -> Element {
    let number = place / Self.chunk
    return number < full.count ? full[number][place % Self.chunk] : newest[place % Self.chunk]
  }

  /// All elements, chunk by chunk: chunk `n` begins with the element at `n * chunk`.
  package var chunks: [[Element]] { newest.isEmpty ? full : full + [newest] }
}
