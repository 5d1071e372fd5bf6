import Findings
import Records
import Validators

/// A declared rule on single records, ready to be asked.
struct DeclaredCheck: RecordCheck {
  private let asked: ConditionCheck
  /// The element that a finding speaks of.
  let element: DataElement
  /// Other elements that a finding shows.
  let shown: [DataElement]
  let action: Action
  let expected: Text
  let suggestion: SuggestionNode?
  let confidence: Int

  init(
    condition: FlagNode, element: DataElement, shown: [DataElement], action: Action,
    expected: Text, suggestion: SuggestionNode?, confidence: Int
  ) {
    asked = ConditionCheck(condition)
    self.element = element
    self.shown = shown
    self.action = action
    self.expected = expected
    self.suggestion = suggestion
    self.confidence = confidence
  }

  func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    asked.check(record, &facts)
  }

  func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) { asked.check(batch, block, facts: &facts, outcomes: &outcomes) }

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
    var machine = asked.pool.take()
    suggestion.write(RecordBlock(record), &machine, to: &finding.suggestion)
    asked.pool.give(machine)
    if finding.suggestion == finding.value { finding.suggestion.removeAll() }
    if !finding.suggestion.isEmpty {
      finding.confidence = confidence
    } else if action == .auto || action == .confirm {
      // Nothing is proposed for this record: somebody has to ask.
      finding.action = .contact
    }
  }
}
