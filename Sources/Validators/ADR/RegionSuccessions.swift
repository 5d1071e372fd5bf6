import Findings
import Records
import References
import Synchronization

/// What is to be said of region codes that are out of force, put into words once a code.
final class RegionSuccessions: Sendable {
  /// What became of one code.
  struct Succession {
    /// Codes that hold in the year the data speak of, the likeliest first.
    var candidates: [Int32] = []
    /// The codes in force today for each candidate, which are what addresses are read into.
    var present: [[Int32]] = []
    /// Whether one division has the whole area, by the record of changes.
    var isCertain = false
    /// Whether every way stands in the record of changes.
    var isRecorded = true
    /// The candidates with their paths.
    var expected: [UInt8] = []
    /// What it was, and what happened when, by which document.
    var evidence: [UInt8] = []
  }

  private let divisions: Divisions
  private let history: DivisionHistory?
  private let year: Int
  private let language: Language
  private let known = Mutex<[Int32: Succession]>([:])
  private let knownLives = Mutex<[Int: Succession]>([:])

  init(_ divisions: Divisions, _ history: DivisionHistory?, asOf: Day, _ language: Language) {
    self.divisions = divisions
    self.history = history
    self.year = asOf.year
    self.language = language
  }

  /// What became of the code at a row of `divisions`.
  subscript(row: Int) -> Succession {
    let code = divisions.code(of: row)
    if let succession = known.withLock({ $0[code] }) { return succession }
    let made = history.map { make(code, $0) } ?? makeWithoutHistory(row)
    known.withLock { $0[code] = made }
    return made
  }

  /// What became of one division that had a code: a name of the past, for instance, whose
  /// code goes on under another name.
  func succession(ofLife life: Int, _ history: DivisionHistory) -> Succession {
    if let succession = knownLives.withLock({ $0[life] }) { return succession }
    let ways = history.ways(from: life, to: min(year, history.lastYear))
    var made = make(ways, from: ways.first?.steps.first.map { Int(history.steps[$0].from) } ?? life)
    made.isCertain =
      ways.count == 1 && history.isCertain(ways[0]) && history.lives[life].kind == .regular
    knownLives.withLock { $0[life] = made }
    return made
  }

  private func make(_ code: Int32, _ history: DivisionHistory) -> Succession {
    let ways = history.successors(ofCode: code, in: min(year, history.lastYear))
    let places = history.lives(of: code)
    let start = ways.first?.steps.first.map { Int(history.steps[$0].from) } ?? places.last
    var succession = make(ways, from: start)
    succession.isCertain =
      ways.count == 1 && history.isCertain(ways[0])
      && places.first.map { history.lives[$0].kind == .regular } == true
    return succession
  }

  /// The words for some ways out of one division.
  private func make(_ ways: [DivisionHistory.Way], from start: Int?) -> Succession {
    var succession = Succession()
    guard let history else { return succession }
    let year = min(year, history.lastYear)
    for way in ways {
      if !way.steps.allSatisfy({ history.steps[$0].isRecorded }) { succession.isRecorded = false }
      let now = history.lives[way.end].code
      succession.candidates.append(now)
      succession.present.append(
        history.ways(from: way.end).map { history.lives[$0.end].code })
      succession.begin(now, language)
      history.appendPath(of: way.end, in: year, to: &succession.expected)
    }
    guard let start else { return succession }
    let row = history.lives[start]
    succession.evidence.append(zh: "原为", en: "once ", in: language)
    history.appendPath(
      of: start, in: row.last.map { max(Int(row.first), $0 - 1) } ?? year,
      to: &succession.evidence)
    for step in ways.first?.steps ?? [] { succession.tell(step, history, language) }
    return succession
  }

  /// Where the record of changes is not at hand.
  private func makeWithoutHistory(_ row: Int) -> Succession {
    var succession = Succession()
    succession.isCertain = divisions.isSuccessionCertain(row)
    succession.isRecorded = divisions.isSuccessionRecorded(row)
    for index in 0..<divisions.successorCount(of: row) {
      let code = divisions.successor(of: row, index)
      succession.candidates.append(code)
      succession.present.append([code])
      succession.begin(code, language)
      divisions.appendPath(of: code, to: &succession.expected)
    }
    succession.evidence.append(zh: "原为", en: "once ", in: language)
    divisions.appendPath(of: divisions.code(of: row), to: &succession.evidence)
    return succession
  }
}

extension RegionSuccessions.Succession {
  fileprivate mutating func begin(_ code: Int32, _ language: Language) {
    if !expected.isEmpty { expected.append(zh: "；", en: "; ", in: language) }
    expected.append(region: code)
    expected.append(UInt8(ascii: " "))
  }

  /// `；2013年市→区（国函〔2013〕114号）→360703南康区`.
  fileprivate mutating func tell(_ step: Int, _ history: DivisionHistory, _ language: Language) {
    let row = history.steps[step]
    let year = row.day?.year ?? Int(row.year)
    evidence.append(zh: "；", en: "; ", in: language)
    if year != 0 {
      evidence.append(contentsOf: String(year).utf8)
      evidence.append(zh: "年", en: " ", in: language)
    }
    evidence.append(contentsOf: history.event(of: step)[language].utf8)
    let document = history.document(of: step)
    if !document.isEmpty {
      evidence.append(zh: "（", en: " (", in: language)
      evidence.append(contentsOf: document.utf8)
      evidence.append(zh: "）", en: ")", in: language)
    }
    evidence.append(zh: "：", en: ": ", in: language)
    evidence.append(region: history.lives[Int(row.to)].code)
    evidence.append(UInt8(ascii: " "))
    history.appendName(of: Int(row.to), to: &evidence)
  }
}
