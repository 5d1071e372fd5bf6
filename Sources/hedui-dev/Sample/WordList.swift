/// Words one after another in one buffer, each with its weight: `"王:74 李:72 张"`.
struct WordList: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int32]
  /// Word by a random number below its count, so that weights hold.
  private let table: [Int16]

  /// Words with blanks between them; the weight stands behind a colon, 1 where none does.
  init(_ text: String) {
    self.init(
      weighted: text.split(whereSeparator: \.isWhitespace).map { item in
        let parts = item.split(separator: ":")
        return (String(parts[0]), parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
      })
  }

  init(_ words: [String]) { self.init(weighted: words.map { ($0, 1) }) }

  init(weighted words: [(String, Int)]) {
    var bytes: [UInt8] = []
    var ends: [Int32] = []
    var table: [Int16] = []
    for (index, (word, weight)) in words.enumerated() {
      bytes.append(contentsOf: word.utf8)
      ends.append(Int32(bytes.count))
      table.append(contentsOf: repeatElement(Int16(index), count: weight))
    }
    self.bytes = bytes
    self.ends = ends
    self.table = table
  }

  var count: Int { ends.count }

  /// Place of a word, by weight.
  func pick(_ random: inout SampleRandom) -> Int { Int(table[random.below(table.count)]) }

  func append(_ index: Int, to text: inout [UInt8]) {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    text.append(contentsOf: bytes[start..<Int(ends[index])])
  }

  /// Appends a word by weight.
  func append(any random: inout SampleRandom, to text: inout [UInt8]) {
    append(pick(&random), to: &text)
  }

  subscript(index: Int) -> String {
    var text: [UInt8] = []
    append(index, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
