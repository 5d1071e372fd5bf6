import Records

/// A fixed set of terms, found in a text in one pass over its bytes.
///
/// Every prefix of a term is a node, and a table leads from a node and the next character to
/// the node behind it. Characters are compared as `FoldedText` reads them, but a blank ends a
/// term. At each character of a text the longest term is looked for, so that a text of n
/// bytes costs at most n times the length of the longest term, and a few steps as a rule.
/// Nothing is allocated.
package struct TermAutomaton: Sendable {
  /// Edges by slot: node, character and the node behind it; 0 where the slot is free.
  private let edges: FrozenArray<UInt64>
  /// Number of slots less one.
  private let mask: Int
  /// By node: number of the term that ends there, or -1.
  private let terms: FrozenArray<Int32>
  /// A bit for each pair of characters that a term begins with, by their hash.
  private let beginnings: FrozenArray<UInt64>

  /// Terms while they are collected.
  package struct Builder {
    private var edges: [UInt64]
    private var count = 0
    fileprivate var terms: [Int32] = [-1]
    fileprivate var beginnings = [UInt64](repeating: 0, count: TermAutomaton.beginningWords)

    /// `edgesExpected` saves growing; any number will do.
    package init(edgesExpected: Int = 1 << 10) {
      var capacity = 1 << 10
      while capacity < edgesExpected * 2 { capacity *= 2 }
      edges = [UInt64](repeating: 0, count: capacity)
    }

    /// Adds a term and returns its number, which is `next` where the term is new. A term of
    /// fewer than two characters is left out: nil.
    package mutating func add(_ term: Span<UInt8>, next: Int) -> Int? {
      var reader = FoldedText()
      var node = 0
      var first: UInt32 = 0
      var length = 0
      while true {
        let scalar = reader.next(in: term)
        if scalar == 0 { break }
        length += 1
        if length == 1 { first = scalar }
        if length == 2 {
          let bit = TermAutomaton.beginning(first, scalar)
          beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        node = child(of: node, scalar)
      }
      if length < 2 { return nil }
      if terms[node] >= 0 { return Int(terms[node]) }
      terms[node] = Int32(next)
      return next
    }

    private mutating func child(of node: Int, _ scalar: UInt32) -> Int {
      if count * 2 >= edges.count { grow() }
      let wanted = TermAutomaton.key(node, scalar)
      var slot = TermAutomaton.slot(wanted) & (edges.count - 1)
      while edges[slot] != 0 {
        if edges[slot] & ~TermAutomaton.childMask == wanted {
          return Int(edges[slot] & TermAutomaton.childMask)
        }
        slot = (slot + 1) & (edges.count - 1)
      }
      let made = terms.count
      precondition(made <= TermAutomaton.childMask)
      terms.append(-1)
      edges[slot] = wanted | UInt64(made)
      count += 1
      return made
    }

    private mutating func grow() {
      var larger = [UInt64](repeating: 0, count: edges.count * 2)
      for edge in edges where edge != 0 {
        var slot = TermAutomaton.slot(edge & ~TermAutomaton.childMask) & (larger.count - 1)
        while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
        larger[slot] = edge
      }
      edges = larger
    }

    /// The automaton of the terms added. O(number of their prefixes).
    package func automaton() -> TermAutomaton {
      TermAutomaton(edges: edges, terms: terms, beginnings: beginnings)
    }
  }

  fileprivate init(edges: [UInt64], terms: [Int32], beginnings: [UInt64]) {
    self.edges = FrozenArray(edges)
    mask = edges.count - 1
    self.terms = FrozenArray(terms)
    self.beginnings = FrozenArray(beginnings)
  }

  private static let childMask: UInt64 = 1 << 21 - 1
  fileprivate static let beginningWords = 1 << 13

  /// Node and character as the upper part of an edge; never 0, as no character is.
  @inline(__always) private static func key(_ node: Int, _ scalar: UInt32) -> UInt64 {
    UInt64(node) << 42 | UInt64(scalar) << 21
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).high)
  }

  @inline(__always) fileprivate static func beginning(_ a: UInt32, _ b: UInt32) -> Int {
    Int((a &* 0x9E37_79B1 ^ b &* 0x85EB_CA77) >> 13)
  }

  /// Whether some term may begin with two characters.
  @inline(__always) fileprivate func mayBegin(_ a: UInt32, _ b: UInt32) -> Bool {
    let bit = Self.beginning(a, b)
    return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The node behind `node` on a character, or nil.
  @inline(__always) fileprivate func child(of node: Int, _ scalar: UInt32) -> Int? {
    let wanted = Self.key(node, scalar)
    var slot = Self.slot(wanted) & mask
    while true {
      let edge = edges[slot]
      if edge == 0 { return nil }
      if edge & ~Self.childMask == wanted { return Int(edge & Self.childMask) }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always) fileprivate func term(at node: Int) -> Int { Int(terms[node]) }
}

/// A term where it stands in a text.
package struct TermMatch: Sendable {
  /// Number of the term.
  package let term: Int
  /// Bytes in which it stands.
  package let range: Range<Int>
  /// Its characters, blanks not counted.
  package let characters: Int
}

/// Goes through a text and gives the terms in it, each the longest that begins where it
/// does, in the order in which they begin. A term inside another one is left out; terms
/// may overlap.
package struct TermScanner: BitwiseCopyable, Sendable {
  private var place = 0
  /// End of the term found so far that ends last.
  private var furthest = 0

  package init() {}

  /// The next term in `text`, which must be the same at every call, or nil.
  package mutating func next(in text: Span<UInt8>, _ automaton: TermAutomaton) -> TermMatch? {
    var reader = FoldedText(at: place)
    while place < text.count {
      let first = reader.step(in: text)
      let second = reader.place
      defer { place = second }
      if first == 0 || second == text.count { continue }
      var ahead = reader
      let next = ahead.step(in: text)
      if next == 0 || !automaton.mayBegin(first, next) { continue }
      guard let match = longest(from: first, next, ahead, in: text, automaton) else { continue }
      if match.range.upperBound <= furthest { continue }
      furthest = match.range.upperBound
      return match
    }
    return nil
  }

  private func longest(
    from first: UInt32, _ second: UInt32, _ reader: FoldedText, in text: Span<UInt8>,
    _ automaton: TermAutomaton
  ) -> TermMatch? {
    guard let root = automaton.child(of: 0, first), var node = automaton.child(of: root, second)
    else { return nil }
    var reader = reader
    var length = 2
    var found: TermMatch?
    while true {
      let term = automaton.term(at: node)
      if term >= 0 {
        found = TermMatch(term: term, range: place..<reader.place, characters: length)
      }
      if reader.place >= text.count { return found }
      let scalar = reader.step(in: text)
      guard scalar != 0, let child = automaton.child(of: node, scalar) else { return found }
      node = child
      length += 1
    }
  }
}
