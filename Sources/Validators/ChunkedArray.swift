/// A long array that grows by one element and never moves: what is there stays where it is, so
/// that growing copies nothing and needs no memory for two. Full chunks go to the disk where
/// the store has no memory left for them.
package struct ChunkedArray<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Elements of a chunk.
  package static var chunk: Int { 1 << 16 }

  private enum Chunk: Sendable {
    case memory([Element])
    /// Where it begins in the store's file.
    case disk(Int)
  }

  private var newest: [Element] = []
  private var full: [Chunk] = []
  private let store: StateStore?

  /// Without a store all stays in memory.
  package init(in store: StateStore? = nil) { self.store = store }

  /// Number of elements.
  package var count: Int { full.count * Self.chunk + newest.count }

  /// Adds an element at the end. O(1).
  @inline(__always) package mutating func append(_ element: Element) {
    if newest.count == Self.chunk { closeChunk() }
    if newest.isEmpty { newest.reserveCapacity(Self.chunk) }
    newest.append(element)
  }

  private mutating func closeChunk() {
    if let start = store?.put(newest) {
      full.append(.disk(start))
      newest.removeAll(keepingCapacity: true)
    } else {
      full.append(.memory(newest))
      newest = []
    }
  }

  /// The element at a place, which must be one; nil where the disk does not give it back.
  /// O(1).
  package func element(at place: Int) -> Element? {
    let (number, inside) = (place / Self.chunk, place % Self.chunk)
    if number == full.count { return newest[inside] }
    switch full[number] {
    case .memory(let elements): return elements[inside]
    case .disk(let start):
      let offset = start + inside * MemoryLayout<Element>.stride
      return store?.get(1, at: offset, of: Element.self).first
    }
  }

  /// Number of chunks; chunk `n` begins with the element at `n * chunk`.
  package var chunkCount: Int { full.count + (newest.isEmpty ? 0 : 1) }

  /// The elements of a chunk; none where the disk does not give them back.
  package func chunk(_ number: Int) -> [Element] {
    if number == full.count { return newest }
    switch full[number] {
    case .memory(let elements): return elements
    case .disk(let start): return store?.get(Self.chunk, at: start, of: Element.self) ?? []
    }
  }
}
