import Records
import References

/// Comparing types of enterprises: codes and names of the statistical lists of 2011 and
/// 2023, and the names that business registries use.
///
/// Registries name the form in law (有限责任公司（自然人投资或控股）), statistics divides further
/// (私营有限责任公司): the coarser of two is the same at another level of detail. What neither
/// list knows is not compared.
package enum EnterpriseType {
  /// A type of 2023 by its three digits; zeros at the end stand for any.
  private struct Kind {
    let digits: (UInt8, UInt8, UInt8)

    /// The digits of a code in a list.
    init(_ code: ShortKey) {
      func digit(_ place: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: code.low >> (place * 8)) }
      digits = (digit(0), digit(1), digit(2))
    }

    init(digits: (UInt8, UInt8, UInt8)) { self.digits = digits }

    func equals(_ other: Kind) -> Bool { digits == other.digits }

    /// Whether one holds the other.
    func covers(_ other: Kind) -> Bool {
      if digits.0 != other.digits.0 { return false }
      if digits.1 == 0x30 { return true }
      return digits.1 == other.digits.1 && (digits.2 == 0x30 || digits.2 == other.digits.2)
    }
  }

  /// What a text may mean: two types for a code that both lists have.
  private struct Meaning {
    var first: Kind?
    var second: Kind?

    /// Whether any type of one and any of the other are such.
    func any(_ other: Meaning, _ holds: (Kind, Kind) -> Bool) -> Bool {
      func fits(_ a: Kind?, _ b: Kind?) -> Bool {
        guard let a, let b else { return false }
        return holds(a, b)
      }
      return fits(first, other.first) || fits(first, other.second) || fits(second, other.first)
        || fits(second, other.second)
    }
  }

  /// Grades two types. O(length), no allocation.
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ types: RegistrationTypes
  ) -> Agreement {
    if ours.isEmpty || theirs.isEmpty { return .notComparable(.empty) }
    let (one, two) = (meaning(of: ours, types), meaning(of: theirs, types))
    if one.first == nil || two.first == nil { return .notComparable(.unreadable) }
    if ours.equals(theirs) { return .exact }
    if one.any(two, { $0.equals($1) }) { return .equalAfterNormalisation }
    if one.any(two, { $0.covers($1) || $1.covers($0) }) { return .similar(.precision) }
    return .different(.unspecified)
  }

  private static func meaning(of text: Span<UInt8>, _ types: RegistrationTypes) -> Meaning {
    if let kind = registered(text) {
      // What enterprises of foreign investors found is domestic by the registry's codes, and
      // by the books of some banks it is not.
      let isFoundedByForeign = kind.digits.0 == 0x33 && text.contains("外商投资企业")
      let (second, third) = (kind.digits.1, kind.digits.2)
      return Meaning(
        first: kind, second: isFoundedByForeign ? Kind(digits: (0x31, second, third)) : nil)
    }
    let reading = types.read(text)
    if !reading.isKnown { return Meaning(first: known(text)) }
    let current = reading.current < 0 ? nil : Kind(types.code(reading.current, .of2023))
    guard reading.old >= 0 else { return Meaning(first: current) }
    if let successor = types.successor(ofOld: reading.old) {
      let kind = Kind(types.code(successor, .of2023))
      return current == nil ? Meaning(first: kind) : Meaning(first: current, second: kind)
    }
    if current != nil { return Meaning(first: current) }
    // 内资, 港澳台投资, 外商投资: the first digit stayed.
    let old = Kind(types.code(reading.old, .of2011))
    return Meaning(first: Kind(digits: (old.digits.0, 0x30, 0x30)))
  }

  /// Words that the lists of statistics write in full, or not at all.
  private static func known(_ text: Span<UInt8>) -> Kind? {
    if text.contains("分公司") || text.contains("分支") { return nil }
    let words: [(StaticString, UInt8)] = [
      ("全民所有制", 0x31), ("集体所有制", 0x32), ("股份合作", 0x33), ("联营", 0x34),
    ]
    for (word, third) in words where text.starts(with: word) {
      return Kind(digits: (0x31, 0x33, third))
    }
    if text.starts(with: "一人有限责任公司") { return Kind(digits: (0x31, 0x31, 0x30)) }
    return text.starts(with: "普通合伙") || text.starts(with: "有限合伙")
      ? Kind(digits: (0x31, 0x35, 0x30)) : nil
  }

  /// Names of registries that the lists of statistics do not have, or whose remark in
  /// brackets decides.
  private static func registered(_ text: Span<UInt8>) -> Kind? {
    if text.isAllDigits || text.contains("分公司") || text.contains("分支机构") { return nil }
    let isForeign =
      text.contains("外商") || text.contains("外国") || text.contains("中外") || text.contains("外资")
    let isNear =
      text.contains("台港澳") || text.contains("港澳台") || text.contains("港、澳、台")
      || text.contains("台、港、澳")
    let first: UInt8 = isNear ? 0x32 : isForeign ? 0x33 : 0x31
    if isForeign && isNear { return nil }
    func kind(_ second: Unicode.Scalar, _ third: Unicode.Scalar) -> Kind {
      Kind(digits: (first, UInt8(ascii: second), UInt8(ascii: third)))
    }
    if text.starts(with: "股份有限公司") { return kind("2", "0") }
    if text.starts(with: "有限责任公司") {
      if first != 0x31 { return kind("1", "0") }
      return text.contains("国有独资") ? kind("1", "1") : kind("1", "0")
    }
    if text.contains("合伙企业") { return first == 0x31 ? kind("5", "0") : kind("3", "0") }
    if text.contains("个人独资企业"), first == 0x31 { return kind("4", "0") }
    if text.starts(with: "个体"), first == 0x31 { return Kind(digits: (0x35, 0x30, 0x30)) }
    if text.starts(with: "农民专业合作"), first == 0x31 { return Kind(digits: (0x34, 0x30, 0x30)) }
    return nil
  }
}
