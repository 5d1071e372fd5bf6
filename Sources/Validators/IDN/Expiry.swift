import Findings
import Records

/// Whether something has run out on the day the data speak of.
enum Expiry {
  /// 1900-01-01: before it lie the dates that systems put where nothing was entered.
  static let blank = Day(number: -25_567)

  @inline(__always) static func isPast(_ until: DateReading, _ asOf: Day) -> Outcome {
    switch until {
    case .day(let day): day <= blank ? .notApplicable : day < asOf ? .failed : .passed
    case .endless: .passed
    case .empty: .notApplicable
    case .impossible, .notADate: .notEvaluated(.cellUnreadable)
    }
  }

  static func explain(_ until: Span<UInt8>, _ asOf: Day, _ finding: inout FindingWriter) {
    finding.action = .contact
    finding.value.append(until)
    finding.expected.append(zh: "不早于", en: "not before ", in: finding.language)
    finding.expected.append(day: asOf)
    guard case .day(let day) = DateReading(until) else { return }
    finding.evidence.append(zh: "截至数据日期已过期", en: "expired for ", in: finding.language)
    finding.evidence.append(decimal: Int(asOf.number - day.number))
    finding.evidence.append(zh: "天", en: " days on the day of the data", in: finding.language)
  }
}
