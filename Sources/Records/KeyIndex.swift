/// Numbers keys in the order in which they are first seen: branches, customer managers.
public struct KeyIndex: Sendable {
  private var keys: [PackedKey]
  private var numbers: [Int32]
  private var mask: Int
  /// Number of different keys.
  public private(set) var count = 0

  /// An index without keys.
  public init() {
    keys = [PackedKey](repeating: PackedKey(high: 0, low: 0), count: 64)
    numbers = [Int32](repeating: -1, count: 64)
    mask = 63
  }

  /// Number of `key`, and whether it was seen for the first time. O(1) on average.
  @inline(__always) public mutating func number(of key: PackedKey) -> (number: Int, isNew: Bool) {
    var place = Int(truncatingIfNeeded: key.mixed) & mask
    while numbers[place] >= 0 {
      if keys[place] == key { return (Int(numbers[place]), false) }
      place = (place + 1) & mask
    }
    keys[place] = key
    numbers[place] = Int32(count)
    count += 1
    if count * 2 > mask { grow() }
    return (count - 1, true)
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
