import Records

/// One code with one name in the lists of divisions, for as long as both stood there.
package struct DivisionLife: BitwiseCopyable, Sendable {
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// A division.
    case regular
    /// Printed in the standard, but no division: 市辖区, 县, 省直辖县级行政区划.
    case summary
    /// A number or a name of one of the lists which the others give otherwise.
    case variant
    /// A development zone or the like, in the lists of statistics only.
    case statisticsZone
    /// In one collection only, its years unknown.
    case unverified
    /// On permits of residence only.
    case permit
  }

  package let code: Int32
  /// Code of the division above; 0 for a province, and where it is not known.
  package let parent: Int32
  /// The first year whose list has it; 0 where the years are not known.
  package let first: Int16
  /// The year in which it went, still in force for a part of it; nil while it stands.
  let lastYear: Int16
  /// The first year that any source gives; 0 for none.
  let earliestYear: Int16
  package let level: Divisions.Level
  package let kind: Kind
  /// Days on which beginning and end were approved, as days since 1970; 0 where not known.
  let approvedNumber: Int32
  let endedNumber: Int32
  /// Whether the yearly lists of the Ministry of Civil Affairs have it.
  let isOfMinistry: Bool
  let name: Cell
  /// Line of `codes/divisions-history.csv`.
  package let line: Int32

  package var last: Int? { lastYear == 0 ? nil : Int(lastYear) }
  package var hasYears: Bool { first != 0 }
  /// The day on which its beginning was approved; it took effect then or months later.
  package var approved: Day? { approvedNumber == 0 ? nil : Day(number: approvedNumber) }
  /// The day on which its end was approved.
  package var ended: Day? { endedNumber == 0 ? nil : Day(number: endedNumber) }

  /// Whether it was in force for any part of a year. O(1).
  package func contains(_ year: Int) -> Bool {
    hasYears && first <= year && (lastYear == 0 || year <= Int(lastYear))
  }

  /// Whether the list of the end of a year has it. O(1).
  package func isListed(in year: Int) -> Bool {
    hasYears && first <= year && (lastYear == 0 || year < Int(lastYear))
  }
}

/// How one division became another.
package struct DivisionStep: BitwiseCopyable, Sendable {
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// Another name.
    case rename
    /// Another code, as a rule because the division above has another.
    case recode
    /// Another kind: a county became a city or a district, a 地区 became a city.
    case upgrade
    /// Into a division that has others in it too.
    case merge
    /// Divided among several.
    case split
    /// To another division above it, or a territory to a neighbour.
    case move
    /// The same division under the number that the other list gives it.
    case otherNumber
    /// A summary code and the division that it sums up.
    case summary
    /// Not recorded: found by likeness of names or codes.
    case likeness
  }

  package enum Scope: UInt8, BitwiseCopyable, Sendable {
    /// The whole of it.
    case whole
    /// One of the parts into which it was divided.
    case piece
    /// Some of its territory, while it stayed.
    case territory
  }

  package enum Basis: UInt8, BitwiseCopyable, Sendable {
    /// In the record of changes.
    case recorded
    /// In the text of an announcement.
    case announced
    /// Worked out from where the counties of a prefecture went.
    case children
    /// The code stayed and the name changed.
    case sameCode
    /// Worked out from the names of townships.
    case townships
    /// Likeness of names or codes.
    case likeness
  }

  /// Places of the lives in `DivisionHistory`.
  package let from: Int32
  package let to: Int32
  /// The first list that has it so; 0 where not known.
  package let year: Int16
  package let kind: Kind
  package let scope: Scope
  package let basis: Basis
  /// The likeliest of the pieces, a guess; of a whole always so.
  package let isPrimary: Bool
  /// Day of approval or announcement as days since 1970; 0 where not known.
  let dayNumber: Int32
  let detail: Cell
  let document: Cell
  /// Line of `crosswalks/divisions-changes.csv`, or of `divisions-current.csv` for likeness.
  package let line: Int32

  /// Day of approval or announcement.
  package var day: Day? { dayNumber == 0 ? nil : Day(number: dayNumber) }
  /// Whether it rests on a record of what was decided, not on likeness or township names.
  package var isRecorded: Bool {
    switch basis {
    case .recorded, .announced, .children, .sameCode: true
    case .townships, .likeness: false
    }
  }
  /// Whether it carries a division on, rather than some of its territory.
  package var carriesOn: Bool { scope != .territory }
}
