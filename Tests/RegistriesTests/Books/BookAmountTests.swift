import Records
import TestSupport
import Testing

@testable import Registries

@Suite struct `Amounts of books` {
  private func units(_ text: String, _ decimals: Int = 2) -> Int64? {
    BookAmount.units(Array(text.utf8).span, decimals: decimals)
  }

  @Test(arguments: [
    ("0", 0), ("1", 100), ("1.5", 150), ("1.50", 150), (".5", 50), ("1.", 100), ("-1.50", -150),
    ("+1.50", 150), ("1.50-", -150), ("(1.50)", -150), ("1,234,567.89", 123_456_789),
    ("1.5000", 150), ("0.00-", 0), ("0000012.30", 1230), ("1万元", 1_000_000), ("￥12.30", 1230),
    ("92233720368547758.07", Int64.max), ("-92233720368547758.07", -Int64.max),
  ])
  func `are read to the smallest unit`(_ text: String, _ expected: Int64) {
    #expect(units(text) == expected, "\(text)")
  }

  @Test(arguments: [
    "", " ", "-", ".", "()", "1.234", "1.2.3", "abc", "1e5", "92233720368547758.08",
    "1234567890123456789012", "--1", "1-2", "NaN", "0x10", "1.50CR", "1..5", ",5", "１.５０１",
  ])
  func `that are none, too fine or too large are refused`(_ text: String) {
    #expect(units(text) == nil, "\(text)")
  }

  @Test func `have the decimal places of their currency`() {
    func currency(_ text: String) -> BookCurrency? { BookCurrency(Array(text.utf8).span) }
    #expect(units("100", currency("JPY")?.decimals ?? 9) == 100)
    #expect(units("100.00", currency("KRW")?.decimals ?? 9) == 100)
    #expect(units("100.5", currency("jpy")?.decimals ?? 9) == nil)
    #expect(units("1.234", currency("KWD")?.decimals ?? 9) == 1234)
    #expect(units("1.2345", currency("BHD")?.decimals ?? 9) == nil)
    for (text, code) in [
      ("", "CNY"), ("RMB", "CNY"), ("156", "CNY"), ("人民币", "CNY"), ("cny", "CNY"), ("840", "USD"),
      ("美元", "USD"), ("392", "JPY"), ("XAU", "XAU"),
    ] {
      #expect(currency(text)?.description == code, "\(text)")
    }
    #expect(currency("01") == nil && currency("本外币合计") == nil && currency("元元元元") == nil)
  }

  @Test func `are the same written in any way`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let value = Int64.random(in: -9_999_999_999_999...9_999_999_999_999, using: &random)
      let decimals = Int.random(in: 0...3, using: &random)
      let text = decimal(value, decimals)
      #expect(units(text, decimals) == value, "\(text)")
      let digits = text.drop { $0 == "-" }
      if value < 0 {
        #expect(units("\(digits)-", decimals) == value)
        #expect(units("(\(digits))", decimals) == value)
      }
      #expect(units("000\(digits)", decimals) == Int64(value.magnitude))
    }
  }

  private func decimal(_ value: Int64, _ decimals: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 ? "-" : ""
    return decimals == 0
      ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  @Test func `know debit from credit, and nothing else`() {
    func side(_ text: String) -> Bool? { BookAmount.isDebit(Array(text.utf8).span) }
    for text in ["D", "d", "DR", "借", "借方"] { #expect(side(text) == true, "\(text)") }
    for text in ["C", "c", "CR", "贷", "贷方"] { #expect(side(text) == false, "\(text)") }
    for text in ["", "1", "0", "X", "借贷", "贷款", "DC", "Debit", "平"] {
      #expect(side(text) == nil, "\(text)")
    }
  }
}
