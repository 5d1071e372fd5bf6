import Findings
import Records

/// What speaks against an account because of its owner.
package enum OwnerCondition: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// The business registry, which ought to have the owner, does not, or has another under its
  /// number.
  case unmatched
  case deregistered, revoked, nameChanged, representativeChanged, listed, licenceExpired
  case representativeDocumentExpired
}

/// What is known of one owner of accounts: which conditions hold, which could not be judged,
/// and where the evidence lies. Records of one customer are merged.
package struct OwnerNote: Mergeable, Equatable, BitwiseCopyable, Sendable {
  /// What is known of one condition.
  package enum Standing: Equatable, Sendable { case holds, holdsNot, unknown }

  private var holding: UInt8 = 0
  private var undecided: UInt8 = 0
  /// Place in the business registry, and what the match rests on; -1 for none.
  package private(set) var place: Int32 = -1
  package private(set) var match = RegistryFacts.Match.none
  /// The day that a licence and the representative's document were valid until, where expired;
  /// the greatest number for none.
  private var licenceEnd = Int32.max
  private var documentEnd = Int32.max

  package init() {}

  private static func bit(_ condition: OwnerCondition) -> UInt8 { 1 << condition.rawValue }

  package mutating func note(_ condition: OwnerCondition, _ standing: Standing) {
    switch standing {
    case .holds: holding |= Self.bit(condition)
    case .holdsNot: break
    case .unknown: undecided |= Self.bit(condition)
    }
  }

  package mutating func noteMatch(_ place: Int, _ match: RegistryFacts.Match) {
    self.place = Int32(place)
    self.match = match
  }

  package mutating func noteEnd(_ day: Day, of condition: OwnerCondition) {
    if condition == .licenceExpired {
      licenceEnd = min(licenceEnd, day.number)
    } else {
      documentEnd = min(documentEnd, day.number)
    }
  }

  package func standing(_ condition: OwnerCondition) -> Standing {
    if holding & Self.bit(condition) != 0 { return .holds }
    return undecided & Self.bit(condition) != 0 ? .unknown : .holdsNot
  }

  /// The day on which the licence or the representative's document ended.
  package func end(_ condition: OwnerCondition) -> Day? {
    let number = condition == .licenceExpired ? licenceEnd : documentEnd
    return number == .max ? nil : Day(number: number)
  }

  /// What holds of one of the records holds of the customer.
  package mutating func merge(_ other: consuming OwnerNote) {
    holding |= other.holding
    undecided |= other.undecided
    if (other.place, other.match.rawValue) > (place, match.rawValue) {
      place = other.place
      match = other.match
    }
    licenceEnd = min(licenceEnd, other.licenceEnd)
    documentEnd = min(documentEnd, other.documentEnd)
  }
}
