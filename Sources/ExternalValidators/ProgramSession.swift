import Findings
import Records
import Synchronization

/// One process of a program, for one core. What goes wrong leaves the records of the batch
/// "not evaluated"; the next batch gets a process of its own.
package final class ProgramSession: RuleSession {
  /// Faults in a row after which a program is not asked any more.
  package static let mostFaults = 3

  private struct State: ~Copyable {
    var child: ChildProcess?
    /// Number of the last batch.
    var batch = 0
    var faultsInARow = 0
    /// By place in the last block: what was said of records that failed.
    var answers: [Int: Answer] = [:]
    var incidents: [RuleIncident] = []
    var complaint: [UInt8] = []
  }

  private let rule: ProgramRule
  private let masking: Masking
  private let isStopped: @Sendable () -> Bool
  private let state = Mutex(State())

  init(
    _ rule: ProgramRule, masking: Masking, isStopped: @escaping @Sendable () -> Bool
  ) {
    self.rule = rule
    self.masking = masking
    self.isStopped = isStopped
  }

  package func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, outcomes: inout [UInt8]
  ) {
    let asked = (0..<block.count).filter { outcomes[$0] == Outcome.passed.code }
    state.withLock { state in
      state.answers.removeAll(keepingCapacity: true)
      var start = 0
      while start < asked.count {
        let places = asked[start..<min(start + rule.batch, asked.count)]
        start = places.endIndex
        do throws(ProgramFault) {
          let verdicts = try ask(batch, block.lowerBound, places, &state)
          for (place, verdict) in zip(places, verdicts) {
            switch verdict {
            case .passed: break
            case .notApplicable: outcomes[place] = Outcome.notApplicable.code
            case .notEvaluated: outcomes[place] = Outcome.notEvaluated(.programFailed).code
            case .failed(let answer):
              outcomes[place] = Outcome.failed.code
              state.answers[place] = answer
            }
          }
        } catch {
          for place in places { outcomes[place] = Outcome.notEvaluated(.programFailed).code }
          state.incidents.merge([
            RuleIncident(rule: rule.rule, reason: error.text, times: 1, records: places.count)
          ])
        }
      }
    }
  }

  private func ask(
    _ batch: borrowing RecordBatch, _ first: Int, _ places: ArraySlice<Int>,
    _ state: inout State
  ) throws(ProgramFault) -> [AnswerReader.Verdict] {
    if state.faultsInARow >= Self.mostFaults { throw .givenUp }
    do throws(ProgramFault) {
      let child: ChildProcess
      if let running = state.child { child = running } else { child = try start() }
      state.child = child
      state.batch += 1
      let request = self.request(batch, first, places, number: state.batch)
      // An answer without end is none: 4 KiB a record are plenty.
      let line = try exchange(
        child, request, limit: 65_536 + places.count * 4096, seconds: rule.seconds)
      let verdicts = try AnswerReader.verdicts(line, batch: state.batch, count: places.count)
      if child.hasMore { throw ProgramFault.tooMuch }
      state.faultsInARow = 0
      return verdicts
    } catch {
      state.faultsInARow += 1
      if let child = state.child, state.complaint.isEmpty { state.complaint = child.complaint }
      state.child?.end()
      state.child = nil
      throw error
    }
  }

  private func start() throws(ProgramFault) -> ChildProcess {
    let child: ChildProcess
    do throws(SystemFault) {
      child = try ChildProcess(rule.command, in: rule.folder, megabytes: rule.megabytes)
    } catch {
      throw .notStarted(error.reason)
    }
    let line: [UInt8]
    do throws(ProgramFault) {
      line = try exchange(child, rule.greeting, limit: 65_536, seconds: rule.startSeconds)
    } catch .ended(126), .ended(127) {
      // What a shell says of a program that it cannot find or run.
      throw .notFound(rule.command[0])
    }
    if !AnswerReader.isReady(line) { throw .notReady }
    return child
  }

  private func exchange(
    _ child: ChildProcess, _ request: [UInt8], limit: Int, seconds: Int
  ) throws(ProgramFault) -> [UInt8] {
    do throws(ChildProcess.Failure) {
      return try child.exchange(
        request, limit: limit, deadline: .now + .seconds(seconds), isStopped: isStopped)
    } catch {
      switch error {
      case .ended(let status): throw .ended(status)
      case .late: throw .late(seconds: seconds)
      case .stopped: throw .stopped
      case .flooded: throw .flooded
      case .tooLong: throw .lineTooLong
      }
    }
  }

  private func request(
    _ batch: borrowing RecordBatch, _ first: Int, _ places: ArraySlice<Int>, number: Int
  ) -> [UInt8] {
    var line: [UInt8] = []
    line.append("{\"batch\":")
    line.append(decimal: number)
    line.append(",\"records\":[")
    for (index, place) in places.enumerated() {
      let record = batch[first + place]
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.append(UInt8(ascii: "["))
      line.append(decimal: index)
      for element in rule.sends {
        line.append(UInt8(ascii: ","))
        if !record.carries(element) {
          line.append("null")
        } else if masking.hides(element) {
          var masked: [UInt8] = []
          masked.append(record[element])
          masked.mask()
          line.append(json: masked.span)
        } else {
          line.append(json: record[element])
        }
      }
      line.append(UInt8(ascii: "]"))
    }
    line.append("]}\n")
    return line
  }

  package func explain(_ place: Int, _ record: RecordView, _ finding: inout FindingWriter) {
    finding.element = rule.element
    finding.action = rule.action
    finding.value.append(record[rule.element])
    guard let answer = state.withLock({ $0.answers[place] }) else { return }
    finding.expected.append(contentsOf: answer.expected)
    finding.evidence.append(contentsOf: answer.evidence)
    if answer.suggestion.isEmpty {
      // Nothing is proposed for this record: somebody has to ask.
      if rule.action == .auto || rule.action == .confirm { finding.action = .contact }
    } else {
      finding.suggestion.append(contentsOf: answer.suggestion)
      finding.confidence = answer.confidence
    }
  }

  package func finish() {
    state.withLock { state in
      state.child?.end(patiently: true)
      state.child = nil
    }
  }

  package var incidents: [RuleIncident] { state.withLock { $0.incidents } }

  /// The first bytes that the program wrote to standard error before its first fault.
  package var complaint: String {
    state.withLock { String(decoding: $0.complaint, as: UTF8.self) }
  }
}
