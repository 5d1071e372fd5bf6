import Findings
import Records
import References

/// OCC006: the customer is too young, or too old, for the occupation.
package struct OccupationContradictsAge: RecordValidator {
  package static let rule = Rule(
    id: "OCC006", name: "occupation-contradicts-age", parties: [.person], dimension: .consistency,
    severity: .error, reads: [.occupationCode],
    alsoReads: [.occupationText, .birthDate, .documentType, .documentNumber],
    authority: Authority("劳动法", clause: "第十五条、第六十四条"),
    title: Text(zh: "职业与年龄不符", en: "Occupation contradicts age"),
    claim: Text(
      zh: "按法律规定，客户的年龄不可能从事登记的职业（如未满16周岁登记为受雇职业、7周岁以上登记为学龄前儿童）",
      en: "By law the customer's age cannot go with the recorded occupation."),
    remedy: Text(
      zh: "核对出生日期；无误的联系客户（监护人）更正职业",
      en:
        "Check the date of birth; where it is right, ask the customer or guardian for the occupation."
    ),
    parameters: [
      Parameter(
        "tolerance", default: 1, in: 0...20, zh: "上限年龄的宽限，周岁",
        en: "Years allowed beyond an upper limit"),
      Parameter(
        "exempt", default: ["20900"],
        zh: "不受大类最低年龄限制的职业代码开头（文艺、体育单位经批准可招用未满16周岁的未成年人）",
        en:
          "First digits of occupations free of the age limit of their major group: arts and sports may employ minors"
      ),
    ],
    examples: [
      .fails([.occupationCode: "20500", .birthDate: "2013-05-01"], action: .contact, "13 years"),
      .fails(
        [.occupationCode: "61600", .birthDate: "2009-05-01"], action: .contact, "miner of 17"),
      .fails(
        [.occupationCode: "70000", .birthDate: "2011-01-01"], action: .contact, "soldier of 15"),
      .fails(
        [.occupationCode: "", .occupationText: "学龄前儿童", .birthDate: "2010-01-01"],
        action: .contact),
      .fails([.occupationCode: "804", .birthDate: "1990-01-01"], action: .contact),
      .passes([.occupationCode: "20500", .birthDate: "1990-05-01"]),
      .passes([.occupationCode: "40102", .birthDate: "2010-10-31"], "16 today"),
      .passes(
        [.occupationCode: "61602", .birthDate: "2009-05-01"], "no miner in the lists of 1999"),
      .passes(
        [.occupationCode: "20901", .birthDate: "2013-05-01"], "arts and sports may employ minors"),
      .passes(
        [.occupationCode: "804", .birthDate: "2019-05-01"], "7 years: school may start late"),
      .passes(
        [.occupationCode: "31", .occupationText: "学生", .birthDate: "1975-01-01"],
        "nothing forbids to study at 51"),
      .notApplicable([.occupationCode: "20500", .birthDate: ""], "age not known"),
      .notApplicable(
        [.occupationCode: "80000", .birthDate: "2013-05-01"], "OCC003 speaks of that"),
      .notApplicable([.occupationCode: "", .birthDate: "2013-05-01"], "OCC001 speaks of that"),
      .notEvaluated([.occupationCode: "20500"], .columnMissing, "the source tells no age"),
      .notEvaluated(
        [.occupationCode: "20500", .birthDate: "2013-05-01"], .referenceMissing,
        without: "occupation-age-limits"),
      .notEvaluated(
        [.occupationCode: "20500", .birthDate: "2013-05-01"], .referenceMissing,
        without: "occupations"),
    ])

  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  private let limits: OccupationAgeLimits?
  /// Row in GB/T 6565-2015 that each limit is for; -1 for others.
  private let rows: FrozenArray<Int32>
  /// Rows of GB/T 6565-2015 free of the limits of major groups.
  private let exempt: FrozenArray<Bool>
  /// Bit by major group with an exempt part.
  private let partlyExempt: UInt16
  /// Who was born between these days is beyond every lower limit and below no age that can be
  /// true: only upper limits of a status matter.
  private let grown: ClosedRange<Day>
  private let tolerance: Int
  private let asOf: Day

  package init(_ context: Context) {
    let codes = context.reference(OccupationCodes.self)
    let limits = context.reference(OccupationAgeLimits.self)
    self.codes = codes
    self.limits = limits
    keywords = context.reference(OccupationKeywords.self)
    asOf = context.asOf
    tolerance = context.integer(Self.rule, "tolerance")
    let prefixes = context.texts(Self.rule, "exempt")
    exempt = FrozenArray(
      codes.map { codes in
        codes.rows.map { row in prefixes.contains { codes.code(of: row, startsWith: $0) } }
      } ?? [])
    partlyExempt = prefixes.reduce(into: 0) { bits, prefix in
      if let digit = prefix.utf8.first, digit.isDigit { bits |= 1 << UInt16(digit &- 0x30) }
    }
    let all = limits?.limits.indices.compactMap { limits?.limits[$0] } ?? []
    rows = FrozenArray(all.map { limit in codes?.row(of: limit.code).map { Int32($0) } ?? -1 })
    let hasUpperLimit = all.contains { $0.oldest < .max && $0.status == .unknown }
    let youngest =
      hasUpperLimit ? IdentityFacts.greatestAge : all.map { Int($0.youngest) }.max() ?? 0
    let eldest = asOf.adding(years: -IdentityFacts.greatestAge)
    grown = eldest...max(eldest, asOf.adding(years: -youngest))
  }

  /// Place of the limit that is broken, or nil.
  private func broken(_ work: OccupationFacts.Work, _ age: Int) -> Int? {
    guard let limits, let codes else { return nil }
    for index in limits.limits.indices {
      let limit = limits.limits[index]
      if age >= Int(limit.youngest) && age <= Int(limit.oldest) { continue }
      if age > Int(limit.oldest) && age <= Int(limit.oldest) + tolerance { continue }
      if limit.status != .unknown {
        if limit.status == work.status { return index }
      } else if limit.majors.first > 0 {
        if work.major < limit.majors.first || work.major > limit.majors.last { continue }
        let isExempt =
          work.middle >= 0 ? exempt[Int(work.middle)] : partlyExempt >> UInt16(work.major) & 1 == 1
        if !isExempt { return index }
      } else if rows[index] >= 0 {
        if rows[index] == Int32(work.middle) { return index }
        // 70000 军人 has no medium groups.
        if work.status == .soldier, codes.code(of: Int(rows[index]), startsWith: "7") {
          return index
        }
      }
    }
    return nil
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if !record.carries(.birthDate) && !record.carries(.documentNumber) {
      return .notEvaluated(.columnMissing)
    }
    guard let codes, let keywords, limits != nil else { return .notEvaluated(.referenceMissing) }
    let work = facts.occupation.work(record, codes, keywords)
    if work.status == .unknown || work.status == .residual { return .notApplicable }
    if work.status != .preschool, let birth = facts.identity.birthDay(record), grown.contains(birth)
    {
      return .passed
    }
    guard let age = facts.identity.age(record, asOf: asOf) else { return .notApplicable }
    return broken(work, age) == nil ? .passed : .failed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    let code = record[.occupationCode]
    if code.isEmpty {
      finding.element = .occupationText
      finding.value.append(record[.occupationText])
    } else {
      finding.value.append(code)
    }
    guard let codes, let keywords, let limits else { return }
    if !code.isName, let standing = facts.occupation.standing(record, codes) {
      finding.appendRecorded(standing, codes)
    }
    let work = facts.occupation.work(record, codes, keywords)
    guard let age = facts.identity.age(record, asOf: asOf), let index = broken(work, age) else {
      return
    }
    let limit = limits.limits[index]
    if age < Int(limit.youngest) {
      finding.expected.append(zh: "年满", en: "at least ", in: finding.language)
      finding.expected.append(decimal: Int(limit.youngest))
      finding.expected.append(zh: "周岁", en: " years old", in: finding.language)
    } else {
      finding.expected.append(zh: "不超过", en: "at most ", in: finding.language)
      finding.expected.append(decimal: Int(limit.oldest))
      finding.expected.append(zh: "周岁", en: " years old", in: finding.language)
    }
    finding.separateEvidence()
    finding.evidence.append(zh: "数据日期时", en: "age on the day of the data: ", in: finding.language)
    finding.evidence.append(decimal: age)
    finding.evidence.append(zh: "周岁；", en: "; ", in: finding.language)
    limits.bases.append(Int(limit.basis), to: &finding.evidence)
  }
}
