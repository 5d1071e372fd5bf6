import Records

/// GB/T 4754, 国民经济行业分类, through its editions of 2002, 2011, 2017 and 2019.
///
/// The official correspondences speak of classes; what became of groups, divisions and
/// sections is read from the classes in them.
package struct IndustryHistory: CodeHistory {
  package static let name = "gbt4754"
  package static let title = Text(
    zh: "国民经济行业分类", en: "Industrial classification for national economic activities")
  package static let tables = IndustryCodes.tables

  package let history: EditionedHistory

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let package = try TablePackage(from: folder)
    let aliasTable = try ReferenceTable("codes/gbt4754-aliases.csv", from: folder)
    let aliasCode = try aliasTable.column("code")
    let aliasName = try aliasTable.column("alias")
    let aliases = (0..<aliasTable.count).map { row in
      (code: aliasTable.text(row, aliasCode), name: aliasTable.text(row, aliasName))
    }
    var parts: [EditionedHistory.Part] = []
    for edition in IndustryEdition.allCases {
      let list = try CodeList(
        edition.table, from: folder, describedBy: package.table(at: edition.table),
        aliases: edition >= .of2017 ? aliases : [])
      let title = String(describing: edition.title)
      var validity = list.title.validity
      if validity.from == nil { validity = Validity(from: .day(edition.inForceFrom)) }
      parts.append(
        EditionedHistory.Part(
          edition: CodeEdition(name: String(edition.year), title: title, validity: validity),
          list: list, isCovered: { _ in true }))
    }
    var steps: [EditionStep] = []
    for (number, edition) in IndustryEdition.allCases.enumerated().dropFirst() {
      let (old, new) = (parts[number - 1], parts[number])
      let description = CrosswalkDescription.industry(
        from: IndustryEdition.allCases[number - 1], to: edition)
      let table = try description.read(from: folder, old.list, new.list)
      steps.append(
        EditionStep(
          crosswalk: table.crosswalk.lifted(from: old.list, to: new.list),
          notes: table.notes.mapValues { CrosswalkNote.text($0) }, tags: table.notes,
          ended: table.ended.mapValues { CrosswalkNote.text($0) },
          added: table.added.mapValues { _ in Text(zh: "", en: "") },
          source: package.table(at: description.path)?.edition ?? description.path))
    }
    history = EditionedHistory(parts, steps: steps)
  }

  private static func isClass(_ list: CodeList, _ row: Int) -> Bool {
    list.levelNames[list.level(row)] == "class"
  }

  package var editions: [CodeEdition] { history.editions }
  package func edition(named word: String) -> CodeEdition? { history.edition(named: word) }
  package func nearestCode(to code: String) -> String? { history.nearestCode(to: code) }

  /// As in `CodeHistory`. A section's letter may stand before the digits of its codes.
  package func lives(of code: String) -> [CodeLife] {
    let lives = history.lives(of: code)
    if !lives.isEmpty { return lives }
    let digits = code.drop { $0.isLetter || $0 == "-" || $0.isWhitespace }
    let isPrefixed = digits.count >= 2 && code.first?.isLetter == true
    return history.lives(of: isPrefixed ? String(digits) : code.uppercased())
  }

  package func difference(from old: CodeEdition, to new: CodeEdition) -> CodeDifference {
    var remarks: [Text] = []
    // What was amended is read with its amendment in mind.
    if let amended = history.parts.first(where: { $0.edition.title.hasPrefix(new.title + "/") }) {
      let classes = (0..<amended.list.count).count { Self.isClass(amended.list, $0) }
      let from = amended.edition.validity.from?.description ?? ""
      remarks.append(
        Text(
          zh: "\(new.title) 指修改单之前的文本；自 \(from) 起执行 \(amended.edition.title)，共 \(classes) 个小类",
          en: """
            \(new.title) is the text before its amendment; \(amended.edition.title), in force \
            since \(from), has \(classes) classes
            """))
    }
    return history.difference(
      from: old, to: new, unit: Text(zh: "小类", en: "classes"),
      levels: ["division", "group", "class"],
      titles: [
        Text(zh: "大类", en: "divisions"), Text(zh: "中类", en: "groups"),
        Text(zh: "小类", en: "classes"),
      ], isCompared: Self.isClass, remarks: remarks)
      ?? CodeDifference(old: old, new: new, oldCount: 0, newCount: 0, rows: [])
  }
}
