/// A small seeded generator (SplitMix64): the same seed gives the same numbers on every
/// machine and in every order of work, for each record has a generator of its own.
struct SampleRandom: Sendable {
  private var state: UInt64

  /// The generator of record `index` in stream `stream`.
  init(seed: UInt64, stream: UInt64, index: Int) {
    state =
      SampleRandom.mix(seed &+ stream &* 0xD1B5_4A32_D192_ED03)
      ^ SampleRandom.mix(UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15 &+ stream)
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number below `limit`, which is above 0.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  mutating func `in`(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `parts` of a thousand cases.
  mutating func chance(_ parts: Int) -> Bool { below(1000) < parts }
}

/// A seeded permutation of `0..<count`: gives every record a number of its own without
/// remembering which are taken.
struct SamplePermutation: Sendable {
  let count: Int
  private let half: UInt64
  private let keys: [UInt64]

  init(count: Int, seed: UInt64) {
    self.count = max(count, 1)
    var bits = 2
    while 1 << bits < self.count { bits += 2 }
    half = UInt64(bits / 2)
    keys = (0..<4).map { SampleRandom.mix(seed &+ UInt64($0) &* 0x632B_E59B_D9B4_E019) }
  }

  /// Four rounds of Feistel, again and again until the number lies in range.
  subscript(_ index: Int) -> Int {
    let mask = (UInt64(1) << half) - 1
    var value = UInt64(index)
    repeat {
      var (left, right) = (value >> half, value & mask)
      for key in keys {
        let mixed = SampleRandom.mix(right ^ key) & mask
        (left, right) = (right, left ^ mixed)
      }
      value = left << half | right
    } while value >= UInt64(count)
    return Int(value)
  }
}
