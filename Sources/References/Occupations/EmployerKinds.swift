import Records

/// Kinds of employer, told by how their names end, and the occupations that cannot go with
/// them.
package struct EmployerKinds: Reference {
  package static let name = "occupation-employers"
  package static let tables = ["keywords/occupation-employers.csv"]

  /// One kind of employer.
  package struct Kind: Sendable {
    package let name: String
    /// Beginnings of codes of GB/T 6565-2015, or of a bank's status codes S801 to S805.
    package let expected: [String]
    package let contradicts: [String]
  }

  /// An ending of names.
  private struct Ending: BitwiseCopyable, Sendable {
    let length: Int32
    let kind: Int32
  }

  private struct Storage: Sendable {
    let kinds: [Kind]
    /// By last character: the first ending in `endings` that ends with it.
    let starts: FrozenMap
    /// Endings of one last character together, the longest first.
    let endings: FrozenArray<Ending>
    let words: NameTable
    let lastCharacters: FrozenArray<ShortKey>
  }

  private let storage: FrozenBox<Storage>

  /// Kinds beyond this number have no bit in the masks of a rule.
  package static let mostKinds = 64

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let (name, words) = (try table.column("kind"), try table.column("words"))
    let (expected, contradicts) = (try table.column("expected"), try table.column("contradicts"))
    func parts(_ row: Int, _ column: Int) -> [String] {
      table.text(row, column).split(separator: ";").map { part in
        String(part).replacing(" ", with: "")
      }
    }
    var kinds: [Kind] = []
    var endings: [(last: ShortKey, word: String, kind: Int32)] = []
    for row in 0..<table.count {
      if row >= Self.mostKinds { throw table.fault(row, .badValue(column: "kind")) }
      for column in [expected, contradicts] {
        for code in parts(row, column) where !Self.isCode(code) {
          throw table.fault(row, .badValue(column: table.columns[column]))
        }
      }
      for word in parts(row, words) {
        // A Chinese character at the end, and one more before it.
        guard word.utf8.count >= 6, let last = ShortKey(Array(word.utf8.suffix(3)).span) else {
          throw table.fault(row, .badValue(column: "words"))
        }
        endings.append((last, word, Int32(row)))
      }
      kinds.append(
        Kind(
          name: table.text(row, name), expected: parts(row, expected),
          contradicts: parts(row, contradicts)))
    }
    endings.sort {
      ($0.last.low, $1.word.utf8.count, $0.word) < ($1.last.low, $0.word.utf8.count, $1.word)
    }
    var starts: [(ShortKey, Int32)] = []
    for (index, ending) in endings.enumerated() where starts.last?.0 != ending.last {
      starts.append((ending.last, Int32(index)))
    }
    storage = FrozenBox(
      Storage(
        kinds: kinds, starts: FrozenMap(starts),
        endings: FrozenArray(
          endings.map { Ending(length: Int32($0.word.utf8.count), kind: $0.kind) }),
        words: NameTable(endings.map(\.word)), lastCharacters: FrozenArray(endings.map(\.last))))
  }

  /// One to five digits, or S801 to S805.
  private static func isCode(_ text: String) -> Bool {
    if text.hasPrefix("S80") { return text.count == 4 && ("1"..."5").contains(text.suffix(1)) }
    return (1...5).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  package var kinds: [Kind] { storage.value.kinds }

  /// The kind of an employer by the longest ending of its name that is known; nil for any
  /// other name, and for one that is nothing but the ending. O(length).
  package func kind(of employer: Span<UInt8>) -> Int? {
    if employer.count < 9 { return nil }
    let tail = employer.extracting((employer.count - 3)..<employer.count)
    guard let last = ShortKey(tail), var index = storage.value.starts[last] else { return nil }
    while index < storage.value.endings.count, storage.value.lastCharacters[index] == last {
      let ending = storage.value.endings[index]
      let length = Int(ending.length)
      if employer.count > length,
        storage.value.words.equals(
          index, employer.extracting((employer.count - length)..<employer.count))
      {
        return Int(ending.kind)
      }
      index += 1
    }
    return nil
  }
}
