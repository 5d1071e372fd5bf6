import Dispatch
import Findings
import Records
import Synchronization

/// A workbook that was written for a branch.
package struct BranchWorkbook: Sendable, Equatable {
  /// The branch as the records name it; empty for records without one.
  package let branch: String
  /// Name of the file in the folder of the workbooks.
  package let file: String
  package let findings: Int
  /// Customers, accounts and transactions with a finding.
  package let customers: Int
  /// Those of them with something that only the customer can say.
  package let toContact: Int
}

/// Turns `findings.csv` into one workbook a branch.
///
/// Every finding that asks for something to be done stands in exactly one workbook, once:
/// all but those that are corrected by rule, which the workbooks give as numbers, and those
/// of rules that do not reach branches yet. A branch with nothing to do gets no workbook.
/// Every thread has one branch in memory: some 60 bytes a finding, and its customers' numbers.
package enum BranchWorkbooks {
  /// Writes the workbooks into `folder`, which must be there and hold none of their names, on
  /// up to `jobs` threads. They are the same whatever the number of threads. `findings` is
  /// the list for workbooks, or `findings.csv`, which has no names of customers.
  ///
  /// `rules` are those that the findings may name, with their texts; a finding of a rule that
  /// is not among them is listed under its name. No further branch is begun once `shouldStop`
  /// says so; what is written by then is returned.
  package static func write(
    findings path: String, rules: [Rule], settings: WorklistSettings, into folder: String,
    jobs: Int = 1, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws -> [BranchWorkbook] {
    let rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    let held = Set(rules.values.filter { !$0.status.reachesBranches }.map(\.id))
    let branches = try FindingsReader(path: path).branches { !held.contains($0.text(.ruleID)) }
    let names = WorkbookNames.assign(to: branches.map(\.name), language: settings.language)
    let state = Mutex(State(written: Array(repeating: nil, count: branches.count)))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, branches.count))) { _ in
      do {
        let reader = try FindingsReader(path: path)
        while !shouldStop(), let index = state.withLock({ $0.nextBranch() }) {
          let book = try write(
            branches[index], file: names[index] + ".xlsx", reader, rules: rules,
            settings: settings, into: folder)
          state.withLock { $0.written[index] = book }
        }
      } catch {
        state.withLock { $0.fault = $0.fault ?? error }
      }
    }
    return try state.withLock { state in
      if let fault = state.fault { throw fault }
      return state.written.compactMap { $0 }
    }
  }

  private struct State {
    var next = 0
    var written: [BranchWorkbook?]
    var fault: (any Error)?

    /// The next branch to be written; nil at the end and after a fault.
    mutating func nextBranch() -> Int? {
      guard next < written.count, fault == nil else { return nil }
      next += 1
      return next - 1
    }
  }

  private static func write(
    _ branch: BranchFindings, file: String, _ reader: FindingsReader, rules: [String: Rule],
    settings: WorklistSettings, into folder: String
  ) throws -> BranchWorkbook? {
    let tasks = try BranchTasks(branch, reader)
    if tasks.rows.isEmpty { return nil }
    let name = String(decoding: branch.name, as: UTF8.self)
    let book = BranchBook(branch: name, tasks: tasks, rules: rules, settings: settings)
    try book.write(reader, creating: folder + "/" + file, temporaryFolder: folder)
    return BranchWorkbook(
      branch: name, file: file, findings: tasks.counts.findings,
      customers: tasks.counts.customers, toContact: tasks.counts.toContact)
  }
}
