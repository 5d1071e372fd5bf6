import Findings
import Records

/// The tallies of one core: flat counters, by number of the branch.
///
/// Records are counted once a branch. Of every rule one outcome is taken for granted, the
/// first it ever gave, and only the others are counted record by record: most rules pass
/// nearly every record, or do not speak of the source's records at all.
struct CoreTallies {
  private var names: [[UInt8]] = []
  /// Records of every branch.
  private var records: [Int] = []
  /// By branch, rule and code of the outcome; nothing for the code taken for granted.
  private var others: [Int] = []
  /// By rule: code of the outcome taken for granted; nil before the rule was asked.
  private var granted: [UInt8?]
  private let rules: Int
  /// Rules that are asked of every record.
  private let asked: [Int]
  private let codes = Outcome.codes

  /// `asked` are the rules of the records, by number; `settled` those of them whose outcome
  /// is known beforehand, unless other ones are counted.
  init(rules: Int, asked: [Int], settled: [(rule: Int, outcome: Outcome)]) {
    self.rules = rules
    self.asked = asked
    granted = [UInt8?](repeating: nil, count: rules)
    for (rule, outcome) in settled { granted[rule] = outcome.code }
  }

  /// Makes room for a branch; branches are numbered as they are added.
  mutating func add(branch: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.append(branch)
    names.append(copy)
    records.append(0)
    others.append(contentsOf: repeatElement(0, count: rules * codes))
  }

  /// How many branches there are.
  var count: Int { names.count }

  /// Counts the first `count` records of a block at their branches.
  mutating func record(_ branches: [Int], count: Int) {
    var records = self.records.mutableSpan
    for place in 0..<count { records[branches[place]] += 1 }
  }

  /// Counts the outcomes of a rule on the first `count` records of a block, and tells which
  /// of them failed.
  @inline(__always) mutating func count(
    _ outcomes: [UInt8], count: Int, rule: Int, branches: [Int], failed: (Int) -> Void
  ) {
    if count == 0 { return }
    let usual = granted[rule] ?? (outcomes[0] == Outcome.failed.code ? 0 : outcomes[0])
    granted[rule] = usual
    let (rules, codes) = (self.rules, self.codes)
    var others = self.others.mutableSpan
    var place = 0
    while let next = outcomes.firstOther(than: usual, in: place..<count) {
      let code = outcomes[next]
      others[(branches[next] * rules + rule) * codes + Int(code)] += 1
      if code == Outcome.failed.code { failed(next) }
      place = next + 1
    }
  }

  /// Counts an outcome that is not the one taken for granted.
  @inline(__always) mutating func count(_ outcome: Outcome, rule: Int, branch: Int) {
    others[(branch * rules + rule) * codes + Int(outcome.code)] += 1
  }

  func add(to tallies: inout Tallies) {
    for (number, name) in names.enumerated() {
      var branch = [Tally](repeating: Tally(), count: rules)
      for rule in asked {
        let start = (number * rules + rule) * codes
        var counts = Array(others[start..<(start + codes)])
        counts[Int(granted[rule] ?? 0)] = records[number] - counts.reduce(0, +)
        branch[rule].passed = counts[0]
        branch[rule].failed = counts[1]
        branch[rule].notApplicable = counts[2]
        branch[rule].columnMissing = counts[3]
        branch[rule].referenceMissing = counts[4]
        branch[rule].cellUnreadable = counts[5]
        branch[rule].limitReached = counts[6]
        branch[rule].programFailed = counts[7]
      }
      tallies.add(branch: name, branch)
    }
  }
}
