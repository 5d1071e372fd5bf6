import Foundation

/// The trades of the invented organisations: classes of GB/T 4754 with the word that stands
/// in a company's name, and the terms of the class for its scope.
struct SampleTrades: Sendable {
  struct Trade: Sendable {
    let code: String
    /// Name of the class.
    let name: String
    /// Word in the name of a company.
    let word: String
    let terms: [String]
  }

  /// What a company, a shop and a cooperative do.
  let companies: [Trade]
  let shops: [Trade]
  let cooperatives: [Trade]
  let schools: [Trade]
  private let limits: [Int: [(indicator: String, large: Double, medium: Double, small: Double)]]

  private static let companyPlan = """
    0212 苗木 0412 水产 0931 钨业 0932 稀土矿业 1012 石材 1311 米业 1331 油脂 1371 蔬菜食品 1373 果品 1411 糕点食品 \
    1431 米粉食品 1529 饮品 1530 茶业 1811 服装 1830 服饰 1952 鞋业 2110 家具 2034 地板 2231 纸箱 2319 包装印务 \
    2452 玩具 2614 化工 2631 农化 2641 涂料 2681 日化 2720 制药 2730 中药饮片 2921 薄膜 2922 塑业 2926 塑料包装 3011 水泥 \
    3021 混凝土 3031 建材 3071 陶瓷 3130 钢业 3231 钨钼 3232 稀土材料 3251 铜业 3311 钢结构 3312 门窗 3351 五金配件 \
    3525 模具 3670 汽车部件 3770 电动车 3812 电机 3831 电缆 3841 新能源电池 3872 照明 3982 电路板 3984 电声科技 \
    3985 电子材料 3922 通信设备 4413 水电 4511 燃气 4610 供水 4710 建筑工程 4812 路桥工程 4813 市政工程 4910 机电安装 \
    5011 装饰工程 5012 家居装饰 5121 粮油贸易 5123 果蔬贸易 5127 酒业 5132 服饰贸易 5151 医药 5164 矿产品贸易 5165 建材贸易 \
    5166 农资 5172 汽车配件 5174 五金贸易 5176 电脑贸易 5211 百货 5212 超市 5261 汽车销售 5265 加油站 5281 五金 5292 电子商务 \
    5411 公交客运 5431 货运 5821 货运代理 5920 仓储 6110 大酒店 6121 连锁酒店 6511 软件技术 6513 软件 \
    6531 系统集成 6550 数据服务 6560 信息咨询 7010 置业 7020 物业服务 7030 房产中介 7111 汽车租赁 7241 财税 7251 网络传媒 \
    7259 广告 7262 人才服务 7263 劳务派遣 7271 保安服务 7291 旅行社 7481 工程管理 7482 工程监理 7484 工程设计 7461 环境监测 \
    7452 检测技术 7820 环卫服务 7840 园林绿化 8111 汽车服务 8211 保洁服务 8391 教育培训 8930 健身
    """
  private static let shopPlan = """
    5213 便利店 5221 粮油店 5223 水果店 5226 烟酒店 5232 服装店 5251 大药房 5274 手机店 5281 五金店 5283 家具店 \
    6210 餐馆 6220 快餐店 8030 洗衣店 8040 美发店 8051 浴室 8111 汽车修理厂 8131 家电维修部 9013 网吧 8425 诊所
    """
  private static let cooperativePlan =
    "0141 蔬菜种植 0153 脐橙种植 0159 水果种植 0311 肉牛养殖 0313 生猪养殖 0321 养鸡 0412 水产养殖"
  private static let schoolPlan = "8321 小学 8331 中学 8423 卫生院 8310 幼儿园"

  init(folder: URL) throws {
    let classes = try CSVTable(
      parsing: Data(contentsOf: folder.appending(path: "codes/gbt4754-2019.csv")))
    let (code, name) = (try classes.place(of: "code"), try classes.place(of: "name"))
    let names = Dictionary(classes.rows.map { ($0[code], $0[name]) }) { first, _ in first }
    let keywords = try CSVTable(
      parsing: Data(contentsOf: folder.appending(path: "keywords/gbt4754-keywords.csv")))
    let (owner, term) = (try keywords.place(of: "code"), try keywords.place(of: "keyword"))
    // A term that stands in two classes tells nothing.
    var counts: [String: Int] = [:]
    for row in keywords.rows { counts[row[term], default: 0] += 1 }
    var terms: [String: [String]] = [:]
    for row in keywords.rows where counts[row[term]] == 1 && row[term].count >= 3 {
      terms[row[owner], default: []].append(row[term])
    }
    func trades(_ plan: String) throws -> [Trade] {
      let words = plan.split(whereSeparator: \.isWhitespace).map(String.init)
      return try stride(from: 0, to: words.count, by: 2).map { place in
        guard let name = names[words[place]] else {
          throw CSVTable.Fault(line: 0, reason: "gbt4754-2019.csv: no class \(words[place])")
        }
        return Trade(
          code: words[place], name: name, word: words[place + 1], terms: terms[words[place]] ?? [])
      }
    }
    companies = try trades(Self.companyPlan)
    shops = try trades(Self.shopPlan)
    cooperatives = try trades(Self.cooperativePlan)
    schools = try trades(Self.schoolPlan)

    let sizes = try CSVTable(
      parsing: Data(contentsOf: folder.appending(path: "codes/enterprise-size-2017.csv")))
    let (row, indicator) = (try sizes.place(of: "row_no"), try sizes.place(of: "indicator"))
    let columns = try ["large_min", "medium_min", "small_min"].map { try sizes.place(of: $0) }
    var limits: [Int: [(indicator: String, large: Double, medium: Double, small: Double)]] = [:]
    for cells in sizes.rows {
      let numbers = columns.map { Double(cells[$0]) ?? 0 }
      limits[Int(cells[row]) ?? 0, default: []].append(
        (cells[indicator], numbers[0], numbers[1], numbers[2]))
    }
    self.limits = limits
  }

  /// 1 large to 4 micro by the limits of 2017; nil where they say nothing of the industry.
  /// Amounts in 10,000 yuan.
  func size(of code: String, staff: Int, revenue: Double, assets: Double) -> Int? {
    guard let row = Self.row(of: code), let limits = limits[row] else { return nil }
    var grade = 1
    var isMicro = false
    for limit in limits {
      let value =
        switch limit.indicator {
        case "从业人员": Double(staff)
        case "营业收入": revenue
        default: assets
        }
      let reached =
        value >= limit.large ? 1 : value >= limit.medium ? 2 : value >= limit.small ? 3 : 4
      if reached == 4 { isMicro = true }
      grade = max(grade, reached)
    }
    return isMicro ? 4 : grade
  }

  /// Row of the table of limits.
  private static func row(of code: String) -> Int? {
    guard let division = Int(code.prefix(2)) else { return nil }
    switch division {
    case 1...5: return 1
    case 6...46: return 2
    case 47...50: return 3
    case 51: return 4
    case 52: return 5
    case 54...58: return 6
    case 59: return code.hasPrefix("591") ? 6 : 7
    case 60: return 8
    case 61: return 9
    case 62: return 10
    case 63, 64: return 11
    case 65: return 12
    case 70: return code == "7010" ? 13 : code == "7020" ? 14 : code == "7030" ? 16 : nil
    case 71, 72: return 15
    case 73...82, 85...90: return division == 83 || division == 84 ? nil : 16
    default: return nil
    }
  }
}
