/// What was read in an address.
///
/// A value that is used again for the next address keeps its memory, so that reading many
/// allocates nothing.
package struct Address: Sendable {
  package struct Marks: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let provinceWritten = Marks(rawValue: 1)
    package static let prefectureWritten = Marks(rawValue: 2)
    package static let countyWritten = Marks(rawValue: 4)
    /// A name of the past is written; `past` is the code that it had.
    package static let past = Marks(rawValue: 8)
    /// Divisions are written that do not lie in each other.
    package static let contradiction = Marks(rawValue: 16)
    /// A name without the word for its kind, or with another one.
    package static let short = Marks(rawValue: 32)
    /// The address, or its divisions, stand twice.
    package static let repeated = Marks(rawValue: 64)
    /// Another address follows.
    package static let second = Marks(rawValue: 128)
    /// A level is undecided although something is written of it.
    package static let undecided = Marks(rawValue: 256)
    /// The county is concluded from the township.
    package static let countyConcluded = Marks(rawValue: 512)
    /// What was known beside the text made the difference.
    package static let prior = Marks(rawValue: 1024)
    /// The prefecture has no counties: 东莞市.
    package static let withoutCounties = Marks(rawValue: 2048)
    /// The township is known by another kind, or by a name of the past.
    package static let townshipOther = Marks(rawValue: 4096)
    /// The township stands without the word for its kind, so that it may be part of what follows.
    package static let townshipBare = Marks(rawValue: 8192)
  }

  /// Parts in the order of the text; together they take every byte of it.
  package internal(set) var components: [AddressComponent] = []
  /// Codes in force; 0 where undecided or where there is none.
  package internal(set) var province: Int32 = 0
  package internal(set) var prefecture: Int32 = 0
  package internal(set) var county: Int32 = 0
  /// Nine digits; 0 where not certain.
  package internal(set) var township: Int32 = 0
  /// The code that the first name of the past had.
  package internal(set) var past: Int32 = 0
  /// The finest division of the second best reading; 0 for none.
  package internal(set) var runnerUp: Int32 = 0
  /// The finest division of the best reading, decided or not.
  package internal(set) var best: Int32 = 0
  /// Of 100, how sure the finest decided division is; 0 where none is.
  package internal(set) var confidence: UInt8 = 0
  package internal(set) var grade: AddressGrade = .none
  package internal(set) var missing: AddressGaps = []
  package internal(set) var marks: Marks = []

  var scratch = AddressScratch()

  package init() {
    components.reserveCapacity(32)
  }

  /// The finest division that is decided; 0 for none.
  package var code: Int32 {
    county != 0 ? county : prefecture != 0 ? prefecture : province
  }
  /// Whether something is written of a level and nothing could be decided.
  package var isUndecided: Bool { marks.contains(.undecided) }

  /// The first part of a kind.
  package func first(_ kind: AddressComponent.Kind) -> AddressComponent? {
    components.first { $0.kind == kind }
  }

  mutating func reset() {
    components.removeAll(keepingCapacity: true)
    (province, prefecture, county, township) = (0, 0, 0, 0)
    (past, runnerUp, best, confidence) = (0, 0, 0, 0)
    (grade, missing, marks) = (.none, [], [])
  }
}
