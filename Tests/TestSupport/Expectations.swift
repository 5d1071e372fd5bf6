import Findings
import Records
import References
import Registries
import Testing
import Validators

/// The day on which the examples of the rules are looked at.
package let exampleDay = Day("2026-10-31")!

extension Context {
  /// A context with the tables of the repository and the sample registry, for examples.
  package static func sample(without hidden: String? = nil) -> Context {
    Context(
      asOf: exampleDay, mappings: Repository.mappings,
      registries: [
        "business": .sample, "abnormal": .sampleAbnormal, "violations": .sampleViolations,
        "accounts": .sampleAccounts,
        "list": .sampleList,
      ],
      own: BankOwn(
        addresses: ["江西省赣州市章贡区文清路42号"], phones: ["0797-8123000", "400-600-1234"]),
      hiding: hidden.map { [$0] } ?? [], cache: sampleCache)
  }

  /// The tables are the same for every example.
  static let sampleCache = ReferenceCache()
}

/// Runs one example, alone and as the second and the last record of a batch, and blames the
/// line of the rule's file that it stands on.
package func expectHolds(
  _ example: Example, _ type: any RecordValidator.Type, _ context: Context
) {
  func check<V: RecordValidator>(_ type: V.Type) {
    let place = SourceLocation(
      fileID: example.fileID, filePath: "Sources/" + example.fileID, line: example.line, column: 1)
    let validator = V(context)
    let party = example.party ?? V.rule.parties[0]
    let filler = example.cells.mapValues { _ in "填充" }
    for (records, index) in [
      ([example.cells], 0), ([filler, example.cells, filler], 1),
      ([filler, filler, example.cells], 2),
    ] {
      let batch = RecordBatch(party: party, records: records)
      var facts = Facts.sample
      let outcome = validator.check(batch[index], &facts)
      #expect(outcome == example.outcome, "\(V.rule.id) \(example.remark)", sourceLocation: place)
      var block = [Facts](repeating: Facts.sample, count: records.count)
      var outcomes = [UInt8](repeating: 0, count: records.count)
      validator.check(batch, 0..<records.count, facts: &block, outcomes: &outcomes)
      #expect(outcomes[index] == example.outcome.code, "in a block", sourceLocation: place)
      guard outcome == .failed, example.outcome == .failed else { continue }
      var finding = FindingWriter(language: .zh)
      let record = batch[index]
      finding.begin(
        FindingWriter.RulePrefix(V.rule, severity: V.rule.severity, language: .zh), party: party,
        key: record[.customerKey], branch: record[.branch], owner: record[.owner], source: "例",
        row: 1)
      validator.explain(record, &facts, &finding)
      finding.end()
      let first = WrittenFinding(firstOf: finding)
      #expect(first?.text(.suggestion) == example.suggestion ?? "", sourceLocation: place)
      if let action = example.action { #expect(first?.action == action, sourceLocation: place) }
      #expect(
        first?.action != .auto || V.rule.autoBasis != nil, "auto needs its basis in words",
        sourceLocation: place)
    }
  }
  check(type)
}

/// Holds the laws of a mergeable state: cut anywhere, join in any order.
package func expectMergeable<S: Mergeable & Equatable>(
  _ parts: [S], empty: S, sourceLocation: SourceLocation = #_sourceLocation
) {
  func joined(_ parts: some Sequence<S>) -> S { parts.reduce(into: empty) { $0.merge($1) } }
  let whole = joined(parts)
  #expect(joined(parts.reversed()) == whole, "order", sourceLocation: sourceLocation)
  for cut in 0...parts.count {
    let halves = [joined(parts[..<cut]), joined(parts[cut...])]
    #expect(joined(halves) == whole, "cut at \(cut)", sourceLocation: sourceLocation)
  }
}
