import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `The rule on codes and their lists` {
  let rule: CodeNotInItsList
  let codes: ElementCodes

  init() throws {
    let context = Context.sample()
    rule = CodeNotInItsList(context)
    codes = try #require(context.reference(ElementCodes.self))
  }

  private func judge(_ element: DataElement, _ value: String) -> Judgement {
    Judgement(rule, [element: value], party: element.facts.parties[0])
  }

  @Test(arguments: ElementCodes.elements)
  func `lets every code and every name of a list through`(_ element: DataElement) throws {
    let list = try #require(codes.codeList(of: element))
    #expect(list.count > 1)
    for row in 0..<list.count {
      #expect(judge(element, list.code(row)).outcome == .passed)
      #expect(judge(element, list.name(row)).outcome == .passed, "\(list.name(row))")
    }
  }

  @Test(arguments: ElementCodes.elements)
  func `calls nothing wrong that a list may merely lack`(_ element: DataElement) throws {
    let list = try #require(codes.codeList(of: element))
    var random = FixedRandom(7)
    for _ in 0..<200 {
      let value = String(random.next() % 100_000)
      if list.row(of: value.utf8.span) != nil { continue }
      let outcome = judge(element, value).outcome
      if codes.isWhole(element) {
        // Digits that the standard has beside the list's letters pass.
        #expect(outcome == .failed || element == .nationality && outcome == .passed)
      } else {
        #expect(outcome == .notEvaluated(.referenceMissing))
      }
    }
  }

  @Test func `knows which lists are whole`() {
    for element in [DataElement.sex, .nationality, .ethnicity, .payroll, .enterpriseSize] {
      #expect(codes.isWhole(element), "\(element.name)")
    }
    for element in [
      DataElement.documentType, .education, .maritalStatus, .accountNature,
      .legalRepresentativeDocumentType,
    ] {
      #expect(!codes.isWhole(element), "\(element.name)")
    }
  }

  @Test func `leaves elements alone that have rules of their own`() {
    for element in [DataElement.industryCode, .occupationCode, .regionCode, .registrationType] {
      #expect(!ElementCodes.elements.contains(element))
    }
    let cells: [DataElement: String] = [.enterpriseSize: "1", .industryCode: "9999"]
    #expect(Judgement(rule, cells, party: .organisation).outcome == .passed)
  }

  @Test func `writes a finding for every element`() {
    let judgement = Judgement(
      rule, [.sex: "3", .nationality: "XYZ", .ethnicity: "77", .documentType: "1010"])
    #expect(judgement.outcome == .failed)
    #expect(judgement.count == 3)
  }

  @Test func `proposes what the code of another list stands for`() {
    #expect(judge(.sex, "02").suggestion == "2")
    #expect(judge(.enterpriseSize, "CS03").suggestion == "3")
    #expect(judge(.sex, "3").suggestion == "")
    #expect(judge(.sex, "3").expected == "0 未知的性别；1 男性；2 女性；9 未说明的性别")
  }

  @Test func `takes any bytes`() {
    var random = FixedRandom(5)
    for _ in 0..<2000 {
      let batch = record(
        .person,
        [(.sex, random.bytes(upTo: 6)), (.nationality, random.bytes(upTo: 40))])
      let judgement = Judgement(rule, batch)
      #expect((judgement.outcome == .failed) == (judgement.count > 0))
    }
  }
}
