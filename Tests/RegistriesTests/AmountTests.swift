import Records
import Registries
import TestSupport
import Testing

@Suite struct `Amounts of money` {
  @Test(arguments: [
    ("5000000", "5000000.00"), ("5,000,000.00", "5000000.00"), ("500万", "5000000.00"),
    ("500万元", "5000000.00"), ("500万元人民币", "5000000.00"), ("人民币500万元", "5000000.00"),
    ("500（万元）", "5000000.00"), ("500.000000万人民币", "5000000.00"), ("1.5亿元", "150000000.00"),
    ("3亿5000万", "350000000.00"), ("伍佰万圆整", "5000000.00"), ("人民币伍佰万元整", "5000000.00"),
    ("壹仟零伍拾万元", "10500000.00"), ("叁亿伍仟万圆整", "350000000.00"), ("壹亿零伍佰元整", "100000500.00"),
    ("拾万元", "100000.00"), ("一百二十三元四角五分", "123.45"), ("333.333333万", "3333333.33"),
    ("33.3333万美元", "333333.00"), ("USD 1,000,000.00", "1000000.00"), ("￥500", "500.00"),
    ("５００万元", "5000000.00"), ("-1", "-1.00"), ("0", "0.00"), ("0.01", "0.01"),
    ("0.0001", "0.0001"), ("0.000001亿", "100.00"), ("人民币元 5000000", "5000000.00"),
    ("十元五角", "10.50"),
    ("100元0角5分", "100.05"), ("5百万", "5000000.00"), ("2.5千元", "2500.00"),
  ])
  func `are read exactly`(_ text: String, _ written: String) throws {
    let read = Amount(text.utf8.span)
    let amount = try #require(read, "\(text)")
    var bytes: [UInt8] = []
    amount.append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written, "\(text)")
  }

  @Test(arguments: [
    "", " ", "万元", "元", "五百万左右", "5.0.0", "abc", "人民币", "USD", "1e6", "见执照", "0.00001",
    "1000000000000000000000", "人民币100美元", "5角", "--5", "500元（伍佰元整）",
    "5元6元", "5元3万", "500 600", "5元6", "9999999999999999亿",
  ])
  func `are not guessed`(_ text: String) {
    let read = Amount(text.utf8.span)
    #expect(read == nil, "\(text)")
  }

  @Test(arguments: [
    ("5000000.00", "5000000.00", Agreement.exact),
    ("5000000.00", "5000000", .equalAfterNormalisation),
    ("5000000.00", "500万元人民币", .equalAfterNormalisation),
    ("5000000|CNY", "5000000|人民币", .exact),
    ("5000000|156", "人民币500万", .equalAfterNormalisation),
    ("1000000|USD", "100万美元", .equalAfterNormalisation),
    ("1000000", "100万美元", .equalAfterNormalisation),
    ("1000000|840", "100万|美元", .equalAfterNormalisation),
    ("3333333.33", "333.33万元", .similar(.rounded)),
    ("3333333.33", "333.333333万元", .equalAfterNormalisation),
    ("500", "5000000", .similar(.tenThousandTimes)),
    ("5000000", "5009999", .different(.unspecified)),
    ("5009999", "500万", .different(.unspecified)),
    ("5000000|CNY", "500万美元", .different(.otherCurrency)),
    ("7000000", "100万美元", .notComparable(.currencyUnknown)),
    ("500万", "见执照", .notComparable(.unreadable)),
    ("", "500万", .notComparable(.empty)),
  ])
  func `are graded`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.amounts(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.amounts(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }

  @Test func `are the same in every unit, to the last cent`() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<3000 {
      let cents = Int.random(in: 1...99_999_999_999, using: &random)
      let yuan = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
      let digits = String(cents)
      let six = String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
      let tenThousands = "\(six.dropLast(6)).\(six.suffix(6))万元"
      #expect(Comparing.amounts(yuan, tenThousands) == .equalAfterNormalisation, "\(yuan)")
      let more = cents + 1
      let other = "\(more / 100).\(more % 100 < 10 ? "0" : "")\(more % 100)"
      #expect(!Comparing.amounts(other, tenThousands).isEqual, "\(other)")
    }
  }

  @Test func `of any bytes do no harm`() {
    var random = SeededGenerator(seed: 62)
    for _ in 0..<4000 {
      let (one, two) = (MadeText.bytes(&random), MadeText.bytes(&random))
      let none: [UInt8] = []
      let there = AmountComparison.compare(one.span, none.span, two.span, none.span)
      #expect(there == AmountComparison.compare(two.span, none.span, one.span, none.span).mirrored)
    }
  }
}

@Suite struct `Business terms` {
  @Test(arguments: [
    ("2035-02-28", "2035-02-28", Agreement.exact),
    ("20350228", "2035-02-28", .equalAfterNormalisation),
    ("2035年2月28日", "2035/2/28", .equalAfterNormalisation),
    ("2015-03-01至2035-02-28", "20350228", .equalAfterNormalisation),
    ("自2015年3月1日至2035年2月28日", "20350228", .equalAfterNormalisation),
    ("长期", "9999-12-31", .equalAfterNormalisation),
    ("长期", "2015-03-01至无固定期限", .equalAfterNormalisation),
    ("永久", "29991231", .equalAfterNormalisation),
    ("2035-02-28", "2035-03-01", .similar(.oneDay)),
    ("2035-02-28", "2045-02-28", .different(.unspecified)),
    ("长期", "2045-02-28", .different(.endless)),
    ("2035-02-30", "2045-02-28", .notComparable(.unreadable)),
    ("—", "2045-02-28", .notComparable(.empty)),
    ("", "长期", .notComparable(.empty)),
  ])
  func `are graded`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.terms(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.terms(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }

  @Test func `may be empty for no end, where the registry writes it so`() {
    let grade = BusinessTermComparison.compare(
      "长期".utf8.span, "".utf8.span, emptyIsEndless: true)
    #expect(grade.isEqual)
    let other = BusinessTermComparison.compare(
      "2035-02-28".utf8.span, "".utf8.span, emptyIsEndless: true)
    #expect(other == .different(.endless))
  }
}
