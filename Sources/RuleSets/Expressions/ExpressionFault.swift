import Records
import References

/// What is wrong with an expression, and where in its text.
package struct ExpressionFault: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    // Text
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    /// What stands there; empty at the end.
    case unexpected(String)
    case textOpen
    case numberTooLong
    case noSuchDay(String)

    // Names and types
    case unknownName(String)
    case unknownFunction(String)
    case unknownLabel(String)
    case unknownList(String)
    /// No list can be looked up: what describes them is broken.
    case tablesUnreadable(ReferenceFault)
    case unknownColumn(String, table: String)
    case elementOfOtherParty(String)
    case argumentCount(String, found: Int)
    case wrongType(found: ValueType)
    /// Two values that cannot be put together: `found` with what stands beside it.
    case mismatch(ValueType, ValueType)
    case notALiteral
    case badPattern(String)
    case badCount
    case whenInside
    case groupInside
    case groupKeysDiffer
    case noGroup
    case tooManySteps
  }

  package let kind: Kind
  package let range: Range<Int>
  package let expected: Text?
  package let nearest: String?

  init(_ kind: Kind, _ range: Range<Int>, expected: Text? = nil, nearest: String? = nil) {
    self.kind = kind
    self.range = range
    self.expected = expected
    self.nearest = nearest
  }
}

/// What the value of an expression is.
package enum ValueType: Sendable, Equatable {
  case flag, text, number, date
  /// Money in the currency that an element names, in a fixed one, or nothing of any: 0.
  case amount(Currency)

  package enum Currency: Sendable, Equatable {
    case of(DataElement)
    case named(String)
    case any
  }

  package var title: Text {
    switch self {
    case .flag: Text(zh: "条件", en: "a condition")
    case .text: Text(zh: "文本", en: "a text")
    case .number: Text(zh: "数值", en: "a number")
    case .date: Text(zh: "日期", en: "a date")
    case .amount(.named(let code)) where code != "CNY":
      Text(zh: "\(code) 金额", en: "an amount in \(code)")
    case .amount: Text(zh: "金额", en: "an amount")
    }
  }
}
