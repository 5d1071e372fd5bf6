import Records

/// A word or sign of an expression.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    case word(String)
    case text(String)
    case number(String)
    case day(Day)
    case sign(String)
    case end
  }

  let kind: Kind
  let range: Range<Int>
}

/// Cuts the text of an expression into words and signs. O(characters).
struct ExpressionScanner {
  /// Longest text of an expression, in characters.
  static let greatestLength = 20_000
  /// Longest number, in digits: what the arithmetic keeps exactly.
  static let greatestDigits = 20

  private let characters: [Character]
  private var place = 0

  init(_ text: String) { characters = Array(text) }

  mutating func tokens() throws(ExpressionFault) -> [ExpressionToken] {
    if characters.count > Self.greatestLength {
      throw ExpressionFault(.tooLong(limit: Self.greatestLength), 0..<1)
    }
    var tokens: [ExpressionToken] = []
    while true {
      skipBlanks()
      let start = place
      if place == characters.count {
        tokens.append(ExpressionToken(kind: .end, range: start..<start))
        return tokens
      }
      let kind = try next(characters[start])
      tokens.append(ExpressionToken(kind: kind, range: start..<place))
    }
  }

  /// Steps over blanks, and over what stands behind a `#` to the end of the line.
  private mutating func skipBlanks() {
    while place < characters.count {
      if characters[place] == "#" {
        while place < characters.count, !characters[place].isNewline { place += 1 }
      } else if characters[place].isWhitespace {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func next(_ first: Character) throws(ExpressionFault) -> ExpressionToken.Kind {
    let start = place
    if first == "\"" || first == "'" { return .text(try text(quote: first)) }
    if Self.isDigit(first) { return try numberOrDay() }
    if Self.beginsWord(first) {
      while place < characters.count,
        Self.beginsWord(characters[place]) || Self.isDigit(characters[place])
      {
        place += 1
      }
      return .word(String(characters[start..<place]))
    }
    for sign in ["<=", ">=", "!="] where characters[start...].starts(with: Array(sign)) {
      place += 2
      return .sign(sign)
    }
    if "=<>+-*()[],:".contains(first) {
      place += 1
      return .sign(String(first))
    }
    throw ExpressionFault(
      .unexpected(String(first)), start..<(start + 1),
      expected: Text(zh: "数据项、函数、文本、数值或运算符", en: "an element, a function, a value or a sign"),
      nearest: Self.meant[first])
  }

  /// What somebody meant who wrote a sign of Chinese text or of another language.
  private static let meant: [Character: String] = [
    "（": "(", "）": ")", "，": ",", "、": ",", "：": ":", "；": ",", "“": "\"", "”": "\"", "‘": "'",
    "’": "'", "【": "[", "】": "]", "＝": "=", "≠": "!=", "≤": "<=", "≥": ">=", "＜": "<", "＞": ">",
    "＋": "+", "－": "-", "×": "*", "＊": "*", "!": "not", "&": "and", "|": "or", "~": "matches",
    "{": "[", "}": "]", ";": ",", "“\"": "\"",
  ].reduce(into: [:]) { known, entry in
    if let character = entry.key.first, entry.key.count == 1 { known[character] = entry.value }
  }

  /// A backslash takes away the meaning of a quote or backslash behind it, of nothing else, so
  /// that patterns are written as everywhere.
  private mutating func text(quote: Character) throws(ExpressionFault) -> String {
    let start = place
    var text = ""
    place += 1
    while place < characters.count {
      let character = characters[place]
      place += 1
      if character == quote { return text }
      if character == "\\", place < characters.count, "\\\"'".contains(characters[place]) {
        text.append(characters[place])
        place += 1
      } else {
        text.append(character)
      }
    }
    throw ExpressionFault(.textOpen, start..<(start + 1))
  }

  private mutating func numberOrDay() throws(ExpressionFault) -> ExpressionToken.Kind {
    let start = place
    func digits() -> Int {
      var end = place
      while end < characters.count, Self.isDigit(characters[end]) { end += 1 }
      return end - place
    }
    func isDash() -> Bool { place < characters.count && characters[place] == "-" }
    var whole = digits()
    place += whole
    if whole == 4, isDash() {
      let back = place
      place += 1
      if digits() == 2 {
        place += 2
        if isDash() {
          place += 1
          let last = digits()
          place += last
          if last == 2 {
            let text = String(characters[start..<place])
            let parts = text.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3,
              let day = Day(year: parts[0], month: parts[1], day: parts[2])
            else { throw ExpressionFault(.noSuchDay(text), start..<place) }
            return .day(day)
          }
        }
      }
      place = back
    }
    var fraction = 0
    if place + 1 < characters.count, characters[place] == ".", Self.isDigit(characters[place + 1]) {
      place += 1
      fraction = digits()
      place += fraction
    }
    var text = characters[start..<place]
    while whole > 1, text.first == "0" {
      text.removeFirst()
      whole -= 1
    }
    while fraction > 0, text.last == "0" {
      text.removeLast()
      fraction -= 1
    }
    if text.last == "." { text.removeLast() }
    if whole > Self.greatestDigits || fraction > ExactNumber.places {
      throw ExpressionFault(
        .numberTooLong, start..<place,
        expected: Text(
          zh: "整数部分至多 \(Self.greatestDigits) 位，小数至多 \(ExactNumber.places) 位",
          en: "at most \(Self.greatestDigits) digits, \(ExactNumber.places) behind the point"))
    }
    return .number(String(text))
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func beginsWord(_ character: Character) -> Bool {
    character == "_" || character.isLetter
  }
}
