import Findings
import Records
import Registries

/// TXN003: general ledger, sub-ledger and details do not add up to the same.
package struct LedgerTotalDiffers: ReconciliationRule {
  package static let rule = Rule(
    id: "TXN003", name: "ledger-total-differs", parties: [.account], dimension: .consistency,
    severity: .error, reads: [.closingBalance],
    alsoReads: [
      .accountNumber, .subjectCode, .branch, .currency, .bookDate, .openingBalance,
      .openingDebitBalance, .openingCreditBalance, .debitTotal, .creditTotal,
      .closingDebitBalance, .closingCreditBalance, .balanceDirection, .amount, .direction,
      .transactionDate,
    ],
    authority: Authority("中华人民共和国会计法", clause: "第十七条"),
    title: Text(zh: "总分核对不符", en: "Ledgers do not agree"),
    claim: Text(
      zh: "同一账户（科目）、币种、日期的总账、分户账、明细账合计不一致，或期初余额加借方减贷方不等于期末余额",
      en: "General ledger, sub-ledger and details of one account, currency and day differ, or "
        + "opening balance and movements do not give the closing balance."),
    remedy: Text(
      zh: "按差额和所列明细查找漏记、重记、串户、借贷方向错误，经授权更正后重新核对",
      en: "Find what was left out, entered twice, on another account or on the wrong side; correct "
        + "it with authorisation and compare again."),
    examples: [], books: examples)

  /// Fills a finding on a line that differs.
  package static func explain(_ difference: LedgerDifference, _ finding: inout FindingWriter) {
    let language = finding.language
    finding.action = .review
    finding.element =
      switch difference.figure {
      case .opening: .openingBalance
      case .debit: .debitTotal
      case .credit: .creditTotal
      case .closing: .closingBalance
      }
    let line = difference.line
    func text(_ figures: BookFigures?, _ tells: FigureSet) -> String {
      let place = difference.figure.rawValue
      if difference.comparesNet {
        let figures = figures ?? BookFigures()
        let net =
          tells.isSuperset(of: .movements)
          ? figures.debit - figures.credit : figures.closing - figures.opening
        return "\(difference.money(net))"
      }
      return "\(difference.money(figures?[place] ?? 0))"
    }
    finding.value.append(contentsOf: text(line.upper?.figures, difference.tells.upper).utf8)
    let isBreak = line.difference.isZero
    if !isBreak {
      finding.expected.append(contentsOf: text(line.lower?.figures, difference.tells.lower).utf8)
    }
    let parts = [
      difference.figuresText(language), difference.differenceText(language),
      difference.explanationText(language),
    ].filter { !$0.isEmpty }
    finding.evidence.append(
      contentsOf: parts.joined(separator: language == .zh ? "。" : ". ").utf8)
  }
}
