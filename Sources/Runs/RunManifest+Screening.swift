import Findings
import Records
import Registries
import Validators

extension RunManifest {
  /// What was held against lists of names; all 0 where the job names none.
  package struct Screening: Codable, Sendable {
    package var lists: [List] = []
    /// Records of persons and of organisations that were put before the lists.
    package var persons = 0
    package var organisations = 0
    /// How many of them had a document number or code, and a name, that the lists could be
    /// asked for.
    package var byDocument = 0
    package var byName = 0
    /// Organisations whose legal representative or beneficial owner was put before the lists.
    package var representatives = 0

    package struct List: Codable, Sendable {
      package var name: String
      package var asOf: String
      package var entries: Int
      /// Entries that were not taken off the list by the day of the data.
      package var inForce: Int
    }

    /// - Parameters:
    ///   - index: The lists; nil where the job names none.
    ///   - checked: Records checked, by party.
    ///   - judged: Records that a rule of the run passed or failed; nil for a rule that is no
    ///     part of the run.
    init(
      _ index: RegistryIndex?, on asOf: Day, checked: [Party: Int], judged: (Rule) -> Int?
    ) {
      guard let index else { return }
      lists = index.parts.map { part in
        var inForce = 0
        for place in 0..<part.records.count
        where RegistryListing.isInForce(part.records[place], on: asOf) {
          inForce += 1
        }
        return List(
          name: part.name, asOf: part.asOf.description, entries: part.census.rows,
          inForce: inForce)
      }.sorted { $0.name < $1.name }
      let (documents, names) = (judged(OnListByDocument.rule), judged(OnListByName.rule))
      byDocument = documents ?? 0
      byName = names ?? 0
      if documents != nil || names != nil {
        persons = checked[.person] ?? 0
        organisations = checked[.organisation] ?? 0
      }
      representatives = judged(OnListThroughRepresentative.rule) ?? 0
    }
  }
}
