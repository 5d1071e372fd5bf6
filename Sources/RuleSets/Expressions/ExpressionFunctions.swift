import Records

/// The functions of expressions, each with the arguments it takes. `docs/expressions.md`
/// describes them; a test holds the page to this list.
enum ExpressionFunction: String, CaseIterable, Sendable {
  case present, empty, readable
  case length, bytes
  case bytesGB18030 = "bytes_gb18030"
  case matches, finds
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains
  case inList = "in_list"
  case part, last, number, date
  case yearsBetween = "years_between"
  case daysBetween = "days_between"
  case addYears = "add_years"
  case addDays = "add_days"
  case year, month, day

  /// How it is written, for messages.
  var usage: String {
    switch self {
    case .present, .empty: "\(rawValue)(ELEMENT)"
    case .readable: "readable(DATE or NUMBER element)"
    case .length, .bytes, .bytesGB18030, .number, .date: "\(rawValue)(TEXT)"
    case .matches, .finds: "\(rawValue)(TEXT, \"PATTERN\")"
    case .startsWith, .endsWith, .contains: "\(rawValue)(TEXT, \"…\")"
    case .inList: "in_list(TEXT, \"LIST\", at: DATE, column: \"COLUMN\")"
    case .part: "part(TEXT, FROM, COUNT)"
    case .last: "last(TEXT, COUNT)"
    case .yearsBetween, .daysBetween: "\(rawValue)(DATE, DATE)"
    case .addYears, .addDays: "\(rawValue)(DATE, NUMBER)"
    case .year, .month, .day: "\(rawValue)(DATE)"
    }
  }

  /// How many arguments it takes that have no label.
  var count: ClosedRange<Int> {
    switch self {
    case .present, .empty, .readable, .length, .bytes, .bytesGB18030, .number, .date, .year,
      .month, .day:
      1...1
    case .matches, .finds, .startsWith, .endsWith, .contains, .inList, .last, .yearsBetween,
      .daysBetween, .addYears, .addDays:
      2...2
    case .part: 2...3
    }
  }

  var labels: [String] { self == .inList ? ["at", "column"] : [] }
}

/// Functions over the records that share a key.
enum GroupFunction: String, CaseIterable, Sendable {
  case count, sum, distinct
}

/// Functions that only a suggestion has, since they make new texts.
enum SuggestionFunction: String, CaseIterable, Sendable {
  case join, upper, lower, replace
}
