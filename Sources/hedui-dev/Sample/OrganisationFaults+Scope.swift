import Records

/// Faults of industry against scope, of the registration type and of the size's code.
extension OrganisationFaults {
  func plantScope(
    _ fault: OrganisationFault, _ random: inout SampleRandom, _ made: inout Made
  ) -> OrganisationFault.Planted? {
    let code = made.organisation.fields.text(.industryCode)
    switch fault {
    case .scopeContradicts:
      guard made.organisation.kind == .company, let scope = Self.clearScopes[code] else {
        return nil
      }
      let other = Self.elsewhere[random.below(Self.elsewhere.count)]
      setScope(scope, &made)
      setIndustry(other.code, other.name, &made)
      return [("IND007", .industryCode)]
    case .industryResidual:
      guard made.organisation.kind == .company, let residual = Self.residual[code] else {
        return nil
      }
      setIndustry(residual.code, residual.name, &made)
      return [("IND008", .industryCode)]
    case .typeUnknown:
      made.organisation.fields.set(.registrationType, ["1130", "民营企业", "9"][random.below(3)])
      return [("IND011", .registrationType)]
    case .sizeNotInList:
      made.organisation.fields.set(.enterpriseSize, ["CS05", "9", "5"][random.below(3)])
      return [("CON007", .enterpriseSize)]
    default:
      guard let old = Self.oldTypes[made.organisation.fields.text(.registrationType)] else {
        return nil
      }
      made.organisation.fields.set(.registrationType, old)
      return [("IND012", .registrationType)]
    }
  }

  /// Scopes that leave no doubt, by the industry of the organisation; the bank has what the
  /// registry has.
  private static let clearScopes = [
    "7020": "物业管理；房地产中介服务；房地产租赁经营", "3841": "锂离子电池制造；镍氢电池制造；铅蓄电池制造；电池销售",
    "3071": "建筑陶瓷制品制造；卫生陶瓷制品制造；日用陶瓷制品制造", "3021": "水泥制品制造；砼结构构件制造；轻质建筑材料制造",
    "6511": "基础软件开发；支撑软件开发；应用软件开发", "6513": "应用软件开发；支撑软件开发；信息系统集成服务",
    "2110": "木质家具制造；金属家具制造；塑料家具制造",
  ]

  /// Industries that none of them has a word of.
  private static let elsewhere = [
    (code: "6210", name: "正餐服务"), (code: "8040", name: "理发及美容服务"), (code: "9013", name: "网吧活动"),
  ]

  /// The residual class beside an industry.
  private static let residual = [
    "1311": (code: "1319", name: "其他谷物磨制"),
    "1431": (code: "1439", name: "其他方便食品制造"),
    "1811": (code: "1819", name: "其他机织服装制造"),
    "2231": (code: "2239", name: "其他纸制品制造"),
    "2452": (code: "2459", name: "其他玩具制造"),
    "2681": (code: "2689", name: "其他日用化学产品制造"),
    "3031": (code: "3039", name: "其他建筑材料制造"),
    "3071": (code: "3079", name: "其他陶瓷制品制造"),
    "3251": (code: "3259", name: "其他有色金属压延加工"),
    "3525": (code: "3529", name: "其他非金属加工专用设备制造"),
    "3812": (code: "3819", name: "其他电机制造"),
    "3831": (code: "3839", name: "其他电工器材制造"),
    "3841": (code: "3849", name: "其他电池制造"),
    "3982": (code: "3989", name: "其他电子元件制造"),
    "3984": (code: "3989", name: "其他电子元件制造"),
    "4413": (code: "4419", name: "其他电力生产"),
    "5121": (code: "5129", name: "其他食品批发"),
    "5132": (code: "5139", name: "其他家庭用品批发"),
    "6121": (code: "6129", name: "其他一般旅馆"),
    "6511": (code: "6519", name: "其他软件开发"),
    "6513": (code: "6519", name: "其他软件开发"),
    "7111": (code: "7119", name: "其他机械与设备经营租赁"),
    "7262": (code: "7269", name: "其他人力资源服务"),
    "7452": (code: "7459", name: "其他质检技术服务"),
    "8211": (code: "8219", name: "其他清洁服务"),
    "2110": (code: "2190", name: "其他家具制造"),
  ]

  /// Registration types of 2023 by their codes in the list of 2011.
  private static let oldTypes = ["112": "173", "119": "159", "121": "174"]

  private func setScope(_ scope: String, _ made: inout Made) {
    let text = "一般项目：" + scope + "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    made.organisation.fields.set(.businessScope, text)
    made.registry?.scope = text
  }

  /// Another industry, which the registry has too, and the size that the figures then give.
  private func setIndustry(_ code: String, _ name: String, _ made: inout Made) {
    made.registry?.industryCode = code
    made.organisation.fields.set(.industryCode, code)
    made.organisation.fields.set(.industryName, name)
    made.organisation.fields.set(.industryEdition, "2017")
    let staff = Int(made.organisation.fields.text(.staffCount)) ?? 0
    func tenThousands(_ field: OrganisationField) -> Double {
      Double(Int(Double(made.organisation.fields.text(field)) ?? 0)) / 10_000
    }
    let size = maker.trades.size(
      of: code, staff: staff, revenue: tenThousands(.revenue), assets: tenThousands(.totalAssets))
    if let size {
      made.organisation.fields.set(.enterpriseSize, ["大型", "中型", "小型", "微型"][size - 1])
    }
  }
}
