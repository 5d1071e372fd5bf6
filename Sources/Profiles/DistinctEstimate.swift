import Findings
import Foundation
import Records

/// Estimates how many different values there are (HyperLogLog, Flajolet and others, 2007;
/// small numbers by the empty registers): 16 KB, within 2 % in 19 of 20 cases.
package struct DistinctEstimate: Sendable, Equatable, Mergeable {
  private static let bits = 14
  private var registers = [UInt8](repeating: 0, count: 1 << 14)

  package init() {}

  /// Adds a value by its hash. O(1).
  mutating func add(_ hash: UInt64) {
    let place = Int(hash >> UInt64(64 - Self.bits))
    let rank = UInt8((hash << UInt64(Self.bits) | 1 << UInt64(Self.bits - 1)).leadingZeroBitCount)
    if registers[place] <= rank { registers[place] = rank + 1 }
  }

  package mutating func merge(_ other: consuming DistinctEstimate) {
    for place in registers.indices {
      registers[place] = max(registers[place], other.registers[place])
    }
  }

  /// The estimate. O(registers).
  package var value: Int {
    let count = Double(registers.count)
    var sum = 0.0
    var empty = 0
    for register in registers {
      sum += 1 / Double(UInt64(1) << UInt64(register))
      if register == 0 { empty += 1 }
    }
    let estimate = 0.7213 / (1 + 1.079 / count) * count * count / sum
    if estimate <= 2.5 * count, empty > 0 {
      return Int((count * log(count / Double(empty))).rounded())
    }
    return Int(estimate.rounded())
  }
}

/// A hash of bytes that is the same on every machine.
enum ByteHash {
  /// O(n), no allocation.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = mix(0x2D35_8DCC_AA6C_78A5 ^ UInt64(bytes.count), 0x9E37_79B9_7F4A_7C15)
    var place = 0
    while place + 8 <= bytes.count {
      hash = mix(hash ^ bytes.word(at: place), 0xD6E8_FEB8_6659_FD93)
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mix(mix(hash ^ rest, 0xA076_1D64_78BD_642F), 0xE703_7ED1_A0B4_28DB)
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x8BB8_4B93_962E_ACC9).multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
