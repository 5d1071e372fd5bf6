import Records

/// A moment from which or up to which a code is in force, as exact as its table tells it:
/// a year for divisions, a day for the editions of a standard.
package enum CodeDate: BitwiseCopyable, Hashable, Sendable {
  case year(Int)
  case day(Day)

  /// Reads `2017` or `2017-10-01`; nil for anything else, a day no calendar has included.
  package init?(_ text: Span<UInt8>) {
    if text.count == 4, let year = text.decimalValue, year > 0 {
      self = .year(year)
    } else if case .day(let day) = DateReading(text) {
      self = .day(day)
    } else {
      return nil
    }
  }

  package var year: Int {
    switch self {
    case .year(let year): year
    case .day(let day): day.year
    }
  }

  /// The first day it can mean.
  package var firstDay: Day {
    switch self {
    case .year(let year): Day(year: min(max(year, 1), 9999), month: 1, day: 1) ?? Day(number: 0)
    case .day(let day): day
    }
  }

  /// The last day it can mean.
  package var lastDay: Day {
    switch self {
    case .year(let year): Day(year: min(max(year, 1), 9999), month: 12, day: 31) ?? Day(number: 0)
    case .day(let day): day
    }
  }
}

extension CodeDate: CustomStringConvertible {
  /// `2017` or `2017-10-01`.
  package var description: String {
    switch self {
    case .year(let year): String(year)
    case .day(let day): day.description
    }
  }
}

/// From when to when something is in force, both ends counted; nil for an open end.
///
/// With years alone the last year counts whole: a code was in force for some part of it.
package struct Validity: BitwiseCopyable, Hashable, Sendable {
  package let from: CodeDate?
  package let to: CodeDate?

  package init(from: CodeDate? = nil, to: CodeDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether it can be in force on a day. O(1).
  package func contains(_ day: Day) -> Bool {
    (from.map { $0.firstDay <= day } ?? true) && (to.map { day <= $0.lastDay } ?? true)
  }

  /// Whether its beginning lies after its end.
  package var isReversed: Bool {
    guard let from, let to else { return false }
    return from.firstDay > to.lastDay
  }
}
