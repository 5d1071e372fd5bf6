import Extracts
import Records
import Registries

extension JobReader {
  /// `reconciliations`: books that have to agree, under names of the job's choice.
  func readReconciliations(
    _ entry: SettingsEntry, _ reader: SettingsReader
  ) -> [Reconciliation] {
    guard let section = reader.section(entry) else { return [] }
    if section.entries.isEmpty { reader.report(entry.keyPlace, .noValue(entry.key)) }
    return section.entries.compactMap { readReconciliation($0, reader) }
  }

  private func readReconciliation(
    _ entry: SettingsEntry, _ reader: SettingsReader
  ) -> Reconciliation? {
    guard let section = reader.section(entry, JobKeys.reconciliation) else { return nil }
    var isWhole = true
    var sides: [Reconciliation.Side] = []
    for side in BookSide.allCases {
      guard let part = section[side.rawValue] else { continue }
      if let read = readSide(part, side, of: entry.key, reader) {
        sides.append(read)
      } else {
        isWhole = false
      }
    }
    let named = Set(BookSide.allCases.filter { section[$0.rawValue] != nil })
    let title = section["title"].flatMap { reader.filled($0)?.text } ?? entry.key
    let tolerance = section["tolerance"].flatMap { readTolerance($0, reader) } ?? 0
    checkNamed(named, entry, section, reader)
    let match = readMatch(section["match"], sides, isWhole: isWhole, reader)
    let reconciliation = Reconciliation(
      name: entry.key, title: title, sides: sides, tolerance: tolerance, match: match)
    if isWhole { checkRelations(reconciliation, entry, reader) }
    return isWhole ? reconciliation : nil
  }

  /// Whether there are sides enough, and none without the one that it is held against.
  private func checkNamed(
    _ named: Set<BookSide>, _ entry: SettingsEntry, _ section: SettingsSection,
    _ reader: SettingsReader
  ) {
    let hasRegister = named.contains(.register) || named.contains(.postings)
    for (one, other) in [(BookSide.register, BookSide.postings), (.postings, .register)]
    where named.contains(one) && !named.contains(other) {
      reader.report(section.place, .missingKey(other.rawValue))
    }
    if !hasRegister, BookRelation.all(among: named).isEmpty {
      report(.tooFewSides(entry.key), at: entry.keyPlace, reader)
    } else if named.intersection([.general, .sub, .details]).count == 1 {
      report(.tooFewSides(entry.key), at: entry.keyPlace, reader)
    }
    if let match = section["match"], !hasRegister {
      reader.report(match.keyPlace, .missingKey("register"))
    }
  }

  /// Whether ledgers that are held against each other have something to be compared by.
  private func checkRelations(
    _ reconciliation: Reconciliation, _ entry: SettingsEntry, _ reader: SettingsReader
  ) {
    for relation in reconciliation.relations {
      guard let upper = reconciliation.side(relation.upper),
        let lower = reconciliation.side(relation.lower)
      else { continue }
      let layouts = (upper.layout, lower.layout)
      if BookLevel(layouts.0, layouts.1) == nil {
        report(.noCommonAccount(relation.upper, relation.lower), at: entry.keyPlace, reader)
      }
      let day = Day(number: 0)
      let above = BookReading(
        side: upper.side, layout: layouts.0, isDebit: upper.isDebit, asOf: day)
      let below = BookReading(
        side: lower.side, layout: layouts.1, isDebit: lower.isDebit, asOf: day)
      if !BookComparison.canCompare(above.tells, below.tells) {
        report(.nothingToCompare(relation.upper, relation.lower), at: entry.keyPlace, reader)
      }
    }
  }

