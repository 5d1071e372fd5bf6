/// Places of a few byte values in a buffer, in order: the skeleton of a delimited file.
///
/// Reused from piece to piece; the memory grows to the largest piece and stays.
public struct BytePlaces: Sendable {
  @usableFromInline var places: [UInt32] = []
  /// How many were found.
  public private(set) var count = 0

  /// Without places.
  public init() {}

  /// The place at `index`, which must be below `count`. O(1).
  @inlinable @inline(__always) public subscript(index: Int) -> Int {
    Int(places[index])
  }

  /// Finds every `a`, `b` or `c` between `range`, eight bytes at a time. Give one value
  /// twice where fewer are wanted. O(n). At most 4 GiB.
  public mutating func find(
    _ a: UInt8, _ b: UInt8, _ c: UInt8, in bytes: [UInt8], _ range: Range<Int>
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    count = 0
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (wordA, wordB, wordC) = (UInt64(a) &* ones, UInt64(b) &* ones, UInt64(c) &* ones)
    let three = c != b && c != a
    var place = range.lowerBound
    while place < range.upperBound {
      // Room for every byte of a stretch to be a hit.
      let stop = min(place + 32 << 10, range.upperBound)
      if places.count < count + stop - place {
        places.append(
          contentsOf: repeatElement(0, count: max(count + stop - place - places.count, 64 << 10)))
      }
      var found = count
      let from = place
      unsafe places.withUnsafeMutableBufferPointer { places in
        unsafe bytes.withUnsafeBytes { memory in
          let output = places.baseAddress!
          let input = memory.baseAddress!
          var index = from
          while index + 8 <= stop {
            let word = unsafe UInt64(
              littleEndian: input.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let x = word ^ wordA
            let y = word ^ wordB
            // 0x80 in every byte that is equal: exact, without carries between bytes.
            var hits = ~(((x & low) &+ low) | x) & ~low | ~(((y & low) &+ low) | y) & ~low
            if three {
              let z = word ^ wordC
              hits |= ~(((z & low) &+ low) | z) & ~low
            }
            while hits != 0 {
              unsafe output[found] = UInt32(
                truncatingIfNeeded: index &+ hits.trailingZeroBitCount >> 3)
              found &+= 1
              hits &= hits &- 1
            }
            index += 8
          }
          while index < stop {
            let byte = unsafe input.load(fromByteOffset: index, as: UInt8.self)
            if byte == a || byte == b || byte == c {
              unsafe output[found] = UInt32(truncatingIfNeeded: index)
              found &+= 1
            }
            index += 1
          }
        }
      }
      count = found
      place = stop
    }
  }
}

extension Array<UInt8> {
  /// Place of the first byte of `range` that is not `byte`, or nil. O(n), eight at a time.
  public func firstOther(than byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { memory in
      let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let others = word ^ pattern
        if others != 0 { return index + others.trailingZeroBitCount >> 3 }
        index += 8
      }
      while index < range.upperBound {
        if unsafe memory[index] != byte { return index }
        index += 1
      }
      return nil
    }
  }

  /// Place of the first `byte` in `range`, or its end where there is none. O(n), eight at a
  /// time.
  public func place(of byte: UInt8, in range: Range<Int>) -> Int {
    place(of: byte, or: byte, in: range)
  }

  /// Place of the first `a` or `b` in `range`, or its end where there is neither. O(n), eight
  /// at a time.
  public func place(of a: UInt8, or b: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { memory in
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      let ones: UInt64 = 0x0101_0101_0101_0101
      let (wordA, wordB) = (UInt64(a) &* ones, UInt64(b) &* ones)
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let (x, y) = (word ^ wordA, word ^ wordB)
        let hits = ~(((x & low) &+ low) | x) & ~low | ~(((y & low) &+ low) | y) & ~low
        if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
        index += 8
      }
      while index < range.upperBound {
        let byte = unsafe memory[index]
        if byte == a || byte == b { return index }
        index += 1
      }
      return index
    }
  }

  /// Place of the last `byte` in `range`, or nil. O(n).
  public func lastPlace(of byte: UInt8, in range: Range<Int>) -> Int? {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if self[index] == byte { return index }
    }
    return nil
  }

  /// How often `byte` occurs in `range`. O(n), sixteen bytes at a time.
  public func occurrences(of byte: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { memory in
      var total = 0
      let pattern = SIMD16<UInt8>(repeating: byte)
      let one = SIMD16<UInt8>(repeating: 1)
      let none = SIMD16<UInt8>(repeating: 0)
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        // A lane counts to 255 before it would run over.
        let stop = Swift.min(index + 255 * 16, range.upperBound - 15)
        var lanes = none
        while index < stop {
          let bytes = unsafe memory.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
          lanes &+= one.replacing(with: none, where: bytes .!= pattern)
          index += 16
        }
        for lane in 0..<16 { total += Int(lanes[lane]) }
      }
      while index < range.upperBound {
        if unsafe memory[index] == byte { total += 1 }
        index += 1
      }
      return total
    }
  }
}
