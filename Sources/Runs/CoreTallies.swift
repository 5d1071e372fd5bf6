import Findings
import Records

/// The tallies of one core: flat counters, by number of the branch.
///
/// Passing is the rule: records are counted once a branch, and of every rule only the
/// outcomes that are not "passed".
struct CoreTallies {
  private var index = KeyIndex()
  private var names: [[UInt8]] = []
  /// Records of every branch.
  private var records: [Int] = []
  /// By branch, rule and code of the outcome.
  private var others: [Int] = []
  private let rules: Int
  /// Rules that are asked of every record.
  private let asked: [Int]

  init(rules: Int, asked: [Int]) {
    self.rules = rules
    self.asked = asked
  }

  /// Number of a branch; counts a record there.
  @inline(__always) mutating func record(at branch: Span<UInt8>) -> Int {
    let (number, isNew) = index.number(of: PackedKey(branch))
    if isNew {
      var copy: [UInt8] = []
      copy.append(branch)
      names.append(copy)
      records.append(0)
      others.append(contentsOf: repeatElement(0, count: rules * Outcome.codes))
    }
    records[number] += 1
    return number
  }

  /// Counts an outcome that is not "passed".
  @inline(__always) mutating func count(_ code: UInt8, rule: Int, branch: Int) {
    others[(branch * rules + rule) * Outcome.codes + Int(code)] += 1
  }

  func add(to tallies: inout Tallies) {
    for (number, name) in names.enumerated() {
      var branch = [Tally](repeating: Tally(), count: rules)
      for rule in asked {
        let start = (number * rules + rule) * Outcome.codes
        branch[rule].failed = others[start + 1]
        branch[rule].notApplicable = others[start + 2]
        branch[rule].columnMissing = others[start + 3]
        branch[rule].referenceMissing = others[start + 4]
        branch[rule].cellUnreadable = others[start + 5]
        branch[rule].passed = records[number] - branch[rule].examined
      }
      tallies.add(branch: name, branch)
    }
  }
}
