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
      mix(folded)
      if !look.take(folded) { isPlain = false }
    }
    precision = look.precision
  }

  @inline(__always) private mutating func mix(_ scalar: UInt16) {
    let product = (low ^ UInt64(scalar)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    low = product.low ^ high
    high = (high ^ product.high) &* 0xD6E8_FEB8_6659_FD93 ^ (high >> 29)
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
      read(Unicode.Scalar(scalar) ?? " ", behind: Unicode.Scalar(previous) ?? " ")
      digits = 0
      return scalar >= 0x3400 && scalar < 0xA000
    }

    private mutating func read(_ scalar: Unicode.Scalar, behind before: Unicode.Scalar) {
      switch scalar {
      case "室", "房", "户":
        if digits > 0 { hasRoom = true }
        if before == "体" { isCollective = true }
      case "栋", "幢", "元", "座": hasBuilding = true
      case "楼", "层": if digits > 0 { hasBuilding = true }
      case "号": if hasBuilding, digits > 0 { hasRoom = true }
      case "路", "街", "巷", "弄": hasRoad = true
      case "道": if before != "街" { hasRoad = true }
      case "村", "组", "屯", "队": isRural = true
      case "校", "厂": isCollective = true
      case "学": if before == "大" || before == "中" || before == "小" { isCollective = true }
      case "院": if before == "学" || before == "医" || before == "老" { isCollective = true }
      case "舍": if before == "宿" { isCollective = true }
      case "司": if before == "公" { isCollective = true }
      case "区": if before == "营" { isCollective = true }
      case "地": if before == "工" { isCollective = true }
      case "狱": if before == "监" { isCollective = true }
      default: break
      }
      if scalar == "队", before == "部" || before == "支" || before == "大" || before == "中" {
        isCollective = true
        isRural = false
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
