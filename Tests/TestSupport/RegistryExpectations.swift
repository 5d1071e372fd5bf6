import Findings
import Records
import Registries
import Testing
import Validators

/// Rows of a registry that fail, when the bank's records are split over `cores` at random and
/// what was seen is joined in any order.
package func rowsFailing<V: RegistryValidator>(
  _ type: V.Type, _ rows: [[DataElement: String]], against records: [[DataElement: String]],
  cores: Int, seed: UInt64, unread: Int = 0
) -> [Int] {
  let batch = RecordBatch(party: .account, records: rows)
  let index = RegistryIndex(
    name: V.registry, asOf: Day("2026-10-30")!,
    records: FrozenRecords(layout: batch.layout, batches: [batch]))
  let validator = V(
    Context(
      asOf: exampleDay, mappings: Repository.mappings, registries: [V.registry: index],
      cache: Context.sampleCache))
  var random = SeededGenerator(seed: seed)
  var parts = [SeenRows](repeating: SeenRows(rows: rows.count), count: cores)
  for record in records.shuffled(using: &random) {
    let batch = RecordBatch(party: V.rule.parties[0], records: [record])
    var facts = [Facts()]
    validator.mark(
      batch, 0..<1, facts: &facts, in: &parts[Int.random(in: 0..<cores, using: &random)])
  }
  parts.shuffle(using: &random)
  var seen = SeenRows(rows: rows.count)
  for part in parts { seen.merge(part) }
  let outcomes = validator.outcomes(seen, unread: unread)
  return outcomes.indices.filter { outcomes[$0] == Outcome.failed.code }
}

/// Runs one example of a rule on rows of a registry, on one to three cores, and blames the line
/// of the rule's file that it stands on.
package func expectHolds(_ example: GroupExample, _ type: any RegistryValidator.Type) {
  func check<V: RegistryValidator>(_ type: V.Type) {
    let place = SourceLocation(
      fileID: example.fileID, filePath: "Sources/" + example.fileID, line: example.line, column: 1)
    for cores in 1...3 {
      let found = rowsFailing(
        type, example.records, against: example.against, cores: cores, seed: UInt64(cores))
      #expect(found == example.failing, "\(V.rule.id) \(example.remark)", sourceLocation: place)
    }
  }
  check(type)
}
