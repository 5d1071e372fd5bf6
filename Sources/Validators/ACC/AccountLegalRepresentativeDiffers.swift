import Findings
import Records
import References
import Registries

/// ACC006: the account system has another legal representative than the bank.
///
/// Of the bank counts what the account says, else what its owner's record says.
package struct AccountLegalRepresentativeDiffers: RecordValidator {
  package static let rule = Rule(
    id: "ACC006", name: "account-legal-representative-differs", parties: [.account],
    dimension: .consistency, severity: .error, reads: [.accountNumber],
    alsoReads: [.legalRepresentative, .customerKey, .accountStatus, .closedDate, .creditCode],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第四十七条、第四十八条"),
    title: Text(zh: "法定代表人与账户管理系统不一致", en: "Legal representative differs"),
    claim: Text(
      zh: "本行登记的法定代表人（单位负责人）与人民银行账户管理系统不同",
      en: "The legal representative at the bank is not the one in the account system."),
    remedy: Text(
      zh: "核对登记信息：企业已变更的，办理账户资料变更并报系统；录入错误的，更正错误的一方",
      en:
        "See the business registry: have the change recorded and reported, or correct the side that is wrong."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.accountNumber: "3607021000000001", .legalRepresentative: "钟大军"], action: .review),
      .fails(
        [
          .accountNumber: "3607021000000001", .legalRepresentative: "钟大军",
          .creditCode: "91360702MA35F5H94J",
        ], suggests: "钟小军", action: .confirm,
        "the business registry agrees with the account system"),
      .fails(
        [.accountNumber: "3607021000000005", .legalRepresentative: "买买提"], action: .review,
        "half a name"),
      .passes([.accountNumber: "3607021000000001", .legalRepresentative: "钟小军"]),
      .passes(
        [.accountNumber: "3607021000000005", .legalRepresentative: "买买提•艾力"],
        "another middle dot"),
      .passes(
        [.accountNumber: "3607021000000001", .legalRepresentative: "鍾小軍"],
        "traditional characters"),
      .notApplicable(
        [.accountNumber: "3607021000000001", .legalRepresentative: ""], "nothing is recorded"),
      .notApplicable(
        [.accountNumber: "3607021000000006", .legalRepresentative: "钟小军"],
        "the system gives none"),
      .notApplicable(
        [.accountNumber: "3607021000000099", .legalRepresentative: "钟小军"],
        "ACC001 speaks of it"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .legalRepresentative: "ZHONG XIAOJUN"],
        .cellUnreadable, "Latin letters against Chinese"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .legalRepresentative: "钟小军"], .referenceMissing,
        without: "accounts"),
    ])

  package static let needs: [KnownParties.Need] = [.owners]

  private let match: AccountMatch?
  private let owners: AccountOwners

  package init(_ context: Context) {
    match = AccountMatch(context, Self.rule, comparing: .legalRepresentative)
    owners = AccountOwners(context, Self.rule)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return AccountMatch.withoutRegistry(record) }
    guard let place = match.openPlace(record, &facts) else { return .notApplicable }
    let owner = AccountOwners.owner(record, &facts)
    return AccountOwners.withText(.legalRepresentative, record, owner) { person in
      if person.isEmpty {
        return AccountOwners.outcome(without: .legalRepresentative, record, owner, facts)
      }
      return match.check(place) { registered in
        PersonName.outcome(person, registered, match.forms)
      }
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let match else { return }
    let note = owners.note(record, &facts)
    var person: [UInt8] = []
    let owner = AccountOwners.owner(record, &facts)
    AccountOwners.withText(.legalRepresentative, record, owner) { person.append($0) }
    match.explain(record, person.span, &facts, &finding) { registered, finding in
      let theirs = registered[.legalRepresentative]
      let agreement = PersonName.compare(person.span, theirs, match.forms)
      finding.evidence.append(agreement, in: finding.language)
      if let note {
        owners.withRegistered(note) { company in
          let registered = company[.legalRepresentative]
          guard PersonName.compare(theirs, registered, match.forms).isEqual else { return }
          finding.evidence.append(
            zh: "；市场主体登记的法定代表人与系统一致", en: "; the business registry has the system's name",
            in: finding.language)
          finding.offer(theirs, confidence: agreement.isSimilar ? 95 : 90)
        }
      }
      finding.nextStep(
        zh: "核对登记信息，办理变更报系统或更正", en: "see the registry, report the change or correct it")
    }
  }
}
