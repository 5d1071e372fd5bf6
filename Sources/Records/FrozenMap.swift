/// An unchangeable table from short keys to places in other tables.
///
/// Open addressing, at most half full; a look-up touches one cache line as a rule and
/// never allocates.
@frozen public struct FrozenMap: Sendable {
  /// Keys by slot.
  public let keys: FrozenArray<ShortKey>
  /// Values by slot; -1 where the slot is free.
  public let values: FrozenArray<Int32>
  /// Number of slots less one.
  public let mask: Int
  /// Number of keys.
  public let count: Int

  /// Of keys that repeat, the first counts. O(n).
  public init(_ pairs: [(ShortKey, Int32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    var keys = [ShortKey](repeating: ShortKey("")!, count: capacity)
    var values = [Int32](repeating: -1, count: capacity)
    var count = 0
    for (key, value) in pairs {
      precondition(value >= 0)
      var place = Int(truncatingIfNeeded: key.mixed) & (capacity - 1)
      while values[place] >= 0, keys[place] != key { place = (place + 1) & (capacity - 1) }
      if values[place] < 0 {
        keys[place] = key
        values[place] = value
        count += 1
      }
    }
    self.keys = FrozenArray(keys)
    self.values = FrozenArray(values)
    self.mask = capacity - 1
    self.count = count
  }

  /// The value of `key`, or `nil`. O(1).
  @inlinable @inline(__always) public subscript(key: ShortKey) -> Int? {
    var place = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let value = values[place]
      if value < 0 { return nil }
      if keys[place] == key { return Int(value) }
      place = (place + 1) & mask
    }
  }

  /// The value of a key of at most 15 bytes, or `nil`. O(1).
  @inlinable @inline(__always) public subscript(bytes: Span<UInt8>) -> Int? {
    guard let key = ShortKey(bytes) else { return nil }
    return self[key]
  }
}
