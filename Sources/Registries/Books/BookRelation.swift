import Records

/// Two neighbouring sides of a reconciliation that have to agree: general ledger and
/// sub-ledger, sub-ledger and details, or general ledger and details where there is no
/// sub-ledger.
package struct BookRelation: Sendable, Equatable {
  package let upper: BookSide
  package let lower: BookSide
  /// Of which sides the relation holds opening balance and movements against the closing
  /// balance: each side in one relation, the finest that it is part of.
  package let balancing: (upper: Bool, lower: Bool)

  package static func == (a: BookRelation, b: BookRelation) -> Bool {
    a.upper == b.upper && a.lower == b.lower && a.balancing == b.balancing
  }

  /// The relations among the ledgers that are there, from the general ledger down.
  package static func all(among sides: Set<BookSide>) -> [BookRelation] {
    let ledgers = [BookSide.general, .sub, .details].filter(sides.contains)
    return zip(ledgers, ledgers.dropFirst()).map { upper, lower in
      BookRelation(
        upper: upper, lower: lower,
        balancing: (true, lower == .sub && lower == ledgers.last))
    }
  }
}
