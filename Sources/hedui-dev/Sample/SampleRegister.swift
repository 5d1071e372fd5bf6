import Records

/// The register of the loan collection account (贷款清收过渡户) and the postings to it, with the
/// faults planted in them.
struct SampleRegister {
  struct Row: Sendable {
    /// Number of the entry.
    let key: String
    /// Number in the register.
    let number: String
    let account: String
    let branch: String
    let day: Day
    let cents: Int
  }

  private(set) var register: [Row] = []
  private(set) var postings: [Row] = []
  private(set) var truth: Set<PlantedFault> = []

  static let name = "loan-collection"

  init(world: SampleWorld, organisations: Int, share: Int) {
    let branches = world.branches.branches
    for index in 0..<(organisations / 5 + 2) {
      var random = SampleRandom(seed: world.seed, stream: 63, index: index)
      let branch = String(
        decoding: branches[random.below(branches.count)].code, as: UTF8.self)
      // Most items are recent; the oldest are of the year before.
      let age = random.chance(600) ? random.in(3...40) : random.in(3...420)
      let item = Item(
        index: index, account: "\(branch)11320101100", branch: branch,
        day: world.asOf.adding(days: -age), cents: random.in(1...9_999) * random.in(1...9_999) + 3)
      add(item, &random, isFaulty: share > 0 && random.chance(share))
    }
    // Of the last day: still to be posted, and no fault.
    for index in 0..<3 {
      let branch = String(decoding: branches[index].code, as: UTF8.self)
      register.append(
        Row(
          key: "", number: "QS9\(index)", account: "\(branch)11320101100", branch: branch,
          day: world.asOf, cents: 100_000 + index))
    }
  }

  private struct Item {
    let index: Int
    let account: String
    let branch: String
    let day: Day
    let cents: Int

    var number: String { "QS\(100_000 + index)" }

    func entry(_ cents: Int, after days: Int = 0) -> Row {
      Row(
        key: "", number: number, account: account, branch: branch, day: day.adding(days: days),
        cents: cents)
    }

    func posting(_ place: Int, _ cents: Int, after days: Int) -> Row {
      Row(
        key: "P\(100_000 + index)\(place)", number: number, account: account, branch: branch,
        day: day.adding(days: days), cents: cents)
    }
  }

  private mutating func add(_ item: Item, _ random: inout SampleRandom, isFaulty: Bool) {
    let days = random.below(4)
    if isFaulty {
      let kind = random.below(3)
      if kind != 1 {
        register.append(item.entry(item.cents))
        note("register", item.number, "TXN004")
      }
      if kind != 0 {
        // Alone, or a cent and more beside the register.
        let cents = kind == 1 ? item.cents : item.cents + random.in(1...500)
        postings.append(item.posting(1, cents, after: 0))
        note("postings", "P\(100_000 + item.index)1", "TXN005")
      }
      return
    }
    let part = random.in(1...max(1, item.cents - 2))
    switch random.below(20) {
    case 0..<14:
      register.append(item.entry(item.cents))
      postings.append(item.posting(1, item.cents, after: days))
    case 14..<17:
      register.append(item.entry(item.cents))
      postings.append(item.posting(1, part, after: 0))
      postings.append(item.posting(2, item.cents - part, after: days))
    case 17..<19:
      register.append(item.entry(part))
      register.append(item.entry(item.cents - part, after: 1))
      postings.append(item.posting(1, item.cents, after: days))
    default:
      // Entered and taken back in red.
      register.append(item.entry(item.cents))
      register.append(item.entry(-item.cents, after: 2))
      postings.append(item.posting(1, item.cents, after: 0))
      postings.append(item.posting(2, -item.cents, after: 2))
    }
  }

  private mutating func note(_ side: String, _ key: String, _ rule: String) {
    truth.insert(
      PlantedFault(source: "\(Self.name).\(side)", recordKey: key, rule: rule, element: "amount"))
  }
}
