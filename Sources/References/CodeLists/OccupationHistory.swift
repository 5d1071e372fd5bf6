import Records

/// Occupations through time: GB/T 6565 of 1999 and 2015, and the catalogue of 2022, which
/// follows the numbering of the edition of 2015.
///
/// No official correspondence was published between them. Editions are compared by code and
/// name, and what is left of the catalogue of 2022 is led to medium groups of 2015 by our own
/// table `crosswalks/occupations-2022-gbt6565-2015.csv`.
package struct OccupationHistory: CodeHistory {
  package static let name = "gbt6565"
  package static let title = Text(zh: "职业分类与代码", en: "Occupations")
  package static let tables = [
    "codes/gbt6565-1999.csv", "codes/gbt6565-2015.csv", "codes/occupations-2022.csv",
    CrosswalkDescription.occupations.path,
  ]

  package let history: EditionedHistory

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let package = try TablePackage(from: folder)
    var lists: [CodeList] = []
    for path in Self.tables.prefix(3) {
      lists.append(try CodeList(path, from: folder, describedBy: package.table(at: path)))
    }
    let names = ["1999", "2015", "2022"]
    let titles = ["GB/T 6565-1999", "GB/T 6565-2015", "职业分类大典（2022年版）"]
    var parts: [EditionedHistory.Part] = []
    for (index, list) in lists.enumerated() {
      parts.append(
        EditionedHistory.Part(
          edition: CodeEdition(
            name: names[index], title: titles[index], validity: list.title.validity),
          list: list, isCovered: { Self.isGroup(list, $0) }))
    }
    history = EditionedHistory(
      parts,
      steps: [
        Self.earlyStep(lists[0], lists[1]), try Self.lateStep(lists[1], lists[2], from: folder),
      ])
  }

  /// Codes of three digits and of five have nothing in common: names alone are compared.
  private static func earlyStep(_ old: CodeList, _ new: CodeList) -> EditionStep {
    let found = EditionComparison(old, new, oldCode: { _ in nil }, newCode: { _ in nil })
    return EditionStep(
      crosswalk: Crosswalk(found.links, oldCount: old.count, newCount: new.count),
      notes: found.notes, source: "",
      remarks: [
        Text(
          zh: "GB/T 6565 的 1999 年版与 2015 年版之间没有官方对照，代码位数也不同：这里只按名称相同比对，没有对上的不等于取消",
          en: """
            there is no official correspondence between GB/T 6565 of 1999 and of 2015, and their \
            codes differ in length: names alone are compared here; what has no counterpart was \
            not necessarily given up
            """)
      ])
  }

  private static func lateStep(
    _ old: CodeList, _ new: CodeList, from folder: MappingsFolder
  ) throws(ReferenceFault) -> EditionStep {
    let catalogue = try ReferenceTable(tables[2], from: folder)
    let number = try catalogue.column("gbm_code")
    let found = EditionComparison(
      old, new, oldCode: { old.code($0) }, newCode: { catalogue.text($0, number) },
      isCompared: { isGroup(new, $0) })
    var links = found.links
    var notes = found.notes
    let table = try CrosswalkDescription.occupations.read(from: folder, new, old)
    let reached = Set(links.map(\.to))
    for link in table.crosswalk.links where !reached.contains(link.from) {
      links.append(
        Crosswalk.Link(
          from: Int(link.to), to: Int(link.from), relation: .partial,
          isVerified: link.isVerified))
      notes[CrosswalkTable.Pair(Int(link.to), Int(link.from))] = Text(
        zh: "2022 年版小类，只对应到 2015 年版的中类",
        en: "a small group of 2022, of which the medium group of 2015 is known")
    }
    return EditionStep(
      crosswalk: Crosswalk(links, oldCount: old.count, newCount: new.count), notes: notes,
      source: "",
      remarks: [
        Text(
          zh:
            "GB/T 6565-2015 与 2022 年版大典之间没有官方对照：按编号和名称比对，其余小类按自编对照归入 2015 年版中类；2022 年版的细类在 2015 年版标准中没有代码",
          en: """
            there is no official correspondence between GB/T 6565-2015 and the catalogue of \
            2022: numbers and names are compared, other small groups are led to medium groups of \
            2015 by our own table; occupations below small groups have no code in the standard \
            of 2015
            """)
      ])
  }

  private static func isGroup(_ list: CodeList, _ row: Int) -> Bool {
    ["1", "2", "3"].contains(list.levelNames[list.level(row)])
  }

  package var editions: [CodeEdition] { history.editions }
  package func edition(named word: String) -> CodeEdition? { history.edition(named: word) }
  package func nearestCode(to code: String) -> String? { history.nearestCode(to: code) }
  package func lives(of code: String) -> [CodeLife] { history.lives(of: code) }

  package func difference(from old: CodeEdition, to new: CodeEdition) -> CodeDifference {
    // Sections are not set side by side: each edition numbers them in its own way.
    history.difference(
      from: old, to: new, unit: Text(zh: "大中小类", en: "major, medium and small groups"),
      isCompared: Self.isGroup)
      ?? CodeDifference(old: old, new: new, oldCount: 0, newCount: 0, rows: [])
  }
}
