/// Ways in which addresses of forms differ from the books.
enum AddressNoise: String, CaseIterable {
  case plain
  case withoutProvince = "without province"
  case withoutCity = "without city"
  case countyOnly = "county alone"
  case shortProvince = "short province"
  case shortCity = "short city"
  case shortBoth = "short province and city"
  case allShort = "all short"
  case blanks
  case marks = "marks between"
  case fullWidth = "full-width"
  case traditional
  case twice = "divisions twice"
  case wholeTwice = "whole twice"
  case formerName = "former name"
  case person = "name and telephone"
  case postcode = "postcode before"
  case note = "note in brackets"
  case zone = "zone between"
  case truncated
  case filler = "filler"
  case country

  func text(
    _ place: AddressGenerator.Place, _ full: String, _ detail: String,
    _ random: inout SampleRandom
  ) -> String {
    let isDirect = place.city.isEmpty
    let city = place.city
    let county = place.county
    switch self {
    case .plain: return full + detail
    case .withoutProvince: return (isDirect ? place.province : "") + city + county + detail
    case .withoutCity: return place.province + (county.isEmpty ? city : county) + detail
    case .countyOnly:
      return (place.isUnique ? "" : place.province + city) + (county.isEmpty ? city : county)
        + detail
    case .shortProvince: return place.provinceShort + city + county + detail
    case .shortCity: return place.province + place.cityShort + county + detail
    case .shortBoth: return place.provinceShort + place.cityShort + county + detail
    case .allShort:
      return place.provinceShort + place.cityShort + place.countyShort + " " + detail
    case .blanks: return [place.province, city, county, detail].joined(separator: " ")
    case .marks:
      return [place.province, city, county].filter { !$0.isEmpty }
        .joined(separator: ["，", "-", "/", "、", "·"][random.below(5)]) + "，" + detail
    case .fullWidth:
      return String(
        String.UnicodeScalarView(
          (full + detail).unicodeScalars.map {
            $0.value > 0x20 && $0.value < 0x7F
              ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
          }))
    case .traditional: return full + detail
    case .twice: return full + full + detail
    case .wholeTwice: return full + detail + full + detail
    case .formerName:
      guard !place.formerNames.isEmpty else { return full + detail }
      let (above, name) = place.formerNames[random.below(place.formerNames.count)]
      return (above.hasSuffix("省") || above.hasSuffix("自治区") ? above : place.province + above)
        + name + detail
    case .person: return full + detail + " 王某某 13800001234"
    case .postcode: return "341000 " + full + detail
    case .note: return full + detail + "（放门卫处）"
    case .zone:
      return place.province + city + county
        + ["经济技术开发区", "高新区", "工业园区"][random.below(3)] + detail
    case .truncated:
      let bytes = Array((full + detail).utf8)
      let least = full.utf8.count
      let end = least + random.below(max(1, bytes.count - least))
      return String(decoding: bytes.prefix(end), as: UTF8.self)
    case .filler:
      return place.province + (isDirect ? "省直辖县级行政区划" : city + "市辖区") + county + detail
    case .country: return ["中国", "中华人民共和国"][random.below(2)] + full + detail
    }
  }
}

/// What stands behind the divisions.
enum AddressDetail {
  private static let roads = [
    "红旗大道", "中山路", "解放路", "人民西路", "建设大街", "文明大道", "长征大道", "滨河东路", "学院路", "迎宾大道",
    "新华街", "东门外大街", "环城北路", "南京路", "北京路", "工业一路", "G105国道", "八一路", "和平街", "朝阳路",
    "西湖路", "青年路", "站前路", "兴国路", "长安街", "海南路", "吉安路", "江西路",
  ]
  private static let compounds = [
    "新世纪城", "阳光花园", "锦绣江南", "金色家园", "水岸新城", "碧桂园", "恒大名都", "书香门第小区", "幸福里",
    "物资局宿舍", "供销社家属院", "第一中学", "人民医院", "农贸市场", "和平小区", "朝阳新村",
  ]
  private static let villages = [
    "七里村", "上坪村", "东风村", "石桥村", "和平村", "大塘村委会", "新华社区", "红星社区居委会", "罗家庄村", "李家湾村",
  ]

  static func make(_ townships: [String], _ random: inout SampleRandom) -> String {
    var text = ""
    if !townships.isEmpty, random.below(10) < 6 { text += townships[random.below(townships.count)] }
    let number = random.below(400) + 1
    switch random.below(7) {
    case 0: return text + roads[random.below(roads.count)] + "\(number)号"
    case 1:
      return text + roads[random.below(roads.count)] + "\(number)号"
        + compounds[random.below(compounds.count)]
        + "\(number % 30 + 1)栋\(number % 4 + 1)单元\(number % 9 + 1)02室"
    case 2: return text + villages[random.below(villages.count)] + "\(number % 20 + 1)组\(number)号"
    case 3: return text + villages[random.below(villages.count)]
    case 4:
      return text + compounds[random.below(compounds.count)]
        + "\(number % 30 + 1)-\(number % 3 + 1)-\(number % 9 + 1)01"
    case 5: return text + compounds[random.below(compounds.count)]
    default: return text
    }
  }
}
