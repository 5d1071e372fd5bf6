extension SourceText {
  /// The place of some characters of a value, wherever it is folded, quoted or escaped.
  /// O(length of the value).
  func place(of range: Range<Int>, inside word: SettingsWord) -> SourcePlace {
    var walk = Walk(source: self, line: word.place.line - 1, column: word.place.column - 1)
    walk.begin()
    var first: (line: Int, column: Int)?
    var last = (line: walk.line, column: walk.column)
    for (index, character) in word.text.enumerated() {
      if index >= range.upperBound, first != nil { break }
      if character.isWhitespace { continue }
      guard let found = walk.find(character) else { break }
      if index >= range.lowerBound, first == nil { first = found }
      last = (walk.line, walk.column)
    }
    // Behind the last character, for what is missing there.
    let start = first ?? last
    let isOneLine = start.line == last.line && first != nil
    return SourcePlace(
      line: start.line + 1, column: start.column + 1,
      length: isOneLine ? max(1, last.column - start.column) : 1)
  }

  /// Steps through the characters of a value as they stand in the file.
  private struct Walk {
    let source: SourceText
    var line: Int
    var column: Int
    var quote: Character?

    private var here: Character? {
      guard source.lines.indices.contains(line) else { return nil }
      let characters = source.lines[line].characters
      return characters.indices.contains(column) ? characters[column] : nil
    }

    mutating func begin() {
      switch here {
      case "\"", "'":
        quote = here
        column += 1
      case "|", ">":
        line += 1
        column = 0
      default: break
      }
    }

    /// Moves behind the next place where a character of the value stands, and says where it
    /// is.
    mutating func find(_ character: Character) -> (line: Int, column: Int)? {
      while line < source.lines.count {
        guard let here else {
          line += 1
          column = 0
          continue
        }
        let place = (line, column)
        if quote == "\"", here == "\\" {
          column += 1
          switch self.here {
          case "x": column += 3
          case "u": column += 5
          case "U": column += 9
          // A line end that is left out, and blanks.
          case nil: continue
          case " ", "\t", "t", "n", "r", "v", "f", "N", "_", "L", "P":
            column += 1
            continue
          default: column += 1
          }
          return place
        }
        column += 1
        if here == character { return place }
      }
      return nil
    }
  }
}
