import Findings
import Records
import Validators

/// A declared rule on single records, ready to be asked.
struct DeclaredCheck: RecordCheck {
  let condition: FlagNode
  /// The element that a finding speaks of.
  let element: DataElement
  /// Other elements that a finding shows.
  let shown: [DataElement]
  let action: Action
  let expected: Text
  let suggestion: SuggestionNode?
  let confidence: Int
  private let pool = MachinePool()

  init(
    condition: FlagNode, element: DataElement, shown: [DataElement], action: Action,
    expected: Text, suggestion: SuggestionNode?, confidence: Int
  ) {
    self.condition = condition
    self.element = element
    self.shown = shown
    self.action = action
    self.expected = expected
    self.suggestion = suggestion
    self.confidence = confidence
  }

  func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    var machine = pool.take()
    var states: [UInt8] = [0]
    machine.flags(condition, RecordBlock(record), &states)
    pool.give(machine)
    return Outcome(code: states[0]) ?? .notEvaluated(.cellUnreadable)
  }

  func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) {
    var machine = pool.take()
    machine.flags(condition, RecordBlock(batch, block), &outcomes)
    pool.give(machine)
  }

  func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    finding.element = element
    finding.action = action
    finding.value.append(record[element])
    finding.expected.append(contentsOf: expected[finding.language].utf8)
    let language = finding.language
    for other in shown where !record[other].isEmpty {
      if !finding.evidence.isEmpty { finding.evidence.append(zh: "；", en: "; ", in: language) }
      finding.evidence.append(contentsOf: other.facts.title[language].utf8)
      finding.evidence.append(zh: "：", en: ": ", in: language)
      finding.evidence.append(record[other])
    }
    guard let suggestion else { return }
    var machine = pool.take()
    suggestion.write(RecordBlock(record), &machine, to: &finding.suggestion)
    pool.give(machine)
    if finding.suggestion == finding.value { finding.suggestion.removeAll() }
    if !finding.suggestion.isEmpty {
      finding.confidence = confidence
    } else if action == .auto || action == .confirm {
      // Nothing is proposed for this record: somebody has to ask.
      finding.action = .contact
    }
  }
}
