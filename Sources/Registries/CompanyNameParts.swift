import Addresses
import Records
import References

/// The parts of a company's full name, as registration has them: 赣州市章贡区 (where), 向阳商贸
/// (word and trade), 有限公司 (form).
///
/// Names that are only like it are none: a department or branch of a company, a name without
/// word and trade (赣州市公司), one with marks in the place of characters. Source of the order:
/// 企业名称登记管理规定 (国务院令第734号) 第六条, from memory.
package struct CompanyNameParts: Sendable {
  /// Code in force of the smallest division that the name begins with; 0 where it begins with
  /// none that can be told.
  package let place: Int32
  /// Word and trade: the bytes between division and form.
  package let core: Range<Int>

  /// nil for a text that is no full name of a company. O(length), no allocation.
  package init?(_ name: Span<UInt8>, _ divisions: Divisions) {
    guard let form = Self.form(of: name) else { return nil }
    let (place, end) = Self.division(name, divisions)
    guard end < form, Self.isWordAndTrade(name.extracting(end..<form)) else { return nil }
    self.place = place
    core = end..<form
  }

  /// Whether a text ends as the name of a company does: what does not has no parts. O(1).
  package static func hasForm(_ name: Span<UInt8>) -> Bool { form(of: name) != nil }

  /// Where the form of the company begins, which ends the name; nil where none does.
  private static func form(of name: Span<UInt8>) -> Int? {
    guard name.count >= 12 else { return nil }
    func cut(_ form: StaticString) -> Int? {
      name.ends(with: form) ? name.count - form.utf8CodeUnitCount : nil
    }
    switch (name[name.count - 3], name[name.count - 2], name[name.count - 1]) {
    case (0xE5, 0x8F, 0xB8):  // 司
      if name.ends(with: "分公司") || name.ends(with: "子公司") { return nil }
      return cut("股份有限公司") ?? cut("有限责任公司") ?? cut("有限公司") ?? cut("总公司") ?? cut("公司")
    case (0xE5, 0x8E, 0x82):  // 厂
      return name.ends(with: "分厂") ? nil : cut("总厂") ?? cut("厂")
    case (0xE7, 0xA4, 0xBE):  // 社
      return cut("专业合作社联合社") ?? cut("专业合作社") ?? cut("合作社")
    case (0xE4, 0xB8, 0x9A):  // 业
      return cut("合伙企业")
    case (0xEF, 0xBC, 0x89), (_, _, 0x29):  // ）
      return cut("合伙企业（有限合伙）") ?? cut("合伙企业（普通合伙）") ?? cut("合伙企业(有限合伙)")
        ?? cut("合伙企业(普通合伙)")
    default: return nil
    }
  }

  /// The divisions at the beginning, and where they end.
  private static func division(
    _ name: Span<UInt8>, _ divisions: Divisions
  ) -> (place: Int32, end: Int) {
    let head = AddressHead(name, divisions)
    if !head.isEmpty {
      let isDoubtful = head.marks.contains(.ambiguous) || head.marks.contains(.contradiction)
      let known =
        head.isCountyCertain ? head.county : head.prefecture != 0 ? head.prefecture : head.province
      return (isDoubtful ? 0 : known, head.end)
    }
    // 赣州 or 江西 alone, which in an address could be a street.
    let gazetteer = divisions.gazetteer
    for entry in gazetteer.candidates(name, at: 0) where gazetteer.matches(entry, name, at: 0) {
      var best: (level: UInt8, code: Int32)?
      for index in gazetteer.meanings(of: entry) {
        let meaning = gazetteer.meaning(index)
        guard meaning.kind == .short, meaning.level <= 2 else { continue }
        if meaning.level < best?.level ?? 3 {
          best = (meaning.level, meaning.now)
        } else if meaning.level == best?.level, meaning.now != best?.code {
          best = (meaning.level, 0)
        }
      }
      if let best { return (best.code, gazetteer.length(of: entry)) }
    }
    return (0, 0)
  }

  /// Whether the text has four characters and more, all of which can stand in a name.
  private static func isWordAndTrade(_ text: Span<UInt8>) -> Bool {
    var reader = FoldedText()
    var count = 0
    while true {
      let scalar = reader.next(in: text)
      if scalar == 0 { return count >= 4 }
      switch scalar {
      case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x30...0x39, 0x41...0x5A: count += 1
      case 0x28, 0x29, 0xB7, 0x2D, 0x26: break
      default: return false
      }
    }
  }
}
