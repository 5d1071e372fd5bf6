import Records
import References

/// The characters of a short text as they are compared, on the stack.
///
/// Blanks are left out, widths, brackets and marks folded, traditional characters read as
/// simplified ones.
struct FoldedName {
  /// Characters that are looked at.
  static let limit = 160

  private var scalars = [160 of UInt32](repeating: 0)
  private(set) var count = 0
  /// Whether the text has more characters than are looked at.
  private(set) var isCut = false

  /// An empty one.
  init() {}

  /// O(n), no allocation.
  init(_ text: Span<UInt8>, _ forms: CharacterForms?) {
    var reader = FoldedText()
    while true {
      let scalar = reader.next(in: text)
      if scalar == 0 { return }
      append(forms?.form(of: scalar) ?? scalar)
    }
  }

  mutating func append(_ scalar: UInt32) {
    if scalar == 0 { return }
    if count == Self.limit {
      isCut = true
      return
    }
    scalars[count] = scalar
    count += 1
  }

  subscript(index: Int) -> UInt32 { scalars[index] }

  /// The characters of a range. O(n).
  func part(_ range: Range<Int>) -> FoldedName {
    var result = FoldedName()
    for index in range { result.append(scalars[index]) }
    return result
  }

  /// Without the characters that `isLeftOut` says. O(n).
  func without(_ isLeftOut: (Int, UInt32) -> Bool) -> FoldedName {
    var result = FoldedName()
    for index in 0..<count where !isLeftOut(index, scalars[index]) {
      result.append(scalars[index])
    }
    result.isCut = isCut
    return result
  }

  /// O(n).
  func equals(_ other: FoldedName) -> Bool {
    if count != other.count || isCut || other.isCut { return false }
    for index in 0..<count where scalars[index] != other.scalars[index] { return false }
    return true
  }

  func has(_ scalar: UInt32) -> Bool { first(scalar) != nil }

  func first(_ scalar: UInt32, from start: Int = 0) -> Int? {
    for index in start..<max(start, count) where scalars[index] == scalar { return index }
    return nil
  }

  /// Whether the characters from `place` on are those of a word. O(length of the word).
  func goesOn(_ word: FoldedWord, at place: Int) -> Bool {
    if place < 0 || place + word.scalars.count > count { return false }
    for index in word.scalars.indices where scalars[place + index] != word.scalars[index] {
      return false
    }
    return true
  }

  func ends(_ word: FoldedWord) -> Bool { goesOn(word, at: count - word.scalars.count) }

  /// Characters that two begin with in common, and that they end with in common, none of
  /// them counted twice. O(n).
  static func common(_ a: FoldedName, _ b: FoldedName)
    -> (start: Int, end: Int)
  {
    let least = min(a.count, b.count)
    var start = 0
    while start < least, a[start] == b[start] { start += 1 }
    var end = 0
    while end < least - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    return (start, end)
  }
}

/// A word to look for in a `FoldedName`; made once.
struct FoldedWord: Sendable {
  let scalars: [UInt32]

  init(_ text: String) { scalars = text.unicodeScalars.map { FoldedText.fold($0.value) } }

  static func list(_ text: String) -> [FoldedWord] {
    text.split(separator: " ").map { FoldedWord(String($0)) }
  }
}
