import Extracts
import Findings
import Records
import Registries
import RuleSets
import Validators

/// General ledger, sub-ledger and details of one reconciliation: reads each once, compares,
/// and reads the lower side again for the entries of lines that differ.
struct LedgerRun {
  let reconciliation: Reconciliation
  let scan: ExtractScan
  let asOf: Day

  /// A side that was read: its lines for every relation that it is part of.
  private struct Read {
    let side: Reconciliation.Side
    let totals: [BookTotals]
    let result: ExtractScan.Result
  }

  /// Compares the ledgers. Returns what was read, for the manifest.
  func run(
    _ rules: inout BookRules, _ report: inout ReconciliationReport,
    _ book: inout ReconciliationReport.Book
  ) throws -> [ExtractScan.Result] {
    let relations = reconciliation.relations
    var read: [BookSide: Read] = [:]
    var results: [ExtractScan.Result] = []
    for side in reconciliation.sides where side.side <= .details {
      let found = try self.read(side, relations)
      for (branch, count) in found.totals.first?.lost ?? [:] {
        rules.count(
          .notEvaluated(.cellUnreadable), of: LedgerTotalDiffers.rule, branch: branch,
          times: count)
        book.notEvaluated += count
      }
      results.append(found.result)
      read[side.side] = found
    }
    for (number, relation) in relations.enumerated() {
      guard let upper = read[relation.upper], let lower = read[relation.lower] else { continue }
      // A side that is in two relations has its lines for the upper one first.
      let above = upper.totals[number > 0 ? 1 : 0]
      let below = lower.totals[0]
      let comparison = BookComparison(
        upper: above, lower: below, tolerance: reconciliation.tolerance,
        balancing: relation.balancing)
      let differences = try explained(
        comparison, relation, upper: above, lower: below, lower.side,
        hasRead: lower.result.receipts)
      count(comparison, &rules, &book)
      try write(differences, upper.side, lower.side, &rules, &report, &book)
    }
    return results
  }

  private func read(_ side: Reconciliation.Side, _ relations: [BookRelation]) throws -> Read {
    let reading = BookReading(
      side: side.side, layout: side.layout, isDebit: side.isDebit, asOf: asOf)
    let empty = relations.filter { $0.upper == side.side || $0.lower == side.side }
      .compactMap { relation -> BookTotals? in
        guard let upper = reconciliation.side(relation.upper),
          let lower = reconciliation.side(relation.lower),
          let level = BookLevel(upper.layout, lower.layout)
        else { return nil }
        return BookTotals(reading, level: level)
      }
    scan.progress.begin(.reconciling(side.extract.name), total: side.extract.plainSize)
    let (parts, result) = try scan.read(side.extract, into: empty) { totals, batch, file, _ in
      for number in totals.indices {
        for index in 0..<batch.count {
          totals[number].add(
            batch[index], at: BookPlace(file: file, line: batch.line(of: index)))
        }
      }
    }
    let joined = empty.indices.map { number in
      parts.dropFirst().reduce(into: parts[0][number]) { $0.merge($1[number]) }
    }
    return Read(side: side, totals: joined, result: result)
  }

  // MARK: Outcomes

  private func count(
    _ comparison: BookComparison, _ rules: inout BookRules,
    _ book: inout ReconciliationReport.Book
  ) {
    for line in comparison.lines {
      book.lines += 1
      let outcome: Outcome
      switch line.verdict {
      case .agrees:
        outcome = .passed
        book.equal += 1
      case .differs:
        outcome = .failed
        book.different += 1
      case .unreadable:
        outcome = .notEvaluated(.cellUnreadable)
        book.notEvaluated += 1
      case .notComparable:
        outcome = .notEvaluated(.referenceMissing)
        book.notEvaluated += 1
      }
      rules.count(outcome, of: LedgerTotalDiffers.rule, branch: Self.branch(of: line))
    }
  }

  /// The branch that a line belongs to.
  private static func branch(of line: BookComparison.Line) -> [UInt8] {
    let upper = line.upper?.branch ?? []
    return upper.isEmpty ? line.lower?.branch ?? [] : upper
  }

  private func write(
    _ differences: [LedgerDifference], _ upper: Reconciliation.Side,
    _ lower: Reconciliation.Side, _ rules: inout BookRules,
    _ report: inout ReconciliationReport, _ book: inout ReconciliationReport.Book
  ) throws {
    for difference in differences {
      let line = difference.line
      let branch = Self.branch(of: line)
      let side = line.upper == nil ? lower : upper
      let row = (line.upper ?? line.lower)?.first.line ?? 0
      if rules.begin(
        LedgerTotalDiffers.rule, party: .account, key: line.key.recordKey, branch: branch,
        title: reconciliation.title, source: side.extract.name, row: Int(row))
      {
        LedgerTotalDiffers.explain(difference, &rules.writer)
        try rules.end()
      }
      add(difference, branch, &report, &book, rules.writer.language)
    }
  }

  private func add(
    _ difference: LedgerDifference, _ branch: [UInt8], _ report: inout ReconciliationReport,
    _ book: inout ReconciliationReport.Book, _ language: Language
  ) {
    let line = difference.line
    let (relation, tells) = (difference.relation, difference.tells)
    func figures(
      _ side: BookSide, _ line: BookTotals.Line?, _ tells: FigureSet, _ imbalance: Int128?
    ) -> ReconciliationReport.Figures {
      ReconciliationReport.Figures(
        side: side,
        values: (0..<4).map { place in
          tells.contains(FigureSet(place: place))
            ? line.map { difference.money($0.figures[place]) } : nil
        }, imbalance: imbalance.map(difference.money))
    }
    let compared = difference.comparesNet ? FigureSet.debit : difference.compared
    report.differences.append(
      ReconciliationReport.Difference(
        book: reconciliation.name, branch: String(decoding: branch, as: UTF8.self),
        account: String(decoding: line.key.account, as: UTF8.self),
        currency: line.key.currency.description, day: line.key.day,
        sides: [
          figures(relation.upper, line.upper, tells.upper, line.upperImbalance),
          figures(relation.lower, line.lower, tells.lower, line.lowerImbalance),
        ],
        differences: (0..<4).map { place in
          compared.contains(FigureSet(place: place))
            ? difference.money(line.difference[place]) : nil
        },
        explanation: [
          difference.comparesNet ? difference.differenceText(language) : "",
          difference.explanationText(language),
        ].filter { !$0.isEmpty }.joined(separator: language == .zh ? "。" : ". ")))
    let apart =
      compared.contains(.closing)
      ? line.difference.closing : line.difference.debit - line.difference.credit
    let known = book.differences[line.key.currency.description]?.units ?? 0
    book.differences[line.key.currency.description] = difference.money(
      known + Int128(apart.magnitude))
  }
}
