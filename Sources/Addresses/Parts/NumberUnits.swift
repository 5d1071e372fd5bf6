/// The words behind numbers.
enum NumberUnits {
  /// What the number from `start` to `stop` is of, by the word behind it, and the length of
  /// that word; nil where none follows or the number is part of a name.
  static func unit(
    of text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    if stop >= reader.end { return nil }
    switch text.character(stop) {
    case "号": return number(text, start, stop, reader)
    case "#":
      if isBuilding(text, stop + 1) { return (.building, text.at(stop + 2, "楼") ? 3 : 2) }
      return (reader.has(.building) ? .room : .building, 1)
    case "栋", "幢", "座":
      return (.building, text.at(stop + 1, "楼") && !text.sign(stop + 1).isNumeric ? 2 : 1)
    case "楼": return floorOrBuilding(text, start, stop, reader)
    case "单": return text.at(stop + 1, "元") ? (.unit, 2) : nil
    case "门", "梯":
      return reader.has(.building) || reader.has(.number) || text.sign(stop + 1).isNumeric
        ? (.unit, 1) : nil
    case "层": return (.floor, 1)
    case "室", "户": return text.at(stop + 1, "籍") ? nil : (.room, 1)
    case "房": return text.at(stop + 1, "地") ? nil : (.room, text.at(stop + 1, "间") ? 2 : 1)
    case "间", "铺": return (.room, text.at(stop + 1, "面") ? 2 : 1)
    case "组": return text.at(stop + 1, "团") ? (.pointOfInterest, 2) : (.hamlet, 1)
    case "队", "连": return (.hamlet, 1)
    case "社": return text.at(stop + 1, "区") ? nil : (.hamlet, 1)
    case "小": return text.at(stop + 1, "组") ? (.hamlet, 2) : nil
    case "村": return text.at(stop, "村", "民", "小", "组") ? (.hamlet, 4) : nil
    case "生": return text.at(stop, "生", "产", "队") ? (.hamlet, 3) : nil
    case "排": return (.building, 1)
    case "期": return (.pointOfInterest, 1)
    case "区":
      if start > reader.nameStart, text.sign(start) == .numeral, stop - start > 1 { return nil }
      return (.pointOfInterest, 1)
    case "院": return text.sign(start) == .digit ? (.number, 1) : nil
    case "弄": return (.lane, 1)
    case "巷": return start == reader.nameStart && text.sign(start) == .digit ? (.lane, 1) : nil
    case "国", "省", "县", "乡":
      return text.at(stop + 1, "道") && start == reader.nameStart ? (.road, 2) : nil
    case "米": return (.note, 1)
    case "公": return text.at(stop + 1, "里") ? (.note, 2) : nil
    default: return nil
    }
  }

  private static func isBuilding(_ text: borrowing AddressText, _ place: Int) -> Bool {
    text.at(place, "楼") || text.at(place, "栋") || text.at(place, "幢") || text.at(place, "座")
  }

  private static func number(
    _ text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    let next = stop + 1
    if isBuilding(text, next) { return (.building, text.at(next + 1, "楼") ? 3 : 2) }
    switch text.character(next) {
    case "院": return text.at(next + 1, "校") ? (.number, 1) : (.number, 2)
    case "门": return reader.has(.building) ? (.unit, 2) : (.number, 2)
    case "房", "室": return (.room, 2)
    case "铺", "店": return (.room, 2)
    case "路", "线", "街", "桥": return nil
    case "大": if text.at(next + 1, "道") || text.at(next + 1, "街") { return nil }
    case "公": if text.at(next + 1, "路") || text.at(next + 1, "馆") { return nil }
    case "信": if text.at(next + 1, "箱") { return (.pointOfInterest, 3) }
    case "厂": if text.at(next + 1, "房") { return (.building, 3) }
    case "车": if text.at(next + 1, "间") { return (.building, 3) }
    case "仓": return (.building, text.at(next + 1, "库") ? 3 : 2)
    case "小": if text.at(next + 1, "区") { return nil }
    default: break
    }
    if text.at(stop - 1, "壹"), stop - reader.nameStart > 2 { return nil }
    if text.at(start, "附"), reader.has(.number), !reader.has(.building) { return (.number, 1) }
    if reader.has(.building) || reader.has(.unit) || reader.has(.floor) { return (.room, 1) }
    if reader.has(.number) {
      // A second number: of a building where a unit or a room follows.
      return (text.sign(next).isNumeric ? .building : .room, 1)
    }
    return (.number, 1)
  }

  private static func floorOrBuilding(
    _ text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> (AddressComponent.Kind, Int)? {
    if reader.has(.building) || reader.has(.unit) { return (.floor, 1) }
    var index = stop + 1
    while text.sign(index).isNumeric { index += 1 }
    if index > stop + 1,
      text.at(index, "单", "元") || text.at(index, "门") || text.at(index, "栋")
    {
      return (.building, 1)
    }
    if text.sign(start) == .letter { return (.building, 1) }
    return (.floor, text.at(stop + 1, "层") ? 2 : 1)
  }
}
