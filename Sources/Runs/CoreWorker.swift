import Extracts
import Findings
import Records
import Validators

/// What one core does with a piece: cut it, check its records, write the findings.
struct CoreWorker {
  /// Records that all rules look at before the next ones: small enough for their bytes,
  /// cells and facts to stay in the core's own cache.
  private static let blockSize = 512

  let plan: RunPlan
  let source: SourceInRun
  /// Checks whose elements the source does not carry: not evaluated on any record.
  private let missing: [RunPlan.Check]
  private let present: [RunPlan.Check]
  private let datasetsPresent: [RunPlan.Dataset]
  private let datasetsMissing: [RunPlan.Dataset]

  private var batch: RecordBatch
  private var scratch = CutScratch()
  private var facts: [Facts]
  private var outcomes: [Outcome]
  private var branches: [Int]
  private var failures: [UInt32] = []
  private(set) var writer: FindingWriter
  private(set) var notes = CutNotes()
  private(set) var tallies: CoreTallies
  private(set) var roster = Roster()
  private(set) var keyed: [KeyedHolders]
  private(set) var stages = StageTimes()

  init(
    plan: RunPlan, source: SourceInRun, layout: RecordLayout, rules: Int, writer: FindingWriter
  ) {
    self.plan = plan
    self.source = source
    self.writer = writer
    let carries = { (rule: Rule) in rule.reads.allSatisfy { layout.carries($0) } }
    present = plan.checks.filter { carries($0.rule) }
    missing = plan.checks.filter { !carries($0.rule) }
    datasetsPresent = plan.datasets.filter { carries($0.rule) }
    datasetsMissing = plan.datasets.filter { !carries($0.rule) }
    batch = RecordBatch(layout: layout)
    facts = [Facts](repeating: Facts(), count: Self.blockSize)
    outcomes = [Outcome](repeating: .passed, count: Self.blockSize)
    branches = [Int](repeating: 0, count: Self.blockSize)
    tallies = CoreTallies(rules: rules)
    keyed = [KeyedHolders](repeating: KeyedHolders(), count: datasetsPresent.count)
  }

  /// Rules whose state `keyed` holds, in the same order.
  var datasets: [RunPlan.Dataset] { datasetsPresent }

  /// Records checked in the last piece.
  var checked: Int { batch.count }

  mutating func process(_ piece: inout Piece, reader: any ExtractReader) {
    var clock = StageClock()
    notes.clear()
    writer.removeAll()
    // The batch leaves the worker while its records are looked at: a view of a record
    // borrows it, and everything else of the worker changes meanwhile.
    var batch = RecordBatch(layout: self.batch.layout)
    swap(&batch, &self.batch)
    defer { swap(&batch, &self.batch) }
    reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
    stages.decoding += notes.decodingSeconds
    stages.cutting += clock.lap() - notes.decodingSeconds
    let file = piece.file
    var start = 0
    while start < batch.count {
      let block = start..<min(start + Self.blockSize, batch.count)
      check(batch, block)
      collect(batch, block, file: file)
      stages.checking += clock.lap()
      explain(batch, block)
      stages.writing += clock.lap()
      start = block.upperBound
    }
  }

  private mutating func check(_ batch: borrowing RecordBatch, _ block: Range<Int>) {
    let fresh = Facts()
    for place in 0..<block.count {
      facts[place] = fresh
      branches[place] = tallies.branch(batch[block.lowerBound + place][.branch])
    }
    failures.removeAll(keepingCapacity: true)
    for (number, check) in present.enumerated() {
      check.validator.check(batch, block, facts: &facts, outcomes: &outcomes)
      tallies.count(outcomes, rule: check.number, branches: branches, block.count)
      for place in 0..<block.count {
        if case .failed = outcomes[place] { failures.append(UInt32(place) << 16 | UInt32(number)) }
      }
    }
    for check in missing {
      for place in 0..<block.count {
        tallies.count(.notEvaluated(.columnMissing), rule: check.number, branch: branches[place])
      }
    }
    for dataset in datasetsMissing {
      for place in 0..<block.count {
        tallies.count(.notEvaluated(.columnMissing), rule: dataset.number, branch: branches[place])
      }
    }
  }

  private mutating func collect(_ batch: borrowing RecordBatch, _ block: Range<Int>, file: Int) {
    if datasetsPresent.isEmpty { return }
    for place in 0..<block.count {
      let index = block.lowerBound + place
      let record = batch[index]
      let position = RecordPosition(source: source.number, file: file, line: batch.line(of: index))
      let remembered = roster.add(record, party: plan.party, at: position)
      for (number, dataset) in datasetsPresent.enumerated() {
        if let key = dataset.validator.key(record, &facts[place]) {
          keyed[number].add(key, place: remembered)
          tallies.count(.passed, rule: dataset.number, branch: branches[place])
        } else {
          tallies.count(.notApplicable, rule: dataset.number, branch: branches[place])
        }
      }
    }
  }

  /// Writes the findings of a block in the order of its records.
  private mutating func explain(_ batch: borrowing RecordBatch, _ block: Range<Int>) {
    failures.sort()
    for failure in failures {
      let place = Int(failure >> 16)
      let check = present[Int(failure & 0xFFFF)]
      let index = block.lowerBound + place
      let record = batch[index]
      writer.begin(
        check.prefix, party: plan.party, key: record[plan.party.keyElement],
        branch: record[.branch], owner: record[.owner], source: source.name,
        row: batch.line(of: index))
      check.validator.explain(record, &facts[place], &writer)
      writer.end()
    }
  }
}

/// A source and its number in the job.
struct SourceInRun: Sendable {
  let name: String
  let number: Int
}
