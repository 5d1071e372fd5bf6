/// Whether a name of a division is one where it stands, or part of another name.
enum NameNeighbours {
  /// Whether a short name goes on as another name: 江西路, 西湖公园, 南昌大学.
  static func goesOn(_ text: borrowing AddressText, _ place: Int) -> Bool {
    if text.isSpaced(place) { return false }
    switch text.character(place) {
    // 新疆农十四师, 新疆第八师.
    case "农", "第": return DivisionWords.filler(text, place) == 0
    case "路", "街", "道", "巷", "里", "弄", "村", "镇", "乡", "屯", "庄", "小", "广", "公", "花", "商",
      "饭", "宾", "酒", "银", "学", "师", "医", "火", "汽", "站", "港", "湾", "湖", "山", "河", "江", "桥",
      "海", "苑", "园", "家", "水", "人", "会", "籍", "驻", "工", "林", "监", "集", "有", "股",
      "分", "支", "社", "城", "府", "庭", "郡", "阁", "居", "轩", "台", "楼", "大", "寺", "庙", "院",
      "厂", "场", "店", "馆", "号", "组", "队", "坝", "沟", "坪", "塘", "坡", "岭", "寨", "营", "堡", "口",
      "头", "门", "关", "岛", "洲", "滩", "嘴", "井", "名", "国", "世", "豪", "华", "金", "一", "二",
      "三", "四", "五", "六", "七", "八", "九", "十", "环", "科", "产", "软", "保", "旅", "电",
      "物", "食", "建",
      "市", "县", "区", "州", "省", "盟", "旗", "自":
      return true
    // 成都高新区 and 大连开发区 are in these cities.
    case "高": return !text.at(place + 1, "新")
    case "经": return !text.at(place + 1, "济") && !text.at(place + 1, "开")
    case "开": return !text.at(place + 1, "发")
    case "中": return !text.at(place + 1, "山") && !text.at(place + 1, "牟")
    case "新":
      return text.at(place + 1, "村") || text.at(place + 1, "城") || text.at(place + 1, "路")
        || text.at(place + 1, "街") || text.at(place + 1, "区")
    case "东", "西", "南", "北":
      switch text.character(place + 1) {
      case "路", "街", "道", "大", "里", "巷", "村", "环": return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether a full name is part of another one: 上海市场, 大庆市路, 沙县小吃.
  static func isPart(_ text: borrowing AddressText, _ place: Int) -> Bool {
    switch text.character(place) {
    case "路", "巷": return NameEndings.isEnd(text, place + 1, text.count)
    case "场": return text.at(place - 1, "市")
    case "街": return !text.at(place + 1, "道") && !text.at(place + 1, "办")
    case "大": return text.at(place + 1, "道") || text.at(place + 1, "街")
    case "小": return text.at(place + 1, "吃") || text.at(place + 1, "区")
    default: return false
    }
  }

  /// Whether what stands behind a township's bare name makes it part of another name.
  static func bareGoesOn(_ text: borrowing AddressText, _ place: Int) -> Bool {
    if text.isSpaced(place) { return false }
    switch text.character(place - 1) {
    case "路", "街", "道", "巷", "村", "园", "城", "厂", "站": return true
    default: break
    }
    switch text.character(place) {
    case "高", "经", "开": return true
    default: break
    }
    return text.sign(place) == .unit || text.sign(place) == .hash || goesOn(text, place)
      || text.sign(place).isNumeric
  }
}
