/// Numbers keys in the order in which they are first seen: branches, customer managers.
public struct KeyIndex: Sendable {
  @usableFromInline var keys: [PackedKey]
  @usableFromInline var numbers: [Int32]
  @usableFromInline var mask: Int
  /// Number of different keys.
  public private(set) var count = 0

  /// An index without keys.
  public init() {
    keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: 64)
    numbers = [Int32](repeating: -1, count: 64)
    mask = 63
  }

  /// Number of `key`, and whether it was seen for the first time. O(1) on average.
  @inlinable public mutating func number(of key: PackedKey) -> (number: Int, isNew: Bool) {
    var place = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let number = numbers[place]
      if number < 0 { break }
      if keys[place] == key { return (Int(number), false) }
      place = (place + 1) & mask
    }
    return (add(key, at: place), true)
  }

  /// Gives a new key, whose free slot is `place`, the next number.
  @usableFromInline mutating func add(_ key: PackedKey, at place: Int) -> Int {
    keys[place] = key
    numbers[place] = Int32(count)
    count += 1
    if count * 2 > mask { grow() }
    return count - 1
  }

  private mutating func grow() {
    let old = (keys, numbers)
    let capacity = (mask + 1) * 2
    keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: capacity)
    numbers = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
    for (index, number) in old.1.enumerated() where number >= 0 {
      var place = Int(truncatingIfNeeded: old.0[index].mixed) & mask
      while numbers[place] >= 0 { place = (place + 1) & mask }
      keys[place] = old.0[index]
      numbers[place] = number
    }
  }
}
