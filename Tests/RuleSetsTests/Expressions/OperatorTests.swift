import Findings
import Records
import TestSupport
import Testing

@testable import RuleSets

/// What docs/expressions.md says of every operator and function, with empty cells and without.
@Suite struct `Every operator` {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let record: [DataElement: String]
    let outcome: Outcome
    var party = Party.person
    var testDescription: String { "\(text) \(record)" }

    init(
      _ text: String, _ record: [DataElement: String], _ outcome: Outcome, party: Party = .person
    ) {
      self.text = text
      self.record = record
      self.outcome = outcome
      self.party = party
    }
  }

  static let unreadable = Outcome.notEvaluated(.cellUnreadable)
  static let noColumn = Outcome.notEvaluated(.columnMissing)

  static let cases: [Case] = [
    Case("present(sex)", [.sex: "1"], .passed), Case("present(sex)", [.sex: ""], .failed),
    Case("present(sex)", [.name: "a"], noColumn), Case("empty(sex)", [.sex: " "], .passed),
    Case("empty(sex)", [.sex: "1"], .failed),
    Case("readable(birth_date)", [.birthDate: "1990-02-30"], .failed),
    Case("readable(birth_date)", [.birthDate: ""], .notApplicable),
    Case("readable(annual_income)", [.annualIncome: "5万元"], .passed),
    Case("sex = '1'", [.sex: "1"], .passed), Case("sex = '1'", [.sex: ""], .notApplicable),
    Case("sex != '1'", [.sex: ""], .notApplicable), Case("'1' = sex", [.sex: "2"], .failed),
    Case("sex in ['1', '2']", [.sex: "2"], .passed),
    Case("sex not in ['1', '2']", [.sex: ""], .notApplicable),
    Case("sex not in ['1', '2']", [.sex: "9"], .passed),
    Case("postcode < '35'", [.postcode: "341000"], .passed),
    Case("employer = name", [.employer: "甲", .name: "甲"], .passed),
    Case("employer = name", [.employer: "", .name: "甲"], .notApplicable),
    Case("not sex = '1'", [.sex: ""], .notApplicable),
    Case("present(sex) and sex = '1'", [.sex: ""], .failed),
    Case("empty(sex) or sex = '1'", [.sex: ""], .passed),
    Case("sex = '1' or sex = '2'", [.sex: ""], .notApplicable),
    Case("when sex = '1' then present(name)", [.sex: "1", .name: ""], .failed),
    Case("when sex = '1' then present(name)", [.sex: "2", .name: ""], .notApplicable),
    Case("when sex = '1' then present(name)", [.sex: "", .name: ""], .notApplicable),
    Case("when sex = '1' then present(phone)", [.sex: "2"], .notApplicable),
    Case("when sex = '1' then present(phone)", [.sex: "1"], noColumn),
    Case("if sex = '1' then present(name) else true", [.sex: "2", .name: ""], .passed),
    Case("if sex = '1' then present(name) else true", [.sex: "", .name: ""], .notApplicable),
    Case("(sex = '1') = (payroll = '1')", [.sex: "2", .payroll: "0"], .passed),
    Case("(sex = '1') != (payroll = '1')", [.sex: "2", .payroll: ""], .notApplicable),
    Case("birth_date < opened_date", [.birthDate: "1990-01-01", .openedDate: "20100101"], .passed),
    Case("birth_date < opened_date", [.birthDate: "", .openedDate: "20100101"], .notApplicable),
    Case("birth_date < asOf", [.birthDate: "见证件"], unreadable),
    Case("document_expiry_date >= asOf", [.documentExpiryDate: "长期"], .passed),
    Case("document_expiry_date = 2026-10-31", [.documentExpiryDate: "2026年10月31日"], .passed),
    Case("years_between(birth_date, asOf) >= 18", [.birthDate: "2008-10-31"], .passed),
    Case("years_between(birth_date, asOf) >= 18", [.birthDate: "2008-11-01"], .failed),
    Case("years_between(birth_date, asOf) >= 18", [.birthDate: "长期"], .notApplicable),
    Case("days_between(opened_date, asOf) <= 30", [.openedDate: "2026-10-01"], .passed),
    Case(
      "add_years(birth_date, 16) <= opened_date",
      [.birthDate: "2000-02-29", .openedDate: "2016-02-29"], .passed),
    Case("add_days(opened_date, -1) < asOf", [.openedDate: "2026-10-31"], .passed),
    Case(
      "year(birth_date) >= 1900 and month(birth_date) = 2 and day(birth_date) = 29",
      [.birthDate: "2000-02-29"], .passed),
    Case(
      "date(part(document_number, 7, 8)) = birth_date",
      [.documentNumber: "360702199001011234", .birthDate: "1990-01-01"], .passed),
    Case(
      "date(part(document_number, 7, 8)) = birth_date",
      [.documentNumber: "3607", .birthDate: "1990-01-01"], .notApplicable),
    Case("length(name) >= 2", [.name: "张三"], .passed),
    Case("length(name) = 1", [.name: "𠮷"], .passed),
    Case("length(name) >= 2", [.name: ""], .notApplicable),
    Case("bytes(name) = 6", [.name: "张三"], .passed),
    Case("bytes_gb18030(name) = 4", [.name: "张三"], .passed),
    Case("bytes_gb18030(name) = 5", [.name: "𠮷a"], .passed),
    Case("bytes_gb18030(name) = 4", [.name: "é"], .failed),
    Case("length(birth_date) = 8", [.birthDate: "19900101"], .passed),
    Case("matches(postcode, '[0-9]{6}')", [.postcode: "341000"], .passed),
    Case("matches(postcode, '[0-9]{6}')", [.postcode: "3410001"], .failed),
    Case("matches(postcode, '[0-9]{6}')", [.postcode: ""], .notApplicable),
    Case("matches(name, '\\p{Han}{2,4}')", [.name: "买买提"], .passed),
    Case("finds(address, '[路街道巷]')", [.address: "红旗大道1号"], .passed),
    Case("starts_with(postcode, '34')", [.postcode: "341000"], .passed),
    Case("ends_with(email, '.cn')", [.email: "cn"], .failed),
    Case("contains(email, '@')", [.email: "a@b"], .passed),
    Case("contains(email, '@')", [.email: ""], .notApplicable),
    Case("part(postcode, 1, 2) in ['34', '33']", [.postcode: "341000"], .passed),
    Case("last(document_number, 1) = 'X'", [.documentNumber: "36070219900101123X"], .passed),
    Case("number(postcode) > 340000", [.postcode: "341000"], .passed),
    Case("number(postcode) > 340000", [.postcode: "34 1000"], unreadable),
    Case("annual_income >= 1万元", [.annualIncome: "10,000.00"], .passed),
    Case("annual_income >= 1万元", [.annualIncome: "9999.99"], .failed),
    Case("annual_income >= 0", [.annualIncome: "-0.01"], .failed),
    Case("annual_income = 0.1元 + 0.2元", [.annualIncome: "0.3"], .passed),
    Case("annual_income * 3 = 1元", [.annualIncome: "0.333333"], .failed),
    Case("-annual_income < 0", [.annualIncome: "1"], .passed),
    Case("annual_income > 0", [.annualIncome: "一千"], unreadable),
    Case(
      "registered_capital >= 100万元", [.registeredCapital: "1000000", .capitalCurrency: "CNY"],
      .passed, party: .organisation),
    Case(
      "registered_capital >= 100万元", [.registeredCapital: "1000000", .capitalCurrency: ""], .passed,
      party: .organisation),
    Case(
      "registered_capital >= 100万元", [.registeredCapital: "1000000"], .passed, party: .organisation),
    Case(
      "registered_capital >= 100万元", [.registeredCapital: "1", .capitalCurrency: "USD"],
      .notApplicable, party: .organisation),
    Case(
      "registered_capital >= 5000 USD", [.registeredCapital: "1", .capitalCurrency: "USD"], .failed,
      party: .organisation),
    Case(
      "registered_capital > 0", [.registeredCapital: "1", .capitalCurrency: "USD"], .passed,
      party: .organisation),
    Case(
      "registered_capital < total_assets",
      [.registeredCapital: "1", .totalAssets: "2", .capitalCurrency: "HKD"], .notApplicable,
      party: .organisation),
    Case("in_list(sex, 'gbt2261.1')", [.sex: "1"], .passed),
    Case("in_list(sex, 'GBT2261.1')", [.sex: "3"], .failed),
    Case("in_list(sex, 'gbt2261.1')", [.sex: ""], .notApplicable),
    Case(
      "in_list(industry_code, 'gbt4754', at: 2015-01-01)", [.industryCode: "5911"], .passed,
      party: .organisation),
    Case(
      "in_list(industry_code, 'gbt4754', at: 2020-01-01)", [.industryCode: "5911"], .failed,
      party: .organisation),
    Case(
      "in_list(industry_code, 'gbt4754', at: established_date)",
      [.industryCode: "5911", .establishedDate: ""], .notApplicable, party: .organisation),
    Case(
      "in_list(industry_code, 'gbt4754-2017')", [.industryCode: "0111"], .passed,
      party: .organisation),
    Case(
      "in_list(region_code, 'divisions-history', at: 1990-01-01)", [.regionCode: "110101"], .passed),
    Case(
      "in_list(region_code, 'divisions', column: 'province_code')", [.regionCode: "360000"], .passed
    ),
    Case(
      "in_list(region_code, 'divisions', column: 'province_code')", [.regionCode: "360702"], .failed
    ),
  ]

  @Test(arguments: cases) func `does what it says`(_ c: Case) throws {
    #expect(try outcome(c.text, c.record, party: c.party) == c.outcome)
  }

  @Test func `of parameters uses the values that hold`() throws {
    let parameters = [
      Parameter("least", default: 18, in: 0...120, zh: "岁", en: "years"),
      Parameter("words", default: ["无", "不详"], zh: "词", en: "words"),
    ]
    let record: [DataElement: String] = [.birthDate: "2010-01-01", .name: "不详"]
    #expect(
      try outcome("years_between(birth_date, asOf) >= least", record, parameters: parameters)
        == .failed)
    #expect(try outcome("name in words", record, parameters: parameters) == .passed)
    #expect(try outcome("name not in words", record, parameters: parameters) == .failed)
  }

  @Test(arguments: [
    (
      "annual_income > 5000", ExpressionFault.Kind.mismatch(.amount(.named("CNY")), .number),
      "annual_income > 5000"
    ),
    (
      "5000 USD < annual_income", .mismatch(.amount(.named("USD")), .amount(.named("CNY"))),
      "5000 USD < annual_income"
    ),
    ("birth_date < '2000-01-01'", .mismatch(.date, .text), "birth_date < '2000-01-01'"),
    ("sex = 1", .mismatch(.text, .number), "sex = 1"),
    (
      "annual_income * 5元 > 0", .mismatch(.amount(.named("CNY")), .amount(.named("CNY"))),
      "annual_income * 5元"
    ),
    ("sex", .wrongType(found: .text), "sex"),
    ("not birth_date", .wrongType(found: .date), "birth_date"),
    ("years_between(birth_date, sex) > 1", .wrongType(found: .text), "sex"),
    ("emial = 'a'", .unknownName("emial"), "emial"),
    ("presnt(sex)", .unknownFunction("presnt"), "presnt(sex)"),
    ("present(credit_code)", .elementOfOtherParty("credit_code"), "credit_code"),
    ("present(sex, name)", .argumentCount("present", found: 2), "present(sex, name)"),
    ("matches(sex, name)", .notALiteral, "name"),
    ("in_list(sex, 'gbt2261.9')", .unknownList("gbt2261.9"), "'gbt2261.9'"),
    (
      "in_list(sex, 'divisions', column: 'cod')", .unknownColumn("cod", table: "divisions"), "'cod'"
    ),
    ("in_list(sex, 'divisions', on: asOf)", .unknownLabel("on"), "asOf"),
    ("readable(sex)", .wrongType(found: .text), "sex"), ("present(asOf)", .notALiteral, "asOf"),
    ("count(per sex) > 1", .groupInside, "count(per sex)"),
    ("count(sex) > 1", .unknownFunction("count"), "count(sex)"),
    ("(when sex = '1' then true) and true", .whenInside, "when sex = '1' then true"),
    ("sex == '1'", .unexpected("="), "="), ("sex （", .unexpected("（"), "（"),
    ("sex = 'a", .textOpen, "'"),
    ("sex = '1' ad sex = '2'", .unexpected("ad"), "ad"), ("if true then true", .unexpected(""), ""),
    ("name in nothing", .unknownName("nothing"), "name in nothing"),
  ]) func `told wrongly says what is wrong, and where`(
    _ text: String, _ kind: ExpressionFault.Kind, _ place: String
  ) {
    do {
      _ = try compiled(text)
      Issue.record("no fault")
    } catch let fault as ExpressionFault {
      #expect(fault.kind == kind)
      #expect(String(Array(text)[fault.range]) == place)
    } catch { Issue.record("\(error)") }
  }
}
