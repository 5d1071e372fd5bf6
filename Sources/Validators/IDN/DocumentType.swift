import Records

/// Kinds of identity document that rules tell apart, by the codes of the list
/// `ID_TYPE_4DIGIT`; the usual names count too.
package enum DocumentType: UInt8, Sendable {
  /// No document type recorded.
  case none
  /// 1010 居民身份证
  case residentCard
  /// 1011 临时居民身份证
  case temporaryCard
  /// 1040 户口簿
  case householdRegister
  /// 1050 护照
  case passport
  /// 1052 外国护照
  case foreignPassport
  /// 1070 港澳居民往来内地通行证
  case hongKongMacaoPermit
  /// 1080 台湾居民来往大陆通行证
  case taiwanPermit
  /// 1120 外国人居留证
  case foreignerPermit
  /// Any other code.
  case other

  /// O(1).
  package init(_ code: Span<UInt8>) {
    if code.isEmpty {
      self = .none
    } else if code.count == 4, code[0] == 0x31 {
      switch (code[1], code[2], code[3]) {
      case (0x30, 0x31, 0x30): self = .residentCard
      case (0x30, 0x31, 0x31): self = .temporaryCard
      case (0x30, 0x34, 0x30): self = .householdRegister
      case (0x30, 0x35, 0x30): self = .passport
      case (0x30, 0x35, 0x32): self = .foreignPassport
      case (0x30, 0x37, 0x30): self = .hongKongMacaoPermit
      case (0x30, 0x38, 0x30): self = .taiwanPermit
      case (0x31, 0x32, 0x30): self = .foreignerPermit
      default: self = .other
      }
    } else if code.equals("居民身份证") || code.equals("身份证") {
      self = .residentCard
    } else if code.equals("临时居民身份证") || code.equals("临时身份证") {
      self = .temporaryCard
    } else if code.equals("户口簿") {
      self = .householdRegister
    } else {
      self = .other
    }
  }
}
