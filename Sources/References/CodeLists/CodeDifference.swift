import Records

/// What one edition of a table makes of another.
package struct CodeDifference: Sendable, Equatable {
  /// One old code and one new code that carries it on, or a code without a counterpart.
  package struct Row: Sendable, Equatable {
    /// Empty for a code that is new.
    package let oldCode: String
    package let oldName: String
    /// nil for a code that is new or has no successor.
    package let relation: CodeRelation?
    /// Empty for a code that nothing carries on.
    package let newCode: String
    package let newName: String
    /// Tags of the table, or why there is no counterpart.
    package let note: String
    package let isVerified: Bool

    package init(
      oldCode: String, oldName: String, relation: CodeRelation?, newCode: String, newName: String,
      note: String = "", isVerified: Bool = true
    ) {
      self.oldCode = oldCode
      self.oldName = oldName
      self.relation = relation
      self.newCode = newCode
      self.newName = newName
      self.note = note
      self.isVerified = isVerified
    }
  }

  /// A part of the table at its highest level, with the numbers of codes below it.
  package struct Section: Sendable, Equatable {
    package let code: String
    /// Name in the new edition, or in the old one where the new one lacks it.
    package let name: String
    /// Number of codes by level, in the order of `levels`.
    package let old: [Int]
    package let new: [Int]

    package init(code: String, name: String, old: [Int], new: [Int]) {
      self.code = code
      self.name = name
      self.old = old
      self.new = new
    }
  }

  package let old: CodeEdition
  package let new: CodeEdition
  /// What is compared, such as 小类, classes.
  package let unit: Text
  /// What `sections` are, such as 门类, section.
  package let sectionTitle: Text
  /// Number of codes that are compared in either edition.
  package let oldCount: Int
  package let newCount: Int
  /// In the order of the old codes, the best successor first; then the new codes.
  package let rows: [Row]
  /// Levels counted in `sections`, from the top, such as division, group, class.
  package let levels: [Text]
  package let sections: [Section]
  /// What must be known to read it: on what it rests, how far that goes.
  package let remarks: [Text]

  package init(
    old: CodeEdition, new: CodeEdition, unit: Text = Text(zh: "代码", en: "codes"),
    sectionTitle: Text = Text(zh: "门类", en: "section"), oldCount: Int, newCount: Int, rows: [Row],
    levels: [Text] = [], sections: [Section] = [],
    remarks: [Text] = []
  ) {
    self.old = old
    self.new = new
    self.unit = unit
    self.sectionTitle = sectionTitle
    self.oldCount = oldCount
    self.newCount = newCount
    self.rows = rows
    self.levels = levels
    self.sections = sections
    self.remarks = remarks
  }

  /// Pairs of an old code and a code that carries it on, by relation. O(rows).
  package var pairCounts: [CodeRelation: Int] {
    rows.reduce(into: [:]) { counts, row in
      if let relation = row.relation { counts[relation, default: 0] += 1 }
    }
  }

  /// Old codes by the least sure relation to any of their successors. O(rows).
  package var oldCodeCounts: [CodeRelation: Int] {
    var relations: [String: CodeRelation] = [:]
    for row in rows {
      guard let relation = row.relation else { continue }
      relations[row.oldCode] = max(relations[row.oldCode] ?? .unchanged, relation)
    }
    return relations.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Number of pairs. O(rows).
  package var pairs: Int { rows.count { $0.relation != nil } }

  /// Number of new codes that carry on nothing. O(rows).
  package var added: Int { rows.count { $0.oldCode.isEmpty } }

  /// Number of old codes that nothing carries on. O(rows).
  package var ended: Int { rows.count { $0.newCode.isEmpty } }

  /// Number of old codes with one successor and with several. O(rows).
  package var targets: (one: Int, several: Int) {
    var counts: [String: Int] = [:]
    for row in rows where row.relation != nil { counts[row.oldCode, default: 0] += 1 }
    let several = counts.values.count { $0 > 1 }
    return (counts.count - several, several)
  }
}
