/// Names that end with a word of their own: roads, lanes, villages, townships.
enum NameEndings {
  /// The kind of the name from `start` up to `stop`, and how many characters more belong to
  /// it; nil where the name goes on.
  static func ending(
    of text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    let last = stop - 1
    switch text.character(last) {
    case "路":
      if goesOn(text, stop, reader.end) { return nil }
      return (.road, section(text, stop))
    case "街":
      if text.at(stop, "道") || text.at(stop, "办") { return nil }
      if goesOn(text, stop, reader.end) { return nil }
      return (.road, section(text, stop))
    case "道": return way(text, start, stop, reader)
    case "巷", "弄":
      return goesOn(text, stop, reader.end) ? nil : (.lane, 0)
    case "同": return text.at(last - 1, "胡") ? (.lane, 0) : nil
    case "里", "条", "线":
      guard isEnd(text, stop, reader.end) else { return nil }
      return (text.at(last, "线") ? .road : .lane, 0)
    case "村": return village(text, stop, reader)
    case "区": return area(text, start, stop, reader)
    case "会":
      if text.at(last - 2, "居", "委") || text.at(last - 2, "委", "员") || text.at(last - 2, "村", "委")
        || text.at(last - 2, "家", "委")
      {
        return (.village, 0)
      }
      return text.at(last - 2, "管", "委") ? (.zone, 0) : nil
    case "查": return text.at(last - 1, "嘎") ? (.village, 0) : nil
    case "镇", "乡":
      if reader.has(.township) || reader.isHead || isPlaced(reader) || stop - start > 6 {
        return nil
      }
      return goesOn(text, stop, reader.end) ? nil : (.township, 0)
    case "木":
      return text.at(last - 1, "苏") && !reader.has(.township) ? (.township, 0) : nil
    case "处":
      if !reader.has(.township), !isPlaced(reader), text.at(last - 2, "办", "事") {
        return (.township, 0)
      }
      return nil
    default: return nil
    }
  }

  private static func isPlaced(_ reader: borrowing TailReader) -> Bool {
    reader.has(.road) || reader.has(.number) || reader.has(.village) || reader.has(.building)
      || reader.has(.lane)
  }

  private static func way(
    _ text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    if text.at(stop - 2, "街") {
      if !reader.has(.township), !isPlaced(reader), !reader.isHead {
        if text.at(stop, "办", "事", "处") { return (.township, 3) }
        return (.township, text.at(stop, "办") ? 1 : 0)
      }
      return isEnd(text, stop, reader.end) ? (.road, 0) : nil
    }
    if goesOn(text, stop, reader.end) { return nil }
    switch text.character(stop - 2) {
    case "大", "国", "省", "县", "乡", "步", "轨": return (.road, section(text, stop))
    default: return isEnd(text, stop, reader.end) ? (.road, 0) : nil
    }
  }

  private static func village(
    _ text: borrowing AddressText, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    if text.at(stop, "委", "会") { return (.village, 2) }
    if text.at(stop, "委") { return (.village, 1) }
    if text.at(stop, "民", "委", "员", "会") { return (.village, 4) }
    if text.at(stop, "镇") || text.at(stop, "乡") || text.at(stop, "庄") { return nil }
    if goesOn(text, stop, reader.end) { return nil }
    if text.at(stop - 2, "新"), reader.has(.road) { return (.pointOfInterest, 0) }
    if text.at(stop - 2, "然"), text.at(stop - 3, "自") { return (.hamlet, 0) }
    return (reader.has(.village) ? .hamlet : .village, 0)
  }

  private static func area(
    _ text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    if text.at(stop - 2, "社") {
      if text.at(stop, "居", "委", "会") { return (.village, 3) }
      if text.at(stop, "居", "民", "委"), text.at(stop + 3, "员", "会") { return (.village, 5) }
      if text.at(stop, "卫") || text.at(stop, "医") || text.at(stop, "服") { return nil }
      return (.village, 0)
    }
    if text.at(stop - 2, "小") { return (.pointOfInterest, 0) }
    if !isPlaced(reader), stop - start > 2, DivisionWords.endsZone(text, stop) {
      if text.at(stop, "管", "委", "会") { return (.zone, 3) }
      return (.zone, 0)
    }
    return nil
  }

  /// 东段, 中段, 二段 behind a road.
  private static func section(_ text: borrowing AddressText, _ place: Int) -> Int {
    switch text.character(place) {
    case "东", "西", "南", "北":
      if text.at(place + 1, "段") { return 2 }
      return text.sign(place + 1) == .numeral && text.at(place + 2, "段") ? 3 : 0
    case "中", "一", "二", "三", "四", "五", "六", "上", "下":
      return text.at(place + 1, "段") ? 2 : 0
    default: return 0
    }
  }

  /// Whether a number, a mark or nothing follows.
  static func isEnd(_ text: borrowing AddressText, _ place: Int, _ end: Int) -> Bool {
    if place >= end || text.isSpaced(place) { return true }
    switch text.sign(place) {
    case .digit, .letter, .numeral, .stem, .separator, .dash, .open, .hash: return true
    default: return text.at(place, "附")
    }
  }

  /// Whether a general word follows that makes the name the first part of a longer one:
  /// 学院路小区, 南安镇中学, 公路局.
  static func goesOn(_ text: borrowing AddressText, _ place: Int, _ end: Int) -> Bool {
    if place >= end || text.isSpaced(place) { return false }
    switch text.character(place) {
    case "小": return text.at(place + 1, "区") || text.at(place + 1, "学")
    case "社": return text.at(place + 1, "区")
    case "新": return text.at(place + 1, "村") || text.at(place + 1, "城")
    case "村": return !text.at(place + 1, "民")
    case "街", "镇", "局", "桥", "港", "站", "段": return true
    case "路": return true
    case "派": return text.at(place + 1, "出")
    case "中": return text.at(place + 1, "学") || text.at(place + 1, "心")
    case "幼": return text.at(place + 1, "儿")
    case "支": return text.at(place + 1, "行") || text.at(place + 1, "路")
    case "公": return text.at(place + 1, "寓") || text.at(place + 1, "园")
    case "市": return text.at(place + 1, "场")
    case "广": return text.at(place + 1, "场")
    case "大":
      return text.at(place + 1, "厦") || text.at(place + 1, "桥") || text.at(place + 1, "道")
        || text.at(place + 1, "街")
    case "花": return text.at(place + 1, "园")
    case "卫": return text.at(place + 1, "生")
    case "医": return text.at(place + 1, "院")
    case "政": return text.at(place + 1, "府")
    case "人": return text.at(place + 1, "民")
    case "农": return text.at(place + 1, "贸")
    case "家": return text.at(place + 1, "园") || text.at(place + 1, "属")
    default: return false
    }
  }
}
