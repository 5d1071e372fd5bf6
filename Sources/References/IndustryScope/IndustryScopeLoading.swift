import Records

/// What is put together of `IndustryScope` while the tables are read.
struct IndustryScopeLoading {
  private var builder = TermAutomaton.Builder(edgesExpected: 125_000)
  /// The words that tell what is done; a term's number is the word's meaning.
  private var words: TermAutomaton?
  private var terms: [IndustryScope.Term] = []
  private var owners: [[UInt16]] = []
  private var exclusions: [UInt16: [UInt32]] = [:]
  private var kinds = [UInt8](repeating: IndustryScope.Kind.serving.rawValue, count: 100)
  private let codes: ReferenceTable
  private let aliases: ReferenceTable

  init(_ folder: MappingsFolder) throws(ReferenceFault) {
    codes = try ReferenceTable("codes/gbt4754-2019.csv", from: folder)
    aliases = try ReferenceTable("codes/gbt4754-aliases.csv", from: folder)
    let code = try codes.column("code")
    let parent = try codes.column("parent")
    for row in 0..<codes.count {
      let division = codes.read(row, code) { $0.count == 2 ? $0.decimalValue : nil }
      guard let division else { continue }
      let section = codes.read(row, parent) { $0.isEmpty ? 0 : $0[0] }
      // Services to farming and mining, and repair, stand in the sections of what they serve.
      let kind: IndustryScope.Kind =
        switch (section, division) {
        case (_, 5), (_, 11), (_, 43): .serving
        case (UInt8(ascii: "A"), _): .growing
        case (UInt8(ascii: "B"), _): .mining
        case (UInt8(ascii: "C"), _): .making
        case (UInt8(ascii: "F"), _): .trading
        default: .serving
        }
      kinds[division] = kind.rawValue
    }
    try readExclusions(folder)
  }

  private mutating func readExclusions(_ folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable("keywords/gbt4754-exclusions.csv", from: folder)
    let code = try table.column("code")
    let listed = try table.column("listed_under")
    for row in 0..<table.count {
      guard let number = classNumber(table, row, code),
        let under = table.read(row, listed, { $0.decimalValue })
      else { throw table.fault(row, .badValue(column: "code")) }
      switch table.read(row, listed, { $0.count }) {
      case 4: exclusions[number, default: []].append(UInt32(under))
      case 3: exclusions[number, default: []].append(UInt32(10_000 + under * 10))
      case 2: exclusions[number, default: []].append(UInt32(100_000 + under * 100))
      default: throw table.fault(row, .badValue(column: "listed_under"))
      }
    }
  }

  private func classNumber(_ table: ReferenceTable, _ row: Int, _ column: Int) -> UInt16? {
    table.read(row, column) { $0.count == 4 ? $0.decimalValue.map { UInt16($0) } : nil }
  }

  /// Place of a term among `terms`, a new one where it is met for the first time.
  private mutating func place(_ text: Span<UInt8>) -> Int? {
    guard let number = builder.add(text, next: terms.count) else { return nil }
    if number == terms.count {
      terms.append(IndustryScope.Term())
      owners.append([])
    }
    return number
  }

  mutating func addWords() {
    var words = TermAutomaton.Builder()
    for (doings, list) in ScopeWords.doings {
      for word in list.split(whereSeparator: \.isWhitespace) {
        let bytes = Array(word.utf8)
        if let number = place(bytes.span) { terms[number].doings.insert(doings) }
        _ = words.add(bytes.span, next: Int(doings.rawValue))
      }
    }
    for (signs, list) in ScopeWords.signs {
      for word in list.split(whereSeparator: \.isWhitespace) {
        if let number = place(Array(word.utf8).span) { terms[number].signs.insert(signs) }
      }
    }
    self.words = words.automaton()
  }

  /// Names of classes, groups and divisions, and other wordings of them.
  mutating func addNames() throws(ReferenceFault) {
    let code = try codes.column("code")
    let name = try codes.column("name")
    for length in [4, 3, 2] {
      for row in 0..<codes.count {
        guard let number = number(row, code, length) else { continue }
        codes.read(row, name) { addName($0, number) }
      }
    }
    let aliasCode = try aliases.column("code")
    let alias = try aliases.column("alias")
    for row in 0..<aliases.count {
      guard let number = classNumber(aliases, row, aliasCode) else { continue }
      aliases.read(row, alias) { if !$0.starts(with: "其他") { add($0, number, isName: true) } }
    }
  }

