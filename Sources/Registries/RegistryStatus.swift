import Records

/// What the business registry says of an organisation's standing, however it is worded.
/// Words: `codes/lists/ent_status_registry.csv`.
package enum RegistryStatus: UInt8, BitwiseCopyable, Sendable {
  /// 存续, 在业, 开业, 在册, 迁入 and the like.
  case active
  /// 注销; also 吊销，已注销.
  case deregistered
  /// 吊销，未注销.
  case revoked
  /// 撤销 (the registration was undone), 责令关闭.
  case undone
  /// 迁出: another registration authority has the file now.
  case movedOut
  /// 停业, 歇业, 清算, deregistration applied for, and words that are not known.
  case other

  /// The status that a word stands for; nil for an empty one. O(n), no allocation.
  package init?(_ word: Span<UInt8>) {
    if word.isEmpty { return nil }
    let ended =
      word.contains("注销") && !word.contains("未注销") && !word.contains("拟注销")
      && !word.contains("注销中") && !word.contains("正在注销") && !word.contains("注销公告")
      && !word.contains("申请注销") && !word.contains("注销备案") && !word.contains("撤销注销")
    if word.contains("吊销"), !word.contains("未吊销"), !word.contains("撤销吊销") {
      self = ended ? .deregistered : .revoked
    } else if ended {
      self = .deregistered
    } else if word.equals("撤销") || word.contains("撤销登记") || word.contains("责令关闭")
      || word.equals("已撤销") || word.contains("撤销设立")
    {
      self = .undone
    } else if word.contains("存续") || word.contains("在业") || word.contains("开业")
      || word.contains("在营") || word.contains("在册") || word.contains("迁入")
      || word.equals("正常")
    {
      self = .active
    } else if word.starts(with: "迁出") || word.starts(with: "已迁出") || word.contains("迁往")
      || word.equals("迁移")
    {
      self = .movedOut
    } else {
      self = .other
    }
  }
}
