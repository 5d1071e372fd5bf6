import Records

/// From one edition of a table to the next: what carries on what, and what is said of it.
/// Codes are rows of the two lists.
package struct EditionStep: Sendable {
  package let crosswalk: Crosswalk
  /// What the source says of a link, for people.
  package let notes: [CrosswalkTable.Pair: Text]
  /// The tags of the crosswalk table as they stand.
  package let tags: [CrosswalkTable.Pair: String]
  /// Why nothing carries on an old code.
  package let ended: [Int: Text]
  /// What is said of a new code that carries on nothing.
  package let added: [Int: Text]
  /// Standard and annex, or gazette number; empty where the editions were compared.
  package let source: String
  /// How far the step can be trusted, where that has to be said.
  package let remarks: [Text]

  package init(
    crosswalk: Crosswalk, notes: [CrosswalkTable.Pair: Text] = [:],
    tags: [CrosswalkTable.Pair: String] = [:], ended: [Int: Text] = [:], added: [Int: Text] = [:],
    source: String, remarks: [Text] = []
  ) {
    self.crosswalk = crosswalk
    self.notes = notes
    self.tags = tags
    self.ended = ended
    self.added = added
    self.source = source
    self.remarks = remarks
  }
}

extension CodeList {
  /// The rows as a crosswalk needs them.
  package func numbering(covering isCovered: @escaping (Int) -> Bool) -> CodeNumbering {
    CodeNumbering(
      table: title.path, count: count, number: { row(of: $0) }, isCovered: isCovered,
      place: { (code($0), line($0)) })
  }
}
