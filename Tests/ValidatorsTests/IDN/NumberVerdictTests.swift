import Foundation
import Records
import TestSupport
import Testing
import Validators

@Suite struct `The verdict on a number` {
  private static let judges: [NumberVerdict.Kind: NumberVerdict] = {
    let context = Context.sample()
    return Dictionary(
      uniqueKeysWithValues: NumberVerdict.Kind.allCases.map { ($0, NumberVerdict($0, context)) })
  }()

  private static func verdict(_ kind: NumberVerdict.Kind, _ line: [UInt8]) throws -> [String: Any] {
    var output: [UInt8] = []
    let judge = try #require(judges[kind])
    judge.write(line.span, to: &output)
    #expect(output.last == UInt8(ascii: "\n"))
    #expect(output.count { $0 == UInt8(ascii: "\n") } == 1, "one line")
    let object = try JSONSerialization.jsonObject(with: Data(output))
    return try #require(object as? [String: Any])
  }

  private static func verdict(_ kind: NumberVerdict.Kind, _ line: String) throws -> [String: Any] {
    try verdict(kind, Array(line.utf8))
  }

  private static func codes(_ verdict: [String: Any]) -> [String] {
    (verdict["reasons"] as? [[String: String]] ?? []).compactMap { $0["code"] }
  }

  struct Case: Sendable {
    let kind: NumberVerdict.Kind
    let line: String
    let valid: Bool?
    let codes: [String]
    var expected: String?
  }

  static let cases: [Case] = [
    Case(kind: .uscc, line: "91320102MA1MA2MC7N", valid: true, codes: []),
    Case(kind: .uscc, line: "91320102ma1ma2mc7n", valid: true, codes: ["normalised-lower-case"]),
    Case(
      kind: .uscc, line: " 91320102 MA1MA2MC7N", valid: true,
      codes: ["normalised-blanks", "normalised-margin"]),
    Case(kind: .uscc, line: "９１３２０１０２ＭＡ１ＭＡ２ＭＣ７Ｎ", valid: true, codes: ["normalised-full-width"]),
    Case(kind: .uscc, line: "91320102MA1MA2MC7X", valid: false, codes: ["check"], expected: "N"),
    Case(
      kind: .uscc, line: "91350211M0000XUF46", valid: nil, codes: ["check", "pilot-code"],
      expected: "R"),
    Case(kind: .uscc, line: "91320102MA1MA2MC8R", valid: true, codes: ["organisation-code-check"]),
    Case(kind: .uscc, line: "9C1100001000012386", valid: true, codes: ["authority-unknown"]),
    Case(
      kind: .uscc, line: "000000000000000000", valid: false,
      codes: ["authority-unknown", "placeholder"]),
    Case(kind: .uscc, line: "91320102MA1MA2MC7", valid: false, codes: ["length"]),
    Case(kind: .uscc, line: "", valid: nil, codes: ["empty"]),
    Case(kind: .uscc, line: "---", valid: false, codes: ["length", "normalised-separators"]),
    Case(kind: .rid, line: "110101199003077715", valid: true, codes: []),
    Case(kind: .rid, line: "11010119850101005×", valid: true, codes: ["normalised-look-alike"]),
    Case(kind: .rid, line: "110101199003077710", valid: false, codes: ["check"], expected: "5"),
    Case(kind: .rid, line: "110101900307771", valid: true, codes: ["fifteen-digits"]),
    Case(kind: .rid, line: "123457199001010018", valid: false, codes: ["region"]),
    Case(kind: .rid, line: "110101199002300014", valid: false, codes: ["birth-date"]),
    Case(kind: .rid, line: "110101203012310012", valid: false, codes: ["birth-date"]),
    Case(kind: .rid, line: "911156198901010011", valid: true, codes: ["foreigner"]),
    Case(kind: .rid, line: "见证件", valid: false, codes: ["character"]),
    Case(kind: .licence, line: "110108000000016", valid: true, codes: []),
    Case(kind: .licence, line: "110108000000011", valid: false, codes: ["check"], expected: "6"),
    Case(kind: .licence, line: "3201021001234", valid: nil, codes: ["thirteen-digits"]),
    Case(kind: .org, line: "D2143569-X", valid: true, codes: ["normalised-separators"]),
    Case(kind: .org, line: "D2143569X", valid: true, codes: []),
    Case(kind: .org, line: "D21435690", valid: false, codes: ["check"], expected: "X"),
    Case(kind: .lei, line: "529900W18LQJJN6SJ336", valid: true, codes: []),
    Case(kind: .lei, line: "529900W18LQJJN6SJ337", valid: false, codes: ["check"], expected: "36"),
    Case(kind: .luhn, line: "6222024000012345670", valid: true, codes: []),
    Case(
      kind: .luhn, line: "6222 0240 0001 2345 671", valid: false,
      codes: ["check", "normalised-blanks"], expected: "0"),
  ]

  @Test(arguments: cases) func `says whether it holds and why`(c: Case) throws {
    let verdict = try Self.verdict(c.kind, c.line)
    #expect(verdict["input"] as? String == c.line)
    #expect(verdict["kind"] as? String == c.kind.rawValue)
    #expect(verdict["valid"] as? Bool == c.valid)
    #expect(Self.codes(verdict) == c.codes)
    #expect(verdict["expected_check"] as? String == c.expected)
  }

  @Test func `takes a resident id apart`() throws {
    let parts = try #require(
      try Self.verdict(.rid, "510202198203174511")["parts"] as? [String: String])
    #expect(
      parts == [
        "region": "510202", "region_name": "四川省重庆市渝中区", "birth_date": "1982-03-17", "sex": "1",
      ])
    let old = try #require(try Self.verdict(.rid, "110101900307771")["parts"] as? [String: String])
    #expect(old["eighteen"] == "110101199003077715")
  }

  @Test func `takes a credit code apart`() throws {
    let parts = try #require(
      try Self.verdict(.uscc, "91320102MA1MA2MC7N")["parts"] as? [String: String])
    #expect(
      parts == [
        "authority": "9", "class": "1", "authority_name": "工商（市场监管）", "class_name": "企业",
        "region": "320102", "region_name": "江苏省南京市玄武区", "organisation_code": "MA1MA2MC7",
      ])
  }

  @Test func `is one line of JSON for any bytes`() throws {
    var numbers = SeededNumbers(seed: 8)
    let seeds = Self.cases.map { Array($0.line.utf8) }
    for round in 0..<3000 {
      var line = seeds[numbers.below(seeds.count)]
      for _ in 0..<numbers.below(4) {
        line.insert(UInt8(truncatingIfNeeded: numbers.next()), at: numbers.below(line.count + 1))
      }
      if round % 3 == 0 {
        line = (0..<numbers.below(40)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
      }
      let kind = NumberVerdict.Kind.allCases[round % NumberVerdict.Kind.allCases.count]
      let verdict = try Self.verdict(kind, line)
      #expect(verdict["input"] is String)
    }
    let broken = try Self.verdict(.rid, [0xFF, 0x22, 0x5C, 0x00, 0xE4, 0xB8])
    #expect(broken["input"] as? String == "\u{FFFD}\"\\\u{0}\u{FFFD}\u{FFFD}")
  }

  @Test func `does not read a line without end as a number`() throws {
    let verdict = try Self.verdict(.luhn, [UInt8](repeating: 0x34, count: 100_000))
    #expect(verdict["valid"] as? Bool == false)
    #expect((verdict["input"] as? String)?.count == 100_000)
  }
}
