/// A planted fault: what a run over the sample has to find.
struct PlantedFault: Sendable, Comparable, Hashable {
  /// Name of the source in the job.
  let source: String
  let recordKey: String
  let rule: String
  /// Name of the data element.
  let element: String

  static func < (a: PlantedFault, b: PlantedFault) -> Bool {
    (a.source, a.recordKey, a.rule, a.element) < (b.source, b.recordKey, b.rule, b.element)
  }

  /// The faults as `truth.csv`, sorted.
  static func csv(_ faults: [PlantedFault]) -> [UInt8] {
    var text = Array("source,record_key,rule_id,element\n".utf8)
    for fault in faults.sorted() {
      text.append(
        contentsOf: "\(fault.source),\(fault.recordKey),\(fault.rule),\(fault.element)\n".utf8)
    }
    return text
  }
}
