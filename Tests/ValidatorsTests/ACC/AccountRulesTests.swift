import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `Rules on accounts and transactions` {
  static let types: [any RecordValidator.Type] = Catalogue.recordValidators.filter {
    ["ACC", "TXN"].contains($0.rule.family)
  }

  /// Every text of the examples, and what no account should have.
  static let texts: [String] =
    types.flatMap { $0.rule.examples }.flatMap { $0.cells.values } + [
      "", " ", "\u{3000}", "-", "——", "\u{FFFD}\u{FFFD}", "0", "000000000000000000", "9",
      String(repeating: "9", count: 70), "9999-99-99", "00000000", "长期", "ＡＢＣ", "\u{1F600}",
      String(repeating: "赣", count: 400), "91360702MA35F5H94", "=1+1", "\"", "a,b\nc", "１２３",
    ]

  @Test func `take any text, and say the same of a record wherever it stands`() {
    var random = SeededGenerator(seed: 23)
    for type in Self.types { check(type, &random) }
  }

  private func check<V: RecordValidator>(_ type: V.Type, _ random: inout SeededGenerator) {
    let validator = V(.sample())
    let elements = V.rule.elements.filter { $0.facts.parties.contains(V.rule.parties[0]) }
    for _ in 0..<60 {
      let records = (0..<20).map { _ -> [DataElement: String] in
        Dictionary(
          uniqueKeysWithValues: elements.map {
            ($0, Self.texts.randomElement(using: &random) ?? "")
          })
      }
      let batch = RecordBatch(party: V.rule.parties[0], records: records)
      var facts = [Facts](repeating: .sample, count: records.count)
      var codes = [UInt8](repeating: 0, count: records.count)
      validator.check(batch, 0..<records.count, facts: &facts, outcomes: &codes)
      for place in records.indices {
        var fresh = Facts.sample
        #expect(validator.check(batch[place], &fresh).code == codes[place], "\(V.rule.id)")
        guard codes[place] == Outcome.failed.code else { continue }
        var writer = FindingWriter(language: .en)
        writer.begin(
          FindingWriter.RulePrefix(V.rule, severity: .error, language: .en),
          party: V.rule.parties[0], key: "K".utf8.span, branch: "B".utf8.span,
          owner: "".utf8.span, source: "s", row: 1)
        validator.explain(batch[place], &fresh, &writer)
        writer.end()
        let finding = WrittenFinding(firstOf: writer)
        #expect(finding?.text(.ruleID) == V.rule.id)
        #expect(finding?.text(.evidence).isEmpty == false, "\(V.rule.id) \(records[place])")
      }
    }
  }

  @Test func `say nothing of an owner's text that is in no column`() {
    let records = [[DataElement.accountNumber: "3607021000000001"]]
    let batch = RecordBatch(party: .account, records: records)
    var facts = Facts()
    #expect(
      AccountLegalRepresentativeDiffers(.sample()).check(batch[0], &facts)
        == .notEvaluated(.columnMissing))
    // Nor of an owner who is no organisation of the run.
    facts = Facts()
    facts.known.owners = FrozenBox(OwnerTable([]))
    #expect(
      AccountIdentityNumberDiffers(.sample()).check(batch[0], &facts)
        == .notEvaluated(.referenceMissing))
  }

  @Test func `take from the owner what the account does not say`() {
    let organisation = RecordBatch(
      party: .organisation,
      records: [
        [
          .customerKey: "C1", .creditCode: "91360702MA36T0A18J", .legalRepresentative: "钟大军",
        ]
      ])
    var collector = OwnerCollector()
    var facts = Facts()
    let note = OwnerReader(.sample()).note(organisation[0], &facts)
    collector.add(organisation[0], note, at: RecordPosition(source: 0, file: 0, line: 2))
    let account = RecordBatch(
      party: .account,
      records: [
        [
          .accountNumber: "3607021000000001", .customerKey: "C1", .accountStatus: "normal",
          .legalRepresentative: "",
        ]
      ])
    facts = Facts()
    facts.known.owners = FrozenBox(OwnerTable([collector]))
    #expect(AccountLegalRepresentativeDiffers(.sample()).check(account[0], &facts) == .failed)
    #expect(AccountIdentityNumberDiffers(.sample()).check(account[0], &facts) == .failed)
    #expect(AccountOpenThoughOwnerDeregistered(.sample()).check(account[0], &facts) == .failed)
  }

  @Test func `hold transactions against the same accounts however these are split`() {
    var random = SeededGenerator(seed: 31)
    let numbers = (0..<2000).map { "81000001\(String($0 + 10_000_000))" }
    let records = numbers.map {
      [DataElement.accountNumber: $0, .branch: "B\(Int.random(in: 0..<9, using: &random))"]
    }
    for cores in [1, 2, 7] {
      var parts = [AccountCollector](repeating: AccountCollector(), count: cores)
      for record in records.shuffled(using: &random) {
        let batch = RecordBatch(party: .account, records: [record])
        parts[Int.random(in: 0..<cores, using: &random)].add(batch[0])
      }
      let table = AccountTable(parts.shuffled(using: &random), unread: 0)
      #expect(table.count == 2000)
      let hasAll = numbers.allSatisfy { table.contains($0.utf8.span) }
      #expect(hasAll)
      let unknown = table.contains("8100000112345678".utf8.span)
      #expect(!unknown)
      let shapes = ["8100000112345678", "810000011234567", "9100000112345678"].map {
        table.hasShape(of: $0.utf8.span)
      }
      #expect(shapes == [true, false, false])
      let branches = ["b3", "B9"].map { table.hasBranch($0.utf8.span) }
      #expect(branches == [true, false])
    }
  }
}
