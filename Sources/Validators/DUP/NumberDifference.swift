import Records

/// How two numbers that are written down differ.
enum NumberDifference: Equatable {
  case none
  /// One character is another.
  case oneCharacter
  /// Two neighbours have changed places.
  case swapped
  /// One of them has one character more.
  case oneMissing
  case other

  /// O(characters). Numbers that the keys do not hold without loss differ in all.
  init(_ a: PackedKey, _ b: PackedKey) {
    if a == b {
      self = .none
      return
    }
    guard a.isExact, b.isExact else {
      self = .other
      return
    }
    var (one, two): ([UInt8], [UInt8]) = ([], [])
    a.write(to: &one)
    b.write(to: &two)
    self.init(one.span, two.span)
  }

  init(_ a: Span<UInt8>, _ b: Span<UInt8>) {
    self = .other
    if a.count > b.count {
      self.init(b, a)
      return
    }
    var start = 0
    while start < a.count, a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    switch (endA - start, endB - start) {
    case (0, 0): self = .none
    case (1, 1): self = .oneCharacter
    case (0, 1): self = .oneMissing
    case (2, 2) where a[start] == b[start + 1] && a[start + 1] == b[start]: self = .swapped
    default: break
    }
  }
}
