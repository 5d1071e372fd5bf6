import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `The rules on industry and business scope` {
  struct Rules: Sendable {
    let codes: IndustryCodes
    let contradiction: IndustryContradictsBusinessScope
    let residual: IndustryResidualClass
    let superseded: IndustryCodeSuperseded

    init() throws {
      let context = Context.sample()
      codes = try #require(context.reference(IndustryCodes.self))
      contradiction = IndustryContradictsBusinessScope(context)
      residual = IndustryResidualClass(context)
      superseded = IndustryCodeSuperseded(context)
    }
  }
  static let rules = Result { try Rules() }
  let rules: Rules

  init() throws { rules = try Self.rules.get() }

  /// Scopes worded as registered ones are, with a class that such a company is coded with.
  static let companies: [(code: String, name: String, scope: String)] = [
    (
      "3611", "某汽车股份有限公司",
      "制造、销售汽车（含轿车），制造汽车发动机系列产品。汽车（含小轿车）开发，汽车发动机系列产品的开发、销售，配套零部件、模具、工具的开发，制造，销售，"
        + "自营和代理各类商品和技术的进出口（国家限定公司经营或禁止进出口的商品和技术除外），开发、生产、销售计算机软件、硬件产品"
    ),
    (
      "5131", "某单丝科技股份有限公司",
      "合成纤维、针纺织品及原辅材料生产、销售；化纤技术开发；服装及原辅材料、电器设备、普通机械及配件加工、销售；印染助剂、工艺美术品、珠宝销售；"
        + "自营和代理上述商品的进出口业务（国家限定公司经营或禁止进出口的商品除外）。许可项目：道路货物运输（不含危险货物）"
    ),
    (
      "7590", "某新能源科技有限公司",
      "合同能源管理；其他未列明科技推广和应用服务业；燃气、太阳能及类似能源家用器具制造；集成电路设计；太阳能光伏系统施工；电气设备批发；"
        + "管道和设备安装；太阳能发电；节能技术推广服务；电力供应；工程和技术研究和试验发展；信息系统集成服务；信息技术咨询服务。"
    ),
    (
      "7224", "某渔港电子商务有限公司",
      "供应链管理；冷冻海产品、预包装食品销售；农副产品收购；国内一般贸易；食品技术开发、技术转让；软件技术开发、技术转让；互联网信息服务；普通货物仓储；国内货运代理。"
    ),
    (
      "7519", "某（北京）科技有限公司",
      "一般项目：技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广；企业管理咨询；企业信用管理咨询服务；市场调查（不含涉外调查）；企业信用评级服务；"
        + "互联网数据服务；软件开发；信息系统集成服务；计算机软硬件及辅助设备零售；音响设备销售；电子产品销售；针纺织品销售；金属制品销售；五金产品零售；"
        + "化工产品销售（不含许可类化工产品）；仪器仪表销售；机械设备销售；汽车零配件零售；会议及展览服务；广告制作；翻译服务；专业设计服务"
    ),
    (
      "6531", "河南某科技有限公司",
      "一般项目：信息系统集成服务；仪器仪表销售；办公设备销售；机械设备销售；电子产品销售；通讯设备销售；办公用品销售；建筑材料销售；信息安全设备销售；"
        + "第一类医疗器械销售；软件销售；技术服务、技术开发；软件开发；交通及公共管理用金属标牌制造；商务代理代办服务许可项目：建筑智能化系统设计"
    ),
    (
      "2720", "江苏某医药股份有限公司",
      "片剂（含抗肿瘤药）、口服溶液剂、混悬剂、原料药、精神药品、软胶囊剂（含抗肿瘤药）、冻干粉针剂、大容量注射剂（含多层共挤输液袋）、颗粒剂、凝胶剂、"
        + "乳膏剂的制造；中药前处理及提取；一般化工产品的销售；自营和代理各类商品及技术的进出口业务"
    ),
    (
      "4040", "福建某光股份有限公司",
      "光学镜头、光学元器件、光电仪器、光学电子产品、通信设备、计算机及其他电子设备、环保设备的研究开发、生产、加工、销售；自营和代理各类商品和技术的进出口"
    ),
    (
      "4720", "某建工程有限公司",
      "房屋建筑、公路、铁路、市政公用、港口与航道、水利水电各类别工程的咨询、设计、施工、总承包和项目管理，化工石油工程，电力工程，装饰工程，"
        + "线路、管道、设备的安装，混凝土预制构件及制品，建筑材料生产、销售，建筑机械租赁，房地产开发，自有房屋租赁，物业管理"
    ),
    (
      "4812", "宜宾市某建筑工程有限公司",
      "土石方工程；公路工程；园林绿化工程；停车场服务；住宿服务；仓储服务、普通货运（前两项不含危险品）；市场管理；花卉、盆景的培育及销售；建材、农产品销售。"
    ),
    (
      "5229", "某食品商贸有限公司",
      "预包装食品、乳制品(含婴幼儿配方乳粉)批发兼零售、卷烟、酒、保健食品销售;日用百货、 文体用品、针织服装、洗涤化妆品、五金电料销售"
    ),
    ("5219", "怀化某宠物店", "日用百货、五金交电、厨具、办公用品、服装、家用电器、电子产品、宠物用品、宠物食品的批发及零售。"),
    (
      "9051", "某文化传播有限公司",
      "影视,演艺,音乐文化项目的投资与开发;影视策划咨询;企业管理咨询服务;会务服务;工艺品设计,销售;影视器材,灯光音响租赁,销售;设计,制作,代理,发布国内各类广告;演出经纪;票务代理"
    ),
    (
      "3491", "广州某机电设备有限公司",
      "许可项目：第二类、第三类医疗器械生产；一般项目：智能机器人的研发、制造、销售；工业自动化控制系统装置制造；专用设备修理；机电设备销售；货物进出口"
    ),
    (
      "1811", "某实业控股股份有限公司",
      "一般项目：生产销售服装及后整理加工；墙布、窗帘、墙板的生产；控股公司服务；自有房屋租赁；工业产品设计；装饰材料、建筑材料、五金产品、纺织品、纸张、日用品的销售"
    ),
    (
      "3825", "赣州某光伏科技有限公司",
      "一般项目：光伏设备及元器件制造；光伏设备及元器件销售；太阳能电池组件、逆变器的生产；货物进出口。"
    ),
    (
      "6513", "江西某数字科技有限公司",
      "一般项目：技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广；软件开发；信息系统集成服务；数据处理和存储支持服务。"
    ),
    ("7020", "某物业服务有限公司", "物业管理；房屋租赁；停车场服务；家政服务；清洁服务；绿化养护服务。"),
    ("5431", "赣州某物流有限公司", "道路普通货物运输；国内货运代理；仓储服务（不含危险品）；装卸搬运服务；停车场经营。"),
    ("2110", "赣州市南康区某家具有限公司", "家具制造、销售；木制品加工、销售；床、沙发、茶几的生产；货物进出口。"),
    ("0151", "某县某脐橙种植专业合作社", "脐橙、蔬菜种植、销售；组织采购、供应成员所需的生产资料；技术、信息咨询服务。"),
    ("3312", "某市某铝制品厂", "铝合金门窗、防盗门、不锈钢制品加工、销售、安装"),
    ("9013", "某网吧", "互联网上网服务；预包装食品兼散装食品零售"),
    ("8111", "某汽车维修服务有限公司", "汽车维修；汽车零配件销售；汽车装饰；二手车经纪；汽车租赁"),
    ("6210", "某餐饮管理有限公司", "餐饮服务；餐饮管理；食品销售；会议服务；农产品初加工"),
    ("7263", "某人力资源有限公司", "劳务派遣；人力资源服务；职业中介；企业管理咨询；物业管理；保洁服务；装卸搬运"),
    ("5011", "某装饰工程有限公司", "室内外装饰装修工程设计、施工；园林绿化工程；建筑材料、五金交电、家具销售；广告设计、制作、发布"),
    ("8391", "某教育咨询有限公司", "教育信息咨询；文化艺术交流策划；幼儿早期教育；儿童托管服务；办公用品零售"),
    ("7481", "某工程管理有限公司", "工程造价咨询；招标代理；工程监理；办公用品销售；图文制作"),
    ("5821", "某国际货运代理有限公司", "国际货物运输代理；国内货物运输代理；无船承运业务；报关业务；五金产品批发；日用品销售"),
  ]

  @Test(arguments: companies.indices)
  func `leave companies alone that are coded as they are`(_ index: Int) {
    let (code, name, scope) = Self.companies[index]
    let cells: [DataElement: String] = [
      .industryCode: code, .industryEdition: "2017", .name: name, .businessScope: scope,
    ]
    #expect(Judgement(rules.contradiction, cells).outcome == .passed)
    #expect(Judgement(rules.residual, cells).outcome != .failed)
  }

  /// Whatever is recorded, what is suggested is not far off.
  @Test(arguments: companies.indices)
  func `never point anywhere but to a company's own section`(_ index: Int) throws {
    let (code, name, scope) = Self.companies[index]
    let own = rules.codes.section(rules.codes.read(code.utf8.span).place, in: .of2019)
    for recorded in ["0111", "0690", "2645", "4620", "5310", "6110", "6620", "8321", "8411"] {
      let judgement = Judgement(
        rules.contradiction, [.industryCode: recorded, .name: name, .businessScope: scope])
      guard judgement.outcome == .failed else { continue }
      #expect(judgement.action == .confirm)
      let division = rules.codes.read(judgement.expected.prefix(2).utf8.span).place
      try #require(division >= 0)
      #expect(rules.codes.section(division, in: .of2019) == own, "\(judgement.expected)")
    }
  }

  @Test func `are moved by every part of what they rest on`() {
    let scope = "光伏设备及元器件制造；太阳能电池、逆变器生产、销售"
    func outcome(_ code: String, _ scope: String, name: String = "") -> Outcome {
      Judgement(
        rules.contradiction, [.industryCode: code, .businessScope: scope, .name: name]
      ).outcome
    }
    #expect(outcome("6210", scope) == .failed)
    #expect(outcome("6210", "餐饮管理；" + scope) == .passed, "a word of the class")
    #expect(outcome("6210", scope, name: "虔州餐饮有限公司") == .passed, "a word of the class in the name")
    #expect(outcome("6210", scope, name: "虔州物业管理有限公司") == .passed, "the name points elsewhere")
    #expect(outcome("7211", scope) == .passed, "a head office goes by form")
    #expect(outcome("5151", scope) == .passed, "a seller that makes")
    #expect(outcome("6210", "光伏设备及元器件制造") == .passed, "one term")
    #expect(outcome("6210", scope + "；水泥制造；软件开发；物业管理；货运代理") == .passed, "several ways")
  }

  @Test func `rank the successors of every dissolved class by a scope that names one`() {
    var decided = 0
    for place in 0..<rules.codes.count {
      guard rules.codes[place].level == .class, rules.codes[place].editions.contains(.of2011)
      else { continue }
      let next = rules.codes.successors(of: place, from: .of2011, to: .of2019)
      if next.count < 2 || next.contains(where: { $0.place == place }) { continue }
      for successor in next {
        let name = rules.codes.name(successor.place, in: .of2019) ?? ""
        let code = rules.codes.code(successor.place).description
        let judgement = Judgement(
          rules.superseded,
          [
            .industryCode: rules.codes.code(place).description, .industryEdition: "2011",
            .businessScope: "\(name)；货物进出口",
          ])
        #expect(judgement.outcome == .failed)
        if judgement.suggestion.isEmpty { continue }
        #expect(judgement.suggestion == code)
        #expect(judgement.action == .confirm)
        #expect(judgement.expected.hasPrefix(code), "the likeliest first")
        #expect(judgement.evidence.contains("「\(name)」") || judgement.evidence.contains("经营范围含"))
        decided += 1
      }
    }
    #expect(decided > 100)
  }

  @Test func `say in words what they rest on`() {
    let judgement = Judgement(
      rules.superseded,
      [.industryCode: "6510", .businessScope: "应用软件开发、销售；货物进出口"])
    #expect(judgement.suggestion == "6513")
    #expect(judgement.evidence.contains("经营范围含「应用软件开发」，与 6513 名称一致"))
    let english = Judgement(
      rules.superseded, [.industryCode: "6510", .businessScope: "云计算软件开发"], language: .en)
    #expect(english.suggestion == "6512")
    #expect(english.evidence.contains("the scope has “云计算软件”, named in the notes to 6512"))
  }
}
