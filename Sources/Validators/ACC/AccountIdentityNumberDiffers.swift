import Findings
import Records
import References
import Registries

/// ACC011: the account system has another identity number of the account's owner.
///
/// Of the bank counts what the account says, else what its owner's record says. An organisation
/// code agrees with the credit code that it is part of; a licence number from before the
/// credit code can be compared with such a number alone.
package struct AccountIdentityNumberDiffers: RecordValidator {
  package static let rule = Rule(
    id: "ACC011", name: "account-identity-number-differs", parties: [.account],
    dimension: .consistency, severity: .error, reads: [.accountNumber],
    alsoReads: [.creditCode, .customerKey, .accountStatus, .closedDate],
    authority: Authority("人民币银行结算账户管理办法（中国人民银行令〔2003〕第5号）", clause: "第十七条、第六十二条"),
    title: Text(zh: "证明文件编号与账户管理系统不一致", en: "Identity number differs"),
    claim: Text(
      zh: "本行登记的统一社会信用代码与人民银行账户管理系统中的证明文件编号不同",
      en: "The owner's credit code at the bank is not the number in the account system."),
    remedy: Text(
      zh: "核对营业执照，更正错误的一方；账户开给他人名下的按开户差错处理",
      en:
        "See the licence and correct the side that is wrong; an account opened for another unit is an error of opening."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.accountNumber: "3607021000000001", .creditCode: "91360702MA36T0A18J"],
        action: .review, "another unit's"),
      .fails(
        [.accountNumber: "3607021000000001", .creditCode: "91360702MA35F5H94K"],
        suggests: "91360702MA35F5H94J", action: .confirm, "its check character is wrong"),
      .fails(
        [.accountNumber: "3607021000000008", .creditCode: "91360702MA35F5H94J"],
        action: .review, "the system has an organisation code that is no part of it"),
      .passes([.accountNumber: "3607021000000001", .creditCode: "91360702MA35F5H94J"]),
      .passes(
        [.accountNumber: "3607021000000001", .creditCode: "91360702ma35f5h94j"],
        "small letters"),
      .passes(
        [.accountNumber: "3607021000000008", .creditCode: "91360702MA36T0M497"],
        "the system has the organisation code in it"),
      .notApplicable(
        [.accountNumber: "3607021000000001", .creditCode: ""], "IDN017 speaks of it"),
      .notApplicable(
        [.accountNumber: "3607021000000001", .creditCode: "360702210004560"],
        "IDN022 speaks of a licence number from before the credit code"),
      .notApplicable(
        [.accountNumber: "3607021000000006", .creditCode: "91360702MA35F5H94J"],
        "the system gives none"),
      .notApplicable(
        [.accountNumber: "3607021000000099", .creditCode: "91360702MA35F5H94J"],
        "ACC001 speaks of it"),
      .notEvaluated(
        [.accountNumber: "3607021000000009", .creditCode: "91360702MA36T0A18J"],
        .cellUnreadable, "the system has a licence number"),
      .notEvaluated(
        [.accountNumber: "3607021000000001", .creditCode: "91360702MA35F5H94J"],
        .referenceMissing, without: "accounts"),
    ])

  package static let needs: [KnownParties.Need] = [.owners]

  private let match: AccountMatch?

  package init(_ context: Context) {
    match = AccountMatch(context, Self.rule, comparing: .creditCode)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let match else { return AccountMatch.withoutRegistry(record) }
    guard let place = match.openPlace(record, &facts) else { return .notApplicable }
    let owner = AccountOwners.owner(record, &facts)
    return AccountOwners.withText(.creditCode, record, owner) { code in
      AccountOwners.withText(.licenceNumber, record, owner) { licence in
        if code.isEmpty, licence.isEmpty {
          return AccountOwners.outcome(without: .creditCode, record, owner, facts)
        }
        return match.check(place) { Self.compare(code, licence, $0) }
      }
    }
  }

  private static func compare(
    _ code: Span<UInt8>, _ licence: Span<UInt8>, _ theirs: Span<UInt8>
  ) -> Outcome {
    let key = PackedKey(foldingCase: theirs)
    if !code.isEmpty, PackedKey(foldingCase: code) == key { return .passed }
    // A licence number speaks where there is no credit code to compare.
    if !licence.isEmpty, code.isEmpty || theirs.count != 18,
      PackedKey(foldingCase: licence) == key
    {
      return .passed
    }
    switch CreditCodeReading(code) {
    // IDN017, IDN018 and IDN022 speak of what cannot be compared.
    case .empty, .placeholder: return .notApplicable
    case .legacy: return isOrganisationCode(code, of: theirs) ? .passed : .notApplicable
    case .malformed, .checkWrong, .pilot, .sound:
      if theirs.count == 18 { return .failed }
      if theirs.count == 9 || theirs.count == 10 {
        return isOrganisationCode(theirs, of: code) ? .passed : .failed
      }
      return .notEvaluated(.cellUnreadable)
    }
  }

  /// Whether the organisation code, with a hyphen or without, is that in a credit code.
  private static func isOrganisationCode(_ short: Span<UInt8>, of code: Span<UInt8>) -> Bool {
    guard code.count == 18, short.count == 9 || short.count == 10 && short[8] == 0x2D else {
      return false
    }
    for index in 0..<8 where short[index].uppercased != code[8 + index].uppercased { return false }
    return short[short.count - 1].uppercased == code[16].uppercased
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    var code: [UInt8] = []
    let owner = AccountOwners.owner(record, &facts)
    AccountOwners.withText(.creditCode, record, owner) { code.append($0) }
    match?.explain(record, code.span, &facts, &finding) { registered, finding in
      let theirs = registered[.creditCode]
      if CreditCode.fault(in: code.span) != nil, CreditCode.fault(in: theirs) == nil {
        finding.evidence.append(
          zh: "；本行代码校验不通过，系统代码校验通过", en: "; ours is malformed, the system's is sound",
          in: finding.language)
        finding.offer(theirs, confidence: 90)
      }
      finding.nextStep(
        zh: "核对营业执照，更正错误的一方", en: "see the licence, correct the side that is wrong")
    }
  }
}
