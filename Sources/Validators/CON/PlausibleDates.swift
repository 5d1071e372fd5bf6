import Findings
import Records

/// Which days a date field may hold.
struct PlausibleDates: Sendable {
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// Has happened.
    case past
    /// Has happened long ago, perhaps: organisations are older than people.
    case establishment
    /// Has happened, or has not, which "without end" says.
    case pastOrNever
    /// The end of a term.
    case term
  }

  static let past: [DataElement] = [.birthDate, .documentIssueDate, .openedDate, .establishedDate]
  static let pastOrNever: [DataElement] = [.closedDate, .lastMovementDate]
  static let terms: [DataElement] = [
    .documentExpiryDate, .licenceExpiryDate, .legalRepresentativeDocumentExpiryDate,
    .beneficialOwnerDocumentExpiryDate, .termEndDate,
  ]

  /// 1900-01-01, which systems put where nothing was entered; nothing is older but some
  /// organisations.
  static let filler = Day(number: -25_567)
  /// 1800-01-01.
  private static let oldest = Day(number: -62_091)

  /// Every date element, and what kind of date it is.
  let elements: InlineArray<11, DataElement>
  let kinds: InlineArray<11, Kind>
  /// The last day that counts as past.
  private let last: Day
  /// The same as a number of eight digits.
  private let lastDigits: Int

  init(asOf: Day) {
    let pairs: [(DataElement, Kind)] =
      Self.past.map { ($0, $0 == .establishedDate ? .establishment : .past) }
      + Self.pastOrNever.map { ($0, .pastOrNever) } + Self.terms.map { ($0, .term) }
    elements = InlineArray { pairs[$0].0 }
    kinds = InlineArray { pairs[$0].1 }
    last = asOf
    let (year, month, day) = asOf.parts
    lastDigits = year * 10_000 + month * 100 + day
  }

  @inline(__always) func isWrong(_ text: Span<UInt8>, _ kind: Kind) -> Bool {
    // The usual forms, and days that every month has.
    let digits = text.plainDate ?? 0
    if digits > 1900_01_01, digits <= 2098_12_31 {
      let (month, day) = (digits / 100 % 100, digits % 100)
      if month &- 1 < 12, month > 0, day > 0, day <= 28 {
        return digits > lastDigits && kind != .term
      }
    }
    return isWrongSlowly(text, kind)
  }

  private func isWrongSlowly(_ text: Span<UInt8>, _ kind: Kind) -> Bool {
    switch DateReading(text) {
    case .empty: return false
    case .notADate, .impossible: return true
    case .endless: return kind == .past || kind == .establishment
    case .day(let day):
      if kind == .term { return day <= Self.filler }
      return day > last
        || (kind == .establishment ? day < Self.oldest || day == Self.filler : day <= Self.filler)
    }
  }

  /// Says why a date that is wrong is so.
  func explain(_ text: Span<UInt8>, _ kind: Kind, _ finding: inout FindingWriter) {
    let language = finding.language
    switch kind {
    case .past, .establishment:
      finding.expected.append(zh: "不晚于 ", en: "a day not after ", in: language)
      finding.expected.append(day: last)
    case .pastOrNever:
      finding.expected.append(zh: "空，或不晚于 ", en: "nothing, or a day not after ", in: language)
      finding.expected.append(day: last)
    case .term:
      finding.expected.append(zh: "日期或“长期”", en: "a day, or 长期 for no end", in: language)
    }
    switch DateReading(text) {
    case .impossible:
      finding.evidence.append(zh: "日历中没有这一天", en: "the calendar has no such day", in: language)
    case .notADate, .empty:
      finding.evidence.append(zh: "不是日期", en: "not a date", in: language)
    case .endless:
      finding.evidence.append(
        zh: "“长期”、9999-12-31 只能用于有效期和经营期限", en: "only a term can be without end", in: language)
    case .day(let day):
      if day > last {
        finding.evidence.append(zh: "晚于数据日期 ", en: "after the day of the data, ", in: language)
        finding.evidence.append(day: last)
      } else {
        finding.evidence.append(
          zh: "1900-01-01 或更早，疑为补空的默认日期", en: "1900-01-01 or earlier: fills an empty field",
          in: language)
      }
    }
  }
}
