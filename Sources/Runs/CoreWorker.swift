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
  private let present: [RunPlan.Applied<any RecordCheck>]
  /// Rules with a state of their own on this core.
  private let sessions: [(rule: RunPlan.Applied<any RuleSessionMaker>, session: any RuleSession)]
  /// Rules on all records whose state `keyed` holds, in the same order.
  let datasets: [RunPlan.Applied<any DatasetValidator>]
  private var batch: RecordBatch
  private var scratch = CutScratch()
  private var facts: [Facts]
  private var outcomes: [UInt8]
  private var branches: [Int]
  private var failures: [UInt32] = []
  /// Keys of the records of a block, for one of `datasets`.
  private var keys: [PackedKey?]
  /// What is kept beside them.
  private var values: [UInt64]
  private(set) var writer: FindingWriter
  private(set) var notes = CutNotes()
  private(set) var tallies: CoreTallies
  private(set) var roster: Roster
  private(set) var keyed: [KeyedHolders]
  private(set) var stages = StageTimes()
  /// What the records need to be aligned; nil where that is not asked for.
  private(set) var alignment: AlignmentTally?
  private var needs: [AlignmentTally.Need] = []
  private var masks: ScopeMasks
  /// What rules on records that are likely the same collect.
  private(set) var likenesses: LikenessCollector
  /// What rules on groups of records gather.
  private(set) var groups: GroupCollector
  /// What is remembered for rules on other parties and on rows of registries.
  private(set) var parties: PartyCollector
  private let known: KnownParties
  /// Numbers and scopes of rules that have a scope and whose columns the source lacks.
  private let scopedMissing: [(number: Int, scope: Int?)]

  init(
    plan: RunPlan, source: SourceInRun, layout: RecordLayout, rules: Int, writer: FindingWriter,
    known: KnownParties, stop: StopFlag, store: StateStore?
  ) {
    self.plan = plan
    self.known = known
    parties = PartyCollector(plan)
    self.source = source
    self.writer = writer
    let carries = { (rule: Rule) in rule.reads.allSatisfy { layout.carries($0) } }
    let collects = { (dataset: RunPlan.Applied<any DatasetValidator>) in
      type(of: dataset.decider).reads(of: plan.party).allSatisfy { layout.carries($0) }
    }
    present = plan.checks.filter { carries($0.rule) }
    sessions = plan.sessions.filter { carries($0.rule) }.map {
      ($0, $0.decider.session(masking: writer.masking) { stop.isSet })
    }
    datasets = plan.datasets.filter(collects)
    likenesses = LikenessCollector(plan.likenesses.filter { carries($0.rule) }, store: store)
    groups = GroupCollector(
      plan.groups.filter { carries($0.rule) }, blockSize: Self.blockSize, store: store)
    // Workbooks show names, and some rules compare them.
    roster = Roster(
      keepingNames: writer.listsTasks
        || datasets.contains { $0.rule.elements.contains(plan.party.nameElement) }
        || !likenesses.isEmpty,
      in: store)
    // Rules whose elements the source does not carry are not evaluated on any record that
    // they are asked of.
    let askedDatasets = plan.datasets.filter(plan.asks)
    let lacking =
      plan.checks.filter { !carries($0.rule) }.map { ($0.number, $0.scope) }
      + askedDatasets.filter { !collects($0) }.map { ($0.number, $0.scope) }
      + plan.idle.filter { !carries($0.rule) }.map { ($0.number, $0.scope) }
      + plan.likenesses.filter { !carries($0.rule) }.map { ($0.number, $0.scope) }
      + plan.groups.filter { !carries($0.rule) }.map { ($0.number, $0.scope) }
      + plan.sessions.filter { !carries($0.rule) }.map { ($0.number, $0.scope) }
    let missing = lacking.filter { $0.1 == nil }.map(\.0)
    scopedMissing = lacking.filter { $0.1 != nil }
    masks = ScopeMasks(plan.scopes, blockSize: Self.blockSize)
    batch = RecordBatch(layout: layout)
    facts = [Facts](repeating: Facts(), count: Self.blockSize)
    outcomes = [UInt8](repeating: 0, count: Self.blockSize)
    branches = [Int](repeating: 0, count: Self.blockSize)
    tallies = CoreTallies(
      rules: rules,
      asked: plan.checks.map(\.number) + askedDatasets.map(\.number)
        + plan.idle.map(\.number)
        + plan.likenesses.map(\.number) + plan.groups.map(\.number) + plan.sessions.map(\.number)
        + parties.withoutRegistry,
      settled: missing.map { ($0, .notEvaluated(.columnMissing)) }
        + plan.idle.filter { carries($0.rule) }.map { ($0.number, .notApplicable) }
        + (datasets.map(\.number) + likenesses.rules.map(\.number) + groups.groups.map(\.number))
        .map { ($0, .passed) }
        + parties.withoutRegistry.map { ($0, .notEvaluated(.referenceMissing)) })
    keys = [PackedKey?](repeating: nil, count: Self.blockSize)
    values = [UInt64](repeating: 0, count: Self.blockSize)
    keyed = [KeyedHolders](repeating: KeyedHolders(in: store), count: datasets.count)
    if let element = writer.aligned, layout.carries(element) {
      alignment = AlignmentTally(element)
      needs = [AlignmentTally.Need](repeating: .nothing, count: Self.blockSize)
    }
  }

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
      align(batch, block)
      stages.writing += clock.lap()
      start = block.upperBound
    }
  }

  private mutating func check(_ batch: borrowing RecordBatch, _ block: Range<Int>) {
    var fresh = Facts()
    fresh.known = known
    do {
      var facts = self.facts.mutableSpan
      for place in 0..<block.count { facts[place] = fresh }
    }
    for place in 0..<block.count {
      let branch = batch[block.lowerBound + place][.branch]
      branches[place] = roster.number(ofBranch: branch)
      if branches[place] == tallies.count { tallies.add(branch: branch) }
    }
    tallies.record(branches, count: block.count)
    failures.removeAll(keepingCapacity: true)
    masks.evaluate(batch, block, facts: &facts)
    for (rule, scope) in scopedMissing {
      for place in 0..<block.count {
        outcomes[place] = Outcome.notEvaluated(.columnMissing).code
      }
      masks.apply(scope, to: &outcomes, count: block.count)
      tallies.count(outcomes, count: block.count, rule: rule, branches: branches) { _ in }
    }
    for number in present.indices {
      let scope = present[number].scope
      if masks.isEntered(scope) {
        present[number].decider.check(batch, block, facts: &facts, outcomes: &outcomes)
      }
      masks.apply(scope, to: &outcomes, count: block.count)
      tallies.count(
        outcomes, count: block.count, rule: present[number].number, branches: branches
      ) { failures.append(UInt32($0) << 16 | UInt32(number)) }
    }
    for (number, entry) in sessions.enumerated() {
      for place in 0..<block.count { outcomes[place] = Outcome.passed.code }
      masks.apply(entry.rule.scope, to: &outcomes, count: block.count)
      entry.session.check(batch, block, outcomes: &outcomes)
      tallies.count(
        outcomes, count: block.count, rule: entry.rule.number, branches: branches
      ) { failures.append(UInt32($0) << 16 | UInt32(present.count + number)) }
    }
  }

  /// Ends the sessions of the core, and returns what went wrong in them.
  func finish() -> [RuleIncident] {
    for entry in sessions { entry.session.finish() }
    return sessions.flatMap(\.session.incidents)
  }

  private mutating func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, file: Int
  ) {
    parties.collect(batch, block, facts: &facts, source: source.number, file: file)
    if datasets.isEmpty, likenesses.isEmpty, groups.isEmpty { return }
    for place in 0..<block.count {
      let index = block.lowerBound + place
      roster.add(
        batch[index], party: plan.party, branch: branches[place],
        at: RecordPosition(source: source.number, file: file, line: batch.line(of: index)))
    }
    for number in datasets.indices {
      let (rule, scope) = (datasets[number].number, datasets[number].scope)
      let validator = datasets[number].decider
      validator.keys(batch, block, facts: &facts, keys: &keys)
      if validator.values(batch, block, facts: &facts, values: &values) {
        keyed[number].add(values: values, count: block.count)
      }
      if !plan.asks(datasets[number]) {
        keyed[number].add(keys, count: block.count)
        continue
      }
      for place in 0..<block.count {
        if let outside = masks.outcome(scope, at: place) {
          keys[place] = nil
          tallies.count(outside, rule: rule, branch: branches[place])
        } else if keys[place] == nil {
          tallies.count(.notApplicable, rule: rule, branch: branches[place])
        }
      }
      keyed[number].add(keys, count: block.count)
    }
    likenesses.collect(batch, block, facts: &facts, masks) { [branches] outcome, rule, place in
      tallies.count(outcome, rule: rule, branch: branches[place])
    }
    groups.collect(batch, block, masks) { [branches] outcome, rule, place in
      tallies.count(outcome, rule: rule, branch: branches[place])
    }
  }

  /// Writes the findings of a block in the order of its records.
  private mutating func explain(_ batch: borrowing RecordBatch, _ block: Range<Int>) {
    failures.sort()
    let checks = self.present
    let present = checks.span
    for failure in failures {
      let place = Int(failure >> 16)
      let number = Int(failure & 0xFFFF)
      let index = block.lowerBound + place
      let record = batch[index]
      let session = number < present.count ? nil : sessions[number - present.count]
      writer.begin(
        session?.rule.prefix ?? present[number].prefix, party: plan.party,
        key: record[plan.party.keyElement], branch: record[.branch], owner: record[.owner],
        source: source.name, row: batch.line(of: index))
      if writer.listsTasks { writer.name(record[plan.party.nameElement]) }
      if let session {
        session.session.explain(place, record, &writer)
      } else {
        present[number].decider.explain(record, &facts[place], &writer)
      }
      writer.end()
      if alignment != nil { needs[place] = max(needs[place], writer.takeNeed()) }
    }
  }

  private mutating func align(_ batch: borrowing RecordBatch, _ block: Range<Int>) {
    guard let element = alignment?.element else { return }
    for place in 0..<block.count {
      let record = batch[block.lowerBound + place]
      alignment?.count(branch: record[.branch], code: record[element], need: needs[place])
      needs[place] = .nothing
    }
  }
}

/// A source and its number in the job.
struct SourceInRun: Sendable {
  let name: String
  let number: Int
}
