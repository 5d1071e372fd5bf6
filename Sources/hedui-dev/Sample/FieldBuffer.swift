import Records

/// The fields of one record while it is made: bytes of UTF-8 and where each field lies in
/// them. A field may be set again, which is how faults are planted.
struct FieldBuffer<Field: RawRepresentable<Int> & CaseIterable & Sendable>: Sendable {
  private(set) var bytes: [UInt8] = []
  private var cells: [Cell]

  init() {
    cells = [Cell](repeating: .empty, count: Field.allCases.count)
    bytes.reserveCapacity(1024)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    for index in cells.indices { cells[index] = .empty }
  }

  /// Fills a field with what `body` appends.
  @inline(__always) mutating func set(_ field: Field, _ body: (inout [UInt8]) -> Void) {
    let start = bytes.count
    body(&bytes)
    cells[field.rawValue] = Cell(start..<bytes.count)
  }

  mutating func set(_ field: Field, _ text: String) {
    set(field) { $0.append(contentsOf: text.utf8) }
  }

  mutating func erase(_ field: Field) { cells[field.rawValue] = .empty }

  func isEmpty(_ field: Field) -> Bool { cells[field.rawValue].isEmpty }

  /// The bytes of a field.
  subscript(field: Field) -> ArraySlice<UInt8> { bytes[cells[field.rawValue].range] }

  func text(_ field: Field) -> String { String(decoding: self[field], as: UTF8.self) }

  /// Appends the fields with a delimiter between them and a line end.
  func appendLine(to text: inout [UInt8], delimiter: [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 {
        if delimiter.count == 1 {
          text.append(delimiter[0])
        } else {
          text.append(contentsOf: delimiter)
        }
      }
      text.append(contentsOf: bytes[cell.range])
    }
    text.append(0x0A)
  }
}

extension Array<UInt8> {
  /// Appends a number with at least `width` digits.
  mutating func append(number: Int, width: Int) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: number / divisor % 10) + 0x30)
      divisor /= 10
    }
  }

  /// Appends `yyyyMMdd`.
  mutating func append(compact day: Day) {
    let (year, month, number) = day.parts
    append(number: year * 10_000 + month * 100 + number, width: 8)
  }
}
