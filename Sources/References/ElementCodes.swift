import Records

/// The code lists of the coded data elements that no family of rules has to itself, and how
/// far each list can be trusted.
///
/// Sources: `mappings/codes/lists`, the column `code_list` of `mappings/elements.csv`, and
/// `mappings/sources/code-translations.csv` for the codes of other lists.
package struct ElementCodes: Reference {
  package static let name = "element-codes"
  package static let tables =
    Set(elements.map { path(of: $0) }).sorted() + ["sources/code-translations.csv"]

  /// Elements whose values are codes of one list. Industry, occupation, region and
  /// registration type have rules of their own.
  package static let elements: [DataElement] = DataElement.allCases.filter { element in
    let facts = element.facts
    let hasOwnRules: [DataElement] = [
      .industryCode, .occupationCode, .regionCode, .registrationType,
    ]
    return facts.type == .code && !facts.codeList.isEmpty && !hasOwnRules.contains(element)
  }

  private static func path(of element: DataElement) -> String {
    "codes/lists/\(element.facts.codeList.lowercased()).csv"
  }

  /// What a list says of a value.
  package enum Standing: Sendable {
    /// A code of the list, or the name of one.
    case known
    /// Neither, and the list is whole: the value is wrong.
    case unknown
    /// Neither, but the list is not whole, or from memory: nothing can be said.
    case undecided
  }

  private struct List: Sendable {
    let codes: CodeList
    let isWhole: Bool
    /// Names, other wordings and other lists' words for codes: rows.
    let words: FrozenHashTable
    /// Codes of other lists: rows.
    let foreign: FrozenHashTable
  }

  private struct Storage: Sendable {
    let lists: [List]
    /// By element: place in `lists`, or -1.
    let places: FrozenArray<Int8>
  }

  private let storage: FrozenBox<Storage>

  private func list(_ element: DataElement) -> List? {
    let place = Int(storage.value.places[Int(element.rawValue)])
    return place < 0 ? nil : storage.value.lists[place]
  }

  /// O(length).
  package func standing(_ text: Span<UInt8>, of element: DataElement) -> Standing {
    let place = Int(storage.value.places[Int(element.rawValue)])
    if place < 0 { return .undecided }
    if storage.value.lists[place].codes.row(of: text) != nil { return .known }
    return slowStanding(text, storage.value.lists[place])
  }

  private func slowStanding(_ text: Span<UInt8>, _ list: List) -> Standing {
    if text.count <= 300, list.words[FoldedText.hash(text)] != nil { return .known }
    return list.isWhole ? .unknown : .undecided
  }

  /// The code that a code of another list stands for, where all lists that have it agree.
  package func translated(_ text: Span<UInt8>, of element: DataElement) -> Int? {
    text.count > 300 ? nil : list(element)?.foreign[FoldedText.hash(text)]
  }

  /// The list of an element, or nil.
  package func codeList(of element: DataElement) -> CodeList? { list(element)?.codes }

  /// Whether the list of an element is whole enough to call a value wrong.
  package func isWhole(_ element: DataElement) -> Bool { list(element)?.isWhole ?? false }

  // MARK: Loading

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let translations = try ReferenceTable("sources/code-translations.csv", from: folder)
    var lists: [List] = []
    var known: [String: Int8] = [:]
    var places = [Int8](repeating: -1, count: DataElement.allCases.count)
    for element in Self.elements {
      let id = element.facts.codeList
      if known[id] == nil {
        known[id] = Int8(lists.count)
        let table = try ReferenceTable(Self.path(of: element), from: folder)
        lists.append(try Self.list(table, id, translations))
      }
      places[Int(element.rawValue)] = known[id] ?? -1
    }
    storage = FrozenBox(Storage(lists: lists, places: FrozenArray(places)))
  }

  /// Marks that every reader takes for the code, by list.
  private static let marks = ["FLAG01": [("Y", "1"), ("N", "0")]]

  private static func list(
    _ table: ReferenceTable, _ id: String, _ translations: ReferenceTable
  ) throws(ReferenceFault) -> List {
    let codes = try CodeList(table, describedBy: nil)
    var words: [(UInt64, Int32)] = []
    for row in 0..<codes.count {
      // The code in full-width or small letters, and its name.
      words.append((FoldedText.hash(codes.code(row).utf8.span), Int32(row)))
      words.append((FoldedText.hash(codes.name(row).utf8.span), Int32(row)))
    }
    for (mark, code) in marks[id] ?? [] {
      if let row = codes.row(of: code.utf8.span) {
        words.append((FoldedText.hash(mark.utf8.span), Int32(row)))
      }
    }
    var foreign: [(UInt64, Int32)] = []
    let (from, code) = (try translations.column("from_code"), try translations.column("to_code"))
    let to = try translations.column("to_list")
    for row in 0..<translations.count where translations.text(row, to) == id {
      guard let target = translations.read(row, code, { codes.row(of: $0) }) else {
        throw translations.fault(row, .badValue(column: "to_code"))
      }
      translations.read(row, from) { text in
        let isWord = text.indices.contains { text[$0] >= 0x80 }
        let entry = (FoldedText.hash(text), Int32(target))
        if isWord { words.append(entry) } else { foreign.append(entry) }
      }
    }
    return List(
      codes: codes, isWhole: try isWhole(table, codes), words: FrozenHashTable(words),
      foreign: FrozenHashTable(foreign))
  }

  /// A list is whole unless sources contradict each other, its notes say that codes are
  /// missing, or most of it is from memory.
  private static func isWhole(
    _ table: ReferenceTable, _ codes: CodeList
  ) throws(ReferenceFault) -> Bool {
    let (note, mark) = (try table.column("note"), try table.column("verified"))
    var verified = 0
    for row in 0..<table.count {
      let isOpen = table.read(row, note) {
        $0.contains("may hold more") || $0.contains("not found")
      }
      if isOpen || table.read(row, mark, { $0.contains("conflict") }) { return false }
      if codes.isVerified(row) { verified += 1 }
    }
    return verified * 2 > table.count
  }
}
