import Records

/// Sixteen characters that name one problem for as long as it lives: rule, kind of record,
/// record key and element. The value is left out, so that a wrong value that becomes
/// another wrong value stays one problem.
///
/// 80 bits of a multiply-and-fold hash of 128 bits, in Crockford's base 32. The same in
/// every process, on every machine and in every version: ledgers keep it for years.
package struct Fingerprint: Sendable {
  private var a: UInt64 = 0x243F_6A88_85A3_08D3
  private var b: UInt64 = 0x1319_8A2E_0370_7344

  package init() {}

  /// Takes in a field; the length goes in too, so that fields cannot run together.
  package mutating func combine(_ bytes: Span<UInt8>) {
    var word: UInt64 = 0
    var index = 0
    let length = bytes.count
    while index < length {
      word |= UInt64(bytes[index]) << UInt64(index % 8 * 8)
      index += 1
      if index % 8 == 0 {
        mix(word)
        word = 0
      }
    }
    mix(word ^ UInt64(length) << 56)
  }

  @inline(__always) private mutating func mix(_ word: UInt64) {
    let first = (a ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 | 1)
    let second = (b ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    a = first.low ^ second.high &+ 0xA409_3822_299F_31D0
    b = second.low ^ first.high &+ 0x082E_FA98_EC4E_6C89
  }

  /// Appends the sixteen characters.
  package func write(to bytes: inout [UInt8]) {
    var finished = self
    finished.mix(0x4528_21E6_38D0_1377)
    finished.mix(0xBE54_66CF_34E9_0C6C)
    let alphabet: StaticString = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    bytes.append(digits: finished.a, count: 8, alphabet: alphabet)
    bytes.append(digits: finished.b, count: 8, alphabet: alphabet)
  }
}