  private func readSide(
    _ entry: SettingsEntry, _ side: BookSide, of name: String, _ reader: SettingsReader
  ) -> Reconciliation.Side? {
    let keys = side.party == .account ? JobKeys.ledger : JobKeys.entries
    guard let section = reader.section(entry, keys) else { return nil }
    let word = section["balances"].flatMap { reader.choice($0, ["debit", "credit"]) }
    let extract = readExtract(
      entry, section, side.party, columnsOf: side.party, keys: Self.keys(of: side), reader,
      named: "\(name).\(entry.key)")
    guard let extract else { return nil }
    let carried = Set(extract.mappings.map(\.element))
    if side.party == .transaction {
      let hasTotals = !carried.isDisjoint(with: [.debitTotal, .creditTotal])
      if !hasTotals, !carried.contains(.amount) {
        report(.noAmount(side), at: entry.keyPlace, reader)
      } else if side == .details, !hasTotals, !carried.contains(.direction) {
        report(.noDirection(side), at: entry.keyPlace, reader)
      }
    } else if word == nil, section["balances"] == nil, !carried.contains(.balanceDirection),
      Self.hasBareBalance(carried)
    {
      report(.noBalanceSide(side), at: entry.keyPlace, reader)
    }
    return Reconciliation.Side(side: side, extract: extract, isDebit: word != "credit")
  }

  /// Elements of which a side needs one to tell what a record is of.
  static func keys(of side: BookSide) -> [DataElement] {
    switch side {
    case .general: [.subjectCode, .accountNumber]
    case .sub, .details: [.accountNumber, .subjectCode]
    case .register: [.registerKey, .transactionKey]
    case .postings: [.transactionKey, .registerKey]
    }
  }

  /// Whether a balance stands in one column for both sides of the account.
  private static func hasBareBalance(_ carried: Set<DataElement>) -> Bool {
    let opening = carried.contains(.openingBalance)
    let closing = carried.contains(.closingBalance)
    let isOpeningSplit = !carried.isDisjoint(with: [.openingDebitBalance, .openingCreditBalance])
    let isClosingSplit = !carried.isDisjoint(with: [.closingDebitBalance, .closingCreditBalance])
    return opening && !isOpeningSplit || closing && !isClosingSplit
  }

  /// A sum in units of a currency, such as 0.05, in ten-thousandths.
  private func readTolerance(_ entry: SettingsEntry, _ reader: SettingsReader) -> Int128? {
    let expected = JobFault.Expected.said(
      Text(zh: "不小于 0 的金额，如 0.05", en: "an amount of 0 or more, such as 0.05"))
    guard let word = reader.word(entry, expected: expected) else { return nil }
    let text = Array(word.text.utf8)
    guard text.allSatisfy({ $0.isDigit || $0 == 0x2E }),
      let sum = BookAmount.units(text.span, decimals: 4)
    else {
      reader.report(word.place, .badValue(entry.key, word.text), expected: expected)
      return nil
    }
    return Int128(sum)
  }

  private func readMatch(
    _ entry: SettingsEntry?, _ sides: [Reconciliation.Side], isWhole: Bool,
    _ reader: SettingsReader
  ) -> Reconciliation.Match {
    var match = Reconciliation.Match()
    let entries = sides.filter { $0.side == .register || $0.side == .postings }
    func carry(_ element: DataElement) -> Bool {
      entries.allSatisfy { $0.layout.carries(element) }
    }
    let isKnown = isWhole && !entries.isEmpty
    if isKnown, carry(.registerKey) { match.key = .registerKey }
    guard let section = entry.flatMap({ reader.section($0, JobKeys.match) }) else { return match }
    if let entry = section["days"], let days = reader.integer(entry, in: 0...3660) {
      match.days = days
    }
    if let entry = section["many"], let flag = reader.flag(entry) { match.many = flag }
    if let entry = section["key"] {
      let names = DataElement.allCases.filter { $0.facts.parties.contains(.transaction) }
        .map(\.name)
      if let name = reader.choice(entry, names), let element = DataElement.named(name) {
        match.key = element
        for side in entries where isKnown && !side.layout.carries(element) {
          report(.keyNotMapped(element, side.side), at: entry.value.place, reader)
        }
      }
    }
    return match
  }

  private func report(_ fault: BookFault, at place: SourcePlace, _ reader: SettingsReader) {
    reader.report(place, .books(fault), expected: .said(fault.expected))
  }
}