  private func number(_ row: Int, _ column: Int, _ length: Int) -> UInt16? {
    codes.read(row, column) { code in
      guard code.count == length, let value = code.decimalValue else { return nil }
      let mark =
        length == 4 ? 0 : length == 3 ? IndustryScope.groupMark : IndustryScope.divisionMark
      return mark + UInt16(value)
    }
  }

  /// A name; for goods also without 制造, as scopes say 光伏设备及元器件销售 too, and without
  /// the 业 that no scope has.
  private mutating func addName(_ text: Span<UInt8>, _ number: UInt16) {
    if text.starts(with: "其他") || text.contains("未列明") { return }
    add(text, number, isName: true)
    var stem = text.count
    if text.ends(with: "业"), !text.ends(with: "农业"), !text.ends(with: "林业") {
      stem -= 3
      add(text.extracting(0..<stem), number, isName: true)
    }
    if text.extracting(0..<stem).ends(with: "制造"), stem >= 15 {
      add(text.extracting(0..<(stem - 6)), number, isName: true)
    }
  }

  mutating func addKeywords(_ folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable("keywords/gbt4754-keywords.csv", from: folder)
    let code = try table.column("code")
    let keyword = try table.column("keyword")
    for row in 0..<table.count {
      guard let number = classNumber(table, row, code) else {
        throw table.fault(row, .badValue(column: "code"))
      }
      table.read(row, keyword) { add($0, number, isName: false) }
    }
  }

  private mutating func add(_ text: Span<UInt8>, _ number: UInt16, isName: Bool) {
    guard let term = place(text) else { return }
    if owners[term].isEmpty {
      terms[term].isName = isName
      terms[term].inherent = inherent(text)
    }
    // A name stands for its own class first: the notes to others may use it for a part of
    // what they do, and the name of a group with one class is the name of the class.
    if terms[term].isName && (!isName || number >= IndustryScope.groupMark && !owners[term].isEmpty)
    {
      return
    }
    if !owners[term].contains(number) { owners[term].append(number) }
  }

  /// What the words inside a term tell.
  private func inherent(_ text: Span<UInt8>) -> ScopeDoings {
    guard let words else { return [] }
    var doings: ScopeDoings = []
    var scanner = TermScanner()
    while let word = scanner.next(in: text, words) {
      doings.insert(ScopeDoings(rawValue: UInt8(word.term)))
    }
    return doings
  }

  /// Of several classes of a term one is left out whose notes send to another of them what
  /// they leave out, unless that one's notes do the same.
  private func kept(_ owners: [UInt16]) -> [UInt16] {
    if owners.count < 2 { return owners }
    func sends(_ one: UInt16, to other: UInt16) -> Bool {
      exclusions[one]?.contains {
        $0 == UInt32(other) || $0 == 10_000 + UInt32(other) / 10 * 10
          || $0 == 100_000 + UInt32(other) / 100 * 100
      } ?? false
    }
    return owners.filter { one in
      !owners.contains { $0 != one && sends(one, to: $0) && !sends($0, to: one) }
    }
  }

  consuming func storage() -> IndustryScope.Storage {
    var classes: [UInt16] = []
    for place in terms.indices {
      terms[place].firstClass = Int32(classes.count)
      classes += kept(owners[place])
      terms[place].endClass = Int32(classes.count)
    }
    var ends: [Int32] = []
    var list: [UInt32] = []
    for code in 0..<UInt16(10_000) {
      list += exclusions[code] ?? []
      ends.append(Int32(list.count))
    }
    return IndustryScope.Storage(
      automaton: builder.automaton(), terms: FrozenArray(terms), classes: FrozenArray(classes),
      kinds: FrozenArray(kinds), exclusionEnds: FrozenArray(ends), exclusions: FrozenArray(list))
  }
}
