import Findings
import Records
import References
import Registries

/// TXN002: the other side of a transaction is said to be an account of this bank, which the
/// bank does not have.
///
/// It is said so by the number of the counterparty's bank: one of the bank's own, as the
/// parameter lists them, or that of a branch which accounts of the run have. Only numbers are
/// judged that begin and are as long as the accounts of the run: internal accounts, which the
/// run may not have, look otherwise.
package struct CounterpartyUnknownCustomer: RecordValidator {
  package static let rule = Rule(
    id: "TXN002", name: "counterparty-unknown-customer", parties: [.transaction],
    dimension: .accuracy, severity: .error, reads: [.counterpartyAccount],
    alsoReads: [
      .counterpartyBank, .counterpartyName, .purpose, .product, .accountNumber, .transactionDate,
      .amount, .currency,
    ],
    authority: Authority("EAST 5.0（2021版）", clause: "内部分户账明细记录 对方账号、对方行号"),
    title: Text(zh: "交易对手不是本行账户", en: "Counterparty is no account of the bank"),
    claim: Text(
      zh: "对方行号为本行，对方账号在本行账户中没有",
      en: "The counterparty's bank is this bank, and the bank has no such account."),
    remedy: Text(
      zh: "按记账凭证核实对方账号，录入错误的更正；对方确为他行账户的，更正对方行号",
      en:
        "See the voucher: correct a wrong account number, or the number of the bank if it is another's."
    ),
    parameters: [
      Parameter(
        "own-banks", default: [], zh: "本行行号（支付系统行号、机构号的前几位也可）",
        en: "Numbers of this bank, or how they begin.")
    ],
    examples: [
      .fails(
        [.counterpartyAccount: "3607021000000077", .counterpartyBank: "360702"],
        action: .review),
      .fails(
        [
          .counterpartyAccount: "3607021000000077", .counterpartyBank: "360702",
          .counterpartyName: "赣州红土地食品有限公司",
        ], action: .review, "whatever its name"),
      .fails(
        [.counterpartyAccount: "3607 0210 0000 0077", .counterpartyBank: "360702"],
        action: .review, "blanks in the number"),
      .passes([.counterpartyAccount: "3607021000000001", .counterpartyBank: "360702"]),
      .passes(
        [.counterpartyAccount: "3607-0210-0000-0001", .counterpartyBank: "360702"],
        "hyphens in the number"),
      .passes(
        [.counterpartyAccount: "3607021000000001", .counterpartyBank: ""],
        "an account of the bank, whether or not that is said"),
      .notApplicable(
        [.counterpartyAccount: "3607021000000077", .counterpartyBank: "102428000016"],
        "another bank"),
      .notApplicable(
        [.counterpartyAccount: "", .counterpartyBank: "360702"], "TXN001 speaks of it"),
      .notApplicable(
        [.counterpartyAccount: "6222021502001234567", .counterpartyBank: ""],
        "does not look like ours, and nothing says that it is"),
      .notApplicable(
        [.counterpartyAccount: "36070226240012", .counterpartyBank: "360702"],
        "an internal account, which is no customer's"),
      .notEvaluated(
        [.counterpartyAccount: "3607021000000077", .counterpartyBank: ""], .cellUnreadable,
        "looks like ours, and nothing says whose it is"),
      .notEvaluated([.counterpartyAccount: "3607021000000077"], .columnMissing),
    ])

  package static let needs: [KnownParties.Need] = [.accounts]

  private let banks: [[UInt8]]

  package init(_ context: Context) {
    banks = context.texts(Self.rule, "own-banks").map { Array($0.utf8) }.filter { !$0.isEmpty }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let number = record[.counterpartyAccount]
    if number.isEmpty || number.count <= 40 && DocumentReading.isPlaceholder(number) {
      return .notApplicable
    }
    guard let accounts = facts.known.accounts else { return .notEvaluated(.referenceMissing) }
    if accounts.value.contains(number) { return .passed }
    let hasShape = accounts.value.hasShape(of: number)
    let bank = record[.counterpartyBank]
    if bank.isEmpty {
      if !hasShape { return .notApplicable }
      return .notEvaluated(record.carries(.counterpartyBank) ? .cellUnreadable : .columnMissing)
    }
    if !isOwn(bank, accounts) { return .notApplicable }
    return hasShape ? .failed : .notApplicable
  }

  private func isOwn(_ bank: Span<UInt8>, _ accounts: FrozenBox<AccountTable>) -> Bool {
    for own in banks where bank.count >= own.count {
      if bank.extracting(0..<own.count).equals(own.span) { return true }
    }
    return accounts.value.hasBranch(bank)
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.element = .counterpartyAccount
    finding.action = .review
    finding.value.append(record[.counterpartyAccount])
    finding.expected.append(zh: "本行账户的账号", en: "an account of the bank", in: language)
    finding.evidence.append(zh: "对方行号", en: "the counterparty's bank ", in: language)
    finding.evidence.append(record[.counterpartyBank])
    finding.evidence.append(
      zh: "为本行，本批次账户中没有此账号；", en: " is ours, and the run has no such account; ",
      in: language)
    TransactionText.append(record, to: &finding.evidence, in: language)
    if let accounts = facts.known.accounts, accounts.value.unread > 0 {
      finding.evidence.append(
        zh: "；账户抽取有未能读取的行：", en: "; rows of accounts that could not be read: ", in: language)
      finding.evidence.append(decimal: accounts.value.unread)
      finding.evidence.append(
        zh: "，请先核对 rejects.csv", en: ", see rejects.csv first", in: language)
    }
  }
}
