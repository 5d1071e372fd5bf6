/// Words that stand in the names of industries of every kind.
enum IndustryWords {
  static func isGeneral(_ first: UInt32, _ second: UInt32) -> Bool {
    for index in general.indices where general[index] == (first, second) { return true }
    return false
  }

  /// The same, and pairs with a sign in them, which are no words.
  static func isGeneralOrSign(_ first: UInt32, _ second: UInt32) -> Bool {
    first < 0x2E80 || second < 0x2E80 || isGeneral(first, second)
  }

  private static let general: InlineArray<_, (UInt32, UInt32)> = [
    (0x5236, 0x9020), (0x5176, 0x4ED6), (0x670D, 0x52A1), (0x6D3B, 0x52A8),  // 制造 其他 服务 活动
    (0x6279, 0x53D1), (0x96F6, 0x552E), (0x52A0, 0x5DE5), (0x751F, 0x4EA7),  // 批发 零售 加工 生产
    (0x4EA7, 0x54C1), (0x7528, 0x54C1), (0x7BA1, 0x7406), (0x9500, 0x552E),  // 产品 用品 管理 销售
    (0x9020, 0x4E1A), (0x52A1, 0x4E1A), (0x53D1, 0x4E1A), (0x552E, 0x4E1A),  // 造业 务业 发业 售业
  ]
}
