import Records

/// The words by which a business scope and a company's name speak for classes of
/// GB/T 4754: the products and activities that the bureau's notes list, the names of the
/// classes, and the words that tell making from selling.
///
/// What it gives is a hint, never a classification: the terms were taken out of the notes
/// by a program, and a scope says what a company may do, not what it lives on.
package struct IndustryScope: Reference {
  package static let name = "gbt4754-keywords"
  package static let tables = [
    "keywords/gbt4754-keywords.csv", "keywords/gbt4754-exclusions.csv", "codes/gbt4754-2019.csv",
    "codes/gbt4754-aliases.csv",
  ]

  /// The edition whose classes the terms speak for.
  package static let edition = IndustryEdition.of2019

  /// What a section of the classification lives on, as far as a scope shows it.
  enum Kind: UInt8, BitwiseCopyable, Sendable { case growing, mining, making, trading, serving }

  /// A word or a term.
  struct Term: BitwiseCopyable, Sendable {
    /// Classes that the term stands in, as places in the storage's classes.
    var firstClass: Int32 = 0
    var endClass: Int32 = 0
    /// For a word that tells what is done: what.
    var doings: ScopeDoings = []
    /// What the words inside the term tell.
    var inherent: ScopeDoings = []
    var signs: ScopeSigns = []
    /// Whether it is the name of a class rather than a term of the notes.
    var isName = false

    @inline(__always) var classes: Range<Int32> { firstClass..<endClass }
  }

  struct Storage: Sendable {
    let automaton: TermAutomaton
    let terms: FrozenArray<Term>
    let classes: FrozenArray<UInt16>
    /// By division: what its section lives on.
    let kinds: FrozenArray<UInt8>
    /// Places in `exclusions` by class number, and the codes under which a class's notes
    /// list what it leaves out: groups as 1xxx0, divisions as 1xx00, classes as they are.
    let exclusionEnds: FrozenArray<Int32>
    let exclusions: FrozenArray<UInt32>
  }

  private let storage: FrozenBox<Storage>

  @inline(__always) var automaton: TermAutomaton { storage.value.automaton }

  /// Number of terms and words.
  package var count: Int { storage.value.terms.count }

  @inline(__always) func term(_ number: Int) -> Term { storage.value.terms[number] }

  @inline(__always) func classCode(_ place: Int32) -> UInt16 { storage.value.classes[Int(place)] }

  /// What the section of a class, group or division lives on. O(1).
  @inline(__always) func kind(of code: UInt16) -> Kind {
    // 贸易经纪与代理: the notes list the goods, but the trade is an agent's.
    if code / 10 == 518 || code == Self.groupMark + 518 { return .serving }
    return Kind(rawValue: storage.value.kinds[Int(Self.division(code))]) ?? .serving
  }

  /// A class stands in the tables as its number; a group as its number and this.
  static let groupMark: UInt16 = 10_000
  /// A division as its number and this.
  static let divisionMark: UInt16 = 20_000

  /// Division of a class, group or division. O(1).
  @inline(__always) static func division(_ code: UInt16) -> UInt8 {
    UInt8(
      code < groupMark
        ? code / 100 : code < divisionMark ? (code - groupMark) / 10 : code - divisionMark)
  }

  /// Whether the notes to a class send what it leaves out to another class, or to its group
  /// or division. O(number of the class's exclusions).
  package func excludes(_ code: UInt16, in other: UInt16) -> Bool {
    let ends = storage.value.exclusionEnds
    let wanted = UInt32(other)
    for place in Int(code == 0 ? 0 : ends[Int(code) - 1])..<Int(ends[Int(code)]) {
      let listed = storage.value.exclusions[place]
      if listed == wanted || listed == 10_000 + wanted / 10 * 10
        || listed == 100_000 + wanted / 100 * 100
      {
        return true
      }
    }
    return false
  }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    var loading = try IndustryScopeLoading(folder)
    loading.addWords()
    try loading.addNames()
    try loading.addKeywords(folder)
    storage = FrozenBox(loading.storage())
  }
}
