/// Words that end the names of townships.
enum TownshipWords {
  /// The kind of a township by the word that ends its name, and the length of that word.
  static func ending(of name: [UInt16]) -> (AddressGazetteer.TownshipKind, Int) {
    for (word, kind) in endings where ends(name[...], with: word) { return (kind, word.count) }
    return (.whole, 0)
  }

  private static func ends(_ name: ArraySlice<UInt16>, with word: [UInt16]) -> Bool {
    if name.count < word.count { return false }
    for index in word.indices
    where name[name.endIndex - word.count + index] != word[index] {
      return false
    }
    return true
  }

  private static let endings: [([UInt16], AddressGazetteer.TownshipKind)] = [
    (Array("镇".utf16), .town), (Array("街道".utf16), .subdistrict),
    (Array("民族乡".utf16), .township), (Array("乡".utf16), .township),
    (Array("街道办事处".utf16), .subdistrict), (Array("民族苏木".utf16), .sumu),
    (Array("苏木".utf16), .sumu), (Array("地区".utf16), .area),
  ]

  /// The kind that the text names at `place`, and how many characters that takes; nil where
  /// it names none.
  static func kind(_ text: borrowing AddressText, at place: Int)
    -> (AddressGazetteer.TownshipKind, Int)?
  {
    switch text.character(place) {
    case "镇": return (.town, 1)
    case "乡": return (.township, 1)
    case "苏": return text.at(place + 1, "木") ? (.sumu, 2) : nil
    case "民":
      if text.at(place + 1, "族", "乡") { return (.township, 3) }
      return text.at(place + 1, "族", "苏", "木") ? (.sumu, 4) : nil
    case "地":
      if text.at(place + 1, "区", "办", "事"), text.at(place + 4, "处") { return (.area, 5) }
      return text.at(place + 1, "区") ? (.area, 2) : nil
    case "办": return text.at(place + 1, "事", "处") ? (.subdistrict, 3) : nil
    case "街":
      if text.at(place + 1, "道", "办", "事"), text.at(place + 4, "处") { return (.subdistrict, 5) }
      if text.at(place + 1, "道", "办") { return (.subdistrict, 3) }
      if text.at(place + 1, "道") { return (.subdistrict, 2) }
      return text.at(place + 1, "办") ? (.subdistrict, 2) : nil
    default: return nil
    }
  }

  /// Number of characters of a name before the peoples that it names: 赤土 of 赤土畲族.
  static func withoutPeoples(_ name: ArraySlice<UInt16>) -> Int {
    var end = name.count
    while end > 0, lastOfPeoples.contains(name[name.startIndex + end - 1]),
      let people = peoples.first(where: { ends(name.prefix(end), with: $0) })
    {
      end -= people.count
    }
    return end
  }

  private static let lastOfPeoples: [UInt16] = Array("族回满苗瑶彝".utf16)

  private static let peoples: [[UInt16]] = [
    "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族",
    "白族", "土家族", "哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族",
    "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族",
    "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族", "乌孜别克族", "俄罗斯族",
    "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族",
    "珞巴族", "基诺族", "各族", "回", "满", "苗", "瑶", "彝",
  ].map { Array($0.utf16) }
}
