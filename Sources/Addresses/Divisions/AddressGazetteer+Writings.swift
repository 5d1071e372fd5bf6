import Records

/// Ways of writing that `AddressHead` does not know.
extension AddressGazetteer {
  /// Whether divisions may be written where `AddressHead` ended or found none: behind a
  /// province of one character (赣南康区), or in traditional characters. Looks at five
  /// characters; no allocation.
  package func mayHideDivisions(_ address: Span<UInt8>, from start: Int) -> Bool {
    var place = start
    var seen = 0
    while place + 2 < address.count, seen < 5 {
      let lead = UInt16(address[place])
      if lead & 0xF0 != 0xE0 {
        // Blanks and marks; behind more than a few of them nothing is looked for.
        place += 1
        seen += 1
        continue
      }
      let scalar =
        lead << 12 | UInt16(address[place + 1] & 0x3F) << 6 | UInt16(address[place + 2] & 0x3F)
      if start == 0, storage.value.abbreviations[Int(scalar)] != 0 { return true }
      let form = folded(scalar)
      if scalar >= 0x3400, scalar < 0xA000, form != scalar, form != 0 { return true }
      place += 3
      seen += 1
    }
    return false
  }

  /// A text in the form in which it is compared: simplified, half-width, without blanks. Of a
  /// long one the beginning. Allocates.
  package func compared(_ text: Span<UInt8>) -> [UInt8] {
    var reader = AddressText()
    reader.read(text, characters)
    var output: [UInt8] = []
    for index in 0..<reader.count { output.append(scalar: UInt32(reader[index])) }
    return output
  }
}
