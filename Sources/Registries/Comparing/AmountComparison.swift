import Records

/// Comparing amounts of money, such as registered capitals.
///
/// Equal is what is the same sum to the last decimal, however written. A sum without a
/// currency is one of yuan, unless the other is in another currency: then nothing can be
/// said of different sums.
package enum AmountComparison {
  /// Grades two amounts with what the columns beside them say of the currency. O(n), no
  /// allocation.
  package static func compare(
    _ ours: Span<UInt8>, _ ourCurrency: Span<UInt8>, _ theirs: Span<UInt8>,
    _ theirCurrency: Span<UInt8>
  ) -> Agreement {
    if ours.isEmpty || theirs.isEmpty { return .notComparable(.empty) }
    guard let a = Amount(ours), let b = Amount(theirs) else { return .notComparable(.unreadable) }
    let (one, two) = (a.currency ?? Currency(ourCurrency), b.currency ?? Currency(theirCurrency))
    if let one, let two, one != two { return .different(.otherCurrency) }
    if a.tenThousandths == b.tenThousandths {
      return ours.equals(theirs) ? .exact : .equalAfterNormalisation
    }
    let isForeign = (one ?? .cny) != .cny || (two ?? .cny) != .cny
    if isForeign, one == nil || two == nil { return .notComparable(.currencyUnknown) }
    let (first, second) = (a.tenThousandths, b.tenThousandths)
    let times: Int128 = 10_000
    if first == second * times || second == first * times { return .similar(.tenThousandTimes) }
    let apart = first < second ? second - first : first - second
    if apart < max(a.lastPlace, b.lastPlace) { return .similar(.rounded) }
    return .different(.unspecified)
  }
}
