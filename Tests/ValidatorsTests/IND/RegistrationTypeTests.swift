import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `The rules on registration types` {
  let types: RegistrationTypes
  let unknown: RegistrationTypeUnknown
  let superseded: RegistrationTypeSuperseded

  init() throws {
    let context = Context.sample()
    types = try #require(context.reference(RegistrationTypes.self))
    unknown = RegistrationTypeUnknown(context)
    superseded = RegistrationTypeSuperseded(context)
  }

  private func text(_ row: Int, _ edition: RegistrationTypes.Edition, name: Bool) -> String {
    var bytes: [UInt8] = []
    if name {
      types.appendName(row, edition, to: &bytes)
    } else {
      types.appendCode(row, edition, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [true, false])
  func `let every type of the list in force through, by code and by name`(_ name: Bool) {
    #expect(types.count(.of2023) == 29)
    for row in 0..<types.count(.of2023) {
      let cells: [DataElement: String] = [
        .registrationType: text(row, .of2023, name: name)
      ]
      #expect(Judgement(unknown, cells).outcome == .passed)
      #expect(Judgement(superseded, cells).outcome == .passed)
    }
  }

  @Test(arguments: [true, false])
  func `propose for a type of the older list nothing but a type in force`(_ name: Bool) {
    var failed = 0
    for row in 0..<types.count(.of2011) {
      let value = text(row, .of2011, name: name)
      #expect(Judgement(unknown, [.registrationType: value]).outcome == .passed)
      let judgement = Judgement(superseded, [.registrationType: value])
      if judgement.outcome == .passed { continue }
      failed += 1
      #expect(judgement.action == .confirm)
      #expect(!judgement.expected.isEmpty, "\(value)")
      if judgement.suggestion.isEmpty { continue }
      let after: [DataElement: String] = [.registrationType: judgement.suggestion]
      #expect(Judgement(superseded, after).outcome == .passed, "\(value)")
      #expect(types.read(judgement.suggestion.utf8.span).isName == name)
    }
    #expect(failed == (name ? 17 : 14), "what the newer list has not")
  }

  @Test func `list candidates of the same kind where the lists do not tell`() {
    let foreign = Judgement(superseded, [.registrationType: "中外合资经营企业"])
    #expect(foreign.outcome == .failed && foreign.suggestion == "")
    #expect(
      foreign.expected == "310 外商投资有限责任公司；320 外商投资股份有限公司；330 外商投资合伙企业；390 其他外商投资企业")
    let own = Judgement(superseded, [.registrationType: "171"])
    #expect(own.expected.contains("140 个人独资企业") && !own.expected.contains("130 "))
  }

  @Test func `speak of the older list only once the newer one is in force`() throws {
    for (day, outcome) in [
      ("2022-12-31", Outcome.passed), ("2023-08-01", .passed), ("2024-01-01", .failed),
    ] {
      let rule = RegistrationTypeSuperseded(
        Context(asOf: try #require(Day(day)), mappings: Repository.mappings))
      #expect(Judgement(rule, [.registrationType: "173"]).outcome == outcome, "\(day)")
    }
  }

  @Test func `take any bytes`() {
    var random = FixedRandom(19)
    for _ in 0..<2000 {
      let batch = record(.organisation, [(.registrationType, random.bytes(upTo: 30))])
      let known = Judgement(unknown, batch).outcome
      let old = Judgement(superseded, batch).outcome
      #expect(known != .failed || old == .notApplicable)
    }
  }
}
