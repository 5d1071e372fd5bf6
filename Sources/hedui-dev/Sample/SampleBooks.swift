import Records

/// The internal accounts of the invented bank: general ledger, sub-ledger and details of its
/// last three days, and the faults planted in them. At most one fault a branch and day, so that
/// none hides another.
struct SampleBooks {
  struct Subject: Sendable {
    let code: String
    let name: String
    /// Whether balances are on the debit side as a rule.
    let isDebit: Bool
  }

  static let subjects = [
    Subject(code: "11320101", name: "贷款清收过渡户", isDebit: true),
    Subject(code: "11330201", name: "待处理出纳短款", isDebit: true),
    Subject(code: "14410101", name: "抵债资产", isDebit: true),
    Subject(code: "22410301", name: "待处理出纳长款", isDebit: false),
    Subject(code: "22410501", name: "久悬未取款项", isDebit: false),
    Subject(code: "26240101", name: "清算资金过渡户", isDebit: false),
  ]

  /// Figures in the smallest unit of the currency; debit balances positive.
  struct Figures: Sendable {
    var opening = 0
    var debit = 0
    var credit = 0
    var closing = 0

    static func + (a: Figures, b: Figures) -> Figures {
      Figures(
        opening: a.opening + b.opening, debit: a.debit + b.debit, credit: a.credit + b.credit,
        closing: a.closing + b.closing)
    }
  }

  struct Currency: Sendable, Equatable {
    let code: String
    let decimals: Int
  }

  struct SubLine: Sendable {
    let account: String
    let subject: Subject
    let branch: String
    let currency: Currency
    let day: Day
    var figures: Figures
  }

  struct GeneralLine: Sendable {
    let branch: String
    let subject: String
    let name: String
    let currency: Currency
    let day: Day
    var figures: Figures
  }

  struct Entry: Sendable {
    let key: String
    let account: String
    let subject: String
    let branch: String
    let currency: Currency
    let day: Day
    /// Negative for a red entry.
    let amount: Int
    var isDebit: Bool
  }

  private(set) var general: [GeneralLine] = []
  private(set) var sub: [SubLine] = []
  private(set) var details: [Entry] = []
  var truth: Set<PlantedFault> = []

  static let ledgerName = "internal-accounts"

  let seed: UInt64
  let share: Int
  private let most: Int

  init(world: SampleWorld, organisations: Int, share: Int) {
    seed = world.seed
    self.share = share
    most = 4 + min(organisations / 1000, 60)
    let branches = world.branches.branches.prefix(max(2, organisations / 50))
    for (place, branch) in branches.enumerated() {
      let code = String(decoding: branch.code, as: UTF8.self)
      for day in 0..<3 { addDay(day, branch: code, place, world.asOf.adding(days: day - 2)) }
    }
  }

  // MARK: Sound books

  private static let yuan = Currency(code: "CNY", decimals: 2)

  private func accounts(of branch: String, _ place: Int) -> [(String, Subject, Currency)] {
    var accounts: [(String, Subject, Currency)] = []
    for (number, subject) in Self.subjects.enumerated() {
      for copy in 0...(number % 3) {
        accounts.append(("\(branch)\(subject.code)\(100 + copy)", subject, Self.yuan))
      }
    }
    let clearing = Self.subjects[5]
    if place % 4 == 0 {
      accounts.append(
        ("\(branch)\(clearing.code)840", clearing, Currency(code: "USD", decimals: 2)))
    }
    if place % 7 == 0 {
      accounts.append(
        ("\(branch)\(clearing.code)392", clearing, Currency(code: "JPY", decimals: 0)))
    }
    return accounts
  }

  /// The entries of an account on one of the days, from the first on: what a day begins with
  /// are those of the days before.
  private func entries(
    _ account: String, _ subject: Subject, _ currency: Currency, branch: String, index: Int,
    _ number: Int, _ day: Day
  ) -> [Entry] {
    var random = SampleRandom(seed: seed, stream: 61, index: index * 4 + number)
    return (0..<random.below(most + 1)).map { place in
      let amount = random.in(1...9_999) * random.in(1...9_999)
      return Entry(
        key: "N\(index * 4 + number)-\(place + 1)", account: account, subject: subject.code,
        branch: branch, currency: currency, day: day,
        amount: random.chance(40) ? -amount : amount, isDebit: random.chance(500))
    }
  }

  private static func movements(_ entries: [Entry]) -> (debit: Int, credit: Int) {
    entries.reduce((0, 0)) {
      $1.isDebit ? ($0.0 + $1.amount, $0.1) : ($0.0, $0.1 + $1.amount)
    }
  }

  private mutating func addDay(_ number: Int, branch: String, _ place: Int, _ day: Day) {
    var lines: [SubLine] = []
    var entries: [Entry] = []
    for (offset, (account, subject, currency)) in accounts(of: branch, place).enumerated() {
      let index = place * 64 + offset
      var random = SampleRandom(seed: seed, stream: 60, index: index)
      var opening = random.in(0...99_999) * random.in(1...9_999)
      if !subject.isDebit { opening = -opening }
      for before in 0..<number {
        let moved = Self.movements(
          self.entries(
            account, subject, currency, branch: branch, index: index, before,
            day.adding(days: before - number)))
        opening += moved.debit - moved.credit
      }
      let today = self.entries(
        account, subject, currency, branch: branch, index: index, number, day)
      let moved = Self.movements(today)
      lines.append(
        SubLine(
          account: account, subject: subject, branch: branch, currency: currency, day: day,
          figures: Figures(
            opening: opening, debit: moved.debit, credit: moved.credit,
            closing: opening + moved.debit - moved.credit)))
      entries += today
    }
    var totals = Self.totals(lines)
    plant(in: &totals, &lines, &entries, index: place * 4 + number)
    general += totals
    sub += lines
    details += entries
  }

  /// Lines of the general ledger over lines of the sub-ledger: by subject, and by the four
  /// digits that it begins with.
  private static func totals(_ lines: [SubLine]) -> [GeneralLine] {
    var totals: [GeneralLine] = []
    for line in lines {
      for length in [4, 8] {
        let subject = String(line.subject.code.prefix(length))
        if let known = totals.firstIndex(where: {
          $0.subject == subject && $0.currency == line.currency
        }) {
          totals[known].figures = totals[known].figures + line.figures
        } else {
          totals.append(
            GeneralLine(
              branch: line.branch, subject: subject,
              name: length == 8 ? line.subject.name : line.subject.name + "（一级）",
              currency: line.currency, day: line.day, figures: line.figures))
        }
      }
    }
    return totals
  }
}
