import Extracts
import Findings
import Records
import References
import Registries
import RuleSets
import Validators

/// Reads registry extracts: all of them, but keeps of large ones only what the run can ask for.
struct RegistryReading {
  /// What was read: the rows kept, the receipts, and the counts by file.
  struct Result {
    let part: RegistryPart
    let use: RunManifest.RegistryUse
    let receipts: [InputReceipt]
    let files: [Engine.FileCounts]
    let rejects: [Reject]
    let badBytes: Int
  }

  /// What one core has read.
  private struct Share: Mergeable, Sendable {
    var batches: [(number: Int, batch: RecordBatch)] = []
    var rejects: [(number: Int, rejects: [Reject])] = []
    var files: [Engine.FileCounts]
    var badBytes = 0
    var census = RegistryCensus()
    var names = RegisteredNames()
    var repeated = RepeatedKeys()

    mutating func merge(_ other: consuming Share) {
      batches += other.batches
      rejects += other.rejects
      for file in files.indices { files[file].merge(other.files[file]) }
      badBytes += other.badBytes
      census.merge(other.census)
      names.merge(other.names)
      repeated.merge(other.repeated)
    }
  }

  let jobs: Int
  let stop: StopFlag
  let progress: RunProgress

  /// Reads one extract.
  ///
  /// - Parameters:
  ///   - filter: Which rows are kept; nil for all.
  ///   - divisions: Where the names of rows that are not kept are wanted all the same.
  func read(
    _ source: RegistrySource, keeping filter: RegistryFilter?, namesBy divisions: Divisions?
  ) throws -> Result {
    progress.begin(.readingRegistry(source.name), total: source.extract.plainSize)
    let reader = try source.extract.reader()
    let progress = self.progress
    let numbers = source.kind.numbers
    let start = Share(
      files: [Engine.FileCounts](repeating: Engine.FileCounts(), count: source.extract.paths.count))
    let shares = try ParallelReading.read(reader, jobs: jobs, stop: stop, start: start) {
      share, number, piece, batch, notes in
      var counts = Engine.FileCounts()
      counts.read = notes.rows + piece.rejects.count
      counts.checked = batch.count
      counts.rejected = notes.rejects.count + piece.rejects.count
      share.files[piece.file].merge(counts)
      progress.add(rows: counts.read, bytes: piece.bytes.count)
      let rejects = (piece.rejects + notes.rejects).sorted { $0.line < $1.line }
      if !rejects.isEmpty { share.rejects.append((number, rejects)) }
      share.badBytes += notes.badBytes.count
      for index in 0..<batch.count {
        let row = batch[index]
        share.census.count(row) { CreditCode.fault(in: $0) != nil }
        share.repeated.add(row, batch.layout, under: numbers)
        if filter != nil, let divisions { share.names.add(row, divisions) }
      }
      if let filter { batch = batch.filtered { filter.wants($0) } }
      share.batches.append((number, batch))
    }
    var all = start
    for share in shares { all.merge(share) }
    let batches = all.batches.sorted { $0.number < $1.number }.map(\.batch)
    all.batches = []
    let records = FrozenRecords(layout: reader.layout, batches: batches)
    let (repeated, conflicting) = all.repeated.count()
    return Result(
      part: RegistryPart(
        name: source.name, asOf: source.asOf, priority: source.priority,
        coverage: source.coverage, records: records, census: all.census,
        names: filter != nil && divisions != nil ? all.names : nil),
      use: RunManifest.RegistryUse(
        source, all.census, kept: records.count, repeated: repeated, conflicting: conflicting),
      receipts: reader.receipts, files: all.files,
      rejects: all.rejects.sorted { $0.number < $1.number }.flatMap(\.rejects),
      badBytes: all.badBytes)
  }

  /// The rows that customers of the run can ask for: their numbers and names.
  func filter(of sources: [Extract]) throws -> RegistryFilter {
    var wanted = RegistryFilter.Wanted()
    for source in sources where source.party == .organisation || source.party == .account {
      progress.begin(.readingKeys(source.name), total: source.plainSize)
      let progress = self.progress
      let parts = try ParallelReading.read(
        try source.reader(), jobs: jobs, stop: stop, start: RegistryFilter.Wanted()
      ) { wanted, _, piece, batch, notes in
        for index in 0..<batch.count { wanted.add(batch[index]) }
        progress.add(rows: notes.rows, bytes: piece.bytes.count)
      }
      for part in parts { wanted.merge(part) }
    }
    return RegistryFilter(wanted)
  }

  /// Whether a registry's rows may take more memory than `megabytes` if all were kept.
  static func isLarge(_ source: RegistrySource, megabytes: Int) -> Bool {
    let size = source.extract.paths.reduce(0) { total, path in
      total + ((try? InputFile(path: path).size) ?? 0)
    }
    // Packed files grow about sixfold; cells and the tables of keys take as much again.
    let unpacked = source.extract.plainSize ?? size * 6
    return unpacked * 2 > megabytes << 20
  }
}
