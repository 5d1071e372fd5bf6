import Records

/// Cells of the CSV files that a run leaves.
///
/// RFC 4180, with one addition: a text that a spreadsheet would compute (one that starts
/// with `=`, `+`, `-`, `@`, tab or CR), and a text that starts with an apostrophe, gets an
/// apostrophe in front. Readers of the file take one leading apostrophe away.
extension Array<UInt8> {
  /// Appends `text` as one cell. O(n).
  package mutating func append(csv text: Span<UInt8>) {
    if text.isEmpty { return }
    let first = text[0]
    let guarded =
      first == 0x3D || first == 0x2B || first == 0x2D || first == 0x40 || first == 0x09
      || first == 0x0D || first == 0x27
    var quoted = false
    for index in text.indices {
      let byte = text[index]
      if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D {
        quoted = true
        break
      }
    }
    if !quoted {
      if guarded { append(0x27) }
      append(text)
      return
    }
    append(0x22)
    if guarded { append(0x27) }
    for index in text.indices {
      let byte = text[index]
      if byte == 0x22 { append(0x22) }
      append(byte)
    }
    append(0x22)
  }

  /// Appends `text` as one cell. O(n).
  package mutating func append(csv text: [UInt8]) { append(csv: text.span) }

  /// Appends the wording of one language.
  package mutating func append(zh: StaticString, en: StaticString, in language: Language) {
    append(language == .zh ? zh : en)
  }

  /// Hides the middle of a value: the first and the last character stay, of long numbers
  /// the first three and the last four, as banks print them. O(n).
  package mutating func mask() {
    let text = String(decoding: self, as: UTF8.self)
    let characters = Array<Character>(text)
    let (head, tail) =
      characters.count >= 11
      ? (3, 4) : (Swift.min(1, characters.count), characters.count > 2 ? 1 : 0)
    if characters.count <= head { return }
    let hidden = characters.count - head - tail
    let shown =
      String(characters[..<head]) + String(repeating: "*", count: hidden)
      + String(characters[(characters.count - tail)...])
    self = Array(shown.utf8)
  }
}
