import Extracts
import Findings
import Records
import Registries
import RuleSets
import Validators

extension LedgerRun {
  /// Entries of lines that differ which are kept to find out what explains them: of one line,
  /// and of all. Beyond it a line stays unexplained and says so.
  static let entriesOfLine = 50_000
  static let entriesOfAll = 500_000

  /// An entry that may explain a line.
  private struct Collected: Sendable {
    let entry: BookExplanation.Entry
    let name: [UInt8]
    let place: BookPlace
  }

  /// What one core has found.
  private struct Found: Sendable {
    var entries: [Int: [Collected]] = [:]
    var buffer: [UInt8] = []
  }

  /// The lines that differ with what explains them; reads the lower side again.
  func explained(
    _ comparison: BookComparison, _ relation: BookRelation, upper: BookTotals,
    lower: BookTotals, _ side: Reconciliation.Side, hasRead receipts: [InputReceipt]
  ) throws -> [LedgerDifference] {
    let lines = comparison.lines.filter { $0.verdict == .differs }
    // Which lines an entry may explain, by what it belongs to.
    var wanted: [PackedKey: [Int]] = [:]
    var room = Self.entriesOfAll
    var isTooLong = [Bool](repeating: false, count: lines.count)
    for (number, line) in lines.enumerated() {
      guard !line.difference.isZero, let below = line.lower else { continue }
      if below.rows > Self.entriesOfLine || below.rows > room {
        isTooLong[number] = true
        continue
      }
      room -= below.rows
      let accounts = line.members.isEmpty ? [line.key.account] : line.members
      for account in accounts {
        let key = BookKey(
          account: account, branch: line.key.branch, currency: line.key.currency,
          day: line.key.day)
        wanted[lower.packed(key), default: []].append(number)
      }
    }
    let entries = wanted.isEmpty ? [:] : try collect(wanted, side, lower, receipts)
    let cases = lines.enumerated().map { number, line in
      BookExplanation.Case(
        currency: line.key.currency, excess: BookFigures() - line.difference,
        entries: (entries[number] ?? []).map(\.entry))
    }
    let explanations = BookExplanation.explain(
      cases, compared: comparison.compared, isNet: comparison.comparesNet)
    return lines.enumerated().map { number, line in
      let explanation =
        isTooLong[number] ? .tooMany(size: 0) : explanations[number]
      func named(_ line: Int, _ place: Int, isElsewhere: Bool) -> LedgerDifference.Entry? {
        guard let found = entries[line]?[place] else { return nil }
        return LedgerDifference.Entry(
          name: String(decoding: found.name, as: UTF8.self),
          elsewhere: isElsewhere
            ? String(decoding: lines[line].key.recordKey, as: UTF8.self) : "",
          figures: BookExplanation.counted(
            found.entry.figures, comparison.compared, comparison.comparesNet))
      }
      let shown: [LedgerDifference.Entry] =
        switch explanation {
        case .surplus(let places), .wrongSide(let places):
          places.compactMap { named(number, $0, isElsewhere: false) }
        case .elsewhere(let line, let entry):
          [named(line, entry, isElsewhere: true)].compactMap { $0 }
        case .none, .several, .tooMany: []
        }
      return LedgerDifference(
        relation: relation, line: line, tells: (upper.tells, lower.tells),
        compared: comparison.compared, comparesNet: comparison.comparesNet,
        explanation: explanation, entries: shown)
    }
  }

  /// The entries of some lines, by number of the line, in an order that does not depend on the
  /// files.
  private func collect(
    _ wanted: [PackedKey: [Int]], _ side: Reconciliation.Side, _ totals: BookTotals,
    _ receipts: [InputReceipt]
  ) throws -> [Int: [Collected]] {
    let reading = BookReading(
      side: side.side, layout: side.layout, isDebit: side.isDebit, asOf: asOf)
    let level = totals.level
    let isEntry = side.side == .details
    scan.progress.begin(.reconciling(side.extract.name), total: side.extract.plainSize)
    let (parts, result) = try scan.read(side.extract, into: Found()) {
      found, batch, file, _ in
      for index in 0..<batch.count {
        let record = batch[index]
        guard case .line(let figures, let currency, let day) = reading.read(record) else {
          continue
        }
        let key = BookTotals.key(record, currency, day, level, &found.buffer)
        guard let key, let numbers = wanted[key] else { continue }
        let place = BookPlace(file: file, line: batch.line(of: index))
        var name: [UInt8] = []
        name.append(record[isEntry ? .transactionKey : .accountNumber])
        let isNamed = !name.isEmpty
        if !isNamed { name = Array("#\(place.line)".utf8) }
        let identity =
          isNamed
          ? PackedKey(name.span) : PackedKey(high: UInt64(place.file), low: UInt64(place.line))
        let collected = Collected(
          entry: BookExplanation.Entry(figures: figures, identity: identity), name: name,
          place: place)
        for number in numbers { found.entries[number, default: []].append(collected) }
      }
    }
    try scan.checkUnchanged(result.receipts, receipts)
    var joined: [Int: [Collected]] = [:]
    for part in parts { joined.merge(part.entries) { $0 + $1 } }
    return joined.mapValues { entries in
      entries.sorted {
        $0.name == $1.name
          ? $0.place < $1.place : $0.name.lexicographicallyPrecedes($1.name)
      }
    }
  }
}
