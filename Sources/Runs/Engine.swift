import Extracts
import Findings
import Foundation
import Records
import Synchronization
import Validators

/// Applies the rules to the records of a run's sources, on several cores, and hands the
/// findings over in input order whatever the number of cores.
package final class Engine {
  /// Where the rows of a run go. Called by any thread, never by two at once.
  package protocol Sink: AnyObject, Sendable {
    /// Rows of findings.csv, corrections.csv and the list for workbooks.
    func write(findings: [UInt8], corrections: [UInt8], tasks: [UInt8]) throws(SystemFault)
    func write(rejects: [Reject], source: String) throws(SystemFault)
  }

  /// What came out of one source.
  package struct SourceResult: Sendable {
    package let name: String
    package let party: Party
    package var receipts: [InputReceipt]
    /// Rows read, checked and rejected, by file.
    package var files: [FileCounts]
    package var badBytes: [EncodingNote] = []
    package var badByteCount = 0
    package var stages = StageTimes()
  }

  package struct FileCounts: Mergeable, Equatable, Sendable {
    package var read = 0
    package var checked = 0
    package var rejected = 0

    package init() {}

    package mutating func merge(_ other: consuming FileCounts) {
      read += other.read
      checked += other.checked
      rejected += other.rejected
    }
  }

  /// The run was asked to stop.
  package struct Interrupted: Error {
    package init() {}
  }

  private let jobs: Int
  private let rules: [NumberedRule]
  private let context: Context
  private let masking: Masking
  private let progress: RunProgress
  private let aligned: DataElement?
  private let listsTasks: Bool
  private let sink: any Sink
  private let stop: StopFlag
  private let store: StateStore?
  /// How every rule came out.
  package internal(set) var tallies: Tallies
  /// Findings written.
  package internal(set) var findings = 0
  /// How many there are of what, and on how many customers.
  package internal(set) var findingTally = FindingTally()
  /// What went wrong in programs that decide rules.
  package private(set) var incidents: [RuleIncident] = []
  /// What the records need to be aligned; nil where that is not asked for.
  package private(set) var alignment: AlignmentTally?

  /// How much was compared for the rules on records that are likely the same, by rule.
  package private(set) var comparisons: [(rule: Int, party: Party, counts: LikenessResult.Counts)] =
    []

  private struct DatasetPart {
    let keys: KeyedHolders
    let roster: Roster
  }
  /// A rule on all records of one party, and what every core of every source remembered.
  private struct Collected {
    let dataset: RunPlan.Applied<any DatasetValidator>
    let party: Party
    var parts: [DatasetPart] = []
  }
  private var collected: [Collected] = []
  private var likenesses: [CollectedLikeness] = []
  private var gathered: [GatheredGroups] = []
  private var sourceNames: [String] = []
  private var parties = CollectedParties()

  package init(
    jobs: Int, rules: [NumberedRule], context: Context,
    masking: Masking, listingTasks listsTasks: Bool, sink: any Sink, stop: StopFlag,
    store: StateStore?, progress: RunProgress, aligning aligned: DataElement?
  ) {
    self.jobs = max(1, jobs)
    self.rules = rules
    self.context = context
    self.masking = masking
    self.progress = progress
    self.aligned = aligned
    alignment = aligned.map { AlignmentTally($0) }
    self.listsTasks = listsTasks
    self.sink = sink
    self.stop = stop
    self.store = store
    tallies = Tallies(rules: rules.count)
  }

  /// Checks every record of a source.
  func run(
    _ reader: any ExtractReader, name: String, plan: RunPlan, files: Int
  ) throws -> SourceResult {
    let party = plan.party
    let source = SourceInRun(name: name, number: sourceNames.count)
    sourceNames.append(name)
    let pipeline = Pipeline(
      reader: reader, source: name, files: files, sink: sink, jobs: jobs, stop: stop,
      progress: progress)
    var writer = FindingWriter(
      language: context.language, masking: masking, listingTasks: listsTasks)
    writer.aligned = aligned
    let fresh = writer
    let workers = Mutex<[CoreWorker]>([])
    let (ruleCount, stop, store) = (rules.count, self.stop, self.store)
    let known = parties.known(to: party)
    Threads.run(jobs) {
      var worker = CoreWorker(
        plan: plan, source: source, layout: reader.layout, rules: ruleCount, writer: fresh,
        known: known, stop: stop, store: store)
      pipeline.work(&worker)
      let done = worker
      workers.withLock { $0.append(done) }
    }
    // Programs are ended whatever came of the run.
    let done = workers.withLock { $0 }
    for worker in done { incidents.merge(worker.finish()) }
    let outcome = pipeline.outcome()
    if let error = outcome.error { throw error }
    if let fault = store?.fault { throw fault }
    var result = SourceResult(
      name: name, party: party, receipts: reader.receipts, files: outcome.files,
      badBytes: outcome.badBytes, badByteCount: outcome.badByteCount)
    result.stages.reading = outcome.readingSeconds
    result.stages.writing = outcome.writingSeconds
    findings += outcome.findings
    for worker in done {
      worker.tallies.add(to: &tallies)
      findingTally.merge(worker.writer.tally)
      if let part = worker.alignment { alignment?.merge(part) }
      result.stages.merge(worker.stages)
      for (number, dataset) in worker.datasets.enumerated() {
        let place = place(of: dataset, party)
        collected[place].parts.append(
          DatasetPart(keys: worker.keyed[number], roster: worker.roster))
      }
      worker.likenesses.add(to: &likenesses, party, worker.roster)
      worker.groups.add(to: &gathered, party, worker.roster)
      parties.add(worker.parties)
    }
    parties.add(plan, unread: result.files.reduce(0) { $0 + $1.rejected })
    return result
  }

  /// Concludes the rules that needed all records; call once, after the last source.
  package func conclude() throws {
    progress.begin(.concluding)
    // By rule, then in the order of the sources.
    let order = collected.indices.sorted {
      (collected[$0].dataset.number, $0) < (collected[$1].dataset.number, $1)
    }
    for place in order {
      let (dataset, party) = (collected[place].dataset, collected[place].party)
      let parts = collected[place].parts.map { (keys: $0.keys, roster: $0.roster) }
      collected[place].parts = []
      let validator = dataset.decider
      let groups = KeyedHolders.groups(parts, marked: type(of: validator).mark)
        .filter { validator.fails($0.holders, key: $0.key) }
        .map { key, holders in
          (key: key, failing: validator.failing(holders), shown: validator.shown(of: holders))
        }
      for holder in groups.lazy.flatMap(\.failing) {
        tallies.turn(branch: holder.branch, rule: dataset.number, to: .failed)
      }
      try write(groups.map(\.failing), dataset.prefix, party) { group, holder, writer in
        validator.explain(holder, in: groups[group].shown, key: groups[group].key, &writer)
      }
    }
    try concludeLikenesses()
    try concludeGroups()
    try concludeRegistries()
    if let fault = store?.fault { throw fault }
  }

  /// Concludes the rules on records that are likely the same, by rule.
  private func concludeLikenesses() throws {
    let order = likenesses.indices.sorted {
      (likenesses[$0].rule.number, $0) < (likenesses[$1].rule.number, $1)
    }
    for place in order {
      let (rule, party) = (likenesses[place].rule, likenesses[place].party)
      let result = rule.decider.conclude(likenesses[place].parts)
      likenesses[place].parts = []
      comparisons.append((rule.number, party, result.counts))
      for record in result.records {
        tallies.turn(branch: record.holder.branch, rule: rule.number, to: .failed)
      }
      try write(result.records.map { [$0.holder] }, rule.prefix, party) { group, _, writer in
        rule.decider.explain(result.records[group], &writer)
      }
    }
  }

  /// Concludes the rules on numbers over groups, by rule, then in the order of the sources.
  private func concludeGroups() throws {
    let order = gathered.indices.sorted {
      (gathered[$0].group.number, $0) < (gathered[$1].group.number, $1)
    }
    for place in order {
      let (rule, party) = (gathered[place].group, gathered[place].party)
      let groups = GroupedValues.groups(gathered[place].parts, rule.decider)
      gathered[place].parts = []
      for group in groups {
        for holder in group.holders {
          tallies.turn(branch: holder.branch, rule: rule.number, to: group.outcome)
        }
      }
      let failed = groups.filter { $0.outcome == .failed }
      try write(failed.map(\.holders), rule.prefix, party) { group, holder, writer in
        let group = failed[group]
        rule.decider.explain(
          holder, in: group.holders, key: group.key, totals: group.totals, &writer)
      }
    }
  }

  /// Concludes the rules on rows of registries, by rule.
  private func concludeRegistries() throws {
    for concluded in parties.concludedRegistries() {
      var writer = FindingWriter(
        language: context.language, masking: masking, listingTasks: listsTasks)
      for (row, code) in concluded.outcomes.enumerated() {
        guard let outcome = Outcome(code: code) else { continue }
        tallies.count(outcome, branch: concluded.branch(row), rule: concluded.rule.number)
        guard outcome == .failed else { continue }
        concluded.write(row, to: &writer)
        if writer.findings.count > 1 << 20 { try flush(&writer) }
      }
      try flush(&writer)
      findingTally.merge(writer.tally)
      if stop.isSet { throw Interrupted() }
    }
  }

  /// Writes a finding for every record of some groups, in the order of the input. `explain`
  /// gets the place of the group.
  private func write(
    _ groups: [[Holder]], _ prefix: FindingWriter.RulePrefix, _ party: Party,
    _ explain: (Int, Holder, inout FindingWriter) -> Void
  ) throws {
    var found: [(position: RecordPosition, group: Int, holder: Int)] = []
    for (index, holders) in groups.enumerated() {
      for (place, holder) in holders.enumerated() { found.append((holder.position, index, place)) }
    }
    found.sort { $0.position < $1.position }
    var writer = FindingWriter(
      language: context.language, masking: masking, listingTasks: listsTasks)
    for entry in found {
      let holder = groups[entry.group][entry.holder]
      writer.begin(
        prefix, party: party, key: holder.recordKey.span, branch: holder.branch.span,
        owner: holder.owner.span, source: sourceNames[Int(holder.position.source)],
        row: Int(holder.position.line))
      if writer.listsTasks { writer.name(holder.name.span) }
      explain(entry.group, holder, &writer)
      writer.end()
      if writer.findings.count > 1 << 20 { try flush(&writer) }
    }
    try flush(&writer)
    findingTally.merge(writer.tally)
    if stop.isSet { throw Interrupted() }
  }

  private func place(of dataset: RunPlan.Applied<any DatasetValidator>, _ seen: Party) -> Int {
    let joins = type(of: dataset.decider).joinsParties
    let party = joins ? dataset.rule.parties[0] : seen
    if let known = collected.firstIndex(where: {
      $0.dataset.number == dataset.number && $0.party == party
    }) {
      return known
    }
    collected.append(Collected(dataset: dataset, party: party))
    return collected.count - 1
  }

  private func flush(_ writer: inout FindingWriter) throws(SystemFault) {
    findings += writer.count
    try sink.write(
      findings: writer.findings, corrections: writer.corrections, tasks: writer.tasks)
    writer.removeAll()
  }
}

/// Set from a signal or another thread: the run ends at the next piece.
package final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package func set() { flag.store(true, ordering: .relaxed) }
  package var isSet: Bool { flag.load(ordering: .relaxed) }
}

/// Runs a body on several threads and waits for all of them.
enum Threads {
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let group = DispatchGroup()
    for _ in 0..<count {
      group.enter()
      let thread = Thread {
        body()
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    group.wait()
  }
}
