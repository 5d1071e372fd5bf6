import Addresses
import Extracts
import Records

/// Tells by the first rows of a file which columns hold addresses.
struct AddressColumns {
  /// Rows that are looked at.
  static let rows = 1000

  private let sample: RawRows
  /// Whether a column has long Chinese texts.
  private var isLong: [Bool]

  init(_ rows: RawRows, columns: Int) {
    sample = rows
    isLong = Array(repeating: false, count: columns)
    for column in isLong.indices {
      let (filled, long) = Self.count(rows, column) { $0.count >= 15 && $0[0] >= 0xE3 }
      isLong[column] = filled > 0 && long * 2 >= filled
    }
  }

  /// Whether the tables of addresses need be read at all.
  var isWorthLooking: Bool { isLong.contains(true) }

  /// By column, whether three in five of its values name a division and something in it.
  func found(_ gazetteer: AddressGazetteer?) -> [Bool] {
    guard let gazetteer else { return isLong.map { _ in false } }
    var reader = ValueReader(gazetteer)
    return isLong.indices.map { column in
      if !isLong[column] { return false }
      let (filled, right) = Self.count(sample, column) { reader.isAddress($0) }
      return right * 5 >= filled * 3
    }
  }

  private static func count(
    _ rows: RawRows, _ column: Int, _ test: (Span<UInt8>) -> Bool
  ) -> (filled: Int, right: Int) {
    var (filled, right) = (0, 0)
    for row in 0..<min(rows.count, Self.rows) {
      guard let cell = rows.cell(row, column) else { continue }
      let value = rows.bytes.span.extracting(cell.range)
      if value.isBlank { continue }
      filled += 1
      if test(value) { right += 1 }
    }
    return (filled, right)
  }
}
