import Registries
import TestSupport
import Testing

@Suite struct `Names of organisations` {
  @Test(arguments: [
    // Writing alone.
    ("赣州向阳商贸有限公司", "赣州向阳商贸有限公司", Agreement.exact),
    ("赣州向阳商贸有限公司", " 赣州向阳 商贸有限公司", .equalAfterNormalisation),
    ("赣州（香港）贸易有限公司", "赣州(香港)贸易有限公司", .equalAfterNormalisation),
    ("赣州（香港）贸易有限公司", "赣州【香港】贸易有限公司", .equalAfterNormalisation),
    ("赣州（香港）贸易有限公司", "赣州〔香港〕贸易有限公司", .equalAfterNormalisation),
    ("赣州（香港）贸易有限公司", "赣州[香港]贸易有限公司", .equalAfterNormalisation),
    ("赣州ABC科技有限公司", "赣州ａｂｃ科技有限公司", .equalAfterNormalisation),
    ("赣州３Ｄ打印有限公司", "赣州3d打印有限公司", .equalAfterNormalisation),
    ("赣州东华贸易有限公司", "贛州東華貿易有限公司", .equalAfterNormalisation),
    ("赣州“客家人”餐饮有限公司", "赣州\"客家人\"餐饮有限公司", .equalAfterNormalisation),
    // One thing apart.
    ("赣州向阳商贸有限公司", "赣州向阳商贸有限责任公司", .similar(.formWording)),
    ("赣州向阳商贸有限公司", "赣州向阳商贸公司", .similar(.formShortened)),
    ("赣州向阳商贸有限公司", "赣州向阳商贸", .similar(.formShortened)),
    ("赣州向阳股份有限公司", "赣州向阳股份公司", .similar(.formShortened)),
    ("江西向阳商贸有限公司", "向阳商贸（江西）有限公司", .similar(.regionMoved)),
    ("江西向阳商贸有限公司", "向阳（江西）商贸有限公司", .similar(.regionMoved)),
    ("红光（北京）酒店管理有限公司", "红光酒店管理（北京）有限公司", .similar(.regionMoved)),
    ("向阳江西商贸有限公司", "向阳（江西）商贸有限公司", .similar(.bracketsLeftOut)),
    ("赣州向阳（集团）有限公司", "赣州向阳集团有限公司", .similar(.bracketsLeftOut)),
    ("赣州市向阳商贸有限公司", "赣州向阳商贸有限公司", .similar(.regionWording)),
    ("江西省赣州市向阳商贸有限公司", "赣州市向阳商贸有限公司", .similar(.regionWording)),
    ("江西省赣州市向阳商贸有限公司", "江西赣州向阳商贸有限公司", .similar(.regionWording)),
    ("赣州市向阳商贸有限公司", "赣州市向陌商贸有限公司", .similar(.oneCharacter)),
    ("赣州市向阳商贸有限公司", "赣州市向阳商贸有公司", .similar(.oneCharacter)),
    ("赣州市向阳商贸有限公司", "赣州市向阳商贸商有限公司", .similar(.oneCharacter)),
    ("赣州市向阳商贸有限公司", "赣州市阳向商贸有限公司", .similar(.oneCharacter)),
    ("赣州市向?商贸有限公司", "赣州市向阳商贸有限公司", .similar(.substitute(.ours))),
    ("赣州市向??商贸有限公司", "赣州市向阳商贸有限公司", .similar(.substitute(.ours))),
    ("赣州市向阳商贸有限公司", "赣州市向\u{E863}商贸有限公司", .similar(.substitute(.theirs))),
    ("赣州市□阳商贸有限公司", "赣州市向\u{FFFD}商贸有限公司", .similar(.substitute(.both))),
    // Others.
    ("赣州向阳商贸有限公司", "赣州向阳商贸股份有限公司", .different(.otherForm)),
    ("赣州向阳商贸有限公司", "赣州向阳商贸有限公司兴国分公司", .different(.branch)),
    ("江西银行股份有限公司赣州分行", "江西银行股份有限公司", .different(.branch)),
    ("赣州第一建筑工程公司", "赣州第二建筑工程公司", .different(.number)),
    ("赣州市南门加油站有限公司", "赣州市东门加油站有限公司", .different(.number)),
    ("赣州市食品厂A分厂", "赣州市食品厂B分厂", .different(.number)),
    ("江西向阳商贸有限公司", "江苏向阳商贸有限公司", .different(.unspecified)),
    ("赣州向阳商贸有限公司兴国分公司", "赣州向阳商贸有限公司于都分公司", .different(.unspecified)),
    ("江西省大余县向阳商贸有限公司", "大余县向阳商贸有限责任公司", .different(.unspecified)),
    ("赣州市向阳商贸有限公司", "兴国县华丰纺织厂", .different(.unspecified)),
    ("老表店", "老俵店", .different(.unspecified)),
    ("", "赣州向阳商贸有限公司", .notComparable(.empty)),
    (" ", "赣州向阳商贸有限公司", .notComparable(.empty)),
  ])
  func `are graded`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.companies(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.companies(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }

  @Test func `are found among former names`() {
    let former = "甲乙丙有限公司；丁戊(香港)公司"
    func grade(_ name: String) -> Agreement {
      CompanyName.compare(
        name.utf8.span, "己庚辛有限公司".utf8.span, former: former.utf8.span, Comparing.forms)
    }
    #expect(grade("甲乙丙有限公司") == .similar(.formerName))
    #expect(grade("丁戊（香港）公司") == .similar(.formerName))
    #expect(grade("己庚辛有限公司") == .exact)
    #expect(grade("甲乙丙公司") == .different(.unspecified))
    #expect(grade("") == .notComparable(.empty))
  }

  @Test func `are one name however they are written`() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<2000 {
      let name = MadeText.company(&random)
      let (one, two) = (MadeText.rewritten(name, &random), MadeText.rewritten(name, &random))
      #expect(Comparing.companies(one, two).isEqual, "\(one) \(two)")
    }
  }

  @Test func `of others are never one name`() {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<4000 {
      let (one, two) = (MadeText.company(&random), MadeText.company(&random))
      if one == two { continue }
      let (first, second) = (MadeText.rewritten(one, &random), MadeText.rewritten(two, &random))
      #expect(!Comparing.companies(first, second).isEqual, "\(first) \(second)")
    }
  }

  @Test func `are graded the same from either side, whatever they are`() {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<4000 {
      let one = MadeText.damaged(MadeText.company(&random), &random)
      let two = MadeText.damaged(one, &random)
      #expect(
        Comparing.companies(one, two) == Comparing.companies(two, one).mirrored, "\(one) \(two)")
      let (first, second) = (MadeText.bytes(&random), MadeText.bytes(&random))
      let there = CompanyName.compare(first.span, second.span, Comparing.forms)
      let back = CompanyName.compare(second.span, first.span, Comparing.forms)
      #expect(there == back.mirrored)
    }
  }
}
