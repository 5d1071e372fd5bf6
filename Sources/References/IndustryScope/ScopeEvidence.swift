import Records

/// What a business scope and a company's name say of the industry.
package struct ScopeEvidence {
  /// A class for which something speaks.
  package struct Candidate: BitwiseCopyable, Sendable {
    /// The four digits of its code as a number; 10,000 and more for what speaks for a group
    /// or division as a whole.
    package let code: UInt16
    /// Weight of what speaks for it; 0 where it is merely touched by a word.
    package var score: Int32 = 0
    /// The term that speaks for it most, as bytes of the scope or the name.
    package var start: Int32 = 0
    package var length: Int32 = 0
    /// Weight of that term.
    var best: Int32 = 0
    /// Whether the term stands in the company's name.
    package var isInName = false
    /// Whether the term is the name of the class.
    package var isName = false
    /// Whether the term stands in the first activity, or the name, and is most of it.
    package var isForemost = false
  }

  static let limit = 64

  private var candidates: InlineArray<64, Candidate>
  /// Number of candidates.
  package private(set) var count = 0
  private var scores = InlineArray<100, Int32>(repeating: 0)
  private var terms = InlineArray<100, UInt8>(repeating: 0)
  private var touched: (UInt64, UInt64) = (0, 0)
  /// Weight of all activities that may speak for something.
  package private(set) var total: Int32 = 0
  /// Weight of those that speak for some division.
  package private(set) var explained: Int32 = 0
  /// Division of the first activity that speaks for one; trade as `trade`; 0 for none.
  package private(set) var first: UInt8 = 0
  /// Division for which the name speaks, or 0.
  package private(set) var named: UInt8 = 0
  /// What any word of the scope, the bracketed ones too, or of the name says is done.
  package internal(set) var doings: ScopeDoings = []
  /// What the words of the name say is done.
  package internal(set) var nameDoings: ScopeDoings = []

  /// The two divisions of trade count as one: a scope seldom tells retail from wholesale.
  package static let trade: UInt8 = 51

  package init() {
    candidates = InlineArray(repeating: Candidate(code: 0))
  }

  package subscript(index: Int) -> Candidate { candidates[index] }

  /// Division of a class as it is counted here.
  package static func division(_ code: UInt16) -> UInt8 {
    let division = IndustryScope.division(code)
    return division == 52 ? trade : division
  }

  /// Weight of what speaks for a division.
  package func score(_ division: UInt8) -> Int32 { scores[Int(division)] }

  /// Number of different terms that speak for a division.
  package func terms(_ division: UInt8) -> Int { Int(terms[Int(division)]) }

  /// Whether any term of a division stands anywhere, whatever the words beside it.
  package func touches(_ division: UInt8) -> Bool {
    (division < 64 ? touched.0 >> UInt64(division) : touched.1 >> UInt64(division - 64)) & 1 != 0
  }

  /// The division for which most speaks, or 0 for none.
  package var leader: UInt8 {
    var best = 0
    for division in 1..<100 where scores[division] > scores[best] { best = division }
    return UInt8(best)
  }

  /// What speaks for a class, or nil.
  package func candidate(_ code: UInt16) -> Candidate? {
    for index in 0..<count where candidates[index].code == code { return candidates[index] }
    return nil
  }

  // MARK: Collecting

  mutating func touch(_ code: UInt16) {
    let division = Self.division(code)
    if division < 64 {
      touched.0 |= 1 << UInt64(division)
    } else {
      touched.1 |= 1 << UInt64(division - 64)
    }
    _ = place(code)
  }

  private mutating func place(_ code: UInt16) -> Int? {
    for index in 0..<count where candidates[index].code == code { return index }
    if count == Self.limit { return nil }
    candidates[count] = Candidate(code: code)
    count += 1
    return count - 1
  }

  /// Adds what a term at `range` says for a class.
  mutating func add(
    _ code: UInt16, _ weight: Int32, _ range: Range<Int>, isName: Bool, isInName: Bool,
    isForemost: Bool
  ) {
    guard let place = place(code) else { return }
    candidates[place].score += weight
    if isForemost { candidates[place].isForemost = true }
    if weight > candidates[place].best {
      candidates[place].best = weight
      candidates[place].start = Int32(clamping: range.lowerBound)
      candidates[place].length = Int32(clamping: range.count)
      candidates[place].isName = isName
      candidates[place].isInName = isInName
    }
  }

  /// Adds an activity that may speak for something, and the part of it that does.
  mutating func count(activity weight: Int32, explained part: Int32) {
    total += weight
    explained += part
  }

  /// Adds what an activity says for a division.
  mutating func add(division: UInt8, _ weight: Int32, newTerms: Int) {
    scores[Int(division)] += weight
    terms[Int(division)] = UInt8(min(255, Int(terms[Int(division)]) + newTerms))
  }

  mutating func lead(_ division: UInt8) { if first == 0 { first = division } }

  mutating func name(_ division: UInt8) { named = division }
}

extension ScopeEvidence {
  /// The code of a candidate as a number, and how many digits it has.
  package static func code(_ number: UInt16) -> (value: Int, digits: Int) {
    if number < IndustryScope.groupMark { return (Int(number), 4) }
    return number < IndustryScope.divisionMark
      ? (Int(number - IndustryScope.groupMark), 3) : (Int(number - IndustryScope.divisionMark), 2)
  }
}
