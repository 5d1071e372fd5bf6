import Findings
import Records
import Validators

/// Which records of a block the rules with a scope are asked of. Every scope is worked out once
/// a block, however many rules it has.
struct ScopeMasks {
  private let scopes: [any RecordCheck]
  /// By scope: the outcome that records outside have, 0 for those inside.
  private var outside: [[UInt8]]
  /// By scope: whether any record of the block is inside.
  private var isEntered: [Bool]

  init(_ scopes: [any RecordCheck], blockSize: Int) {
    self.scopes = scopes
    outside = [[UInt8]](
      repeating: [UInt8](repeating: 0, count: blockSize), count: scopes.count)
    isEntered = [Bool](repeating: false, count: scopes.count)
  }

  mutating func evaluate(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts]
  ) {
    for number in scopes.indices {
      scopes[number].check(batch, block, facts: &facts, outcomes: &outside[number])
      var isEntered = false
      var states = outside[number].mutableSpan
      for place in 0..<block.count {
        // The rules do not speak of a record for which the condition does not hold.
        if states[place] == Outcome.failed.code { states[place] = Outcome.notApplicable.code }
        if states[place] == 0 { isEntered = true }
      }
      self.isEntered[number] = isEntered
    }
  }

  /// Whether a rule need be asked of any record of the block.
  func isEntered(_ scope: Int?) -> Bool { scope.map { isEntered[$0] } ?? true }

  /// Gives records outside the outcome that they have for being so.
  func apply(_ scope: Int?, to outcomes: inout [UInt8], count: Int) {
    guard let scope else { return }
    let register = outside[scope]
    let states = register.span
    var outcomes = outcomes.mutableSpan
    for place in 0..<count where states[place] != 0 { outcomes[place] = states[place] }
  }

  /// The outcome of a record outside; nil for one inside.
  func outcome(_ scope: Int?, at place: Int) -> Outcome? {
    guard let scope, outside[scope][place] != 0 else { return nil }
    return Outcome(code: outside[scope][place])
  }
}
