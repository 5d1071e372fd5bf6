/// Words that stand among divisions and are none.
enum DivisionWords {
  /// First characters of the words that `filler` knows.
  static let fillerBeginnings = "市省自生兵第农中"

  /// Length of a word that lists use in the place of a division, or of the country's name.
  static func filler(_ text: borrowing AddressText, _ place: Int) -> Int {
    switch text.character(place) {
    case "市": return text.at(place, "市", "辖", "区") ? 3 : 0
    case "省":
      if text.at(place, "省", "直", "辖") {
        if text.at(place + 3, "县", "级") {
          return text.at(place + 7, "区", "划") ? 9 : text.at(place + 7, "单", "位") ? 9 : 5
        }
        return text.at(place + 3, "行", "政", "单", "位") ? 7 : 3
      }
      return 0
    case "自":
      return text.at(place, "自", "治", "区", "直") && text.at(place + 4, "辖") ? 11 : 0
    case "生":
      return text.at(place, "生", "产", "建", "设") && text.at(place + 4, "兵", "团") ? 6 : 0
    case "兵": return text.at(place, "兵", "团") ? 2 : 0
    case "第", "农":
      // 第八师, 农十四师.
      guard text.sign(place + 1) == .numeral || text.sign(place + 1) == .digit else { return 0 }
      if text.at(place + 2, "师") { return 3 }
      return text.sign(place + 2).isNumeric && text.at(place + 3, "师") ? 4 : 0
    case "中":
      if text.at(place, "中", "华", "人", "民"), text.at(place + 4, "共", "和", "国") { return 7 }
      if text.at(place, "中", "国", "大", "陆") { return 4 }
      return place == 0 && text.at(place, "中", "国") ? 2 : 0
    default: return 0
    }
  }

  /// What the filler at a place is.
  static func kind(_ text: borrowing AddressText, _ place: Int) -> AddressComponent.Kind {
    switch text.character(place) {
    case "中": .country
    case "生", "兵", "第", "农": .corps
    default: .separator
    }
  }

  /// Whether the text before `end` ends with a word for a zone.
  static func endsZone(_ text: borrowing AddressText, _ end: Int) -> Bool {
    var end = end
    while end > 0, text.sign(end - 1) == .separator { end -= 1 }
    if end < 3 { return false }
    let last = end - 1
    if text.at(last, "区") {
      return text.at(last - 2, "开", "发") || text.at(last - 1, "园") || text.at(last - 1, "新")
        || text.at(last - 2, "保", "税") || text.at(last - 2, "示", "范")
        || text.at(last - 2, "管", "理") || text.at(last - 2, "度", "假")
        || text.at(last - 2, "合", "作") || text.at(last - 2, "试", "验")
        || text.at(last - 2, "名", "胜") || text.at(last - 2, "风", "景")
        || text.at(last - 2, "工", "业") || text.at(last - 2, "集", "聚")
        || text.at(last - 2, "加", "工") || text.at(last - 2, "经", "济")
        || text.at(last - 1, "港")
    }
    if text.at(last, "园") {
      return text.at(last - 2, "工", "业") || text.at(last - 2, "产", "业")
        || text.at(last - 2, "科", "技") || text.at(last - 2, "软", "件")
    }
    if text.at(last, "会") { return text.at(last - 2, "管", "委") }
    return text.at(last, "城") && (text.at(last - 1, "新") || text.at(last - 2, "科", "学"))
  }
}
