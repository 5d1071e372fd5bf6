import Addresses
import Records

/// What stands behind the divisions of an address, by which equal doors are found: one look
/// over its characters, blanks left out, other widths and traditional characters as the usual
/// ones.
struct AddressDoorKey {
  enum Precision: Equatable {
    /// No number at all.
    case none
    /// Up to a number or a building, or a place where many live or work.
    case collective
    /// Up to a room, or to a house in a village.
    case door
  }

  private(set) var precision = Precision.none
  /// Whether there are neither marks nor long numbers, which reading the address would drop.
  private(set) var isPlain = true
  private var high: UInt64 = 0x9AE1_6A3B_2F90_404F
  private var low: UInt64
  /// Characters that are still to be mixed, up to four.
  private var waiting: UInt64 = 0

  /// O(length), no allocation.
  init(_ text: Span<UInt8>, in place: Int32, _ gazetteer: AddressGazetteer) {
    low = 0xC3A5_C85C_97CB_3127 ^ UInt64(UInt32(bitPattern: place))
    var look = Look()
    var index = 0
    while index < text.count {
      let lead = text[index]
      var scalar = UInt16(lead)
      if lead < 0x80 {
        index += 1
      } else if lead & 0xF0 == 0xE0, index + 2 < text.count {
        scalar =
          UInt16(lead) << 12 | UInt16(text[index + 1] & 0x3F) << 6
          | UInt16(text[index + 2] & 0x3F)
        index += 3
      } else {
        isPlain = false
        index += 1
      }
      let folded = gazetteer.folded(scalar)
      if folded == 0 { continue }
      waiting = waiting << 16 | UInt64(folded)
      if waiting >> 48 != 0 { mix() }
      if !look.take(folded) { isPlain = false }
    }
    mix()
    precision = look.precision
  }

  @inline(__always) private mutating func mix() {
    let product = (low ^ waiting).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    low = product.low ^ high
    high = (high ^ product.high) &* 0xD6E8_FEB8_6659_FD93 ^ (high >> 29)
    waiting = 0
  }

  /// The key with a mark in its highest byte.
  func key(marked mark: UInt64) -> PackedKey { PackedKey(high: high >> 8 | mark << 56, low: low) }

  /// What was seen on the way.
  private struct Look {
    private var previous: UInt16 = 0
    private var digits = 0
    private var dashes = 0
    private var hasNumber = false
    private var hasBuilding = false
    private var hasRoom = false
    private var isRural = false
    private var hasRoad = false
    private var isCollective = false

    /// Takes the next character; false for one that reading the address might drop.
    @inline(__always) mutating func take(_ scalar: UInt16) -> Bool {
      defer { previous = scalar }
      if scalar &- 0x30 < 10 {
        digits += 1
        hasNumber = true
        return digits < 7
      }
      if scalar == 0x2D {
        if digits > 0 { dashes += 1 }
        digits = 0
        return true
      }
      if scalar < 0x80 {
        digits = 0
        return scalar == 0x23 || scalar >= 0x41 && scalar <= 0x5A
      }
      read(scalar, behind: previous)
      digits = 0
      return scalar >= 0x3400 && scalar < 0xA000
    }

    // Numbers, because a switch over characters compares them one after another.
    private mutating func read(_ scalar: UInt16, behind before: UInt16) {
      switch scalar {
      case 0x5BA4, 0x623F, 0x6237:  // 室 房 户
        if digits > 0 { hasRoom = true }
        if before == 0x4F53 { isCollective = true }  // 集体户
      case 0x680B, 0x5E62, 0x5143, 0x5EA7: hasBuilding = true  // 栋 幢 元 座
      case 0x697C, 0x5C42: if digits > 0 { hasBuilding = true }  // 楼 层
      case 0x53F7: if hasBuilding, digits > 0 { hasRoom = true }  // 号
      case 0x8DEF, 0x8857, 0x5DF7, 0x5F04: hasRoad = true  // 路 街 巷 弄
      case 0x9053: if before != 0x8857 { hasRoad = true }  // 道, not 街道
      case 0x6751, 0x7EC4, 0x5C6F: isRural = true  // 村 组 屯
      case 0x961F:  // 队; 部队, 支队, 大队 and 中队 are barracks
        switch before {
        case 0x90E8, 0x652F, 0x5927, 0x4E2D: (isCollective, isRural) = (true, false)
        default: isRural = true
        }
      case 0x6821, 0x5382: isCollective = true  // 校 厂
      case 0x5B66:  // 大学 中学 小学
        if before == 0x5927 || before == 0x4E2D || before == 0x5C0F { isCollective = true }
      case 0x9662:  // 学院 医院 养老院
        if before == 0x5B66 || before == 0x533B || before == 0x8001 { isCollective = true }
      case 0x820D: if before == 0x5BBF { isCollective = true }  // 宿舍
      case 0x53F8: if before == 0x516C { isCollective = true }  // 公司
      case 0x533A: if before == 0x8425 { isCollective = true }  // 营区
      case 0x5730: if before == 0x5DE5 { isCollective = true }  // 工地
      case 0x72F1: if before == 0x76D1 { isCollective = true }  // 监狱
      default: break
      }
    }

    var precision: Precision {
      if !hasNumber { return .none }
      if isCollective { return .collective }
      // 3-2-501, 3栋501.
      let endsInRoom = digits > 0 && (dashes >= 2 || hasBuilding)
      if hasRoom || endsInRoom { return .door }
      // 水南村5组12号: the house; 水南村5组: no door.
      if isRural, !hasRoad {
        return previous == 0x53F7 ? .door : .none  // 号
      }
      return .collective
    }
  }
}
