import Extracts
import Findings
import Records
import Registries
import RuleSets
import Validators

/// Register and postings of one reconciliation: reads both, matches them, and reads them again
/// for the names of what is open.
struct RegisterRun {
  let reconciliation: Reconciliation
  let scan: ExtractScan
  let asOf: Day
  let store: StateStore?

  /// Entries that are matched in memory at once.
  static let entriesAtOnce = 2_000_000

  /// What one core has of a side.
  private struct Part: Sendable {
    var reading: BookEntryReading
    var entries: ChunkedArray<BookEntry>
    var branches = BranchCounts()
    var unreadable = BranchCounts()
  }

  /// What is known of an open entry from its record.
  private struct Names: Sendable {
    var recordKey: [UInt8] = []
    var key: [UInt8] = []
    var account: [UInt8] = []
    var branch: [UInt8] = []
    var owner: [UInt8] = []
  }

  /// Matches register and postings. Returns what was read, for the manifest.
  func run(
    _ rules: inout BookRules, _ report: inout ReconciliationReport,
    _ book: inout ReconciliationReport.Book
  ) throws -> [ExtractScan.Result] {
    guard let register = reconciliation.side(.register),
      let postings = reconciliation.side(.postings)
    else { return [] }
    let layouts = (register: register.layout, postings: postings.layout)
    let both = [
      try read(register, layouts), try read(postings, layouts),
    ]
    if let fault = store?.fault { throw fault }
    let open = match(both.flatMap(\.parts))
    for (side, found) in zip([register, postings], both) {
      let mine = open.filter { $0.isRegister == (side.side == .register) }
      let names = try names(of: mine, side, found.result.receipts)
      try write(side, mine, names, open, found.parts, &rules, &report, &book)
    }
    return both.map(\.result)
  }

  private func read(
    _ side: Reconciliation.Side, _ layouts: (register: RecordLayout, postings: RecordLayout)
  ) throws -> (parts: [Part], result: ExtractScan.Result) {
    let part = Part(
      reading: BookEntryReading(
        side: side.side, layouts: layouts, key: reconciliation.match.key, asOf: asOf),
      entries: ChunkedArray(in: store))
    scan.progress.begin(.reconciling(side.extract.name), total: side.extract.plainSize)
    return try scan.read(side.extract, into: part) { part, batch, file, _ in
      for index in 0..<batch.count {
        let record = batch[index]
        switch part.reading.read(
          record, at: BookPlace(file: file, line: batch.line(of: index)))
        {
        case .total: continue
        case .unreadable: part.unreadable.add(record[.branch])
        case .entry(let entry):
          part.entries.append(entry)
          part.branches.add(record[.branch])
        }
      }
    }
  }

  /// Entries that found nothing on the other side, in canonical order. What has to agree is
  /// looked at together; all else goes part by part.
  private func match(_ parts: [Part]) -> [BookEntry] {
    let matching = EntryMatching(
      days: reconciliation.match.days, many: reconciliation.match.many)
    let total = parts.reduce(0) { $0 + $1.entries.count }
    let count = UInt64(total / Self.entriesAtOnce + 1)
    var open: [BookEntry] = []
    for partition in 0..<count {
      var entries: [BookEntry] = []
      for part in parts {
        for chunk in 0..<part.entries.chunkCount {
          for entry in part.entries.chunk(chunk) where entry.partition % count == partition {
            entries.append(entry)
          }
        }
      }
      open += matching.open(entries)
    }
    return matching.openRegardingKeys(open)
  }

