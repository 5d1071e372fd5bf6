import Records

/// Which elements nodes read, in the order in which they are written.
extension TextNode {
  var elements: [DataElement] { [element] }
}

extension DateNode {
  var elements: [DataElement] {
    switch self {
    case .constant: []
    case .element(let element): [element]
    case .text(let text): text.elements
    case .later(let base, _, _): base.elements
    case .choice(let condition, let a, let b): condition.elements + a.elements + b.elements
    }
  }

  /// Elements without which there is no value.
  fileprivate var needs: Set<DataElement> {
    switch self {
    case .constant: []
    case .element(let element): [element]
    case .text(let text): [text.element]
    case .later(let base, _, _): base.needs
    case .choice(let condition, let a, let b): condition.needs.union(a.needs.intersection(b.needs))
    }
  }
}

extension NumberNode {
  var elements: [DataElement] {
    switch self {
    case .constant: []
    case .element(let element, _): [element]
    case .text(let text), .length(let text, _): text.elements
    case .calculate(_, let a, let b): a.elements + b.elements
    case .years(let a, let b), .days(let a, let b): a.elements + b.elements
    case .part(let date, _): date.elements
    case .choice(let condition, let a, let b): condition.elements + a.elements + b.elements
    case .inCurrency(let amount, let element, _): amount.elements + [element]
    case .group: []
    }
  }

  /// Elements without which there is no value. Nothing in the place of a currency is yuan.
  var needs: Set<DataElement> {
    switch self {
    case .constant: []
    case .element(let element, _): [element]
    case .text(let text), .length(let text, _): [text.element]
    case .calculate(_, let a, let b): a.needs.union(b.needs)
    case .years(let a, let b), .days(let a, let b): a.needs.union(b.needs)
    case .part(let date, _): date.needs
    case .choice(let condition, let a, let b): condition.needs.union(a.needs.intersection(b.needs))
    case .inCurrency(let amount, _, _): amount.needs
    case .group: []
    }
  }
}

extension FlagNode {
  var elements: [DataElement] {
    switch self {
    case .constant, .unknown, .missing: []
    case .present(let element), .readable(let element): [element]
    case .sameText(let a, let b): a.elements + b.elements
    case .isText(let text, _), .precedes(let text, _, _), .begins(let text, _),
      .ends(let text, _), .contains(let text, _), .matches(let text, _):
      text.elements
    case .listed(let text, _, at: let date): text.elements + (date?.elements ?? [])
    case .compareNumbers(_, let a, let b): a.elements + b.elements
    case .compareDates(_, let a, let b): a.elements + b.elements
    case .not(let part): part.elements
    case .same(let a, let b): a.elements + b.elements
    case .all(let parts), .any(let parts): parts.flatMap(\.elements)
    case .choice(let condition, let a, let b): condition.elements + a.elements + b.elements
    case .when(let condition, let part): condition.elements + part.elements
    }
  }

  /// Elements without which nothing can be said of any record: where a source has no column
  /// for one of them, the rule need not be asked.
  var needs: Set<DataElement> {
    switch self {
    case .not(let part): part.needs
    case .all(let parts), .any(let parts):
      parts.dropFirst().reduce(parts[0].needs) { $0.intersection($1.needs) }
    case .same(let a, let b): a.needs.union(b.needs)
    case .choice(let condition, let a, let b):
      condition.needs.union(a.needs.intersection(b.needs))
    case .when(let condition, let part): condition.needs.union(part.needs)
    case .compareNumbers(_, let a, let b): a.needs.union(b.needs)
    case .compareDates(_, let a, let b): a.needs.union(b.needs)
    case .listed(let text, _, at: let date): Set([text.element]).union(date?.needs ?? [])
    default: Set(elements)
    }
  }

  /// Whether the rule can be "not applicable" to a record at all: all but presence asks for a
  /// value.
  var canBeMissing: Bool {
    switch self {
    case .constant, .unknown, .present: false
    case .not(let part): part.canBeMissing
    case .same(let a, let b): a.canBeMissing || b.canBeMissing
    case .all(let parts), .any(let parts): parts.contains(where: \.canBeMissing)
    case .choice(let a, let b, let c): a.canBeMissing || b.canBeMissing || c.canBeMissing
    default: true
    }
  }
}
