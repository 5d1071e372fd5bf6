import Findings
import Records
import TestSupport
import Validators

/// What a validator says of one record, for tests.
struct Judgement {
  let outcome: Outcome
  /// Findings written, and the fields of the first.
  let count: Int
  let suggestion: String
  let expected: String
  let evidence: String
  let action: Action

  init<V: RecordValidator>(
    _ validator: V, _ cells: [DataElement: String], party: Party? = nil, language: Language = .zh
  ) {
    self.init(validator, RecordBatch(party: party ?? V.rule.parties[0], records: [cells]), language)
  }

  init<V: RecordValidator>(_ validator: V, _ batch: RecordBatch, _ language: Language = .zh) {
    let record = batch[0]
    var facts = Facts()
    outcome = validator.check(record, &facts)
    var finding = FindingWriter(language: language)
    if outcome == .failed {
      finding.begin(
        FindingWriter.RulePrefix(V.rule, severity: V.rule.severity, language: language),
        party: batch.layout.party, key: record[.customerKey], branch: record[.branch],
        owner: record[.owner], source: "test", row: 1)
      validator.explain(record, &facts, &finding)
      finding.end()
    }
    let first = WrittenFinding(firstOf: finding)
    suggestion = first?.text(.suggestion) ?? ""
    expected = first?.text(.expected) ?? ""
    evidence = first?.text(.evidence) ?? ""
    action = first?.action ?? .review
    count = finding.count
  }
}

/// A batch of one record whose cells hold any bytes at all.
func record(_ party: Party, _ cells: [(DataElement, [UInt8])]) -> RecordBatch {
  var batch = RecordBatch(layout: RecordLayout(party: party, elements: cells.map(\.0)))
  batch.cells.append(.empty)
  for (_, bytes) in cells {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: bytes)
    batch.cells.append(Cell(batch.bytes.span.trimmedRange(start..<batch.bytes.count)))
  }
  batch.lines.append(0)
  return batch
}

/// A generator with a fixed seed.
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// Up to `length` bytes, of which many are what the rules look at.
  mutating func bytes(upTo length: Int) -> [UInt8] {
    let pieces: [[UInt8]] =
      [
        "2644", "C", "11", "2017", "-", " ", "年", "注销", "未", "有限公司", "（", "\u{3000}", "长期", "万元",
        "9136", "2026-10-3", "1900", "·", "制造", "染料",
      ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0x00], [0xEF, 0xBC], [0xC2]]
    var result: [UInt8] = []
    while result.count < length, next() % 5 > 0 {
      if next() % 4 == 0 {
        result.append(UInt8(truncatingIfNeeded: next() >> 16))
      } else {
        result += pieces[Int(next() % UInt64(pieces.count))]
      }
    }
    return result
  }
}
