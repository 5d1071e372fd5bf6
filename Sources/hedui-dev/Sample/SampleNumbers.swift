import Records

/// Organisation codes, credit codes and licence numbers with their check characters.
enum SampleNumbers {
  /// The characters of a credit code in their order.
  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// GB 11714-1997: the check character of eight digits or capitals.
  static func organisationCheck(_ code: [UInt8]) -> UInt8 {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (byte, weight) in zip(code, weights) {
      sum += (byte <= 0x39 ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10) * weight
    }
    let check = 11 - sum % 11
    return check == 10 ? UInt8(ascii: "X") : check == 11 ? 0x30 : UInt8(check) + 0x30
  }

  /// GB 32100-2015: the check character of seventeen characters.
  static func creditCheck(_ code: [UInt8]) -> UInt8 {
    var (sum, weight) = (0, 1)
    for byte in code {
      sum += (alphabet.firstIndex(of: byte) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// GS 15-2006: the check digit of fourteen digits.
  static func licenceCheck(_ digits: [UInt8]) -> UInt8 {
    var product = 10
    for digit in digits {
      let sum = (product + Int(digit) - 0x30) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return UInt8((11 - product) % 10) + 0x30
  }
}
