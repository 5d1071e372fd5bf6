import Records

/// The organisation code as a key: nine characters without the hyphen before the last,
/// however they are written; the code inside a unified credit code is its places 9 to 17.
/// Sources: GB 11714-1997, clause 5; GB 32100-2015, clause 5.
package enum OrganisationKey {
  /// Of a code that stands alone; nil for anything that is no such code by its length.
  package static func of(_ code: Span<UInt8>) -> PackedKey? {
    var text: InlineArray<9, UInt8> = .init(repeating: 0)
    var count = 0
    for index in code.indices {
      let byte = code[index]
      if byte == UInt8(ascii: "-") { continue }
      if count == 9 || !(byte.isDigit || byte.isLetter) { return nil }
      text[count] = byte
      count += 1
    }
    return count == 9 ? PackedKey(foldingCase: text.span) : nil
  }

  /// Of a record: its organisation code, else the one inside its credit code.
  package static func of(_ record: RecordView) -> PackedKey? {
    if let key = of(record[.organisationCode]) { return key }
    let code = record[.creditCode]
    return code.count == 18 ? of(code.extracting(8..<17)) : nil
  }
}
