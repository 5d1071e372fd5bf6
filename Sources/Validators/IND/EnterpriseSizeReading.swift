import Findings
import Records
import References

/// How a field writes the size of an enterprise.
struct EnterpriseSizeReading: Sendable {
  enum Form: UInt8, Sendable { case digit, letters, short, long }

  let size: EnterpriseSizes.Size
  let form: Form

  /// Reads `1` to `4` (ENT_SIZE_STAT), `CS01` to `CS04`, 大型, 大型企业, 大; nil for anything
  /// else, such as what is no enterprise.
  init?(_ text: Span<UInt8>) {
    if text.count == 1, text[0] >= 0x31, text[0] <= 0x34 {
      (size, form) = (Self.size(text[0]), .digit)
    } else if text.count == 4, text.starts(with: "CS0"), text[3] >= 0x31, text[3] <= 0x34 {
      (size, form) = (Self.size(text[3]), .letters)
    } else {
      let isLong = text.ends(with: "型企业")
      guard isLong || text.ends(with: "型") || text.count == 3 else { return nil }
      let word = text.extracting(
        0..<(isLong ? text.count - 9 : text.count == 3 ? 3 : text.count - 3))
      if word.equals("大") {
        size = .large
      } else if word.equals("中") {
        size = .medium
      } else if word.equals("小") {
        size = .small
      } else if word.equals("微") {
        size = .micro
      } else {
        return nil
      }
      form = isLong ? .long : .short
    }
  }

  private static func size(_ digit: UInt8) -> EnterpriseSizes.Size {
    digit == 0x31 ? .large : digit == 0x32 ? .medium : digit == 0x33 ? .small : .micro
  }

  static func append(_ size: EnterpriseSizes.Size, _ form: Form, to text: inout [UInt8]) {
    let digit = 0x34 - size.rawValue
    switch form {
    case .digit: text.append(digit)
    case .letters:
      text.append("CS0")
      text.append(digit)
    case .short, .long:
      switch size {
      case .large: text.append("大型")
      case .medium: text.append("中型")
      case .small: text.append("小型")
      case .micro: text.append("微型")
      }
      if form == .long { text.append("企业") }
    }
  }
}

/// The size that an enterprise's figures give, as IND009 and IND010 work it out.
struct EnterpriseSizing: Sendable {
  private let industry: Industry
  private let sizes: EnterpriseSizes
  /// Yuan that one unit of the amounts stands for.
  private let unit: Int

  init?(_ context: Context, unit: Int) {
    guard let industry = Industry(context), let sizes = context.reference(EnterpriseSizes.self)
    else { return nil }
    self.industry = industry
    self.sizes = sizes
    self.unit = unit
  }

  /// nil where the record is no enterprise's, where its industry is not measured or not
  /// certain, or where a figure that counts is missing or cannot be read.
  func size(_ record: RecordView, _ facts: inout Facts) -> EnterpriseSizes.Size? {
    let credit = record[.creditCode]
    if !credit.isEmpty, credit[0] != UInt8(ascii: "9") { return nil }
    facts.industry.read(record, industry)
    guard facts.industry.standing == .current,
      facts.industry.ambiguous(industry).isDisjoint(with: .since(.of2011)),
      industry.codes[facts.industry.place].editions.contains(.of2019)
    else { return nil }
    let limits = sizes.limits(of: industry.codes.code(facts.industry.place))
    if limits.isEmpty { return nil }
    var size = EnterpriseSizes.Size.large
    for index in limits.indices {
      guard let value = value(limits[index].indicator, record) else { return nil }
      size = min(size, limits[index].size(value))
    }
    return size
  }

  /// The figure in persons or ten thousand yuan.
  private func value(_ indicator: EnterpriseSizes.Indicator, _ record: RecordView) -> Int? {
    switch indicator {
    case .staff: return count(record[.staffCount])
    case .revenue: return amount(record[.revenue])
    case .assets: return amount(record[.totalAssets])
    }
  }

  /// Whole persons; a spreadsheet may have written `120.00`.
  private func count(_ text: Span<UInt8>) -> Int? {
    if let plain = text.decimalValue { return plain }
    guard !text.isEmpty, text[text.count - 1].isDigit, let value = Yuan.read(text), value >= 0
    else { return nil }
    return value
  }

  private func amount(_ text: Span<UInt8>) -> Int? {
    guard let amount = Yuan.read(text), amount >= 0 else { return nil }
    // A text with a unit of its own says how much it is.
    if !text[text.count - 1].isDigit { return amount / 10_000 }
    let (yuan, overflow) = amount.multipliedReportingOverflow(by: unit)
    return overflow ? nil : yuan / 10_000
  }

  /// Appends the figures that count.
  func writeFigures(_ record: RecordView, _ facts: Facts, _ finding: inout FindingWriter) {
    let language = finding.language
    industry.write(facts.industry.place, industry.current, to: &finding.evidence)
    let limits = sizes.limits(of: industry.codes.code(facts.industry.place))
    for index in limits.indices {
      switch limits[index].indicator {
      case .staff:
        finding.evidence.append(zh: "；从业人员 ", en: "; staff ", in: language)
        finding.evidence.append(record[.staffCount])
      case .revenue:
        finding.evidence.append(zh: "；营业收入 ", en: "; revenue ", in: language)
        finding.evidence.append(record[.revenue])
      case .assets:
        finding.evidence.append(zh: "；资产总额 ", en: "; total assets ", in: language)
        finding.evidence.append(record[.totalAssets])
      }
    }
  }
}