  /// What the records of open entries say, by place.
  private func names(
    of open: [BookEntry], _ side: Reconciliation.Side, _ receipts: [InputReceipt]
  ) throws -> [BookPlace: Names] {
    if open.isEmpty { return [:] }
    let wanted = Set(open.map(\.place))
    let key = reconciliation.match.key
    let isRegister = side.side == .register
    scan.progress.begin(.reconciling(side.extract.name), total: side.extract.plainSize)
    let (parts, result) = try scan.read(side.extract, into: [BookPlace: Names]()) {
      found, batch, file, _ in
      for index in 0..<batch.count {
        let place = BookPlace(file: file, line: batch.line(of: index))
        guard wanted.contains(place) else { continue }
        let record = batch[index]
        var names = Names()
        names.recordKey.append(record[isRegister ? .registerKey : .transactionKey])
        if names.recordKey.isEmpty {
          names.recordKey.append(record[isRegister ? .transactionKey : .registerKey])
        }
        if names.recordKey.isEmpty { names.recordKey = Array("#\(place.line)".utf8) }
        if let key { names.key.append(record[key]) }
        names.account.append(record[.accountNumber])
        names.branch.append(record[.branch])
        names.owner.append(record[.owner])
        found[place] = names
      }
    }
    try scan.checkUnchanged(result.receipts, receipts)
    return parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  /// Days since an entry; 0 for one of the day of the data or later.
  private func age(of entry: BookEntry) -> Int { max(0, Int(asOf.number - entry.day.number)) }

  private func write(
    _ side: Reconciliation.Side, _ mine: [BookEntry], _ names: [BookPlace: Names],
    _ open: [BookEntry], _ parts: [Part], _ rules: inout BookRules,
    _ report: inout ReconciliationReport, _ book: inout ReconciliationReport.Book
  ) throws {
    let rule =
      side.side == .register ? RegisterEntryWithoutPosting.rule : PostingWithoutRegisterEntry.rule
    let counterparts = Counterparts(open.filter { $0.isRegister != (side.side == .register) })
    var left: [[UInt8]: Int] = [:]
    for part in parts { part.branches.add(to: &left) }
    var unreadable: [[UInt8]: Int] = [:]
    for part in parts { part.unreadable.add(to: &unreadable) }
    book.matched += left.values.reduce(0, +) - mine.count
    book.open += mine.count
    for entry in mine {
      let name = names[entry.place] ?? Names()
      left[name.branch, default: 0] -= 1
      let age = age(of: entry)
      let item = OpenEntry(
        side: side.side, entry: entry, recordKey: name.recordKey, key: name.key,
        account: name.account, branch: name.branch, owner: name.owner, age: age,
        counterpart: counterparts[entry],
        match: (reconciliation.match.days, reconciliation.match.many))
      // What may still be found within the days is open, but no fault yet.
      if age < reconciliation.match.days {
        rules.count(.notApplicable, of: rule, branch: name.branch)
      } else {
        rules.count(.failed, of: rule, branch: name.branch)
        if rules.begin(
          rule, party: .transaction, key: name.recordKey, branch: name.branch, owner: name.owner,
          title: reconciliation.title, source: side.extract.name, row: Int(entry.place.line))
        {
          item.explain(&rules.writer)
          try rules.end()
        }
      }
      report.open.append(
        ReconciliationReport.OpenItem(
          book: reconciliation.name, side: side.side,
          branch: String(decoding: name.branch, as: UTF8.self),
          account: String(decoding: name.account, as: UTF8.self),
          key: String(decoding: name.recordKey, as: UTF8.self),
          currency: entry.currency.description, day: entry.day,
          amount: item.money(Int128(entry.amount)), age: age))
    }
    for (branch, count) in left {
      rules.count(.passed, of: rule, branch: branch, times: count)
    }
    for (branch, count) in unreadable {
      rules.count(.notEvaluated(.cellUnreadable), of: rule, branch: branch, times: count)
      book.notEvaluated += count
    }
  }
}

/// What is open on one side under every key.
private struct Counterparts {
  private struct Key: Hashable {
    let key: PackedKey
    let account: PackedKey
    let currency: BookCurrency

    init(_ entry: BookEntry) {
      key = entry.key
      account = entry.account
      currency = entry.currency
    }
  }
  private var sums: [Key: (sum: Int128, entries: Int)] = [:]

  init(_ entries: [BookEntry]) {
    for entry in entries where entry.key != BookEntry.noKey {
      let known = sums[Key(entry), default: (0, 0)]
      sums[Key(entry)] = (known.sum + Int128(entry.amount), known.entries + 1)
    }
  }

  subscript(entry: BookEntry) -> (sum: Int128, entries: Int)? {
    entry.key == BookEntry.noKey ? nil : sums[Key(entry)]
  }
}

/// Records by branch.
private struct BranchCounts: Sendable {
  private var index = KeyIndex()
  private var names: [[UInt8]] = []
  private var counts: [Int] = []

  mutating func add(_ branch: Span<UInt8>) {
    let (number, isNew) = index.number(of: PackedKey(branch))
    if isNew {
      var copy: [UInt8] = []
      copy.append(branch)
      names.append(copy)
      counts.append(0)
    }
    counts[number] += 1
  }

  func add(to sums: inout [[UInt8]: Int]) {
    for (name, count) in zip(names, counts) { sums[name, default: 0] += count }
  }
}
