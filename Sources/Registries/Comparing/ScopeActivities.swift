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

  private enum Sign { case other, open, close, separator, line }

  private static func sign(_ text: Span<UInt8>, _ place: Int) -> (Sign, Int) {
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

  // MARK: Headings and standard sentences

  private static let headings: [StaticString] = [
    "许可经营项目", "一般经营项目", "许可项目", "一般项目", "主营项目", "兼营项目", "经营范围", "主营业务", "兼营业务",
    "前置许可经营项目", "后置许可经营项目", "经营项目", "主营", "兼营",
  ]

  /// Whether a heading with its colon stands at a place.
  private static func isHeading(_ text: Span<UInt8>, _ place: Int) -> Bool {
    let rest = text.extracting(place..<text.count)
    guard let word = headings.first(where: { rest.starts(with: $0) }) else { return false }
    let after = rest.extracting(word.utf8CodeUnitCount..<rest.count)
    return after.starts(with: "：") || after.starts(with: ":")
  }

  /// Behind the headings, quotation marks and colons at the start.
  private static func withoutHeading(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = skipMarks(text, range)
    while start < range.upperBound {
      let rest = text.extracting(start..<range.upperBound)
      guard let word = headings.first(where: { rest.starts(with: $0) }) else { break }
      let after = start + word.utf8CodeUnitCount
      let next = skipMarks(text, after..<range.upperBound)
      if next == after, next < range.upperBound { break }
      start = next
    }
    return start..<range.upperBound
  }

  private static func skipMarks(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place < range.upperBound {
      let rest = text.extracting(place..<range.upperBound)
      if rest[0] == 0x22 || rest[0] == 0x3A || rest[0] == 0x20 || rest[0] == 0x2A
        || rest[0] == 0x27
      {
        place += 1
      } else if rest.starts(with: "：") || rest.starts(with: "“") || rest.starts(with: "”")
        || rest.starts(with: "■") || rest.starts(with: "◆") || rest.starts(with: "●")
        || rest.starts(with: "＊") || rest.starts(with: "※") || rest.starts(with: "\u{3000}")
      {
        place += 3
      } else {
        break
      }
    }
    return place
  }

  private static let sentences: [StaticString] = [
    "依法须经批准", "须经批准的项目", "经相关部门批准", "凭营业执照", "自主开展经营活动", "审批结果为准", "许可证件为准",
    "批准文件", "国家法律法规", "法律、行政法规", "法律、法规", "法律法规", "国务院决定", "未取得相关行政许可", "方可开展经营",
    "方可经营", "涉及许可经营", "涉及行政许可",
  ]

  /// Whether a text has a character that every sentence has one of.
  private static func mayBeStandard(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 3 <= text.count {
      let lead = text[index]
      if lead < 0xE4 || lead > 0xE8 {
        index += 1
        continue
      }
      let rest = text.extracting(index..<text.count)
      switch lead {
      case 0xE5: if rest.starts(with: "准") || rest.starts(with: "取") { return true }
      case 0xE6: if rest.starts(with: "法") || rest.starts(with: "方") { return true }
      case 0xE7: if rest.starts(with: "照") { return true }
      case 0xE8: if rest.starts(with: "自") { return true }
      default: break
      }
      if rest.starts(with: "国务") || rest.starts(with: "涉及") { return true }
      index += 3
    }
    return false
  }

  /// Whether a text is a sentence about licences rather than an activity.
  private static func isStandard(_ text: Span<UInt8>) -> Bool {
    if !mayBeStandard(text) { return false }
    for sentence in sentences where text.contains(sentence) {
      // 食品销售（依法须经批准的项目，…） is an activity with the sentence behind it.
      let start = text.firstRange(of: sentence)?.lowerBound ?? 0
      return opening(text) > start || opening(text) == 0
    }
    return false
  }

  /// Place of the bracket with a standard sentence that an activity ends with, or nil.
  private static func startOfSentence(_ text: Span<UInt8>) -> Int? {
    guard mayBeStandard(text),
      let sentence = sentences.compactMap({ text.firstRange(of: $0)?.lowerBound }).min()
    else { return nil }
    var (start, depth): (Int?, Int) = (nil, 0)
    for place in 0..<sentence {
      switch sign(text, place).0 {
      case .open:
        if depth == 0 { start = place }
        depth += 1
      case .close: depth = max(0, depth - 1)
      default: break
      }
    }
    return depth > 0 ? start : nil
  }

  /// Place of the first opening bracket, or the length.
  private static func opening(_ text: Span<UInt8>) -> Int {
    for place in text.indices where sign(text, place).0 == .open { return place }
    return text.count
  }

  private static let remarks = FoldedWord.list(
    "依法须经批准 须经批准 相关部门批准 凭营业执照 审批结果为准 许可证件 法律法规 法律,行政法规 法律,法规 国务院决定 另设分支机构")

  /// Without standard sentences in brackets, quotation marks and numbering.
  private static func withoutRemarks(_ name: FoldedName) -> FoldedName {
    var dropped: [Range<Int>] = []
    var (depth, start) = (0, 0)
    for place in 0..<name.count {
      if name[place] == 0x28 {
        if depth == 0 { start = place }
        depth += 1
      } else if name[place] == 0x29, depth > 0 {
        depth -= 1
        if depth == 0, isRemark(name, start..<(place + 1)) { dropped.append(start..<(place + 1)) }
      }
    }
    // A bracket that the end of the field cut off.
    if depth > 0, isRemark(name, start..<name.count) { dropped.append(start..<name.count) }
    return name.without { index, scalar in
      scalar == 0x22 || scalar == 0x2A || scalar == 0xB7
        || dropped.contains { $0.contains(index) }
    }
  }

  private static func isRemark(_ name: FoldedName, _ range: Range<Int>) -> Bool {
    range.contains { place in remarks.contains { name.goesOn($0, at: place) } }
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
