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
    for (traditional, simplified) in try Self.pairs(from: folder) {
      forms[Int(traditional)] = simplified
    }
    self.forms = FrozenArray(forms)
  }

  /// Every traditional character of the table with its simplified one.
  package static func pairs(
    from folder: MappingsFolder
  ) throws(ReferenceFault) -> [(traditional: UInt16, simplified: UInt16)] {
    let table = try ReferenceTable(tables[0], from: folder)
    let (traditional, simplified) = (
      try table.column("traditional"), try table.column("simplified")
    )
    var pairs: [(traditional: UInt16, simplified: UInt16)] = []
    for row in 0..<table.count {
      let pair = (table.text(row, traditional) + table.text(row, simplified)).utf16.map { $0 }
      guard pair.count == 2 else { throw table.fault(row, .badValue(column: "simplified")) }
      pairs.append((pair[0], pair[1]))
    }
    return pairs
  }

  /// The form of a scalar that `FoldedText` has read. O(1).
  package func form(of scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(forms[Int(scalar)]) : scalar
  }
}
