import Findings
import Records
import Registries

/// CON005: a registered capital that cannot be, or that looks like another unit.
package struct RegisteredCapitalImplausible: RecordValidator {
  package static let rule = Rule(
    id: "CON005", name: "registered-capital-implausible", parties: [.organisation],
    dimension: .accuracy, severity: .notice, reads: [.registeredCapital],
    alsoReads: [.creditCode, .licenceNumber],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第八条"),
    title: Text(zh: "注册资本不合常理", en: "Registered capital implausible"),
    claim: Text(
      zh: "注册资本不是金额、为负数、大得不合常理，或企业的注册资本小得像以万元为单位登记（应以元为单位）",
      en:
        "The registered capital is no amount, negative, far too great, or so small for a company that it seems to be in ten thousands."
    ),
    remedy: Text(
      zh: "按营业执照核实金额和单位，以元登记", en: "Check amount and unit against the licence; record it in yuan."),
    parameters: [
      Parameter(
        "least-yuan", default: 1000, in: 0...1_000_000, zh: "企业注册资本低于多少元时提示（元）",
        en: "Capital of a company below which it is pointed out, in yuan."),
      Parameter(
        "most-hundred-millions", default: 20_000, in: 1...1_000_000,
        zh: "注册资本高于多少亿元时提示（亿元）",
        en: "Capital above which it is pointed out, in hundred million yuan."),
    ],
    examples: [
      .fails([.registeredCapital: "-5000000"], action: .review),
      .fails([.registeredCapital: "五百万"], action: .review, "no amount in figures"),
      .fails(
        [.registeredCapital: "5000000000000000"], action: .review, "more than any company has"),
      .fails(
        [.registeredCapital: "500", .creditCode: "91360702MA35F5H94J"], suggests: "5000000",
        action: .confirm, "in ten thousands, as the registry shows"),
      .fails(
        [.registeredCapital: "800.00", .creditCode: "91360702MA36T0E567"], action: .review,
        "probably in ten thousands"),
      .passes([.registeredCapital: "5000000", .creditCode: "91360702MA35F5H94J"]),
      .passes([.registeredCapital: "5,000,000.00"], "separators of thousands"),
      .passes([.registeredCapital: "500万元"], "with its unit"),
      .passes([.registeredCapital: "100", .creditCode: "92360702MA36T0F608"], "not a company"),
      .passes([.registeredCapital: "0"], "branches and partnerships have none"),
      .notApplicable([.registeredCapital: ""]),
    ])

  private let least: Int
  private let most: Int
  private let registry: RegistryIndex?

  package init(_ context: Context) {
    least = context.integer(Self.rule, "least-yuan")
    most = context.integer(Self.rule, "most-hundred-millions") * 100_000_000
    let registry = context.registry("business")
    self.registry = registry.flatMap {
      $0.records.carries(.registeredCapital) ? $0 : nil
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let text = record[.registeredCapital]
    if text.isEmpty { return .notApplicable }
    guard let yuan = Yuan.read(text) else { return .failed }
    if yuan < 0 || yuan > most { return .failed }
    return yuan > 0 && yuan < least && record[.creditCode].starts(with: "91") ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let text = record[.registeredCapital]
    let language = finding.language
    finding.value.append(text)
    finding.action = .review
    guard let yuan = Yuan.read(text) else {
      finding.expected.append(zh: "以元为单位的金额", en: "an amount in yuan", in: language)
      return
    }
    if yuan < 0 {
      finding.expected.append(zh: "不为负数", en: "not negative", in: language)
    } else if yuan > most {
      finding.expected.append(zh: "不超过", en: "at most ", in: language)
      finding.expected.append(decimal: most / 100_000_000)
      finding.expected.append(zh: "亿元", en: " hundred million yuan", in: language)
    } else {
      finding.expected.append(zh: "以元为单位", en: "in yuan", in: language)
      finding.evidence.append(
        zh: "疑为以万元登记", en: "seems to be in ten thousands", in: language)
    }
    guard yuan > 0, let registry, let place = facts.registry.place(record, in: registry),
      let registered = Yuan.read(registry.records[place][.registeredCapital]), registered > 0,
      registered == yuan.multipliedReportingOverflow(by: 10_000).partialValue
        || yuan == registered.multipliedReportingOverflow(by: 10_000).partialValue
    else { return }
    finding.suggestion.append(decimal: registered)
    finding.confidence = 95
    finding.action = .confirm
    finding.evidence.append(
      zh: "；与登记信息正好相差一万倍；", en: "; ten thousand times off the registry; ", in: language)
    facts.registry.writeGrade(to: &finding.evidence, registry, in: language)
  }
}

/// Amounts in whole yuan.
enum Yuan {
  /// Reads `5000000`, `5,000,000.00`, `-1`, `500万`, `500万元`, `500万元人民币`, `1.5亿元`;
  /// nil for anything else. What is less than a yuan is left out. O(n).
  static func read(_ text: Span<UInt8>) -> Int? {
    var index = 0
    var isNegative = false
    if index < text.count, text[index] == 0x2D || text[index] == 0x2B {
      isNegative = text[index] == 0x2D
      index += 1
    }
    var whole = 0
    var digits = 0
    while index < text.count, text[index].isDigit || (text[index] == 0x2C && digits > 0) {
      if text[index] != 0x2C {
        if whole > 900_000_000_000_000_000 / 10 { return nil }
        whole = whole * 10 + Int(text[index] &- 0x30)
        digits += 1
      }
      index += 1
    }
    var fraction = 0  // in 1/10⁸
    if index < text.count, text[index] == 0x2E {
      index += 1
      var weight = 10_000_000
      while index < text.count, text[index].isDigit {
        fraction += Int(text[index] &- 0x30) * weight
        weight /= 10
        digits += 1
        index += 1
      }
    }
    if digits == 0 { return nil }
    let unit = text.extracting(index..<text.count).trimmed
    let factor: Int
    if unit.isEmpty || unit.equals("元") || unit.equals("元人民币") || unit.equals("人民币元") {
      factor = 1
    } else if unit.equals("万") || unit.equals("万元") || unit.equals("万元人民币")
      || unit.equals("万人民币") || unit.equals("万人民币元")
    {
      factor = 10_000
    } else if unit.equals("亿") || unit.equals("亿元") || unit.equals("亿元人民币") {
      factor = 100_000_000
    } else {
      return nil
    }
    let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    let (yuan, tooMuch) = product.addingReportingOverflow(fraction * factor / 100_000_000)
    if tooMuch { return nil }
    return isNegative ? -yuan : yuan
  }
}
