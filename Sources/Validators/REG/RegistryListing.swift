import Findings
import Records
import Registries

/// A list of organisations with the days on which they came onto it and off it again.
package struct RegistryListing: Sendable {
  typealias Entry = (place: Int, match: RegistryFacts.Match)

  private let registry: RegistryIndex
  private let age: RegistryAge
  private let asOf: Day

  /// nil where the job does not name the list.
  init?(_ context: Context, _ rule: Rule, _ name: String) {
    guard let registry = context.registry(name) else { return nil }
    self.registry = registry
    age = RegistryAge(rule, context)
    asOf = context.asOf
  }

  /// The entry of the record's organisation that is still in force, or nil. An organisation
  /// may have several: listed, removed, listed again. O(number of its entries).
  func entry(of record: RecordView) -> Entry? {
    guard let hit = RegistryFacts.lookUp(record, registry) else { return nil }
    // A list that is asked by name says nothing of the customer.
    guard let key = hit.match.key else { return nil }
    var place: Int? = hit.place
    while let here = place {
      if Self.isInForce(registry.records[here], on: asOf) { return (here, hit.match) }
      place = registry.next(after: here, sharing: key)
    }
    return nil
  }

  /// Whether an entry was not taken off its list by a day.
  package static func isInForce(_ entry: RecordView, on asOf: Day) -> Bool {
    switch DateReading(entry[.delistedDate]) {
    case .empty, .endless: true
    case .day(let day): day > asOf
    // A day that cannot be read is still one on which it was taken off.
    case .impossible, .notADate: false
    }
  }

  /// Appends when and why the organisation was listed, and how the match was made.
  func write(_ entry: Entry, to finding: inout FindingWriter) {
    let language = finding.language
    let listed = registry.records[entry.place]
    if !listed[.listedDate].isEmpty {
      finding.evidence.append(listed[.listedDate])
      finding.evidence.append(zh: "列入，", en: ", ", in: language)
    }
    if !listed[.listingReason].isEmpty {
      finding.evidence.append(zh: "原因：", en: "reason: ", in: language)
      finding.evidence.append(listed[.listingReason])
      finding.evidence.append(zh: "，", en: ", ", in: language)
    }
    RegistryFacts.write(
      entry.match, entry.place, to: &finding.evidence, registry, in: language)
    age.judge(entry.place, in: registry, &finding)
  }
}
