import Records

/// What a program says of a record that fails.
struct Answer: Equatable, Sendable {
  var suggestion: [UInt8] = []
  var expected: [UInt8] = []
  var evidence: [UInt8] = []
  /// In percent; nil where the program does not say.
  var confidence: Int?
}

/// Reads a line of a program: `{"batch":7,"answers":[[0,"passed"],[1,"failed",{…}]]}`.
///
/// Only this form is taken, with blanks anywhere and the keys of an object in any order. O(n).
struct AnswerReader {
  enum Verdict: Equatable {
    case passed, notApplicable, notEvaluated
    case failed(Answer)
  }

  private let bytes: [UInt8]
  private var place = 0

  /// Reads the answer to a batch of `count` records; one verdict a record.
  static func verdicts(
    _ line: [UInt8], batch: Int, count: Int
  ) throws(ProgramFault) -> [Verdict] {
    var reader = AnswerReader(bytes: line)
    var number: Int?
    var verdicts: [Verdict]?
    try reader.object { reader, key throws(ProgramFault) in
      switch key {
      case "batch" where number == nil: number = try reader.integer()
      case "answers" where verdicts == nil: verdicts = try reader.answers(count)
      default: throw reader.fault
      }
    }
    try reader.end()
    guard let number, let verdicts else { throw reader.fault }
    if number != batch { throw .wrongBatch }
    return verdicts
  }

  /// Reads the answer to the greeting.
  static func isReady(_ line: [UInt8]) -> Bool {
    var reader = AnswerReader(bytes: line)
    var version: Int?
    do throws(ProgramFault) {
      try reader.object { reader, key throws(ProgramFault) in
        guard key == "hedui", version == nil else { throw reader.fault }
        version = try reader.integer()
      }
      try reader.end()
    } catch {
      return false
    }
    return version == 1
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var fault: ProgramFault { .badAnswer(at: place + 1) }

  private mutating func answers(_ count: Int) throws(ProgramFault) -> [Verdict] {
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(count)
    try list { reader throws(ProgramFault) in
      try reader.take(UInt8(ascii: "["))
      guard try reader.integer() == verdicts.count, verdicts.count < count else {
        throw .wrongRecord
      }
      try reader.take(UInt8(ascii: ","))
      let start = reader.place
      let word = try reader.string()
      var answer = Answer()
      var hasDetails = false
      if reader.takes(UInt8(ascii: ",")) {
        hasDetails = true
        answer = try reader.details()
      }
      try reader.take(UInt8(ascii: "]"))
      switch word {
      case "passed" where !hasDetails: verdicts.append(.passed)
      case "not_applicable" where !hasDetails: verdicts.append(.notApplicable)
      case "not_evaluated" where !hasDetails: verdicts.append(.notEvaluated)
      case "failed": verdicts.append(.failed(answer))
      default: throw .badAnswer(at: start + 1)
      }
    }
    if verdicts.count != count { throw .wrongRecord }
    return verdicts
  }

  private mutating func details() throws(ProgramFault) -> Answer {
    var answer = Answer()
    try object { reader, key throws(ProgramFault) in
      switch key {
      case "suggestion": answer.suggestion = try reader.text()
      case "expected": answer.expected = try reader.text()
      case "evidence": answer.evidence = try reader.text()
      case "confidence":
        let number = try reader.integer()
        guard (1...100).contains(number) else { throw reader.fault }
        answer.confidence = number
      default: throw reader.fault
      }
    }
    return answer
  }

  // MARK: JSON

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(_ byte: UInt8) throws(ProgramFault) {
    if !takes(byte) { throw fault }
  }

  private mutating func end() throws(ProgramFault) {
    skipBlanks()
    if place < bytes.count { throw fault }
  }

  private mutating func object(
    _ member: (inout AnswerReader, String) throws(ProgramFault) -> Void
  ) throws(ProgramFault) {
    try take(UInt8(ascii: "{"))
    if takes(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try take(UInt8(ascii: ":"))
      try member(&self, key)
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
  }

  private mutating func list(
    _ item: (inout AnswerReader) throws(ProgramFault) -> Void
  ) throws(ProgramFault) {
    try take(UInt8(ascii: "["))
    if takes(UInt8(ascii: "]")) { return }
    repeat { try item(&self) } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
  }

  /// A whole number of up to nine digits.
  private mutating func integer() throws(ProgramFault) -> Int {
    skipBlanks()
    var number = 0
    let start = place
    while place < bytes.count, bytes[place] &- 0x30 < 10, place - start < 9 {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    let isPlain = place - start == 1 || place > start && bytes[start] != 0x30
    if !isPlain { throw fault }
    return number
  }

  private mutating func string() throws(ProgramFault) -> String {
    String(decoding: try text(), as: UTF8.self)
  }

  private mutating func text() throws(ProgramFault) -> [UInt8] {
    try take(0x22)
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x22:
        if text.firstBrokenUTF8(in: 0..<text.count) != nil { throw fault }
        return text
      case 0x00..<0x20: throw fault
      case 0x5C: try escape(into: &text)
      default: text.append(byte)
      }
    }
    throw fault
  }

  private mutating func escape(into text: inout [UInt8]) throws(ProgramFault) {
    guard place < bytes.count else { throw fault }
    let byte = bytes[place]
    place += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = try unit()
      if scalar &- 0xD800 < 0x400 {
        // The second half of a pair has to follow.
        guard place + 2 <= bytes.count, bytes[place] == 0x5C,
          bytes[place + 1] == UInt8(ascii: "u")
        else { throw fault }
        place += 2
        let low = try unit()
        guard low &- 0xDC00 < 0x400 else { throw fault }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let character = Unicode.Scalar(scalar) else { throw fault }
      text.append(contentsOf: String(character).utf8)
    default: throw fault
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(ProgramFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard place < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue
      else { throw fault }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
