import Records

extension SampleBooks {
  mutating func plant(
    in totals: inout [GeneralLine], _ lines: inout [SubLine], _ entries: inout [Entry],
    index: Int
  ) {
    var random = SampleRandom(seed: seed, stream: 62, index: index)
    if share == 0 || !random.chance(share) { return }
    let amount = random.in(1...99_999)
    switch random.below(5) {
    case 0:
      guard let place = pick(entries, &random) else { return }
      // Entered twice.
      note(entries[place], entries[place].isDebit ? "debit_total" : "credit_total")
      entries.append(entries[place])
    case 1:
      guard let place = pick(entries, &random) else { return }
      note(entries[place], entries[place].isDebit ? "debit_total" : "credit_total")
      entries.remove(at: place)
    case 2:
      guard let place = pick(entries, &random) else { return }
      note(entries[place], "debit_total")
      entries[place].isDebit.toggle()
    case 3:
      // A balance that does not follow from the movements: the line itself, its subject, and
      // the subject above.
      let place = random.below(lines.count)
      lines[place].figures.closing += amount
      let line = lines[place]
      note(
        "sub", "\(line.account)/\(line.currency.code)/\(line.day)", "closing_balance")
      for length in [4, 8] {
        noteGeneral(
          line.branch, String(line.subject.code.prefix(length)), line.currency, line.day,
          "closing_balance")
      }
    default:
      let leaves = totals.indices.filter { totals[$0].subject.count == 8 }
      let place = leaves[random.below(leaves.count)]
      totals[place].figures.credit += amount
      let line = totals[place]
      noteGeneral(line.branch, line.subject, line.currency, line.day, "credit_total")
    }
  }

  private func pick(_ entries: [Entry], _ random: inout SampleRandom) -> Int? {
    entries.isEmpty ? nil : random.below(entries.count)
  }

  private mutating func note(_ entry: Entry, _ element: String) {
    note("sub", "\(entry.account)/\(entry.currency.code)/\(entry.day)", element)
  }

  private mutating func noteGeneral(
    _ branch: String, _ subject: String, _ currency: Currency, _ day: Day, _ element: String
  ) {
    note("general", "\(branch)/\(subject)/\(currency.code)/\(day)", element)
  }

  private mutating func note(_ side: String, _ key: String, _ element: String) {
    truth.insert(
      PlantedFault(
        source: "\(Self.ledgerName).\(side)", recordKey: key, rule: "TXN003", element: element))
  }
}
