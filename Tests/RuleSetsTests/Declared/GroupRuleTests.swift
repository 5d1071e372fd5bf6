import Findings
import Foundation
import Records
import TestSupport
import Testing
import Validators

@testable import RuleSets

@Suite struct `A declared rule on groups` {
  private func check(
    _ require: String, when: String? = nil, party: Party = .account
  ) throws -> any GroupCheck {
    let form = DeclaredForm(
      when: try when.map { try ExpressionParser.parse($0) },
      require: try ExpressionParser.parse(require), suggestion: nil)
    let rule = Rule(
      id: "LOC1", name: "x", parties: [party], dimension: .consistency, severity: .error,
      reads: [.customerKey], authority: Authority("a"), title: Text(zh: "", en: ""),
      claim: Text(zh: "", en: ""), remedy: Text(zh: "", en: ""), examples: [])
    let context = Context(asOf: exampleDay, mappings: Repository.mappings)
    let decider = form.check(
      rule: rule, element: .customerKey, action: .review, expected: Text(zh: "", en: ""),
      confidence: 80, context: context, mappings: Repository.mappings)
    guard case .group(let check) = decider else { throw CocoaError(.featureUnsupported) }
    return check
  }

  /// Gathers records as several cores would: each takes every so manieth, in blocks.
  private func parts(
    _ records: [[DataElement: String]], _ check: any GroupCheck, cores: Int
  ) -> [(values: GroupedValues, roster: Roster)] {
    (0..<cores).map { core in
      let mine = records.indices.filter { $0 % cores == core }
      let batch = RecordBatch(party: .account, records: mine.map { records[$0] })
      var gathered = GroupBlock(size: 16, values: check.kinds.count)
      var values = GroupedValues(values: check.kinds.count)
      var roster = Roster()
      var start = 0
      while start < batch.count {
        let block = start..<min(start + 16, batch.count)
        check.collect(batch, block, into: &gathered)
        for place in block {
          roster.add(
            batch[place], party: .account,
            at: RecordPosition(source: 0, file: 0, line: mine[place]))
        }
        values.add(gathered, count: block.count)
        start = block.upperBound
      }
      return (values, roster)
    }
  }

  private func outcomes(
    _ records: [[DataElement: String]], _ check: any GroupCheck, cores: Int = 1
  ) -> [Int: Outcome] {
    let groups = GroupedValues.groups(parts(records, check, cores: cores), check)
    return groups.reduce(into: [:]) { found, group in
      for holder in group.holders { found[Int(holder.position.line)] = group.outcome }
    }
  }

  private static func account(_ customer: String, _ balance: String, _ status: String = "")
    -> [DataElement: String]
  {
    [.customerKey: customer, .balance: balance, .accountStatus: status, .currency: "CNY"]
  }

