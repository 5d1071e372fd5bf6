import Records

/// A part of an expression with its type.
enum CompiledValue: Sendable {
  case flag(FlagNode)
  case text(TextNode)
  case constantText(String)
  /// In units of 10⁻ᵖˡᵃᶜᵉˢ.
  case number(NumberNode, places: Int)
  case amount(NumberNode, places: Int, ValueType.Currency)
  case date(DateNode)

  var type: ValueType {
    switch self {
    case .flag: .flag
    case .text, .constantText: .text
    case .number: .number
    case .amount(_, _, let currency): .amount(currency)
    case .date: .date
    }
  }

  /// A plain 0, which is an amount in any currency as well.
  var isZero: Bool {
    if case .number(.constant(0), _) = self { true } else { false }
  }
}

extension NumberNode {
  /// The same number with more places.
  func scaled(from places: Int, to wanted: Int) -> NumberNode {
    if wanted == places { return self }
    let factor = ExactNumber.power(wanted - places)
    if case .constant(let value) = self {
      let (product, overflow) = value.multipliedReportingOverflow(by: factor)
      if !overflow { return .constant(product) }
    }
    return .calculate(.times, self, .constant(factor))
  }
}
