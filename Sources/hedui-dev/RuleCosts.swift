import Extracts
import Findings
import Foundation
import LocalValidators
import Records
import References
import Registries
import RuleSets
import Validators

/// Measures what every rule costs on the records of the sample bank, on one core, a block at a
/// time as a run does it, so that a slow rule is seen.
///
/// Every rule is measured alone: what rules share of a record, such as a parsed number, is
/// counted with each of them.
struct RuleCosts {
  private struct Cost {
    let rule: Rule
    let party: Party
    let nanoseconds: Double
  }

  func run(job path: String = "sample-data/job.yaml") throws {
    guard let folder = MappingsFolder.standard() else { return }
    let loaded = Job.load(
      path: path, text: try InputFile.contents(of: path), mappings: folder,
      catalogue: CompiledRules.rules)
    guard case .success(let job) = loaded else { return }
    var registries: [String: RegistryIndex] = [:]
    for source in job.registries {
      let (layout, batches) = try Self.batches(of: source.extract)
      registries[source.name] = RegistryIndex(
        name: source.name, asOf: source.asOf,
        records: FrozenRecords(layout: layout, batches: batches))
    }
    let context = Context(asOf: job.asOf, mappings: folder, registries: registries)
    var costs: [Cost] = []
    for source in job.sources {
      let (_, batches) = try Self.batches(of: source)
      guard let batch = batches.max(by: { $0.count < $1.count }), batch.count >= 512 else {
        continue
      }
      for type in CompiledRules.recordValidators where type.rule.parties.contains(source.party) {
        costs.append(
          Cost(
            rule: type.rule, party: source.party,
            nanoseconds: RuleBench.cost(type.init(context), batch, runs: 11)))
      }
      for type in CompiledRules.datasetValidators where type.rule.parties.contains(source.party) {
        costs.append(
          Cost(
            rule: type.rule, party: source.party,
            nanoseconds: Self.cost(type.init(context), batch)))
      }
    }
    costs.sort { $0.nanoseconds > $1.nanoseconds }
    print("ns a record of every rule alone, one core; rules on all records without their end")
    for cost in costs {
      print(
        String(format: "%8.1f  ", cost.nanoseconds)
          + cost.party.rawValue.padding(toLength: 13, withPad: " ", startingAt: 0)
          + "\(cost.rule.id) \(cost.rule.name)")
    }
  }

  private static func batches(
    of extract: Extract
  ) throws -> (layout: RecordLayout, batches: [RecordBatch]) {
    let reader = try extract.reader()
    var piece = Piece()
    var scratch = CutScratch()
    var batches: [RecordBatch] = []
    while try reader.next(into: &piece) {
      var batch = RecordBatch(layout: reader.layout)
      var notes = CutNotes()
      reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
      batches.append(batch)
    }
    return (reader.layout, batches)
  }

  /// Nanoseconds a record for its key, the best of eleven.
  private static func cost(
    _ validator: any DatasetValidator, _ batch: borrowing RecordBatch
  ) -> Double {
    var keys = [PackedKey?](repeating: nil, count: 512)
    let fresh = [Facts](repeating: Facts(), count: 512)
    var best = Double.infinity
    for _ in 0..<11 {
      var spent = 0.0
      var index = 0
      while index + 512 <= batch.count {
        var facts = fresh
        facts.reserveCapacity(513)
        let start = ContinuousClock.now
        validator.keys(batch, index..<(index + 512), facts: &facts, keys: &keys)
        spent += (ContinuousClock.now - start) / .nanoseconds(1)
        index += 512
      }
      best = min(best, spent)
    }
    return best / Double(batch.count / 512 * 512)
  }
}
