import Records
import References

/// The verdict of `hedui id KIND` on one number: one JSON object on one line.
///
///     {"input":"…","kind":"uscc","valid":true,"parts":{…},"reasons":[{"code":"…","text":"…"}],
///      "expected_check":"X"}
///
/// `valid` is null where the arithmetic objects but the number may be good all the same, or
/// nothing was there to be read. The input may be any bytes: what is no UTF-8 comes out as
/// U+FFFD. Writes bytes; a million lines need no `String`.
package struct NumberVerdict: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Unified social credit code.
    case uscc
    /// Citizen identification number.
    case rid
    /// Business licence number.
    case licence
    /// Organisation code.
    case org
    /// Legal entity identifier.
    case lei
    /// Card number.
    case luhn
  }

  /// Longest line that is looked at as a number, in bytes.
  private static let longest = 256

  private let kind: Kind
  private let asOf: Day
  private let regions: ResidentIDRegions?
  private let classes: CreditCodeClasses?
  private let language: Language

  package init(
    _ kind: Kind, asOf: Day, regions: ResidentIDRegions?, classes: CreditCodeClasses?,
    language: Language = .zh
  ) {
    self.kind = kind
    self.asOf = asOf
    self.regions = regions
    self.classes = classes
    self.language = language
  }

  /// With the tables of a context; one whose tables are not there leaves its parts out.
  package init(_ kind: Kind, _ context: Context) {
    self.init(
      kind, asOf: context.asOf,
      regions: kind == .rid || kind == .uscc || kind == .licence
        ? context.reference(ResidentIDRegions.self) : nil,
      classes: kind == .uscc ? context.reference(CreditCodeClasses.self) : nil,
      language: context.language)
  }

  /// Appends the verdict on a line without its line end, and a line feed. O(n).
  package func write(_ line: Span<UInt8>, to output: inout [UInt8]) {
    output.append("{\"input\":")
    output.append(json: line)
    output.append(",\"kind\":\"")
    output.append(contentsOf: kind.rawValue.utf8)
    output.append("\"")
    var body = Body(language: language)
    let text = line.trimmed
    if text.isEmpty {
      body.valid = nil
      body.reason("empty", zh: "没有内容", en: "nothing there")
    } else if text.count > NumberVerdict.longest {
      body.valid = false
      body.reason("length", zh: "内容过长，不是号码", en: "too long for a number")
    } else {
      let number = NumberText(text)
      judge(number.bytes.span, &body)
      for change in NumberText.Change.allCases where number.changes.contains(change) {
        // Cards and organisation codes are printed in groups, and small letters mean nothing.
        body.reason("normalised-" + change.rawValue, change.text)
      }
      if text.count != line.count {
        body.reason(
          "normalised-margin", zh: "首尾空白未计入", en: "blanks around the number left out of account")
      }
    }
    output.append(",\"valid\":")
    output.append(body.valid.map { $0 ? "true" : "false" } ?? "null")
    output.append(",\"parts\":{")
    output.append(contentsOf: body.parts)
    output.append("},\"reasons\":[")
    output.append(contentsOf: body.reasons)
    output.append("],\"expected_check\":")
    if body.expected.isEmpty {
      output.append("null")
    } else {
      output.append(json: body.expected.span)
    }
    output.append("}\n")
  }

  private func judge(_ number: Span<UInt8>, _ body: inout Body) {
    if number.isEmpty {
      body.valid = false
      body.reason("length", zh: "没有号码", en: "no number")
      return
    }
    switch kind {
    case .uscc: judgeCreditCode(number, &body)
    case .rid: judgeResidentID(number, &body)
    case .licence: judgeLicence(number, &body)
    case .org:
      body.part("body", number.extracting(0..<min(8, number.count)))
      body.fault(OrganisationCode.fault(in: number), "9")
    case .lei:
      body.part("issuer", number.extracting(0..<min(4, number.count)))
      body.fault(LegalEntityIdentifier.fault(in: number), "20")
    case .luhn:
      body.part("prefix", number.extracting(0..<min(6, number.count)))
      body.fault(LuhnNumber.fault(in: number), "13–19")
    }
    // Zeros satisfy every sum.
    if body.valid == true, DocumentReading.isPlaceholder(number) {
      body.valid = false
      body.reason("placeholder", zh: "占位内容，不是号码", en: "a filler, not a number")
    }
  }

  private func judgeCreditCode(_ number: Span<UInt8>, _ body: inout Body) {
    let fault = CreditCode.fault(in: number)
    body.fault(fault, "18")
    guard number.count == 18 else { return }
    if case .character = fault { return }
    body.part("authority", number.extracting(0..<1))
    body.part("class", number.extracting(1..<2))
    if let classes, let row = classes.row(authority: number[0], class: number[1]) {
      body.part("authority_name") { classes.appendAuthority(row, to: &$0) }
      body.part("class_name") { classes.appendClass(row, to: &$0) }
    } else if classes != nil {
      body.reason(
        "authority-unknown", zh: "登记管理部门和机构类别不在代码表中", en: "authority and class are in no list")
    }
    let division = number.extracting(CreditCode.division)
    body.part("region", division)
    place(division, &body)
    let organisation = number.extracting(CreditCode.organisationCode)
    body.part("organisation_code", organisation)
    if case .check = fault, CreditCode.isPilot(number) {
      body.valid = nil
      body.reason(
        "pilot-code", zh: "形式上是标准发布前福建试点所赋代码，可能有效，以登记信息为准",
        en:
          "looks like a code of the Fujian pilot before the standard, which may be valid: ask the registry"
      )
    }
    if OrganisationCode.fault(in: organisation) != nil {
      body.reason(
        "organisation-code-check", zh: "其中的组织机构代码校验不符，不影响本代码有效",
        en:
          "the organisation code inside has another check character, which does not make the code invalid"
      )
    }
  }

  private func judgeResidentID(_ number: Span<UInt8>, _ body: inout Body) {
    switch ResidentID.read(number) {
    case .malformed(let fault): body.fault(fault, "18")
    case .read(let id):
      body.valid = true
      body.part("region", number.extracting(0..<6))
      if id.isForeigner {
        body.reason(
          "foreigner", zh: "是外国人永久居留身份证号码",
          en: "the number of a foreigner's permanent residence card")
      } else {
        place(number.extracting(0..<6), &body)
        if let regions, !regions.existed(id.region, upTo: asOf.year) {
          if let birth = id.birth, birth.year >= regions.latestYear {
            if body.valid == true { body.valid = nil }
            body.reason(
              "region-unknown", zh: "地区码不在代码表中，可能是新代码",
              en: "the region is in no list, but may be new")
          } else {
            body.valid = false
            body.reason("region", zh: "地区码从未有过", en: "the region never existed")
          }
        }
      }
      if let birth = id.birth {
        body.part("birth_date") { $0.append(day: birth) }
        body.part("sex", id.isMale ? "1" : "2")
        if birth > asOf {
          body.valid = false
          body.reason("birth-date", zh: "出生日期晚于数据日期", en: "born after the day of the data")
        } else if asOf.years(since: birth) > IdentityFacts.greatestAge {
          body.valid = false
          body.reason("birth-date", zh: "出生日期过早", en: "born too long ago")
        }
      } else {
        body.valid = false
        body.reason("birth-date", zh: "出生日期不存在", en: "no such date of birth")
      }
      if id.isFifteen {
        body.reason(
          "fifteen-digits", zh: "旧15位号码，没有校验码",
          en: "the old form of 15 digits, without a check character")
        if id.birth != nil {
          body.part("eighteen") { id.appendEighteen(number, to: &$0) }
        }
      } else if !id.checkHolds {
        body.fault(.check(expected: CheckCharacters(id.expectedCheck)), "18")
      }
    }
  }

  private func judgeLicence(_ number: Span<UInt8>, _ body: inout Body) {
    let fault = LicenceNumber.fault(in: number)
    body.fault(fault, "15")
    guard number.count == 15 || number.count == 13, number.isAllDigits else { return }
    body.part("region", number.extracting(0..<6))
    place(number.extracting(0..<6), &body)
    if number.count == 13 {
      body.valid = nil
      body.reason(
        "thirteen-digits", zh: "2007年以前的13位注册号，没有校验码",
        en: "13 digits, older than 2007, without a check digit")
    }
  }

  /// Adds the names of a division, where the lists have it.
  private func place(_ division: Span<UInt8>, _ body: inout Body) {
    guard let regions, let code = division.decimalValue, regions.years(of: Int32(code)) != nil
    else { return }
    body.part("region_name") { regions.appendName(of: Int32(code), to: &$0) }
  }

  /// The parts of the object as they come together.
  private struct Body {
    let language: Language
    var valid: Bool? = true
    var parts: [UInt8] = []
    var reasons: [UInt8] = []
    var expected: [UInt8] = []

    init(language: Language) { self.language = language }

    mutating func part(_ name: StaticString, _ value: Span<UInt8>) {
      key(name)
      parts.append(json: value)
    }

    mutating func part(_ name: StaticString, _ value: StaticString) {
      part(name) { $0.append(value) }
    }

    mutating func part(_ name: StaticString, _ write: (inout [UInt8]) -> Void) {
      var value: [UInt8] = []
      write(&value)
      part(name, value.span)
    }

    private mutating func key(_ name: StaticString) {
      if !parts.isEmpty { parts.append(",") }
      parts.append("\"")
      parts.append(name)
      parts.append("\":")
    }

    mutating func reason(_ code: String, zh: String, en: String) {
      reason(code, Text(zh: zh, en: en))
    }

    mutating func reason(_ code: String, _ text: Text) {
      if !reasons.isEmpty { reasons.append(",") }
      reasons.append("{\"code\":")
      reasons.append(json: Array(code.utf8).span)
      reasons.append(",\"text\":")
      reasons.append(json: Array(text[language].utf8).span)
      reasons.append("}")
    }

    mutating func fault(_ fault: NumberFault?, _ length: String) {
      guard let fault else { return }
      valid = false
      switch fault {
      case .length(let count):
        reason(
          "length", zh: "共\(count)位，应为\(length)位", en: "\(count) characters where \(length) belong")
      case .character(let position):
        reason(
          "character", zh: "第\(position)位是号码中不会出现的字符",
          en: "character \(position) cannot stand in such a number")
      case .check(let check):
        check.append(to: &expected)
        reason("check", zh: "校验码不符", en: "the check characters do not hold")
      }
    }
  }
}

extension NumberText.Change {
  /// What was done, in words.
  fileprivate var text: Text {
    switch self {
    case .fullWidth: Text(zh: "全角字符已按半角处理", en: "full-width characters read as narrow ones")
    case .blanks: Text(zh: "号码中的空格未计入", en: "blanks inside left out of account")
    case .separators: Text(zh: "连字符等分隔符未计入", en: "hyphens and the like left out of account")
    case .lowerCase: Text(zh: "小写字母已按大写处理", en: "small letters read as capitals")
    case .lookAlike: Text(zh: "形似X的字符已按X处理", en: "a character that looks like X read as X")
    }
  }
}
