import Findings
import Records
import References
import TestSupport
import Testing
import Validators

@Suite struct `The rules on industry codes` {
  /// The tables are read once for all tests.
  struct Rules: Sendable {
    let codes: IndustryCodes
    let missing: IndustryCodeMissing
    let unknown: IndustryCodeUnknown
    let superseded: IndustryCodeSuperseded
    let coarse: IndustryCodeTooCoarse
    let name: IndustryNameContradictsCode
    let ambiguous: IndustryEditionAmbiguous

    init() throws {
      let context = Context.sample()
      codes = try #require(context.reference(IndustryCodes.self))
      missing = IndustryCodeMissing(context)
      unknown = IndustryCodeUnknown(context)
      superseded = IndustryCodeSuperseded(context)
      coarse = IndustryCodeTooCoarse(context)
      name = IndustryNameContradictsCode(context)
      ambiguous = IndustryEditionAmbiguous(context)
    }
  }
  static let rules = Result { try Rules() }
  let rules: Rules

  init() throws { rules = try Self.rules.get() }

  var codes: IndustryCodes { rules.codes }
  var unknown: IndustryCodeUnknown { rules.unknown }
  var superseded: IndustryCodeSuperseded { rules.superseded }
  var coarse: IndustryCodeTooCoarse { rules.coarse }
  var name: IndustryNameContradictsCode { rules.name }
  var ambiguous: IndustryEditionAmbiguous { rules.ambiguous }

  func classes(_ edition: IndustryEdition) -> [Int] {
    (0..<codes.count).filter {
      codes[$0].level == .class && codes[$0].editions.contains(edition)
    }
  }
  func code(_ place: Int) -> String { codes.code(place).description }

  @Test func `let every class of the current edition through`() {
    var unclear = 0
    for place in classes(.of2019) {
      let cells: [DataElement: String] = [.industryCode: code(place)]
      #expect(Judgement(unknown, cells).outcome == .passed)
      #expect(Judgement(superseded, cells).outcome == .passed)
      #expect(Judgement(coarse, cells).outcome == .passed)
      if Judgement(ambiguous, cells).outcome == .failed { unclear += 1 }
    }
    // 139 codes of 2011 went elsewhere by appendix B, 9231 and 9232 by the amendment.
    #expect(unclear == 141)
  }

  @Test func `let every class through that its edition or name settles as current`() {
    for place in classes(.of2019) {
      let name = codes.name(place, in: .of2019) ?? ""
      for cells: [DataElement: String] in [
        [.industryCode: code(place), .industryEdition: "GB/T 4754-2017/XG1-2019"],
        [.industryCode: code(place), .industryName: name],
      ] {
        #expect(Judgement(ambiguous, cells).outcome == .passed, "\(cells)")
        #expect(Judgement(superseded, cells).outcome == .passed, "\(cells)")
      }
    }
  }

  @Test
  func `let no class of an older edition through once the edition is stated, unless it stays`() {
    for (edition, stated) in [(IndustryEdition.of2002, "2002"), (.of2011, "2011")] {
      for place in classes(edition) {
        let next = codes.successors(of: place, from: edition, to: .of2019)
        let judgement = Judgement(
          superseded, [.industryCode: code(place), .industryEdition: stated])
        let stays = next.contains { $0.place == place }
        #expect(judgement.outcome == (stays ? .passed : .failed), "\(code(place))")
        if stays { continue }
        let isDissolved = next.count > 1 && !next.contains { $0.livesOn }
        let action: Action = next.count == 1 ? .auto : isDissolved ? .contact : .confirm
        #expect(judgement.action == action, "\(code(place))")
        #expect(judgement.count == (next.count == 1 ? 2 : 1), "the edition goes with the code")
        #expect(judgement.suggestion == (next.count == 1 ? code(next[0].place) : ""))
        for successor in next.prefix(8) {
          #expect(judgement.expected.contains(code(successor.place)))
        }
      }
    }
  }

  @Test func `correct without asking to a class that needs no further correction`() {
    var corrected = 0
    for edition in [IndustryEdition.of2002, .of2011] {
      for place in classes(edition) {
        let judgement = Judgement(superseded, [.industryCode: code(place)])
        guard judgement.outcome == .failed, judgement.action == .auto else { continue }
        corrected += 1
        let after: [DataElement: String] = [.industryCode: judgement.suggestion]
        #expect(Judgement(unknown, after).outcome == .passed)
        #expect(Judgement(superseded, after).outcome == .passed)
        #expect(Judgement(coarse, after).outcome == .passed)
      }
    }
    #expect(corrected > 300)
  }