  @Test func `counts, adds up and tells apart`() throws {
    let records = [
      Self.account("A", "100.10", "1"), Self.account("A", "-100.05", "2"),
      Self.account("B", "0.01"),
      Self.account("", "5"), Self.account("C", ""), Self.account("D", "一千"), Self.account("D", "1"),
      Self.account("A", "0", "1"),
    ]
    let count = try check("count(per customer_key) < 3")
    #expect(outcomes(records, count) == [0: .failed, 1: .failed, 7: .failed])
    let sum = try check("sum(balance per customer_key) >= 0.05元")
    #expect(
      outcomes(records, sum) == [
        2: .failed, 4: .notApplicable, 5: .notEvaluated(.cellUnreadable),
        6: .notEvaluated(.cellUnreadable),
      ])
    let distinct = try check("distinct(account_status per customer_key) = 1")
    #expect(
      outcomes(records, distinct) == [
        0: .failed, 1: .failed, 7: .failed, 2: .notApplicable, 4: .notApplicable,
        5: .notApplicable, 6: .notApplicable,
      ])
    let both = try check(
      "count(per customer_key) < 3 or sum(balance * 2 per customer_key) = 0.10元")
    #expect(outcomes(records, both)[0] == nil)
  }

  @Test func `keeps currencies apart`() throws {
    func account(_ balance: String, _ currency: String) -> [DataElement: String] {
      [.customerKey: "A", .balance: balance, .currency: currency]
    }
    let records = [account("100", "CNY"), account("1000000", "USD"), account("50", "")]
    #expect(outcomes(records, try check("sum(balance per customer_key) <= 150元")) == [:])
    #expect(outcomes(records, try check("sum(balance per customer_key) < 150元")).count == 3)
    let apart = try check("sum(balance per customer_key, currency) <= 0")
    #expect(outcomes(records, apart) == [0: .failed, 1: .failed], "without a currency, no key")
  }

  @Test func `is asked of the records only that its condition holds for`() throws {
    let records = [
      Self.account("A", "1", "1"), Self.account("A", "1", "2"), Self.account("A", "1", "1"),
      Self.account("B", "1", "1"),
    ]
    let check = try check("count(per customer_key) = 1", when: "account_status = '1'")
    #expect(outcomes(records, check) == [0: .failed, 2: .failed])
    let other = try self.check("when account_status = '2' then count(per customer_key) > 1")
    #expect(outcomes(records, other) == [1: .failed])
  }

  @Test func `comes out the same however the input is split`() throws {
    var random = SeededGenerator(seed: 5)
    let records = (0..<400).map { _ in
      Self.account(
        "C\(Int.random(in: 0..<90, using: &random))",
        ["", "0.01", "-5", "1,000.00", "x"].randomElement(using: &random) ?? "",
        ["1", "2", ""].randomElement(using: &random) ?? "")
    }
    for text in [
      "count(per customer_key) <= 4", "sum(balance per customer_key) > 0",
      "distinct(account_status per customer_key) < 2 and count(per customer_key) < 6",
    ] {
      let check = try check(text.replacing("> 0", with: "> 0元"))
      let whole = outcomes(records, check)
      for cores in 2...5 { #expect(outcomes(records, check, cores: cores) == whole) }
      // A slow look at the first of them.
      guard text.hasPrefix("count(per customer_key) <= 4") else { continue }
      let groups = Dictionary(grouping: records.indices) { records[$0][.customerKey] ?? "" }
      let failing = groups.values.filter { $0.count > 4 }.flatMap { $0 }
      #expect(Set(whole.keys) == Set(failing))
      // Duplicating a record of another group changes nothing.
      let more = records + [Self.account("Z", "1")]
      #expect(outcomes(more, check) == whole)
    }
  }

  @Test(arguments: [
    (
      "count(per customer_key) = sum(balance per customer_key)",
      ExpressionFault.Kind.mismatch(.number, .amount(.named("CNY")))
    ),
    ("count(per customer_key) < count(per branch)", .groupKeysDiffer),
    ("count(per customer_key) < 3 and present(balance)", .noGroup),
    ("sum(account_status per customer_key) > 1", .wrongType(found: .text)),
    ("sum(per customer_key) > 1", .argumentCount("sum", found: 0)),
    ("count(balance per customer_key) > 1", .argumentCount("count", found: 1)),
    ("average(balance per customer_key) > 1元", .unknownFunction("average")),
    ("count(per custmer_key) > 1", .unknownName("custmer_key")),
    ("sum(count(per branch) per customer_key) > 1", .groupInside),
    (
      "sum(balance per customer_key, currency) > 5元",
      .mismatch(.amount(.of(.balance)), .amount(.named("CNY")))
    ),
    ("sum(balance per customer_key) > 5", .mismatch(.amount(.named("CNY")), .number)),
  ]) func `told wrongly says what is wrong`(_ text: String, _ kind: ExpressionFault.Kind) throws {
    var compiler = ExpressionCompiler(
      ExpressionScope(parties: [.account], asOf: exampleDay, lists: sampleLists))
    _ = compiler.groupCondition(try ExpressionParser.parse(text))
    #expect(compiler.faults.map(\.kind) == [kind])
  }

  @Test func `has its examples run`() throws {
    func file(_ limit: Int) -> String {
      ruleFile(
        [
          "parties": "[person]", "dimension": "uniqueness",
          "require": "count(per phone) <= \(limit)",
          "examples":
            "{groups: [{records: [{phone: a}, {phone: a}, {phone: a}], failing: [1, 2, 3]}, {records: [{phone: a}, {phone: a}, {phone: b}, {phone: a}], failing: [1, 2, 4]}, {records: [{phone: a}, {phone: a}, {phone: a}, {phone: a}], failing: [1, 2, 3, 4]}, {records: [{phone: a}, {phone: a}], failing: []}, {records: [{phone: ''}, {}, {phone: ''}], failing: []}, {records: [{phone: a}], failing: []}]}",
        ], without: ["when"])
    }
    #expect(try DeclaredFolder(["a.yaml": file(2)]).messages() == "")
    let wrong = try DeclaredFolder(["a.yaml": file(3)]).check
    #expect(wrong.faults.count == 2)
  }
}

@Suite struct `The others of a group` {
  private func others(_ keys: [String], of place: Int) -> String {
    let group = keys.enumerated().map { index, key in
      Holder(
        recordKey: Array(key.utf8), name: [], branch: [], owner: [],
        position: RecordPosition(source: 0, file: 0, line: index))
    }
    var text: [UInt8] = []
    text.append(others: group, than: group[place])
    return String(decoding: text, as: UTF8.self)
  }

  @Test func `are named once each, ten at most`() {
    #expect(others(["a", "b", "a", "c", "b"], of: 0) == "b、c")
    #expect(others(["a", "a"], of: 1) == "")
    let ten = (0...10).map { "k\($0)" }
    #expect(others(ten, of: 0) == ten.dropFirst().joined(separator: "、"))
    #expect(others(ten + ["z", "k1"], of: 0) == ten.dropFirst().joined(separator: "、") + "…")
    // However large the group is, a finding costs no more.
    #expect(others([String](repeating: "x", count: 200_000) + ["y"], of: 0) == "")
  }
}
