import Records
import References

/// The divisions that a Chinese address begins with, as far as they can be told for sure.
///
/// Reads names from the left: country, province, prefecture, county, in full or short, with
/// levels left out or written twice. A name counts only where it fits what stands before it;
/// a short name at the very start (江西, 赣州) only where a division of it follows, because
/// 江西路 is a street in Shanghai. What cannot be told stays 0. What follows the county is not
/// looked at.
package struct AddressHead: Sendable, Equatable {
  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The province is written, not concluded from what stands below it.
    package static let provinceWritten = Marks(rawValue: 1)
    package static let prefectureWritten = Marks(rawValue: 2)
    /// A county is written, whether or not it is known which.
    package static let countyWritten = Marks(rawValue: 4)
    /// The county's name is that of several, such as 鼓楼区 without its city.
    package static let ambiguous = Marks(rawValue: 8)
    /// The county stands without the word that names its kind, so that it may be part of
    /// another name.
    package static let countyShort = Marks(rawValue: 16)
    /// One of the names belongs to the past; `past` is its code.
    package static let past = Marks(rawValue: 32)
    /// A full name follows that lies elsewhere; `stranger` is its code.
    package static let contradiction = Marks(rawValue: 64)
  }

  /// Codes in force; 0 where not known.
  package private(set) var province: Int32 = 0
  /// The prefecture that the county lies in, else the one that is written.
  package private(set) var prefecture: Int32 = 0
  package private(set) var county: Int32 = 0
  /// The code that the first name of the past had.
  package private(set) var past: Int32 = 0
  /// A division that is written although it lies elsewhere.
  package private(set) var stranger: Int32 = 0
  /// Bytes that the divisions take.
  package private(set) var end = 0
  package private(set) var marks: Marks = []

  /// Code that the written prefecture had; a prefecture of the past has no single one now.
  private var prefectureThen: Int32 = 0
  private var level: UInt8 = 0

  package init() {}

  /// Whether any division was found.
  package var isEmpty: Bool { level == 0 }
  /// Whether the county can be relied on.
  package var isCountyCertain: Bool { county != 0 && !marks.contains(.countyShort) }

  /// What reading finds where an address begins with the full path of a county, given by its
  /// row, and no other name that fits follows; nil for any other address. Most addresses are
  /// written so. O(length of the path), no allocation.
  package init?(_ address: Span<UInt8>, _ divisions: Divisions, countyAt row: Int) {
    let length = divisions.pathLength(of: row, in: address)
    if length == 0 { return nil }
    if Self.skipBlanks(address, length) != length || Self.filler(address, length) != 0 {
      return nil
    }
    county = divisions.code(of: row)
    province = county / 10_000 * 10_000
    prefecture = divisions.prefecture(at: row)
    prefectureThen = prefecture
    marks = [.provinceWritten, .countyWritten]
    if prefecture != 0 { marks.insert(.prefectureWritten) }
    end = length
    level = 3
    if fitsMore(divisions.gazetteer, address, length) { return nil }
  }

  /// Whether a name at `place` would be taken. Many roads begin as a division far away: 滨江路.
  private func fitsMore(_ gazetteer: Gazetteer, _ address: Span<UInt8>, _ place: Int) -> Bool {
    for entry in gazetteer.candidates(address, at: place)
    where gazetteer.matches(entry, address, at: place) {
      for index in gazetteer.meanings(of: entry) {
        if rank(of: gazetteer.meaning(index)) != nil { return true }
      }
    }
    return false
  }

  /// Reads an address. O(number of names at its start), no allocation.
  package init(_ address: Span<UInt8>, _ divisions: Divisions) {
    let gazetteer = divisions.gazetteer
    var place = Self.skipCountry(address)
    var certain = self
    var isTentative = false
    var names = 0
    while names < 12 {
      names += 1
      place = Self.skipBlanks(address, place)
      let filler = Self.filler(address, place)
      if filler > 0, level > 0 {
        place += filler
        end = place
        if !isTentative { certain = self }
        continue
      }
      let candidates = gazetteer.candidates(address, at: place)
      if candidates.isEmpty { break }
      let isFirst = level == 0
      var isShort = false
      for entry in candidates where gazetteer.matches(entry, address, at: place) {
        let reach = place + gazetteer.length(of: entry)
        isShort = take(gazetteer, entry, reach)
        if end == reach { break }
      }
      if end <= place { break }
      place = end
      isTentative =
        isShort && (isFirst && !Self.standsAlone(province) || Self.goesOn(address, place))
      if !isTentative { certain = self }
    }
    if isTentative { self = certain }
    if county != 0 {
      // Where it lies now, whatever was written above it.
      province = county / 10_000 * 10_000
      prefecture = divisions.prefecture(of: county)
    } else if prefecture != 0, prefecture % 10_000 == 0 {
      province = prefecture
      prefecture = 0
    }
    if level > 0, level < 3 { lookForStranger(gazetteer, address, Self.skipBlanks(address, end)) }
  }

  /// Takes the name of an entry, where it fits; `end` moves to `reach` then. Gives whether the
  /// name is a short one.
  private mutating func take(
    _ gazetteer: Gazetteer, _ entry: Int, _ reach: Int
  ) -> Bool {
    var best: Gazetteer.Meaning?
    var bestRank = Int.max
    var isUnique = true
    for index in gazetteer.meanings(of: entry) {
      let meaning = gazetteer.meaning(index)
      guard let rank = rank(of: meaning) else { continue }
      if let known = best, rank >= bestRank {
        // With a prefecture before it the name in force is meant; without, any may be.
        if rank == bestRank || prefecture == 0, meaning.now != known.now || known.now == 0,
          meaning.level == known.level
        {
          isUnique = false
        }
      } else {
        isUnique =
          best == nil || bestRank == Int.max
          || (prefecture != 0 && rank < bestRank) || best?.now == meaning.now
          || best?.level != meaning.level
        best = meaning
        bestRank = rank
      }
    }
    guard let meaning = best else { return false }
    let isShort = meaning.kind == .short
    if bestRank == 0 {
      // Written twice.
      end = reach
      return false
    }
    if isShort, meaning.level == 3, level == 0 { return false }
    end = reach
    if meaning.kind == .past, past == 0 {
      past = meaning.code
      marks.insert(.past)
    }
    switch meaning.level {
    case 1:
      province = meaning.now == 0 ? meaning.code : meaning.now
      marks.insert(.provinceWritten)
    case 2:
      if isUnique {
        prefecture = meaning.now
        prefectureThen = meaning.code
        if province == 0, meaning.now != 0 { province = meaning.now / 10_000 * 10_000 }
        marks.insert(.prefectureWritten)
      } else {
        marks.insert(.ambiguous)
      }
    default:
      marks.insert(.countyWritten)
      if isShort { marks.insert(.countyShort) }
      if isUnique, meaning.now != 0 {
        county = meaning.now
        if province == 0 { province = meaning.now / 10_000 * 10_000 }
        if prefecture == 0, meaning.prefectureNow != 0 { prefecture = meaning.prefectureNow }
      } else {
        marks.insert(.ambiguous)
      }
    }
    level = meaning.level
    return isShort
  }

  /// How well a meaning fits what was read so far: the smaller, the better; 0 for a division
  /// written twice, nil for one that does not fit.
  @inline(__always) private func rank(of meaning: Gazetteer.Meaning) -> Int? {
    if meaning.level <= level {
      switch meaning.level {
      case 1: return meaning.now == province && meaning.now != 0 ? 0 : nil
      case 2:
        if meaning.now == prefecture, meaning.now != 0 { return 0 }
        // 伊犁州 has two prefectures below it.
        let isBelow = prefecture == 654_000 && (meaning.now == 654_200 || meaning.now == 654_300)
        return isBelow && level == 2 ? 6 : nil
      default: return meaning.now == county && meaning.now != 0 ? 0 : nil
      }
    }
    if province != 0, meaning.province != province / 10_000,
      meaning.provinceNow != province / 10_000
    {
      return nil
    }
    if level == 2 {
      let fits =
        prefecture != 0
        ? meaning.prefectureNow == prefecture || meaning.prefecture == prefecture
          || meaning.prefecture == prefectureThen
        : prefectureThen != 0 && meaning.prefecture == prefectureThen
      if !fits { return nil }
    }
    // In force first, then the higher level: 赣州市 is the prefecture, not its old county.
    return 1 + Int(meaning.kind.rawValue) * 4 + Int(meaning.level)
  }

  /// Notes a full name in force that goes on from the divisions read but lies elsewhere.
  private mutating func lookForStranger(
    _ gazetteer: Gazetteer, _ address: Span<UInt8>, _ place: Int
  ) {
    for entry in gazetteer.candidates(address, at: place)
    where gazetteer.length(of: entry) >= 9 && gazetteer.matches(entry, address, at: place) {
      for index in gazetteer.meanings(of: entry) {
        let meaning = gazetteer.meaning(index)
        guard meaning.kind == .current else { continue }
        if rank(of: meaning) != nil { return }
        if stranger == 0 { stranger = meaning.code }
      }
      if stranger != 0 { marks.insert(.contradiction) }
      return
    }
  }

  // MARK: Words around names

  private static func skipCountry(_ address: Span<UInt8>) -> Int {
    let start = skipBlanks(address, 0)
    let rest = address.extracting(start..<address.count)
    if rest.starts(with: "中华人民共和国") { return start + 21 }
    if rest.starts(with: "中国大陆") { return start + 12 }
    return rest.starts(with: "中国") ? start + 6 : start
  }

  /// Behind blanks and the marks that people put between divisions.
  private static func skipBlanks(_ address: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < address.count {
      let byte = address[place]
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      {
        place += 1
      } else if byte == 0xE3, place + 2 < address.count, address[place + 1] == 0x80,
        address[place + 2] == 0x80 || address[place + 2] == 0x81
      {
        place += 3  // U+3000 and 、
      } else if byte == 0xEF, place + 2 < address.count, address[place + 1] == 0xBC,
        address[place + 2] == 0x8C || address[place + 2] == 0x8D
      {
        place += 3  // ， and －
      } else if byte == 0xC2, place + 1 < address.count,
        address[place + 1] == 0xB7 || address[place + 1] == 0xA0
      {
        place += 2  // · and the no-break space
      } else {
        break
      }
    }
    return place
  }

  /// Length of a word that lists of divisions use in the place of a division.
  private static func filler(_ address: Span<UInt8>, _ place: Int) -> Int {
    guard place < address.count else { return 0 }
    let byte = address[place]
    guard byte == 0xE5 || byte == 0xE7 || byte == 0xE8 else { return 0 }
    let rest = address.extracting(place..<address.count)
    if rest.starts(with: "市辖区") { return 9 }
    if rest.starts(with: "省直辖县级行政区划") { return 27 }
    if rest.starts(with: "省直辖县级行政单位") { return 27 }
    if rest.starts(with: "生产建设兵团") { return 18 }
    if rest.starts(with: "兵团") { return 6 }
    if rest.starts(with: "第") || rest.starts(with: "农") { return corpsDivision(rest) }
    return rest.starts(with: "自治区直辖县级行政区划") ? 33 : 0
  }

  /// Length of the name of a division of the corps of Xinjiang: 第八师, 农十四师; 0 for another word.
  private static func corpsDivision(_ text: Span<UInt8>) -> Int {
    var place = 3
    while place < min(text.count, 12) {
      let rest = text.extracting(place..<text.count)
      if rest.starts(with: "师") { return place > 3 ? place + 3 : 0 }
      if rest[0].isDigit {
        place += 1
        continue
      }
      guard rest.count >= 3 else { return 0 }
      switch character(text, place) {
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": place += 3
      default: return 0
      }
    }
    return 0
  }

  /// Short names that need nothing behind them.
  private static func standsAlone(_ province: Int32) -> Bool { province >= 710_000 }

  /// Whether a short name goes on as another name: 江西路, 西湖公园, 吉安县.
  private static func goesOn(_ address: Span<UInt8>, _ place: Int) -> Bool {
    if place + 3 > address.count { return false }
    let next = character(address, place)
    switch next {
    case "路", "街", "道", "巷", "里", "弄", "村", "镇", "乡", "屯", "庄", "大", "小", "新", "县", "区",
      "市", "州", "省", "盟", "旗", "地", "自", "广", "公", "花", "商", "饭", "宾", "酒", "银", "学",
      "师", "医", "火", "汽", "站", "港", "湾", "湖", "山", "河", "江", "桥", "海", "苑", "园", "家",
      "水", "人", "会", "籍", "驻", "高", "经", "工", "开", "农", "林", "监", "集", "有", "股", "中",
      "分", "支", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第":
      return true
    case "东", "西", "南", "北":
      guard place + 6 <= address.count else { return false }
      switch character(address, place + 3) {
      case "路", "街", "道", "大", "里", "巷", "村": return true
      default: return false
      }
    default: return false
    }
  }

  /// Three bytes of UTF-8 as one scalar; a space for anything else.
  @inline(__always) private static func character(_ address: Span<UInt8>, _ place: Int)
    -> Unicode.Scalar
  {
    let first = UInt32(address[place])
    guard first & 0xF0 == 0xE0 else { return " " }
    let value =
      (first & 0x0F) << 12 | UInt32(address[place + 1] & 0x3F) << 6
      | UInt32(address[place + 2] & 0x3F)
    return Unicode.Scalar(value) ?? " "
  }
}
