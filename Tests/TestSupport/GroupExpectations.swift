import Findings
import Records
import Testing
import Validators

/// Lines of the records that fail a rule on all records together, when the records are split
/// over `cores` at random and the parts are joined in any order.
package func linesFailing(
  _ validator: some DatasetValidator, _ party: Party, _ records: [[DataElement: String]],
  cores: Int, seed: UInt64
) -> [Int] {
  var random = SeededGenerator(seed: seed)
  var parts = [(keys: KeyedHolders, roster: Roster)](
    repeating: (KeyedHolders(), Roster(keepingNames: true)), count: cores)
  let joins = type(of: validator).joinsParties
  for (index, record) in records.enumerated() {
    let core = Int.random(in: 0..<cores, using: &random)
    // Of a rule on several parties, an organisation is told by its industry.
    let own = joins && record[.industryCode] != nil ? Party.organisation : party
    let batch = RecordBatch(party: own, records: [record])
    var facts = [Facts()]
    let position = RecordPosition(source: 0, file: 0, line: index)
    parts[core].roster.add(batch[0], party: own, at: position)
    parts[core].keys.add([validator.key(batch[0], &facts[0])], count: 1)
    var values: [UInt64] = [0]
    if validator.values(batch, 0..<1, facts: &facts, values: &values) {
      parts[core].keys.add(values: values, count: 1)
    }
  }
  parts.shuffle(using: &random)
  return KeyedHolders.groups(parts).filter { validator.fails($0.holders, key: $0.key) }
    .flatMap { validator.failing($0.holders).map { Int($0.position.line) } }.sorted()
}

/// Runs one example of a rule on all records together, on one to three cores, and blames the
/// line of the rule's file that it stands on.
package func expectHolds(_ example: GroupExample, _ type: any DatasetValidator.Type) {
  func check<V: DatasetValidator>(_ type: V.Type) {
    let place = SourceLocation(
      fileID: example.fileID, filePath: "Sources/" + example.fileID, line: example.line, column: 1)
    for party in V.rule.parties {
      for cores in 1...3 {
        let found = linesFailing(
          V(.sample()), party, example.records, cores: cores, seed: UInt64(cores))
        #expect(found == example.failing, "\(V.rule.id) \(example.remark)", sourceLocation: place)
      }
    }
  }
  check(type)
}
