import Findings
import Records
import Validators

/// A declared rule on groups of records, ready to be asked.
struct DeclaredGroupCheck: GroupCheck {
  let group: GroupCondition
  /// Of which records it is asked; nil for all.
  let filter: FlagNode?
  let element: DataElement
  let action: Action
  let expected: Text
  let kinds: [GroupValueKind]
  private let pool = MachinePool()

  init(
    group: GroupCondition, filter: FlagNode?, element: DataElement, action: Action,
    expected: Text
  ) {
    self.group = group
    self.filter = filter
    self.element = element
    self.action = action
    self.expected = expected
    kinds = group.values.map { if case .sum = $0 { .sum } else { .distinct } }
  }

  func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, into gathered: inout GroupBlock
  ) {
    var machine = pool.take()
    let records = RecordBlock(batch, block)
    if let filter {
      machine.flags(filter, records, &gathered.outcomes)
    } else {
      machine.fill(&gathered.outcomes, block.count, Machine.isTrue)
    }
    for place in 0..<block.count {
      gathered.keys[place] = nil
      if gathered.outcomes[place] == Machine.isFalse {
        gathered.outcomes[place] = Machine.isMissing
      }
      if gathered.outcomes[place] != Machine.isTrue { continue }
      if let key = key(of: batch[block.lowerBound + place]) {
        gathered.keys[place] = key
      } else {
        gathered.outcomes[place] = Machine.isMissing
      }
    }
    for (number, value) in group.values.enumerated() {
      switch value {
      case .sum(let node, _):
        machine.numbers(node, records, &gathered.values[number], &gathered.states[number])
      case .distinct(let text):
        var cells = machine.takeCells(block.count)
        machine.read(text, records, &cells)
        Self.identify(cells, records, &gathered.values[number], &gathered.states[number])
        machine.give(cells)
      }
    }
    pool.give(machine)
  }

  /// Every text as a number that is the same for the same text.
  private static func identify(
    _ cells: [Cell], _ records: borrowing RecordBlock, _ values: inout [Int128],
    _ states: inout [UInt8]
  ) {
    for place in 0..<records.count {
      let text = records.text(cells[place])
      let key = PackedKey(text)
      states[place] = text.isEmpty ? Machine.isMissing : Machine.isTrue
      values[place] = Int128(truncatingIfNeeded: key.high) << 64 | Int128(key.low)
    }
  }

  /// nil where an element of the key is empty.
  private func key(of record: RecordView) -> PackedKey? {
    if group.keys.count == 1 {
      let text = record[group.keys[0]]
      return text.isEmpty ? nil : PackedKey(text)
    }
    var joined: [UInt8] = []
    for element in group.keys {
      let text = record[element]
      if text.isEmpty { return nil }
      // The length goes in too, so that texts cannot run together.
      joined.append(decimal: text.count)
      joined.append(0)
      joined.append(text)
    }
    return PackedKey(joined.span)
  }

  func outcomes(of totals: [GroupTotals]) -> [UInt8] {
    var machine = pool.take()
    machine.groups = totals
    let empty = RecordBatch(layout: RecordLayout(party: .person, elements: []))
    var outcomes = [UInt8](repeating: 0, count: totals.count)
    machine.flags(group.condition, RecordBlock(empty, 0..<totals.count), &outcomes)
    machine.groups = []
    pool.give(machine)
    return outcomes
  }

  func explain(
    _ holder: Holder, in holders: [Holder], key: PackedKey, totals: GroupTotals,
    _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.element = element
    finding.action = action
    if element == group.keys[0], group.keys.count == 1 { key.write(to: &finding.value) }
    finding.expected.append(contentsOf: expected[language].utf8)
    finding.evidence.append(zh: "同组 ", en: "", in: language)
    finding.evidence.append(decimal: totals.count)
    finding.evidence.append(zh: " 条记录", en: " records of the group", in: language)
    for (number, value) in group.values.enumerated() where totals.states[number] == 0 {
      let title = (value.elements.first ?? element).facts.title[language]
      switch value {
      case .sum(_, let places):
        finding.evidence.append(
          contentsOf: (language == .zh ? "；\(title)合计 " : "; sum of \(title) ").utf8)
        finding.evidence.append(contentsOf: ExactNumber.text(totals.values[number], places).utf8)
      case .distinct:
        finding.evidence.append(
          contentsOf: (language == .zh ? "；不同的\(title) " : "; different values of \(title): ").utf8)
        finding.evidence.append(decimal: Int(truncatingIfNeeded: totals.values[number]))
      }
    }
    finding.evidence.append(zh: "；其他：", en: "; others: ", in: language)
    finding.evidence.append(others: holders, than: holder)
  }
}
