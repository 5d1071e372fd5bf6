import Records

/// The form in which a character is compared: as `FoldedText` reads it, and traditional
/// characters as simplified ones.
///
/// A table of 64 K places; characters beyond U+FFFF are compared as they are.
package struct CharacterForms: Reference {
  package static let name = "character-forms"
  package static let tables = ["keywords/traditional-characters.csv"]

  private let forms: FrozenArray<UInt16>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    var forms = (0...0xFFFF).map { UInt16(truncatingIfNeeded: FoldedText.fold(UInt32($0))) }
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let traditional = try table.column("traditional")
    let simplified = try table.column("simplified")
    for row in 0..<table.count {
      let pair = (table.text(row, traditional) + table.text(row, simplified)).utf16.map { $0 }
      guard pair.count == 2 else { throw table.fault(row, .badValue(column: "simplified")) }
      forms[Int(pair[0])] = pair[1]
    }
    self.forms = FrozenArray(forms)
  }

  /// The form of a scalar that `FoldedText` has read. O(1).
  package func form(of scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(forms[Int(scalar)]) : scalar
  }
}
