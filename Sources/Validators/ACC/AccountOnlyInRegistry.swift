import Findings
import Records
import References
import Registries

/// ACC002: the account system has an open account that the bank does not have.
///
/// A row is a fault only where the run has the bank's accounts of its nature and branch: no
/// more is said of a nature or a branch of which no account was found. Suspended accounts may
/// be kept together in one account of the bank and are left out.
package struct AccountOnlyInRegistry: RegistryValidator {
  package static let rule = Rule(
    id: "ACC002", name: "account-only-in-registry", parties: [.account], dimension: .consistency,
    severity: .error, reads: [.accountNumber],
    alsoReads: [.accountStatus, .accountNature, .accountName, .openedDate, .branch],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第六十二条"),
    title: Text(zh: "账户管理系统有、本行没有的账户", en: "Only in the account system"),
    claim: Text(
      zh: "人民银行账户管理系统中正常的账户，在本行账户中没有",
      en: "An account that is open in the account system is not among the bank's accounts."),
    remedy: Text(
      zh: "核对账号：本行已销户的，在账户管理系统补报撤销；账号报错的，更正系统账号",
      en:
        "Check the number: report the closure of an account that the bank has closed, correct a number that was reported wrongly."
    ),
    parameters: [RegistryAge.parameter],
    examples: [],
    groups: [
      GroupExample(
        [row("0001"), row("0002")], failing: [1], against: [account("0001")],
        "a row of the account system against the bank's accounts"),
      GroupExample(
        [row("0001"), row("0002", status: "正常", nature: "基本户"), row("0003")],
        failing: [1, 2], against: [account("0001")], "other words"),
      GroupExample(
        [row("0001"), row("0002", status: "冻结")], failing: [1], against: [account("0001")],
        "frozen is open"),
      GroupExample(
        [row("0001"), row("0002")], failing: [],
        against: [account("0001"), account("0002", status: "revoke")],
        "closed at the bank: ACC003 speaks of it"),
      GroupExample(
        [row("0001"), row("0002")], failing: [], against: [account("0001"), account("000-2")],
        "a hyphen in the number"),
      GroupExample(
        [row("0001"), row("0002", status: "revoke")], failing: [], against: [account("0001")],
        "closed there too"),
      GroupExample(
        [row("0001"), row("0002", status: "suspend")], failing: [], against: [account("0001")],
        "suspended"),
      GroupExample(
        [row("0001"), row("0002", nature: "linshi")], failing: [], against: [account("0001")],
        "no account of this nature was found: the run may have none"),
      GroupExample(
        [row("0001"), row("0002", branch: "360781")], failing: [], against: [account("0001")],
        "nor of this branch"),
      GroupExample(
        [row("0001"), row("0002")], failing: [], against: [account("0009")],
        "nothing was found at all"),
      GroupExample(
        [row("0001"), row("0002", opened: "2026-11-02")], failing: [],
        against: [account("0001")], "opened after the day of the bank's data"),
    ])

  package static let registry = "accounts"

  private static func row(
    _ number: String, status: String = "normal", nature: String = "jiben",
    branch: String = "360702", opened: String = "2019-03-05"
  ) -> [DataElement: String] {
    [
      .accountNumber: number, .accountStatus: status, .accountNature: nature, .branch: branch,
      .openedDate: opened,
    ]
  }

  private static func account(
    _ number: String, status: String = "normal"
  ) -> [DataElement: String] {
    [.accountNumber: number, .accountStatus: status]
  }

  private let accounts: FrozenBox<AccountRegistry>?
  private let age: RegistryAge
  private let asOf: Day

  package init(_ context: Context) {
    accounts = context.accountRegistry
    age = RegistryAge(Self.rule, context)
    asOf = context.asOf
  }

  package var rows: JoinedRecords? { accounts?.value.records }

  package func source(of row: Int) -> String { accounts?.value.index.part(of: row).name ?? "" }

  package func row(_ record: RecordView, _ facts: inout Facts) -> Int? {
    accounts.flatMap { facts.account.place(record, in: $0) }
  }

  package func outcomes(_ seen: SeenRows, unread: Int) -> [UInt8] {
    guard let accounts else { return [] }
    let records = accounts.value.records
    /// Whether the bank has the account of a row, of which there may be several.
    func isSeen(_ row: Int) -> Bool {
      accounts.value.place(records[row][.accountNumber]).map { seen.contains($0) } ?? false
    }
    var natures = Set<UInt8?>()
    var branches: Set<PackedKey> = []
    for row in 0..<records.count where isSeen(row) {
      natures.insert(accounts.value.nature(row)?.rawValue)
      branches.insert(PackedKey(foldingCase: records[row][.branch]))
    }
    var outcomes = (0..<records.count).map { row -> UInt8 in
      if records[row][.accountNumber].isEmpty { return Outcome.notApplicable.code }
      if isSeen(row) { return Outcome.passed.code }
      switch accounts.value.status(row) {
      case .normal, .dormant: break
      case .closed, .pending, .suspended: return Outcome.notApplicable.code
      case nil: return Outcome.notEvaluated(.cellUnreadable).code
      }
      if case .day(let day) = DateReading(records[row][.openedDate]), day > asOf {
        return Outcome.notApplicable.code
      }
      guard natures.contains(accounts.value.nature(row)?.rawValue),
        branches.contains(PackedKey(foldingCase: records[row][.branch]))
      else { return Outcome.notEvaluated(.referenceMissing).code }
      return Outcome.failed.code
    }
    let failed = Outcome.failed.code
    if outcomes.count(where: { $0 == failed }) <= unread {
      for row in outcomes.indices where outcomes[row] == failed {
        outcomes[row] = Outcome.notEvaluated(.cellUnreadable).code
      }
    }
    return outcomes
  }

  package func explain(_ row: Int, unread: Int, _ finding: inout FindingWriter) {
    guard let accounts else { return }
    let language = finding.language
    let record = accounts.value.records[row]
    finding.element = .accountNumber
    finding.action = .review
    finding.value.append(record[.accountNumber])
    finding.expected.append(
      zh: "本行有此账户，或系统已撤销", en: "an account of the bank, or closed there", in: language)
    finding.evidence.append(
      zh: "账户管理系统状态：", en: "status in the account system: ", in: language)
    finding.evidence.append(record[.accountStatus])
    if !record[.accountName].isEmpty {
      finding.evidence.append(zh: "，户名", en: ", name ", in: language)
      finding.evidence.append(record[.accountName])
    }
    finding.evidence.append(zh: "，系统数据日期", en: "; account system of ", in: language)
    finding.evidence.append(day: accounts.value.index.asOf(row))
    age.judge(row, in: accounts.value.index, &finding)
    if unread > 0 {
      finding.evidence.append(
        zh: "；本行账户抽取有未能读取的行：", en: "; rows of the bank's accounts that could not be read: ",
        in: language)
      finding.evidence.append(decimal: unread)
      finding.evidence.append(
        zh: "，请先核对 rejects.csv", en: ", see rejects.csv first", in: language)
    }
    finding.nextStep(
      zh: "核对账号，补报撤销或更正系统账号", en: "check the number, report the closure or correct it")
  }
}
