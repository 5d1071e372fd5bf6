import Records

/// What bringing one coded element up to the edition in force asks of the records, by branch
/// and by recorded code. Mergeable: parts in any order give the same counts.
package struct AlignmentTally: Mergeable, Sendable {
  /// What a record needs; of several findings on the element the most laborious one counts.
  package enum Need: UInt8, CaseIterable, Comparable, Sendable {
    /// The code stays.
    case nothing
    /// It changes by rule, without asking anyone.
    case rule
    /// A proposal or a few candidates are there: one is chosen and confirmed.
    case choice
    /// Somebody at the bank has to look.
    case review
    /// Nothing but the customer can tell.
    case contact

    package init(_ action: Action) {
      switch action {
      case .auto: self = .rule
      case .confirm: self = .choice
      case .review: self = .review
      case .contact: self = .contact
      }
    }

    package static func < (a: Need, b: Need) -> Bool { a.rawValue < b.rawValue }
  }

  /// Numbers of records.
  package struct Counts: Equatable, Sendable {
    private var needs = [Int](repeating: 0, count: Need.allCases.count)

    package init() {}

    package subscript(need: Need) -> Int {
      get { needs[Int(need.rawValue)] }
      set { needs[Int(need.rawValue)] = newValue }
    }

    /// Records examined.
    package var examined: Int { needs.reduce(0, +) }
    /// Records whose code was missing or wrong.
    package var amiss: Int { examined - self[.nothing] }

    package mutating func add(_ other: Counts) {
      for place in needs.indices { needs[place] += other.needs[place] }
    }
  }

  private struct Key: Hashable {
    let branch: Int32
    let code: ShortKey
  }

  /// The element that is aligned.
  package let element: DataElement
  private var branches: [[UInt8]] = []
  private var numbers: [[UInt8]: Int32] = [:]
  private var counts: [Key: Counts] = [:]

  package init(_ element: DataElement) { self.element = element }

  /// What codes of any other form are counted under.
  package static let otherForms = "?"
  private static let otherFormsKey = ShortKey([UInt8(ascii: "?")].span)!

  /// Counts a record. `code` is what it says.
  package mutating func count(branch: Span<UInt8>, code: Span<UInt8>, need: Need) {
    var name: [UInt8] = []
    name.append(branch)
    counts[Key(branch: number(of: name), code: Self.key(of: code)), default: Counts()][need] += 1
  }

  private mutating func number(of branch: [UInt8]) -> Int32 {
    if let known = numbers[branch] { return known }
    let number = Int32(branches.count)
    numbers[branch] = number
    branches.append(branch)
    return number
  }

  /// Up to six digits, without the letter of a section in front; empty for no code. What
  /// people write in a hurry must not make a row each.
  private static func key(of code: Span<UInt8>) -> ShortKey {
    var start = 0
    if code.count > 1, code[0].isLetter { start = 1 }
    let digits = code.extracting(start..<code.count)
    if digits.count > 6 { return otherFormsKey }
    for index in digits.indices where !digits[index].isDigit {
      if digits.count > 1 || !digits[index].isLetter { return otherFormsKey }
    }
    return ShortKey(digits) ?? otherFormsKey
  }

  package mutating func merge(_ other: consuming AlignmentTally) {
    let renumbered = other.branches.map { number(of: $0) }
    for (key, more) in other.counts {
      counts[Key(branch: renumbered[Int(key.branch)], code: key.code), default: Counts()].add(more)
    }
  }

  // MARK: Reading off

  /// One line of a table.
  package struct Row: Equatable, Sendable {
    /// Branch or code; empty for records without one.
    package let name: String
    package let counts: Counts
  }

  /// Over all records.
  package var total: Counts { counts.values.reduce(into: Counts()) { $0.add($1) } }

  /// By branch, in the order of their bytes. O(n log n).
  package var byBranch: [Row] {
    grouped { String(decoding: branches[Int($0.branch)], as: UTF8.self) }
  }

  /// By recorded code, or by the first `length` characters of it: the divisions of an
  /// industry code have two. Empty codes and those of other forms have rows of their own.
  package func byCode(prefix length: Int = 15) -> [Row] {
    grouped { String($0.code.description.prefix(length)) }
  }

  private func grouped(_ name: (Key) -> String) -> [Row] {
    var rows: [String: Counts] = [:]
    for (key, counts) in counts { rows[name(key), default: Counts()].add(counts) }
    return rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { Row(name: $0.key, counts: $0.value) }
  }
}
