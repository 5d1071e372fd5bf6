import Findings
import Records
import References

/// OCC007: an occupation that nobody has at such an employer.
///
/// Hospitals employ drivers, schools employ doctors, and a bank's staff is not all bankers:
/// only what makes no sense is listed, in `mappings/keywords/occupation-employers.csv`.
package struct OccupationContradictsEmployer: RecordValidator {
  package static let rule = Rule(
    id: "OCC007", name: "occupation-contradicts-employer",
    status: .trial(since: "0.1.0", reviewBy: "2027-12-31"), parties: [.person],
    dimension: .consistency, severity: .notice, reads: [.employer],
    alsoReads: [.occupationCode, .occupationText],
    authority: Authority("GB/T 6565-2015", clause: "各中类、小类的范围"),
    title: Text(zh: "职业与工作单位明显矛盾", en: "Occupation contradicts the employer"),
    claim: Text(
      zh: "按名称判断的工作单位类别不会有登记的职业（如单位为法院、职业为农业生产人员，单位为公司、职业为法官，无业却登记了单位）",
      en:
        "An employer of the kind that its name tells has nobody of that occupation: a farmer at a court, a judge at a company, somebody without work who has an employer."
    ),
    remedy: Text(
      zh: "与客户核实现在的工作单位和职业，改正其中登记有误的一项",
      en: "Ask the customer for employer and occupation as they are now, and correct the wrong one."
    ),
    examples: [
      .fails(
        [.employer: "赣州市章贡区人民法院", .occupationCode: "50102"], action: .contact,
        "a farmer at a court"),
      .fails(
        [.employer: "赣州市第一人民医院", .occupationCode: "5-03-02-01"], action: .contact,
        "a stockbreeder at a hospital, code of the catalogue"),
      .fails(
        [.employer: "章贡区沙石中心小学", .occupationCode: "61601", .occupationText: "矿物采选人员"],
        action: .contact, "the words tell which list the code is of"),
      .fails(
        [.employer: "赣州向阳商贸有限公司", .occupationCode: "", .occupationText: "无业"], action: .contact,
        "without work, at a company"),
      .fails(
        [.employer: "中国农业银行股份有限公司赣州分行", .occupationCode: "", .occupationText: "农民"],
        action: .contact, "the occupation stands in words"),
      .passes([.employer: "赣州市第一人民医院", .occupationCode: "40202"], "hospitals have drivers"),
      .passes([.employer: "赣州市第一人民医院", .occupationCode: "20800"], "and teach"),
      .passes([.employer: "章贡区沙石中心小学", .occupationCode: "20501"], "schools have doctors"),
      .passes([.employer: "赣州市章贡区人民法院", .occupationCode: "30201"], "bailiffs are police"),
      .passes(
        [.employer: "赣州爱宠动物医院", .occupationCode: "50302"], "a hospital of another kind"),
      .passes([.employer: "信丰县嘉定镇人民政府", .occupationCode: "50203"], "a forest warden"),
      .passes([.employer: "赣州向阳商贸有限公司", .occupationCode: "50102"], "farms may be companies"),
      .notApplicable([.employer: "", .occupationCode: "50102"]),
      .notApplicable([.employer: "赣州市人民法院路百货店", .occupationCode: "50102"], "of no known kind"),
      .notApplicable([.employer: "赣州市章贡区人民法院", .occupationCode: "80000"], "OCC003"),
      .notApplicable([.employer: "赣州市章贡区人民法院", .occupationCode: "", .occupationText: ""]),
      .notEvaluated([.employer: "赣州市章贡区人民法院"], .columnMissing, "no occupation in the source"),
      .notEvaluated(
        [.employer: "赣州市章贡区人民法院", .occupationCode: "50102"], .referenceMissing,
        without: "occupation-employers"),
      .notEvaluated(
        [.employer: "赣州市章贡区人民法院", .occupationCode: "50102"], .referenceMissing,
        without: "occupations"),
    ])

  private let kinds: EmployerKinds?
  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  /// By row of GB/T 6565-2015: a bit for every kind of employer that it contradicts.
  private let rows: FrozenArray<UInt64>
  /// The same by major group, where no more is known.
  private let majors: FrozenArray<UInt64>
  /// The same by raw value of `OccupationStatus`.
  private let statuses: FrozenArray<UInt64>

  package init(_ context: Context) {
    let codes = context.reference(OccupationCodes.self)
    let kinds = context.reference(EmployerKinds.self)
    self.codes = codes
    self.kinds = kinds
    keywords = context.reference(OccupationKeywords.self)
    let listed = kinds?.kinds ?? []
    func mask(_ isMet: (String) -> Bool) -> UInt64 {
      listed.enumerated().reduce(0) { bits, entry in
        let (number, kind) = entry
        if kind.expected.contains(where: isMet) || !kind.contradicts.contains(where: isMet) {
          return bits
        }
        return bits | 1 << UInt64(number)
      }
    }
    rows = FrozenArray(
      codes.map { codes in
        codes.rows.map { row in mask { codes.code(of: row, startsWith: $0) } }
      } ?? [])
    majors = FrozenArray((0...8).map { major in mask { $0 == String(major) } })
    statuses = FrozenArray(
      (0...OccupationStatus.preschool.rawValue).map { raw in
        let status = OccupationStatus(rawValue: raw)
        return mask { Self.status(of: $0) == status && status != .unknown }
      })
  }

  /// The status that a bank's code stands for; unknown for codes of the standard.
  private static func status(of code: String) -> OccupationStatus {
    switch code {
    case "S801": .retired
    case "S802", "S803": .withoutWork
    case "S804": .preschool
    case "S805": .student
    default: .unknown
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let employer = record[.employer]
    if employer.isEmpty { return .notApplicable }
    if !record.carries(.occupationCode) && !record.carries(.occupationText) {
      return .notEvaluated(.columnMissing)
    }
    guard let kinds, let codes, let keywords else { return .notEvaluated(.referenceMissing) }
    guard let kind = kinds.kind(of: employer) else { return .notApplicable }
    guard let bits = contradicted(record, &facts, codes, keywords) else { return .notApplicable }
    return bits >> UInt64(kind) & 1 == 1 ? .failed : .passed
  }

  /// Kinds of employer that the occupation contradicts; nil where it is not known.
  private func contradicted(
    _ record: RecordView, _ facts: inout Facts, _ codes: OccupationCodes,
    _ keywords: OccupationKeywords
  ) -> UInt64? {
    let work = facts.occupation.work(record, codes, keywords)
    switch work.status {
    case .unknown, .residual, .selfEmployed: return nil
    case .student, .retired, .withoutWork, .preschool:
      return statuses[Int(work.status.rawValue)]
    case .working, .farmer, .soldier: break
    }
    guard let standing = facts.occupation.standing(record, codes) else {
      return bits(work)
    }
    // The class itself, where no old list has the code too, or the words are its name.
    if standing.row >= 0,
      standing.lists.isDisjoint(with: .superseded)
        || codes.titles.equals(Int(standing.row), record[.occupationText])
    {
      return rows[Int(standing.row)]
    }
    if work.middle < 0, let meaning = keywords[record[.occupationText]],
      meaning.major == work.major, let row = codes.row(of: meaning.code)
    {
      return rows[row]
    }
    return bits(work)
  }

  private func bits(_ work: OccupationFacts.Work) -> UInt64? {
    if work.middle >= 0 { return rows[Int(work.middle)] }
    return work.major > 0 ? majors[Int(work.major)] : nil
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.action = .contact
    finding.value.append(record[.employer])
    finding.expected.append(
      zh: "与职业相符的工作单位，或与单位相符的职业",
      en: "an employer that the occupation goes with, or the other way round", in: language)
    guard let kinds, let codes, let kind = kinds.kind(of: record[.employer]) else { return }
    finding.evidence.append(zh: "单位类别：", en: "kind of employer: ", in: language)
    finding.evidence.append(contentsOf: kinds.kinds[kind].name.utf8)
    finding.evidence.append(zh: "；职业：", en: "; occupation: ", in: language)
    let (code, text) = (record[.occupationCode], record[.occupationText])
    var name: [UInt8] = []
    if !code.isName, let standing = facts.occupation.standing(record, codes) {
      codes.appendName(standing, to: &name)
    }
    finding.evidence.append(code)
    for part in [name, text.equals(name.span) ? [] : Array(String(text).utf8)]
    where !part.isEmpty {
      if !code.isEmpty { finding.evidence.append(" ") }
      finding.evidence.append(contentsOf: part)
    }
  }
}