  @Test func `never correct a code alone that two editions carry on differently`() {
    for place in classes(.of2002)
    where codes[place].editions == [IndustryEditions(.of2002), IndustryEditions(.of2011)] {
      let older = codes.successors(of: place, from: .of2002, to: .of2019).map(\.place)
      let newer = codes.successors(of: place, from: .of2011, to: .of2019).map(\.place)
      let judgement = Judgement(superseded, [.industryCode: code(place)])
      #expect(judgement.outcome == .failed)
      #expect((judgement.action == .auto) == (Set(older + newer).count == 1), "\(code(place))")
    }
  }

  @Test func `take the name of a code in any edition for its name`() {
    for place in 0..<codes.count {
      for edition in IndustryEdition.allCases {
        guard let official = codes.name(place, in: edition) else { continue }
        let spaced = official.map { String($0) }.joined(separator: " ")
        for text in [
          official, spaced, official.replacing("（", with: "(").replacing("、", with: "，"),
        ] {
          let judgement = Judgement(name, [.industryCode: code(place), .industryName: text])
          #expect(judgement.outcome == .passed, "\(code(place)) \(text)")
        }
      }
    }
  }

  @Test func `notice the name of a class of another section`() {
    let all = classes(.of2019)
    var random = FixedRandom(3)
    var caught = 0
    for _ in 0..<400 {
      let one = all[Int(random.next() % UInt64(all.count))]
      let other = all[Int(random.next() % UInt64(all.count))]
      if codes.section(one, in: .of2019) == codes.section(other, in: .of2019) { continue }
      let judgement = Judgement(
        name, [.industryCode: code(one), .industryName: codes.name(other, in: .of2019) ?? ""])
      // A predecessor may have had the name, or the code in an older edition.
      if judgement.outcome == .failed {
        caught += 1
        #expect(judgement.suggestion == code(other))
      }
    }
    #expect(caught > 200)
  }

  @Test func `judge by the edition of the day the data speak of`() throws {
    let day = try #require(Day("2018-06-30"))
    let then = Context(asOf: day, mappings: Repository.mappings)
    let rule = IndustryCodeSuperseded(then)
    #expect(Judgement(rule, [.industryCode: "9231", .industryName: "人民法院"]).outcome == .passed)
    #expect(
      Judgement(superseded, [.industryCode: "9231", .industryName: "人民法院"]).suggestion == "9232")
    let earlier = Context(asOf: try #require(Day("2015-01-01")), mappings: Repository.mappings)
    #expect(Judgement(IndustryCodeSuperseded(earlier), [.industryCode: "6510"]).outcome == .passed)
    #expect(Judgement(IndustryCodeUnknown(earlier), [.industryCode: "6513"]).outcome == .passed)
    #expect(Judgement(IndustryCodeSuperseded(earlier), [.industryCode: "6513"]).outcome == .passed)
  }

  @Test func `list at most eight candidates and say how many there are`() {
    let section = Judgement(coarse, [.industryCode: "C"])
    #expect(section.expected.contains("609"))
    #expect(section.expected.split(separator: "；").count == 9)
  }

  @Test func `consider the edition of 2002 when told to`() {
    let wide = Context(
      asOf: exampleDay, mappings: Repository.mappings,
      parameters: ["IND006": ["oldest-edition": .integer(2002)]])
    #expect(Judgement(IndustryEditionAmbiguous(wide), [.industryCode: "0112"]).outcome == .failed)
    #expect(Judgement(ambiguous, [.industryCode: "0112"]).outcome == .passed)
  }

  @Test func `take any bytes`() {
    var random = FixedRandom(11)
    let missing = rules.missing
    for _ in 0..<3000 {
      let batch = record(
        .organisation,
        [
          (.industryCode, random.bytes(upTo: 12)), (.industryName, random.bytes(upTo: 40)),
          (.industryEdition, random.bytes(upTo: 20)), (.openedDate, random.bytes(upTo: 12)),
          (.creditCode, random.bytes(upTo: 18)),
        ])
      let judgements = [
        Judgement(missing, batch), Judgement(unknown, batch), Judgement(superseded, batch),
        Judgement(coarse, batch), Judgement(ambiguous, batch),
      ]
      // One rule at most speaks of the code itself.
      #expect(judgements.count { $0.outcome == .failed } <= 1)
      #expect(judgements.allSatisfy { ($0.outcome == .failed) == ($0.count == 1) })
      #expect(Judgement(name, batch, .en).count <= 1)
    }
  }
}
