/// What is done with the goods that an activity of a business scope names.
package struct ScopeDoings: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Sold on: 批发, 零售, 销售.
  package static let sells = ScopeDoings(rawValue: 1)
  /// Made: 制造, 加工.
  package static let makes = ScopeDoings(rawValue: 2)
  /// Brought forth in whatever way: 生产.
  package static let produces = ScopeDoings(rawValue: 4)
  /// Grown, bred or caught: 种植, 养殖.
  package static let grows = ScopeDoings(rawValue: 8)
  /// Dug out: 开采.
  package static let mines = ScopeDoings(rawValue: 16)
  /// Served: 服务, 维修, 设计.
  package static let serves = ScopeDoings(rawValue: 32)

  /// What turns matter into goods.
  package static let brings: ScopeDoings = [.makes, .produces, .grows, .mines]
  package static let all: ScopeDoings = [.sells, .makes, .produces, .grows, .mines, .serves]
}

/// What a word of a business scope other than the name of a good or an activity does to
/// the activity in which it stands.
package struct ScopeSigns: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Takes out what stands beside it: 不含, 除外.
  package static let excepts = ScopeSigns(rawValue: 1)
  /// Belongs to the wording of licences, such as 依法须经批准的项目.
  package static let isFormal = ScopeSigns(rawValue: 2)
  /// Stands in the scopes of companies of every kind, such as 货物进出口, 技术咨询.
  package static let isCommon = ScopeSigns(rawValue: 4)
}

/// The words that tell how an activity is meant. Put together from the wording of the
/// registration authorities' catalogue of business scopes (经营范围规范表述) and from what
/// stands in scopes; no list of them is official.
enum ScopeWords {
  static let doings: [(ScopeDoings, String)] = [
    (
      .sells,
      """
      批发 零售 销售 经销 代销 购销 出售 贸易 商贸 专卖 直销 分销 超市 便利店 商店 商行 商场 门市部 经营部 专营店 \
      百货 代购 营销部 网店
      """
    ),
    (
      .makes,
      "制造 加工 制作 组装 装配 冶炼 铸造 锻造 酿造 屠宰 制品厂 纺织厂 加工厂 制造厂 印刷厂"
    ),
    (.produces, "生产 自产"),
    (.grows, "种植 养殖 饲养 栽培 繁育 培育 育苗 捕捞 造林 养殖场 种植场"),
    (.mines, "开采 采选 采掘 采矿"),
    (
      .serves,
      """
      服务 咨询 租赁 出租 维修 修理 维护 保养 安装 施工 设计 代理 运输 货运 客运 物流 仓储 装卸 策划 开发 研发 研究 \
      检测 检验 监理 培训 中介 管理 承包 承接 分包 清洗 配送 推广 发布 评估 测绘 勘察 勘测 经纪 会展 招标
      """
    ),
  ]

  static let signs: [(ScopeSigns, String)] = [
    (
      .excepts,
      """
      不含 不包括 不包含 不涉及 不得 除外 以外 除依法 除许可 除销售 除危险 项目外 禁止 限制 严禁 不从事 国家专控 未经 \
      国家限定
      """
    ),
    (
      .isFormal,
      """
      依法须经 须经批准 相关部门 批准文件 许可证件 审批结果 审批部门 经营活动 凭营业执照 凭许可证 凭资质 自主开展 自主选择 \
      许可项目 一般项目 许可经营项目 一般经营项目 经营范围 主营 兼营 法律法规 法律、法规 行政法规 国务院 产业政策 有效期 \
      分支机构 营业执照 以上项目 上述项目 前置许可 后置许可 资质证书 经营期限 许可证
      """
    ),
    (
      .isCommon,
      """
      技术服务 技术开发 技术咨询 技术交流 技术转让 技术推广 技术研发 技术引进 技术培训 货物进出口 技术进出口 进出口业务 \
      进出口贸易 的进出口 进出口代理 国内贸易 国际贸易 企业管理咨询 企业管理 管理咨询 信息咨询 信息技术咨询 信息技术咨询服务 \
      商务信息咨询 商务咨询 经济信息咨询 社会经济咨询服务 财务咨询 投资咨询 会议及展览服务 会议服务 会务服务 展览展示服务 \
      市场营销策划 企业形象策划 营销策划 市场调查 品牌管理 自有资金 对外投资 项目投资 投资管理 资产管理 投资活动 \
      非居住房地产租赁 住房租赁 房屋租赁 自有房屋 场地租赁 机械设备租赁 设备租赁 劳务服务 互联网销售 网上销售 招投标代理 \
      供应链管理 供应链管理服务 商务代理代办服务 广告设计、代理 广告制作 广告发布 办公服务 信息技术服务 信息服务 \
      网络技术 计算机技术 领域内 成果转让
      """
    ),
  ]
}
