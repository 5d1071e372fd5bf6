import Extracts
import Findings
import Foundation
import Records
import References
import Registries
import RuleSets
import Validators

extension JobRun {
  /// The registries of a run, by kind, and what the manifest says of them.
  struct Registries {
    var indexes: [String: RegistryIndex] = [:]
    var inputs: [RunManifest.Input] = []
    var uses: [RunManifest.RegistryUse] = []
  }

  /// Reads the registries, and refuses what looks cut off, before anything is checked.
  func readRegistries(
    _ output: any Engine.Sink, after before: PreviousRun?, runAt: Date, _ cache: ReferenceCache
  ) throws -> Registries {
    var result = Registries()
    let reading = RegistryReading(
      scan: ExtractScan(jobs: max(1, jobs), stop: stop, progress: progress))
    // Lists are asked by names that are written in many ways; account systems for the rows
    // that nobody asks for.
    let large = job.registries.filter {
      $0.kind.party == .organisation && RegistryReading.isLarge($0, megabytes: job.memory)
    }
    let filter = large.isEmpty ? nil : try reading.filter(of: job.sources)
    let divisions = large.isEmpty ? nil : try namesDivisions(cache)
    var parts: [RegistryKind: [RegistryPart]] = [:]
    for source in job.registries {
      let isLarge = large.contains { $0.name == source.name }
      let read = try reading.read(
        source, keeping: isLarge ? filter : nil, namesBy: isLarge ? divisions : nil)
      parts[source.kind.asked, default: []].append(read.part)
      result.inputs += try inputs(of: read.scanned)
      var use = read.use
      // Somewhere it may be tomorrow already.
      use.isFromTheFuture =
        Double(source.asOf.number - 1) > runAt.timeIntervalSince1970 / 86_400
      use.rowsBefore = before?.rows[source.name]
      if let rows = use.rowsBefore,
        Double(rows - use.rows) > job.thresholds.registryLoss * Double(rows)
      {
        throw Refusal.registryLoss(name: source.name, rows: use.rows, before: rows)
      }
      result.uses.append(use)
      try output.write(rejects: read.scanned.rejects, source: source.name)
    }
    for (kind, parts) in parts { result.indexes[kind.rawValue] = RegistryIndex(parts) }
    return result
  }

  /// The divisions that names of companies are read by, where a rule of the run asks a
  /// registry for names that no organisation of the run has.
  private func namesDivisions(_ cache: ReferenceCache) throws -> Divisions? {
    let isAsked = job.rules.rules.contains { $0.rule.id == EmployerNotInRegistry.rule.id }
    guard isAsked, job.sources.contains(where: { $0.party == .person }),
      Divisions.tables.allSatisfy({ job.mappings.has($0) })
    else { return nil }
    do throws(ReferenceFault) {
      return try cache.reference(Divisions.name) { () throws(ReferenceFault) in
        try Divisions(from: mappings)
      } as? Divisions
    } catch {
      throw Refusal.tables([error])
    }
  }
}
