/// The codes of one edition as numbers, for a crosswalk that starts from it or leads to it.
package struct CodeNumbering {
  /// Path of the table, for faults.
  package let table: String
  /// Numbers run from 0 up to this one, not counted. Not all need be codes of the edition.
  package let count: Int
  /// Number of a code of the edition, or nil.
  package let number: (Span<UInt8>) -> Int?
  /// Whether the crosswalk has to speak of a code: the classes of an edition, not the groups
  /// above them.
  package let isCovered: (Int) -> Bool
  /// Code and line of a number, for faults.
  package let place: (Int) -> (code: String, line: Int)

  package init(
    table: String, count: Int, number: @escaping (Span<UInt8>) -> Int?,
    isCovered: @escaping (Int) -> Bool, place: @escaping (Int) -> (code: String, line: Int)
  ) {
    self.table = table
    self.count = count
    self.number = number
    self.isCovered = isCovered
    self.place = place
  }
}
