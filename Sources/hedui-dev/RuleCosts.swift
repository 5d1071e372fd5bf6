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
    let job = try loaded.get()
    var parts: [RegistryKind: [RegistryPart]] = [:]
    for source in job.registries {
      let (layout, batches) = try Self.batches(of: source.extract)
      parts[source.kind.asked, default: []].append(
        RegistryPart(
          name: source.name, asOf: source.asOf, priority: source.priority,
          coverage: source.coverage, records: FrozenRecords(layout: layout, batches: batches)))
    }
    let registries = Dictionary(
      uniqueKeysWithValues: parts.map { ($0.key.rawValue, RegistryIndex($0.value)) })
    let context = Context(asOf: job.asOf, mappings: folder, registries: registries)
    var costs: [Cost] = []
    for source in job.sources {
      let (_, batches) = try Self.batches(of: source)
      guard let batch = batches.max(by: { $0.count < $1.count }), batch.count >= RuleBench.blockSize
      else {
        continue
      }
      func measure(
        _ rule: Rule, _ body: (borrowing RecordBatch, Range<Int>, inout [Facts]) -> Void
      ) {
        costs.append(
          Cost(
            rule: rule, party: source.party,
            nanoseconds: RuleBench.cost(batch, runs: 11, body)))
      }
      var outcomes = [UInt8](repeating: 0, count: RuleBench.blockSize)
      for type in CompiledRules.recordValidators where type.rule.parties.contains(source.party) {
        let validator = type.init(context)
        measure(type.rule) { validator.check($0, $1, facts: &$2, outcomes: &outcomes) }
      }
      var keys = [PackedKey?](repeating: nil, count: RuleBench.blockSize)
      for type in CompiledRules.datasetValidators where type.rule.parties.contains(source.party) {
        let validator = type.init(context)
        measure(type.rule) { validator.keys($0, $1, facts: &$2, keys: &keys) }
      }
      for type in CompiledRules.likenessValidators where type.rule.parties.contains(source.party) {
        let validator = type.init(context)
        var records = validator.makeRecords(in: nil)
        measure(type.rule) {
          validator.collect($0, $1, facts: &$2, into: &records) { _ in
            false
          } absent: { _ in
          }
        }
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
}
