import Records

/// Registering authorities and classes of organisation: the first two characters of a
/// unified credit code.
package struct CreditCodeClasses: Reference {
  package static let name = "credit-code-classes"
  package static let tables = ["codes/credit-code-classes.csv"]

  /// Row for a pair of characters among digits and capitals, 36 by 36; -1 for none.
  private let rows: FrozenArray<Int16>
  private let authorities: NameTable
  private let classes: NameTable

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable("codes/credit-code-classes.csv", from: folder)
    let prefix = try table.column("prefix")
    let (department, kind) = (try table.column("dept_name"), try table.column("org_class_name"))
    var rows = [Int16](repeating: -1, count: 36 * 36)
    for row in 0..<table.count {
      let place = table.read(row, prefix) { code -> Int? in
        code.count == 2 ? CreditCodeClasses.place(code[0], code[1]) : nil
      }
      guard let place else { throw table.fault(row, .badValue(column: "prefix")) }
      rows[place] = Int16(row)
    }
    self.rows = FrozenArray(rows)
    authorities = NameTable((0..<table.count).map { table.text($0, department) })
    classes = NameTable((0..<table.count).map { table.text($0, kind) })
  }

  private static func place(_ authority: UInt8, _ kind: UInt8) -> Int? {
    func value(_ byte: UInt8) -> Int? {
      if byte.isDigit { return Int(byte &- 0x30) }
      return byte.isLetter ? Int(byte.uppercased &- 0x41) + 10 : nil
    }
    guard let first = value(authority), let second = value(kind) else { return nil }
    return first * 36 + second
  }

  /// Row of a pair of characters, small letters like capitals, or nil. O(1).
  package func row(authority: UInt8, class kind: UInt8) -> Int? {
    guard let place = CreditCodeClasses.place(authority, kind) else { return nil }
    let row = Int(rows[place])
    return row < 0 ? nil : row
  }

  /// Appends the name of a row's authority.
  package func appendAuthority(_ row: Int, to text: inout [UInt8]) {
    authorities.append(row, to: &text)
  }
  /// Appends the name of a row's class of organisation.
  package func appendClass(_ row: Int, to text: inout [UInt8]) { classes.append(row, to: &text) }
}
