import Records

/// A file of settings as text: its lines, for places and messages.
struct SourceText: Sendable {
  /// The file, as people know it.
  let file: String
  let lines: [Line]

  /// A line as characters: any place of it is found at once, however long it is.
  struct Line: Sendable {
    let characters: [Character]
    /// Character of every Unicode scalar; empty where each character is one scalar.
    let places: [Int32]

    init(_ text: Substring) {
      characters = Array(text)
      let count = text.unicodeScalars.count
      if count == characters.count {
        places = []
      } else {
        places = characters.enumerated().flatMap { index, character in
          repeatElement(Int32(clamping: index), count: character.unicodeScalars.count)
        }
      }
    }

    /// Number of the character, from 0, that a scalar, from 0, is part of.
    func character(ofScalar scalar: Int) -> Int {
      if places.isEmpty { return scalar }
      return scalar < places.count ? Int(places[max(0, scalar)]) : characters.count
    }
  }

  /// Longest piece of a line that messages show, in characters.
  static let shownLength = 160

  init(file: String, text: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Line($0) }
  }

  /// The start of the file.
  static let start = SourcePlace(line: 1, column: 1, length: 1)

  /// The character at a place, or nil behind the end of the line.
  func character(at place: SourcePlace) -> Character? {
    guard lines.indices.contains(place.line - 1) else { return nil }
    let characters = lines[place.line - 1].characters
    return characters.indices.contains(place.column - 1) ? characters[place.column - 1] : nil
  }

  /// The place of a mark that counts in Unicode scalars from 1, with the word that stands
  /// there. `text` is the word, where it is known.
  func place(line: Int, scalar: Int, text: String? = nil) -> SourcePlace {
    guard lines.indices.contains(line - 1) else {
      return SourcePlace(line: line, column: scalar, length: 1)
    }
    let found = lines[line - 1]
    let start = min(found.character(ofScalar: scalar - 1), found.characters.count)
    return SourcePlace(
      line: line, column: start + 1,
      length: Self.wordLength(found.characters[start...], text.map { Array($0) }))
  }

  /// Characters of the value at the beginning of `rest`, as far as the line has it.
  private static func wordLength(_ rest: ArraySlice<Character>, _ text: [Character]?) -> Int {
    guard let first = rest.first else { return 1 }
    if first == "\"" || first == "'" {
      var escaped = false
      for (index, character) in rest.enumerated().dropFirst() {
        if escaped {
          escaped = false
        } else if first == "\"", character == "\\" {
          escaped = true
        } else if character == first {
          return index + 1
        }
      }
      return rest.count
    }
    guard let text else {
      if "[{".contains(first) { return 1 }
      return max(1, rest.prefix { !$0.isWhitespace && !":,]}".contains($0) }.count)
    }
    if rest.starts(with: text) { return max(1, text.count) }
    // A value that goes on on the next line, or behind an anchor or tag.
    return max(1, rest.prefix { !",]}".contains($0) && $0 != "#" }.count)
  }

  /// A fault of this file.
  func fault(
    _ place: SourcePlace, _ kind: JobFault.Kind, expected: JobFault.Expected? = nil,
    nearest: String? = nil
  ) -> JobFault {
    JobFault(
      file: file, line: place.line, column: place.column, kind: kind, expected: expected,
      nearest: nearest, excerpt: excerpt(of: place))
  }

  /// The line of a place, or the piece of it around the place.
  private func excerpt(of place: SourcePlace) -> JobFault.Excerpt? {
    guard lines.indices.contains(place.line - 1) else { return nil }
    let characters = lines[place.line - 1].characters
    let cut =
      characters.count > Self.shownLength
      ? min(max(0, place.column - 1 - Self.shownLength / 2), characters.count) : 0
    var shown = Array(characters[cut...].prefix(Self.shownLength))
    if shown.allSatisfy(\.isWhitespace) { return nil }
    if cut > 0 { shown[0] = "…" }
    return JobFault.Excerpt(
      text: String(shown), start: place.column - 1 - cut, length: place.length)
  }
}

/// A place in a file, in characters counted from 1.
struct SourcePlace: Sendable, Equatable {
  let line: Int
  let column: Int
  /// Characters of the word there, 1 at least.
  let length: Int
}
