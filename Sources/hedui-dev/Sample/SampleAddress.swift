import Records

/// Makes addresses in a county: in town by road, number, estate, building and room, in the
/// country by village and group.
struct SampleAddress: Sendable {
  private let roads = WordList(
    """
    红旗:5 文明 长征:4 健康 文清 青年:3 解放:5 厚德 客家 章江 兴国 八一:4 迎宾:5 滨江:6 沿江:4 东阳山 梅关 登峰 \
    金岭 翠微 虎岗 南河 赞贤 阳明 沙河 水东 新赣南 钨都 会昌 瑞金 崇义 东江源 信丰 火炬 工业:4 香江 和谐 橘城 \
    井冈山 庐陵 阳光:3 学府 学苑 朝阳:4 光明:3 幸福:4 和平:4 建设:5 人民:5 中山:3 环城:3 城北 城南 城东 站前:3 \
    桥头 府前:3 龙翔 凤凰 莲花 桃源 翠竹 桂花 枫林 松山 杨梅 茶亭 麻双
    """)
  private let roadKinds = WordList("路:12 大道:5 街:3 巷:1")
  private let estates = WordList(
    """
    锦绣花园 阳光家园 滨江一品 翡翠城 金色名郡 东方苑 世纪嘉园 玉兰花园 盛世豪庭 中央公馆 天际华庭 凤凰城 \
    水岸新都 香樟园 紫荆花园 康居小区 安居小区 怡和苑 丽景花园 书香门第 湖畔人家 云星中心城 橡树湾 幸福里 \
    和谐家园 银河丽都 学府雅苑 翰林世家 江南春色 温馨佳园
    """)
  private let villageFirst = WordList(
    """
    罗溪 石门 黄沙 上坪 下坪 大坑 长坑 沙坝 龙头 龙下 新屋 老屋 江口 河背 河坝 樟树 枫树 杉树 桐木 竹山 莲塘 \
    东坑 西坑 南坑 北坑 白石 青石 红岩 山口 水口 岭背 岭下 田心 田背 坳上 寨下 塘背 塘尾 桥背 圩背 石寨 高田 \
    高围 黄竹 古坑 里仁 富田 联丰 新民 光荣 建丰 胜利 永丰 团结 丰田 小坪 太坪 双溪 三江 珠坊 大屋 寺背 瑶前
    """)
  private let groups = WordList(
    "上屋 下屋 新屋 老屋 大屋 对门 河背 坝子 岭背 塘背 坑口 坳背 桥头 祠堂 水口 樟树 竹山 禾场 井边 半坑")

  /// Appends an address. `region` is whether it begins with the province.
  func append(
    in county: SampleRegions.County, rural: Bool, _ random: inout SampleRandom,
    to text: inout [UInt8]
  ) {
    let start = random.chance(60) ? county.provinceLength : 0
    text.append(contentsOf: county.fullName[start...])
    if rural {
      county.towns.append(any: &random, to: &text)
      villageFirst.append(any: &random, to: &text)
      text.append("村")
      if random.chance(600) {
        groups.append(any: &random, to: &text)
        text.append("组")
      } else {
        text.append(decimal: random.in(1...24))
        text.append("组")
      }
      text.append(decimal: random.in(1...286))
      text.append("号")
      return
    }
    county.streets.append(any: &random, to: &text)
    roads.append(any: &random, to: &text)
    roadKinds.append(any: &random, to: &text)
    text.append(decimal: random.in(1...398))
    text.append("号")
    if random.chance(150) { return }
    if random.chance(850) { estates.append(any: &random, to: &text) }
    text.append(decimal: random.in(1...42))
    text.append(random.chance(700) ? "栋" : "幢")
    if random.chance(650) {
      text.append(decimal: random.in(1...4))
      text.append("单元")
    }
    let floor = random.chance(600) ? random.in(1...7) : random.in(8...32)
    text.append(number: floor * 100 + random.in(1...4), width: 3)
    text.append("室")
  }

  /// Appends a business address: road and number, storey or industrial park.
  func appendOffice(
    in county: SampleRegions.County, _ random: inout SampleRandom, to text: inout [UInt8]
  ) {
    text.append(contentsOf: county.fullName)
    (random.chance(700) ? county.streets : county.towns).append(any: &random, to: &text)
    roads.append(any: &random, to: &text)
    roadKinds.append(any: &random, to: &text)
    text.append(decimal: random.in(1...398))
    text.append("号")
    if random.chance(500) {
      text.append(decimal: random.in(1...18))
      text.append("栋")
      text.append(number: random.in(1...28) * 100 + random.in(1...12), width: 3)
      text.append("室")
    }
  }
}
