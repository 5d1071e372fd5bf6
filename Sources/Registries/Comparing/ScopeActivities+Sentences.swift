import Records

/// Headings of business scopes and the standard sentences about licences.
extension ScopeActivities {
  private static let headings: [StaticString] = [
    "许可经营项目", "一般经营项目", "许可项目", "一般项目", "主营项目", "兼营项目", "经营范围", "主营业务", "兼营业务",
    "前置许可经营项目", "后置许可经营项目", "经营项目", "主营", "兼营",
  ]

  /// Whether a heading with its colon stands at a place.
  static func isHeading(_ text: Span<UInt8>, _ place: Int) -> Bool {
    let rest = text.extracting(place..<text.count)
    guard let word = headings.first(where: { rest.starts(with: $0) }) else { return false }
    let after = rest.extracting(word.utf8CodeUnitCount..<rest.count)
    return after.starts(with: "：") || after.starts(with: ":")
  }

  /// Behind the headings, quotation marks and colons at the start.
  static func withoutHeading(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
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
  static func isStandard(_ text: Span<UInt8>) -> Bool {
    if !mayBeStandard(text) { return false }
    for sentence in sentences where text.contains(sentence) {
      // 食品销售（依法须经批准的项目，…） is an activity with the sentence behind it.
      let start = text.firstRange(of: sentence)?.lowerBound ?? 0
      return opening(text) > start || opening(text) == 0
    }
    return false
  }

  /// Place of the bracket with a standard sentence that an activity ends with, or nil.
  static func startOfSentence(_ text: Span<UInt8>) -> Int? {
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
  static func withoutRemarks(_ name: FoldedName) -> FoldedName {
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
}
