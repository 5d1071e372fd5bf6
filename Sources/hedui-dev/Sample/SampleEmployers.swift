import Records

/// Makes names of employers and companies out of a place, an invented word and a trade.
struct SampleEmployers: Sendable {
  private let first = WordList(
    """
    虔 橘 橙 钨 稻 榕 樟 楠 梓 栎 汀 沣 湛 澄 漾 沐 霁 岚 屿 峤 嵘 岳 崧 峻 璟 瑾 琮 琛 珩 曜 昱 晗 煜 熠 炜 焱 翊 骏 骐 \
    驰 驿 聿 秉 允 謇 颂 咏 诺 谦 谨 弘 毓 恪
    """)
  private let second = WordList(
    """
    邦 沃 禾 源 晟 尚 卓 诚 和 盛 泰 丰 隆 达 达 昌 兴 辰 航 锐 创 联 信 程 宇 润 茂 鼎 嘉 朗 佰 启 拓 益 顺 通 康 宁
    """)
  private let makers = WordList(
    "家具:6 电子科技:6 服饰:4 鞋业 新材料:3 新能源科技:2 机械制造:2 食品:3 包装材料:2 五金制品:2 矿业 稀土材料 钨业 电路科技:2")
  private let services = WordList(
    "商贸:6 贸易:4 信息科技:4 网络科技:2 文化传媒:2 企业管理:2 人力资源 广告:2 财税服务 环保科技 供应链管理 电子商务:2")
  private let shops = WordList(
    "百货商行:3 五金店:2 便利店:4 餐馆:4 小吃店:2 服装店:3 美发店:2 汽修厂:2 家电维修部 建材店:2 水果店:2 药房 鞋店 手机店 家政服务部 宾馆")
  private let farms = WordList("家庭农场:4 果业种植专业合作社:3 生态农业有限公司:2 养殖专业合作社:2 油茶种植专业合作社 农机专业合作社")
  private let sites = WordList("建筑工程:5 市政工程:2 装饰工程:3 建设:3 建筑劳务:3 园林工程")
  private let haulage = WordList("物流:5 货运:3 运输:4 快递:2 汽车运输:2")
  private let estates = WordList("物业服务:6 保安服务:3 环境服务:2")
  private let bureaus = WordList(
    "财政局 水利局 农业农村局 林业局 民政局 人力资源和社会保障局 自然资源局 交通运输局 市场监督管理局 统计局 税务局 住房和城乡建设局 教育局 司法局 卫生健康委员会")

  /// Appends an invented word of two characters.
  func appendWord(_ random: inout SampleRandom, to text: inout [UInt8]) {
    first.append(any: &random, to: &text)
    second.append(any: &random, to: &text)
  }

  /// Number of invented words.
  var wordCount: Int { first.count * second.count }

  func word(_ index: Int) -> String { first[index / second.count] + second[index % second.count] }

  private func appendPlace(
    _ county: SampleRegions.County, _ city: String, _ random: inout SampleRandom,
    to text: inout [UInt8]
  ) {
    if random.chance(450) {
      text.append(contentsOf: city.utf8)
      text.append("市")
    } else {
      text.append(contentsOf: county.name.utf8)
    }
  }

  /// Companies a county for each kind of workplace that is one: they have many employees, and
  /// stand in the business registry.
  static let companies = 4
  private static let companyKinds: [SampleOccupations.Workplace] = [
    .company, .shop, .site, .farm, .transport, .property,
  ]

  /// Appends the name of an employer near `county`: for companies one of the few that there are.
  func append(
    _ workplace: SampleOccupations.Workplace, in county: SampleRegions.County, city: String,
    _ random: inout SampleRandom, to text: inout [UInt8]
  ) {
    guard let kind = Self.companyKinds.firstIndex(of: workplace) else {
      return appendNew(workplace, in: county, city: city, &random, to: &text)
    }
    append(kind, random.below(Self.companies), in: county, city: city, to: &text)
  }

  private func append(
    _ kind: Int, _ number: Int, in county: SampleRegions.County, city: String,
    to text: inout [UInt8]
  ) {
    let index = (county.code * Self.companyKinds.count + kind) * Self.companies + number
    var own = SampleRandom(seed: 0x5EED, stream: 11, index: index)
    appendNew(Self.companyKinds[kind], in: county, city: city, &own, to: &text)
  }

  /// The names of all companies of some regions that persons work for, each once.
  func companies(in regions: SampleRegions) -> [String] {
    var known: Set<String> = []
    var names: [String] = []
    for county in regions.counties {
      for kind in Self.companyKinds.indices {
        for number in 0..<Self.companies {
          var text: [UInt8] = []
          append(kind, number, in: county, city: regions.cities[county.city], to: &text)
          let name = String(decoding: text, as: UTF8.self)
          if known.insert(name).inserted { names.append(name) }
        }
      }
    }
    return names
  }

  /// Appends the name of an employer near `county` that is made up on the spot.
  func appendNew(
    _ workplace: SampleOccupations.Workplace, in county: SampleRegions.County, city: String,
    _ random: inout SampleRandom, to text: inout [UInt8]
  ) {
    func company(_ trade: WordList, _ random: inout SampleRandom, _ text: inout [UInt8]) {
      appendPlace(county, city, &random, to: &text)
      appendWord(&random, to: &text)
      trade.append(any: &random, to: &text)
      text.append(random.chance(800) ? "有限公司" : "有限责任公司")
    }
    func named(_ suffix: StaticString, _ random: inout SampleRandom, _ text: inout [UInt8]) {
      text.append(contentsOf: county.name.utf8)
      appendWord(&random, to: &text)
      text.append(suffix)
    }
    switch workplace {
    case .company: company(random.chance(600) ? makers : services, &random, &text)
    case .shop:
      text.append(contentsOf: county.name.utf8)
      appendWord(&random, to: &text)
      shops.append(any: &random, to: &text)
    case .school: named(random.chance(500) ? "小学" : "中学", &random, &text)
    case .kindergarten: named("幼儿园", &random, &text)
    case .college:
      text.append(contentsOf: city.utf8)
      appendWord(&random, to: &text)
      text.append("职业技术学院")
    case .hospital: named(random.chance(600) ? "医院" : "中心卫生院", &random, &text)
    case .office:
      text.append(contentsOf: county.name.utf8)
      bureaus.append(any: &random, to: &text)
    case .police:
      text.append(contentsOf: county.name.utf8)
      text.append("公安局")
    case .bank:
      text.append("虔橘银行股份有限公司")
      text.append(contentsOf: county.shortName.utf8)
      text.append("支行")
    case .site: company(sites, &random, &text)
    case .farm:
      text.append(contentsOf: county.name.utf8)
      appendWord(&random, to: &text)
      farms.append(any: &random, to: &text)
    case .transport: company(haulage, &random, &text)
    case .property: company(estates, &random, &text)
    case .news:
      text.append(contentsOf: county.name.utf8)
      text.append("融媒体中心")
    }
  }
}
