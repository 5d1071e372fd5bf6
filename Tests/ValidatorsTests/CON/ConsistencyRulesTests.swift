import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `The rule on impossible dates` {
  let rule = DateImpossibleOrInTheFuture(Context.sample())

  static let forms: [@Sendable (Day) -> String] = [
    { $0.description }, { $0.description.replacing("-", with: "") },
    { $0.description.replacing("-", with: "/") },
    {
      let (year, month, day) = $0.parts; return "\(year)年\(month)月\(day)日"
    },
    { $0.description + " 23:59:59" },
  ]

  @Test func `lets every day of the past through, however written, and none of the future`() throws
  {
    let first = try #require(Day("1900-01-02"))
    let last = exampleDay.adding(days: 800)
    var number = first.number
    while number <= last.number {
      let day = Day(number: number)
      for form in Self.forms {
        let text = form(day)
        let judgement = Judgement(rule, [.birthDate: text])
        #expect(judgement.outcome == (day <= exampleDay ? .passed : .failed), "\(text)")
        #expect(Judgement(rule, [.documentExpiryDate: text]).outcome == .passed, "\(text)")
      }
      number += number > exampleDay.number - 60 ? 1 : 97
    }
  }

  @Test func `catches every day that the calendar does not have`() {
    for year in [1900, 1999, 2000, 2024, 2026] {
      for month in 0...13 {
        for day in 0...32 where Day(year: year, month: month, day: day) == nil {
          let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
          for text in ["\(year)\(two(month))\(two(day))", "\(year)-\(two(month))-\(two(day))"] {
            #expect(Judgement(rule, [.openedDate: text]).outcome == .failed, "\(text)")
            #expect(Judgement(rule, [.documentExpiryDate: text]).outcome == .failed, "\(text)")
          }
        }
      }
    }
  }

  @Test func `writes one finding for every wrong date`() {
    let cells: [DataElement: String] = [
      .birthDate: "1990-02-30", .openedDate: "2030-01-01", .documentIssueDate: "2015-01-01",
      .documentExpiryDate: "abc",
    ]
    #expect(Judgement(rule, cells).count == 3)
    let organisation: [DataElement: String] = [
      .establishedDate: "长期", .licenceExpiryDate: "长期", .termEndDate: "2030-02-30",
    ]
    #expect(Judgement(rule, organisation, party: .organisation).count == 2)
    let account: [DataElement: String] = [.closedDate: "2027-01-01", .lastMovementDate: "长期"]
    #expect(Judgement(rule, account, party: .account).count == 1)
  }

  @Test func `lets dates run ahead by the days that a bank allows`() {
    let lenient = DateImpossibleOrInTheFuture(
      Context(
        asOf: exampleDay, mappings: nil, parameters: ["CON006": ["days-ahead": .integer(3)]]))
    #expect(Judgement(lenient, [.openedDate: "2026-11-03"]).outcome == .passed)
    #expect(Judgement(lenient, [.openedDate: "2026-11-04"]).outcome == .failed)
    #expect(Judgement(lenient, [.openedDate: "2026-11-30"]).outcome == .failed)
  }

  @Test func `takes any bytes`() {
    var random = FixedRandom(31)
    let context = Context.sample()
    for _ in 0..<3000 {
      let person = record(
        .person,
        [
          (.birthDate, random.bytes(upTo: 14)), (.openedDate, random.bytes(upTo: 14)),
          (.documentExpiryDate, random.bytes(upTo: 14)), (.name, random.bytes(upTo: 40)),
          (.nationality, random.bytes(upTo: 6)), (.documentType, random.bytes(upTo: 6)),
          (.payroll, random.bytes(upTo: 2)),
        ])
      let judgement = Judgement(rule, person)
      #expect((judgement.outcome == .failed) == (judgement.count >= 1))
      #expect(Judgement(OpenedBeforeBirthOrEstablishment(context), person).count <= 1)
      #expect(Judgement(NameContradictsDocumentKind(context), person).count <= 1)
      #expect(Judgement(NationalityContradictsDocumentType(context), person).count <= 1)
      #expect(Judgement(MinorWithAdultProductOrOccupation(context), person).count <= 1)
      let company = record(
        .organisation,
        [(.registeredCapital, random.bytes(upTo: 30)), (.creditCode, random.bytes(upTo: 18))])
      #expect(Judgement(RegisteredCapitalImplausible(context), company).count <= 1)
    }
  }
}

@Suite struct `The rule on registered capital` {
  let rule = RegisteredCapitalImplausible(Context.sample())

  @Test(arguments: [
    "1000", "1000.00", "1,000", "+1000", "0.1万", "500万元人民币", "1.5亿元", "2000000000000", "20000亿元",
  ])
  func `lets amounts through`(_ text: String) {
    let cells: [DataElement: String] = [
      .registeredCapital: text, .creditCode: "91360702MA35F5H94J",
    ]
    #expect(Judgement(rule, cells).outcome == .passed)
  }

  @Test(arguments: [
    "999", "999.99", "1", "-1", "20001亿元", "2000000000001", "99999999999999999999999", "万元", ".",
    "-",
    "1e6", "5000000美刀", "1,,", "99999999999亿元",
  ])
  func `points out what cannot be`(_ text: String) {
    let cells: [DataElement: String] = [
      .registeredCapital: text, .creditCode: "91360702MA36T0E567",
    ]
    #expect(Judgement(rule, cells).outcome == .failed)
  }
}
