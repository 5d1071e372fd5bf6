import Records

// An expression ready to be worked out, for a block of records at a time. Every node fills a
// register with a value a record; states are the codes of `Outcome`, so that the register of
// the topmost condition is what the rule says.

/// A text of the record, or a part of one.
indirect enum TextNode: Sendable {
  case element(DataElement)
  /// Characters from `from`, counted from 0; `count` of them, to the end for nil.
  case part(TextNode, from: Int, count: Int?)
  case last(TextNode, Int)

  /// The element that the text is of.
  var element: DataElement {
    switch self {
    case .element(let element): element
    case .part(let node, _, _), .last(let node, _): node.element
    }
  }
}

indirect enum DateNode: Sendable {
  case constant(Day)
  case element(DataElement)
  case text(TextNode)
  case later(DateNode, years: Int, days: Int)
  case choice(FlagNode, DateNode, DateNode)
}

/// Whole multiples of a power of ten that is known when the node is made.
indirect enum NumberNode: Sendable {
  case constant(Int128)
  /// In millionths.
  case element(DataElement, isAmount: Bool)
  /// In millionths.
  case text(TextNode)
  case length(TextNode, LengthUnit)
  case calculate(RuleExpression.Calculation, NumberNode, NumberNode)
  case years(DateNode, DateNode)
  case days(DateNode, DateNode)
  case part(DateNode, DatePart)
  case choice(FlagNode, NumberNode, NumberNode)
  /// Missing where the element names another currency.
  case inCurrency(NumberNode, DataElement, [UInt8])
  /// Of a group: how many records it has for 0, else the value before that place.
  case group(Int)
}

enum LengthUnit: Sendable { case characters, utf8, gb18030 }
enum DatePart: Sendable { case year, month, day }

indirect enum FlagNode: Sendable {
  case constant(Bool)
  /// A table that it needs is gone.
  case unknown
  /// Of records that never have what it asks about.
  case missing
  case present(DataElement)
  /// Whether a date or number can be read.
  case readable(DataElement)
  case sameText(TextNode, TextNode)
  case isText(TextNode, ConstantTexts)
  case precedes(TextNode, [UInt8], RuleExpression.Comparison)
  case begins(TextNode, [UInt8])
  case ends(TextNode, [UInt8])
  case contains(TextNode, [UInt8])
  case matches(TextNode, Pattern)
  case listed(TextNode, ListedCodes, at: DateNode?)
  case compareNumbers(RuleExpression.Comparison, NumberNode, NumberNode)
  case compareDates(RuleExpression.Comparison, DateNode, DateNode)
  case not(FlagNode)
  /// Both hold, or neither.
  case same(FlagNode, FlagNode)
  case all([FlagNode])
  case any([FlagNode])
  case choice(FlagNode, FlagNode, FlagNode)
  case when(FlagNode, FlagNode)

  /// Whether it is worth while to leave out records whose outcome is known.
  var isCostly: Bool {
    switch self {
    case .matches, .listed, .contains: true
    case .not(let part): part.isCostly
    case .same(let a, let b): a.isCostly || b.isCostly
    case .all(let parts), .any(let parts): parts.contains(where: \.isCostly)
    case .choice(let a, let b, let c): a.isCostly || b.isCostly || c.isCostly
    case .when(let a, let b): a.isCostly || b.isCostly
    default: false
    }
  }
}

/// A few texts, one of which a value must be.
struct ConstantTexts: Sendable {
  /// Up to four are compared one by one.
  private let few: [ShortKey]
  private let short: FrozenMap?
  private let long: Set<PackedKey>

  init(_ texts: [String]) {
    let keys = texts.compactMap { ShortKey($0) }
    long = Set(texts.filter { $0.utf8.count > 15 }.map { PackedKey(Array($0.utf8).span) })
    few = keys.count <= 4 ? keys : []
    short = keys.count <= 4 ? nil : FrozenMap(keys.map { ($0, 0) })
  }

  @inline(__always) func contains(_ text: Span<UInt8>) -> Bool {
    guard let key = ShortKey(text) else {
      return !long.isEmpty && long.contains(PackedKey(text))
    }
    if let short { return short[key] != nil }
    for other in few where other == key { return true }
    return false
  }
}
