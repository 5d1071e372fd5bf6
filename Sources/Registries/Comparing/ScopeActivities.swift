import Records
import References

/// The activities of a business scope.
///
/// What stands between commas, semicolons and full stops outside of brackets is an activity.
/// Headings (许可项目：, 一般项目：, 主营：) and the standard sentences about licences are
/// none. Each has a key of its text as it is compared; `core` gives one without the words
/// that say no more than that something is dealt in (销售, 经营, 服务, 及, …).
struct ScopeActivities {
  struct Activity {
    /// Bytes of the scope.
    let range: Range<Int>
    let key: UInt64
  }

  private(set) var activities: [Activity] = []

  /// O(n).
  init(_ text: Span<UInt8>, _ forms: CharacterForms?) {
    activities.reserveCapacity(32)
    var start = 0
    var depth = 0
    var place = 0
    while place < text.count {
      let (sign, length) = Self.sign(text, place)
      switch sign {
      case .open: depth += 1
      case .close: depth = max(0, depth - 1)
      case .separator where depth == 0:
        add(text, start..<place, forms)
        start = place + length
      case .line:
        // A bracket left open ends with the line.
        depth = 0
        add(text, start..<place, forms)
        start = place + length
      default: break
      }
      place += length
      // 许可项目：…（…）一般项目：… without a mark between.
      if sign == .close, depth == 0, Self.isHeading(text, place) {
        add(text, start..<place, forms)
        start = place
      }
    }
    add(text, start..<text.count, forms)
  }

  enum Sign { case other, open, close, separator, line }

  /// What a byte or a character of three begins, and its length in bytes. O(1).
  static func sign(_ text: Span<UInt8>, _ place: Int) -> (Sign, Int) {
    let byte = text[place]
    switch byte {
    case 0x28, 0x5B: return (.open, 1)
    case 0x29, 0x5D: return (.close, 1)
    case 0x2C, 0x3B, 0x7C: return (.separator, 1)
    case 0x0A, 0x0D: return (.line, 1)
    case 0xE3, 0xEF:
      let rest = text.extracting(place..<text.count)
      for mark: StaticString in ["（", "【", "〔", "［"] where rest.starts(with: mark) {
        return (.open, 3)
      }
      for mark: StaticString in ["）", "】", "〕", "］"] where rest.starts(with: mark) {
        return (.close, 3)
      }
      for mark: StaticString in ["，", "、", "；", "。", "｜"] where rest.starts(with: mark) {
        return (.separator, 3)
      }
      return (.other, 1)
    default: return (.other, 1)
    }
  }

  private mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ forms: CharacterForms?
  ) {
    var range = text.trimmedRange(Self.withoutHeading(text, text.trimmedRange(range)))
    if range.isEmpty || Self.isStandard(text.extracting(range)) { return }
    if let end = Self.startOfSentence(text.extracting(range)) {
      range = text.trimmedRange(range.lowerBound..<(range.lowerBound + end))
    }
    let name = Self.withoutRemarks(FoldedName(text.extracting(range), forms))
    if name.count == 0 { return }
    let key = Self.hash(name)
    if activities.contains(where: { $0.key == key }) { return }
    activities.append(Activity(range: range, key: key))
  }

  // MARK: Keys

  /// The key of an activity without words that say little. O(length).
  static func core(of activity: Activity, in text: Span<UInt8>, _ forms: CharacterForms?) -> UInt64
  {
    hash(core(of: withoutRemarks(FoldedName(text.extracting(activity.range), forms))))
  }

  private static let looseWords = FoldedWord.list(
    "批发兼零售 批零兼营 销售 经营 服务 业务 项目 活动 及其 以及 及 和 与 兼 的 等")

  private static func core(of name: FoldedName) -> FoldedName {
    var result = FoldedName()
    var place = 0
    while place < name.count {
      if let word = looseWords.first(where: { name.goesOn($0, at: place) }) {
        place += word.scalars.count
      } else {
        result.append(name[place])
        place += 1
      }
    }
    return result.count < 2 ? name : result
  }

  private static func hash(_ name: FoldedName) -> UInt64 {
    var hash: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
    for index in 0..<name.count {
      let product = (hash ^ UInt64(name[index])).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.low ^ product.high &+ 0xD6E8_FEB8_6659_FD93
    }
    return hash
  }
}
