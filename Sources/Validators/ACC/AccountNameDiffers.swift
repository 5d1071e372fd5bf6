import Findings
import Records
import References
import Registries

/// ACC004: bank and account system do not agree on the name of the account.
package struct AccountNameDiffers: RecordValidator {
  package static let rule = Rule(
    id: "ACC004", name: "account-name-differs", parties: [.account], dimension: .consistency,
    severity: .error, reads: [.accountNumber, .accountName],
    alsoReads: [.accountNature, .accountStatus, .closedDate, .creditCode, .customerKey],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第二十四条、第四十六条"),
    title: Text(zh: "账户名称与账户管理系统不一致", en: "Account name differs"),
    claim: Text(
      zh: "本行登记的账户名称与人民银行账户管理系统不同（全半角、括号样式、空格、繁简体的差别不计）",
      en:
        "The account's name is not the one in the account system; widths, kinds of brackets, blanks and traditional characters make no difference."
    ),
    remedy: Text(
      zh: "核对营业执照和开户资料：企业已更名的，办理账户名称变更并报系统；录入错误的，更正错误的一方",
      en:
        "See the licence and the opening documents: have the change of name recorded and reported, or correct the side that is wrong."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.accountNumber: "3607021000000001", .accountName: "赣州市章贡区向阳文具店"],
        action: .review, "a former name"),
      .fails(
        [.accountNumber: "3607021000000001", .accountName: "赣州市章贡区向阳商贸有限责任公司"],
        action: .review, "the legal form in other words"),
      .fails(
        [
          .accountNumber: "3607021000000001", .accountName: "赣州市章贡区向?商贸有限公司",
          .creditCode: "91360702MA35F5H94J",
        ], suggests: "赣州市章贡区向阳商贸有限公司", action: .confirm,
        "the business registry agrees with the account system"),
      .passes([.accountNumber: "3607021000000001", .accountName: "赣州市章贡区向阳商贸有限公司"]),
      .passes(
        [.accountNumber: "3607021000000004", .accountName: "赣州(香港)贸易有限公司"],
        "half-width brackets"),
      .passes(
        [
          .accountNumber: "3607021000000004", .accountName: "赣州（香港）贸易有限公司农民工工资专户",
          .accountNature: "feiyusuan",
        ], "a dedicated account bears the purpose of its money"),
      .passes(
        [.accountNumber: "3607021000000001", .accountName: "贛州市章貢區向陽商貿有限公司"],
        "traditional characters"),
      .notApplicable(
        [.accountNumber: "3607021000000001", .accountName: ""], "nothing is recorded"),
      .notApplicable(
        [.accountNumber: "3607021000000006", .accountName: "甲公司"], "the system gives none"),
      .notApplicable(
        [.accountNumber: "3607021000000099", .accountName: "甲公司"], "ACC001 speaks of it"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .accountName: "甲公司"], .referenceMissing,
        without: "accounts"),
    ])

  private let match: AccountMatch?
  private let owners: AccountOwners

  package init(_ context: Context) {
    match = AccountMatch(context, Self.rule, comparing: .accountName)
    owners = AccountOwners(context, Self.rule)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let name = record[.accountName]
    if name.isEmpty { return .notApplicable }
    guard let match else { return AccountMatch.withoutRegistry(record) }
    guard let place = match.openPlace(record, &facts) else { return .notApplicable }
    return match.check(place) { registered in
      switch Self.compare(name, registered, match.forms) {
      case .exact, .equalAfterNormalisation: return .passed
      case .notComparable: return .notEvaluated(.cellUnreadable)
      // The system's extract has lost a character, not the bank.
      case .similar(.substitute(.theirs)): return .passed
      case .similar, .different:
        if match.forms == nil { return .notEvaluated(.referenceMissing) }
        return isOfPurpose(record, place, match, &facts) && Self.isBeginning(name, registered)
          ? .passed : .failed
      }
    }
  }

  /// Names of persons, who have few characters, are compared as such.
  private static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Agreement {
    ours.count <= 12 && theirs.count <= 12
      ? PersonName.compare(ours, theirs, forms) : CompanyName.compare(ours, theirs, forms)
  }

  /// Whether the account may bear the purpose of its money behind its owner's name.
  private func isOfPurpose(
    _ record: RecordView, _ place: Int, _ match: AccountMatch, _ facts: inout Facts
  ) -> Bool {
    let nature =
      match.reader.nature(record, &facts) ?? match.registry.value.nature(place) ?? .basic
    return nature != .basic && nature != .general && nature != .none
  }

  /// Whether one name is the beginning of the other.
  private static func isBeginning(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    var (first, second) = (FoldedText(), FoldedText())
    while true {
      let (left, right) = (first.next(in: a), second.next(in: b))
      if left == 0 || right == 0 { return true }
      if left != right { return false }
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let match else { return }
    let note = owners.note(record, &facts)
    match.explain(record, record[.accountName], &facts, &finding) { registered, finding in
      let (ours, theirs) = (record[.accountName], registered[.accountName])
      let agreement = Self.compare(ours, theirs, match.forms)
      finding.evidence.append(agreement, in: finding.language)
      if let note {
        owners.withRegistered(note) { company in
          guard CompanyName.compare(theirs, company[.name], match.forms).isEqual else { return }
          finding.evidence.append(
            zh: "；市场主体登记名称与系统一致", en: "; the business registry has the system's name",
            in: finding.language)
          finding.offer(theirs, confidence: agreement.isSimilar ? 95 : 85)
        }
      }
      finding.nextStep(
        zh: "核对营业执照和开户资料，办理变更或更正", en: "see licence and documents, change or correct")
    }
  }
}
