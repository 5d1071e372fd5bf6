import Extracts
import Findings
import Records
import References
import Registries
import RuleSets
import Validators

/// Reads registry extracts: all of them, but keeps of large ones only what the run can ask for.
struct RegistryReading {
  /// What was read: the rows kept, and how it was read.
  struct Result {
    let part: RegistryPart
    let use: RunManifest.RegistryUse
    let scanned: ExtractScan.Result
  }

  /// What one core has read.
  private struct Share: Sendable {
    var batches: [(piece: Int, batch: RecordBatch)] = []
    var census = RegistryCensus()
    var names = RegisteredNames()
    var repeated = RepeatedKeys()

    mutating func merge(_ other: consuming Share) {
      batches += other.batches
      census.merge(other.census)
      names.merge(other.names)
      repeated.merge(other.repeated)
    }
  }

  let scan: ExtractScan

  /// Reads one extract.
  ///
  /// - Parameters:
  ///   - filter: Which rows are kept; nil for all.
  ///   - divisions: Where the names of rows that are not kept are wanted all the same.
  func read(
    _ source: RegistrySource, keeping filter: RegistryFilter?, namesBy divisions: Divisions?
  ) throws -> Result {
    scan.progress.begin(.readingRegistry(source.name), total: source.extract.plainSize)
    let numbers = source.kind.numbers
    let (shares, scanned) = try scan.read(source.extract, into: Share()) {
      share, batch, _, piece in
      for index in 0..<batch.count {
        let row = batch[index]
        share.census.count(row) { CreditCode.fault(in: $0) != nil }
        share.repeated.add(row, batch.layout, under: numbers)
        if filter != nil, let divisions { share.names.add(row, divisions) }
      }
      var kept = RecordBatch(layout: batch.layout)
      if let filter {
        kept = batch.filtered { filter.wants($0) }
      } else {
        swap(&kept, &batch)
      }
      share.batches.append((piece, kept))
    }
    var all = Share()
    for share in shares { all.merge(share) }
    let batches = all.batches.sorted { $0.piece < $1.piece }.map(\.batch)
    all.batches = []
    let records = FrozenRecords(layout: scanned.layout, batches: batches)
    let (repeated, conflicting) = all.repeated.count()
    return Result(
      part: RegistryPart(
        name: source.name, asOf: source.asOf, priority: source.priority,
        coverage: source.coverage, records: records, census: all.census,
        names: filter != nil && divisions != nil ? all.names : nil),
      use: RunManifest.RegistryUse(
        source, all.census, kept: records.count, repeated: repeated, conflicting: conflicting),
      scanned: scanned)
  }

  /// The rows that customers of the run can ask for: their numbers and names.
  func filter(of sources: [Extract]) throws -> RegistryFilter {
    var wanted = RegistryFilter.Wanted()
    for source in sources where source.party == .organisation || source.party == .account {
      scan.progress.begin(.readingKeys(source.name), total: source.plainSize)
      let (parts, _) = try scan.read(source, into: RegistryFilter.Wanted()) { wanted, batch, _, _ in
        for index in 0..<batch.count { wanted.add(batch[index]) }
      }
      for part in parts { wanted.merge(part) }
    }
    return RegistryFilter(wanted)
  }

  /// Whether a registry's rows may take more memory than `megabytes` if all were kept.
  static func isLarge(_ source: RegistrySource, megabytes: Int) -> Bool {
    let size = source.extract.paths.reduce(0) { total, path in
      // Who reads a file that cannot be looked at says why.
      total + ((try? InputFile(path: path).size) ?? 0)
    }
    // Packed files grow about sixfold; cells and the tables of keys take as much again.
    let unpacked = source.extract.plainSize ?? size * 6
    return unpacked * 2 > megabytes << 20
  }
}
