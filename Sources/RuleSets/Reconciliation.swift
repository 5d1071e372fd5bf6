import Extracts
import Records
import Registries

/// Books that have to agree: `reconciliations` of a job.
package struct Reconciliation: Sendable {
  /// One of the books.
  package struct Side: Sendable {
    package let side: BookSide
    package let extract: Extract
    /// `balances`: whether balances without a direction of their own are on the debit side.
    package let isDebit: Bool

    /// The elements that its records carry.
    package var layout: RecordLayout {
      RecordLayout(party: side.party, elements: extract.mappings.map(\.element))
    }
  }

  /// How register and postings are matched.
  package struct Match: Sendable, Equatable {
    /// `days`: most days that two entries that belong together lie apart. Default 3.
    package var days = 3
    /// `key`: the element by which entries belong together. Default `register_key` where both
    /// sides have it.
    package var key: DataElement?
    /// `many`: whether several entries may belong to one. Default true.
    package var many = true
  }

  /// What the job calls it.
  package let name: String
  /// `title`: what people call it. Default the name.
  package let title: String
  /// In the order of `BookSide`.
  package let sides: [Side]
  /// `tolerance`: difference that is let pass, in ten-thousandths of a currency's unit.
  /// Default 0.
  package let tolerance: Int128
  package let match: Match

  package func side(_ side: BookSide) -> Side? { sides.first { $0.side == side } }

  /// The ledgers that are held against each other.
  package var relations: [BookRelation] { BookRelation.all(among: Set(sides.map(\.side))) }
}
