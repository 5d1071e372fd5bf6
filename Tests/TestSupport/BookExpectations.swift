import Findings
import Records
import Registries
import Testing

/// Books of an example, read and compared as a run does it.
package struct ComparedBooks {
  /// The day that examples are of.
  package static let asOf = Day(number: 20_757)  // 2026-10-31

  private let sides: [(side: BookSide, batch: RecordBatch)]

  package init(_ sides: [BookExample.Side]) {
    self.sides = sides.map { ($0.side, RecordBatch(party: $0.side.party, records: $0.records)) }
  }

  private func layout(_ side: BookSide) -> RecordLayout? {
    sides.first { $0.side == side }?.batch.layout
  }

  /// The lines of a side, its records split over `cores` at random and joined in any order.
  package func totals(
    _ side: BookSide, level: BookLevel, cores: Int, random: inout SeededGenerator
  ) -> BookTotals? {
    guard let batch = sides.first(where: { $0.side == side })?.batch else { return nil }
    let reading = BookReading(side: side, layout: batch.layout, isDebit: true, asOf: Self.asOf)
    var parts = [BookTotals](
      repeating: BookTotals(reading, level: level), count: cores)
    for index in (0..<batch.count).shuffled(using: &random) {
      let core = Int.random(in: 0..<cores, using: &random)
      parts[core].add(batch[index], at: BookPlace(file: 0, line: index))
    }
    parts.shuffle(using: &random)
    return parts.dropFirst().reduce(into: parts[0]) { $0.merge($1) }
  }

  /// Keys of the lines that differ.
  package func differing(cores: Int = 1, seed: UInt64 = 1) -> [String] {
    var random = SeededGenerator(seed: seed)
    var keys: [String] = []
    for relation in BookRelation.all(among: Set(sides.map(\.side))) {
      guard let above = layout(relation.upper), let below = layout(relation.lower),
        let level = BookLevel(above, below),
        let upper = totals(relation.upper, level: level, cores: cores, random: &random),
        let lower = totals(relation.lower, level: level, cores: cores, random: &random)
      else { continue }
      let comparison = BookComparison(
        upper: upper, lower: lower, balancing: relation.balancing)
      keys += comparison.lines.filter { $0.verdict == .differs }
        .map { String(decoding: $0.key.recordKey, as: UTF8.self) }
    }
    return keys.sorted()
  }

  /// Keys of the entries of one side that are open and old enough for a finding.
  package func open(_ side: BookSide, seed: UInt64 = 1) -> [String] {
    guard let register = layout(.register) ?? layout(.postings),
      let postings = layout(.postings) ?? layout(.register)
    else { return [] }
    var random = SeededGenerator(seed: seed)
    let hasKey = register.carries(.registerKey) && postings.carries(.registerKey)
    var entries: [BookEntry] = []
    var names: [PackedKey: String] = [:]
    for (own, batch) in sides {
      var reading = BookEntryReading(
        side: own, layouts: (register, postings), key: hasKey ? .registerKey : nil,
        asOf: Self.asOf)
      for index in 0..<batch.count {
        let record = batch[index]
        guard case .entry(let entry) = reading.read(record, at: BookPlace(file: 0, line: index))
        else { continue }
        entries.append(entry)
        if own == side {
          names[entry.identity] = String(
            record[own == .register ? .registerKey : .transactionKey])
        }
      }
    }
    let matching = EntryMatching(days: 3, many: true)
    let open = matching.openRegardingKeys(matching.open(entries.shuffled(using: &random)))
    return open.filter { $0.isRegister == (side == .register) }
      .filter { Self.asOf.number - $0.day.number >= 3 }
      .compactMap { names[$0.identity] }.sorted()
  }
}

/// Runs one example of a rule on books, split in several ways, and blames the line of the
/// rule's file that it stands on.
package func expectHolds(_ example: BookExample, _ rule: Rule) {
  let place = SourceLocation(
    fileID: example.fileID, filePath: "Sources/" + example.fileID, line: example.line, column: 1)
  let books = ComparedBooks(example.sides)
  for seed: UInt64 in 1...3 {
    let found =
      switch rule.id {
      case "TXN004": books.open(.register, seed: seed)
      case "TXN005": books.open(.postings, seed: seed)
      default: books.differing(cores: Int(seed), seed: seed)
      }
    #expect(found == example.failing, "\(rule.id) \(example.remark)", sourceLocation: place)
  }
}
