import Records

/// An unchangeable table from 64-bit hashes to places in other tables. A hash that is
/// entered with two places leads nowhere.
package struct FrozenHashTable: Sendable {
  private let keys: FrozenArray<UInt64>
  private let values: FrozenArray<Int32>
  private let mask: Int

  /// O(n).
  package init(_ pairs: [(UInt64, Int32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [Int32](repeating: -1, count: capacity)
    for (key, value) in pairs {
      var place = Self.place(key) & (capacity - 1)
      while values[place] != -1, keys[place] != key { place = (place + 1) & (capacity - 1) }
      keys[place] = key
      values[place] = values[place] == -1 || values[place] == value ? value : -2
    }
    self.keys = FrozenArray(keys)
    self.values = FrozenArray(values)
    mask = capacity - 1
  }

  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).high)
  }

  /// The only value of `key`, or nil. O(1).
  package subscript(key: UInt64) -> Int? {
    var place = Self.place(key) & mask
    while true {
      let value = values[place]
      if value == -1 { return nil }
      if keys[place] == key { return value < 0 ? nil : Int(value) }
      place = (place + 1) & mask
    }
  }
}

/// A stretch of a frozen array.
package struct FrozenSlice<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, Sendable {
  private let array: FrozenArray<Element>
  private let range: Range<Int>

  package init(_ array: FrozenArray<Element>, _ range: Range<Int>) {
    self.array = array
    self.range = range
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { range.count }
  package subscript(index: Int) -> Element { array[range.lowerBound + index] }
}
