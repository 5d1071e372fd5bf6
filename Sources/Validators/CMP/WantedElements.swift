import Findings
import Records

/// The elements that a completeness rule asks for, as its parameter names them.
struct WantedElements: Sendable {
  /// Raw values, in the order of the names.
  private let elements: FrozenArray<UInt8>

  /// Elements of the rule's kinds of record by name; other names are left out of account, as
  /// the rule set has already refused them.
  init(_ names: [String], of rule: Rule) {
    let known: [DataElement] = names.compactMap { DataElement.named($0) }
    elements = FrozenArray(
      known.filter { $0.facts.parties.contains { rule.parties.contains($0) } }.map(\.rawValue))
  }

  /// What `judge` says of the elements taken together: failed where one is missing; not
  /// evaluated where the source carries none of them; not applicable where none was judged.
  @inline(__always) func outcome(
    _ record: RecordView, _ judge: (DataElement, RecordView) -> Judgement
  ) -> Outcome {
    var carried = false
    var judged = false
    for index in elements.indices {
      let element = DataElement(rawValue: elements[index])
      if !record[element].isEmpty {
        judged = true
        continue
      }
      switch judge(element, record) {
      case .there:
        carried = true
        judged = true
      case .missing: return .failed
      case .excused: carried = true
      case .notCarried: break
      }
    }
    return judged ? .passed : carried ? .notApplicable : .notEvaluated(.columnMissing)
  }

  /// Calls `body` for every missing element, and starts a finding of its own for each.
  func forEachMissing(
    _ record: RecordView, _ finding: inout FindingWriter,
    _ judge: (DataElement, RecordView) -> Judgement,
    _ body: (DataElement, inout FindingWriter) -> Void
  ) {
    var isFirst = true
    for index in elements.indices {
      let element = DataElement(rawValue: elements[index])
      if judge(element, record) != .missing { continue }
      if !isFirst { finding.next() }
      isFirst = false
      finding.element = element
      body(element, &finding)
    }
  }
}

/// How an element of a record stands.
enum Judgement: Equatable {
  case there
  case missing
  /// Empty, and may be so in this record, or another rule speaks of it.
  case excused
  case notCarried
}

extension RecordView {
  /// Whether an element is filled, empty or not carried by the source.
  @inline(__always) func standing(of element: DataElement) -> Judgement {
    if !self[element].isEmpty { return .there }
    return carries(element) ? .missing : .notCarried
  }

  /// The same of one thing that may stand in either of two elements.
  @inline(__always) func standing(of first: DataElement, or second: DataElement) -> Judgement {
    if !self[first].isEmpty || !self[second].isEmpty { return .there }
    return carries(first) || carries(second) ? .missing : .notCarried
  }
}

extension Array<UInt8> {
  /// Appends what people call an element.
  mutating func append(titleOf element: DataElement, in language: Language) {
    append(contentsOf: element.facts.title[language].utf8)
  }
}
