import Records
import Registries
import TestSupport
import Testing

@Suite struct `Business scopes` {
  static let goods = "日用百货销售；办公用品销售；文具用品零售"

  @Test(arguments: [
    (goods, goods, Agreement.exact),
    (goods, "日用百货销售;办公用品销售;文具用品零售", .equalAfterNormalisation),
    (goods, "文具用品零售、日用百货销售，办公用品销售。", .equalAfterNormalisation),
    (goods, "一般项目：" + goods + "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）", .equalAfterNormalisation),
    (
      goods, "许可项目：文具用品零售；日用百货销售（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）一般项目：办公用品销售",
      .equalAfterNormalisation
    ),
    (
      goods,
      "许可项目：文具用品零售（依法须经批准的项目，经相关部门批准后方可开展经营活动）\n一般项目：办公用品销售；日用百货销售",
      .equalAfterNormalisation
    ),
    ("主营:日用百货销售\r\n兼营:办公用品销售、文具用品零售", goods, .equalAfterNormalisation),
    ("\"主营\"日用百货销售,办公用品销售,文具用品零售", goods, .equalAfterNormalisation),
    (goods + "。依法须经批准的项目，经相关部门批准后方可开展经营活动", goods, .equalAfterNormalisation),
    (goods, "日用百货銷售；辦公用品銷售；文具用品零售", .equalAfterNormalisation),
    ("销售日用百货、办公用品销售、文具用品零售", goods, .similar(.reworded)),
    ("日用百货；办公用品；文具用品零售服务", goods, .similar(.reworded)),
    ("日用百货销售；办公用品销售；文具用", goods, .similar(.cutOff)),
    ("日用百货销售；办公用品销售", goods, .similar(.activities(theirs: 1, ours: 0))),
    (goods + "；烟草制品零售", goods, .similar(.activities(theirs: 0, ours: 1))),
    ("软件开发", goods, .different(.activities(theirs: 3, ours: 1))),
    ("日用百货制造", "日用百货销售", .different(.activities(theirs: 1, ours: 1))),
    ("食品（含预包装、散装）销售", "食品（含散装、预包装）销售", .different(.activities(theirs: 1, ours: 1))),
    ("食品（含预包装、散装）销售", "食品(含预包装、散装)销售。", .equalAfterNormalisation),
    ("", goods, .notComparable(.empty)),
    ("（依法须经批准的项目，经相关部门批准后方可开展经营活动）", goods, .notComparable(.empty)),
  ])
  func `are graded`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.scopes(ours, theirs) == expected, "\(ours) | \(theirs)")
  }

  @Test func `name what was added and dropped`() {
    let ours = "日用百货销售；烟草制品（卷烟）零售（依法须经批准的项目，经相关部门批准后方可开展经营活动）"
    let theirs = "办公用品销售；日用百货销售"
    let found = BusinessScope.differences(ours.utf8.span, theirs.utf8.span, Comparing.forms)
    #expect(found.ours.map { String(ours.utf8.span.extracting($0)) } == ["烟草制品（卷烟）零售"])
    #expect(found.theirs.map { String(theirs.utf8.span.extracting($0)) } == ["办公用品销售"])
  }

  private static let activities = [
    "日用百货销售", "办公用品销售", "软件开发", "信息技术咨询服务", "道路货物运输", "建筑材料批发", "餐饮服务", "家具制造", "食品（含预包装、散装）销售",
    "房屋租赁",
  ]

  @Test func `are sets: order, separators and standard sentences make no difference`() {
    var random = SeededGenerator(seed: 71)
    func written(_ set: [String]) -> String {
      let mark = ["；", "，", "、", ";", ",", "。", "\r\n"].randomElement(using: &random)!
      let head = ["", "一般项目：", "经营范围:", "主营："].randomElement(using: &random)!
      let tail = ["", "。", "（依法须经批准的项目，经相关部门批准后方可开展经营活动）"].randomElement(using: &random)!
      return head + set.shuffled(using: &random).joined(separator: mark) + tail
    }
    for _ in 0..<1500 {
      let set = Array(
        Self.activities.shuffled(using: &random).prefix(.random(in: 1...8, using: &random)))
      let (one, two) = (written(set), written(set))
      #expect(Comparing.scopes(one, two).isEqual, "\(one) | \(two)")
      let other = Array(
        Self.activities.shuffled(using: &random).prefix(.random(in: 1...8, using: &random)))
      let three = written(other)
      #expect(Comparing.scopes(one, three).isEqual == (Set(set) == Set(other)), "\(one) | \(three)")
      let expected = AgreementReason.activities(
        theirs: Set(other).subtracting(set).count, ours: Set(set).subtracting(other).count)
      if Set(set) != Set(other) { #expect(Comparing.scopes(one, three).reason == expected) }
    }
  }

  @Test func `of any bytes do no harm`() {
    var random = SeededGenerator(seed: 72)
    for _ in 0..<2000 {
      let (one, two) = (MadeText.bytes(&random), MadeText.bytes(&random))
      let there = BusinessScope.compare(one.span, two.span, Comparing.forms)
      let back = BusinessScope.compare(two.span, one.span, Comparing.forms)
      #expect(there.isEqual == back.isEqual)
      #expect(there.isComparable == back.isComparable)
    }
  }
}
