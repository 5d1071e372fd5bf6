/// What a name is that no word of its own has ended: a compound, a place within a village, a
/// direction, somebody's name.
enum NameKinds {
  static func kind(
    of text: borrowing AddressText, _ start: Int, _ stop: Int, _ reader: borrowing TailReader
  ) -> AddressComponent.Kind {
    let length = stop - start
    if isDirection(text, start, stop) { return .note }
    if length < 2 { return .remainder }
    if isHamlet(text, stop - 1), !reader.has(.road), !reader.isHead,
      reader.has(.township) || reader.has(.village)
    {
      return reader.has(.village) ? .hamlet : text.at(stop - 1, "庄") ? .village : .hamlet
    }
    if NamePlaces.isPlace(text, stop - 1) { return .pointOfInterest }
    let isBehind = reader.has(.room) || reader.has(.number) || reader.has(.telephone)
    if length <= 4, reader.isHead || isBehind && text.isSpaced(start) { return .recipient }
    if text.at(stop - 1, "收"), length <= 6 { return .recipient }
    return reader.isHead ? .remainder : .pointOfInterest
  }

  /// 对面, 旁, 路口, 以东 and the like.
  private static func isDirection(_ text: borrowing AddressText, _ start: Int, _ stop: Int) -> Bool
  {
    let last = stop - 1
    let length = stop - start
    switch text.character(last) {
    case "旁", "侧", "内", "前", "后", "口", "处": return length <= 5 && !text.at(last - 1, "事")
    case "面": return text.at(last - 1, "对") || length <= 3
    case "边": return length <= 3
    case "近": return text.at(last - 1, "附")
    case "壁": return text.at(last - 1, "隔")
    case "东", "西", "南", "北": return length <= 2
    default: return false
    }
  }

  private static func isHamlet(_ text: borrowing AddressText, _ last: Int) -> Bool {
    switch text.character(last) {
    case "屯", "湾", "坝", "沟", "坪", "坳", "冲", "塘", "坑", "畈", "岭", "坡", "寨", "庄", "垸", "塆",
      "窝", "圩", "营", "堡", "岗", "埠", "垭", "梁", "峪", "浜", "埭", "墩", "坊", "背", "下", "上",
      "头", "屋", "排", "嘴", "洼", "坎", "崖", "田", "坂", "堰", "组", "队", "子", "沱", "坞", "窑":
      return true
    default: return false
    }
  }
}

/// Words that end the names of compounds, institutions and shops.
enum NamePlaces {
  static func isPlace(_ text: borrowing AddressText, _ last: Int) -> Bool {
    switch text.character(last) {
    case "园", "苑", "城", "厦", "场", "院", "楼", "馆", "店", "厂", "校", "学", "所", "局", "站", "府", "庭",
      "居", "阁", "轩", "郡", "台", "寓", "舍", "司", "行", "社", "部", "队", "心", "邸", "墅", "房", "市",
      "区", "期", "库", "矿", "港", "团", "铺", "家", "里", "湾", "广", "寺", "庙", "堂", "宫", "桥",
      "大", "中", "小", "会", "室", "际", "座", "号", "村", "庄", "山", "岛", "洲", "地", "国", "都", "门":
      return true
    default: return false
    }
  }
}
