import Records
import Registries

extension RegistryIndex {
  /// A tiny business registry, which the examples of the registry rules speak of.
  package static let sample: RegistryIndex = {
    let batch = RecordBatch(
      party: .organisation,
      records: [
        [.creditCode: "91360702MA35F5H94C", .name: "赣州市章贡区向阳商贸有限公司", .registryStatus: "存续"]
      ])
    return RegistryIndex(
      name: "business", asOf: Day("2026-10-15")!,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
  }()
}
