import Findings
import Records
import References

/// TXN001: a transaction of an internal account does not say who the other side was.
///
/// Some have no other side by nature: cash, interest and fees that the bank posts itself,
/// provisions. They are known by their purpose or their product.
package struct CounterpartyMissing: RecordValidator {
  package static let rule = Rule(
    id: "TXN001", name: "counterparty-missing", parties: [.transaction],
    dimension: .completeness, severity: .error, reads: [.counterpartyAccount],
    alsoReads: [
      .counterpartyName, .purpose, .product, .accountNumber, .transactionDate, .amount, .currency,
    ],
    authority: Authority("EAST 5.0（2021版）", clause: "内部分户账明细记录 对方账号、对方户名"),
    title: Text(zh: "交易对手为空", en: "Counterparty missing"),
    claim: Text(
      zh: "内部账户交易没有登记对方账号或对方户名，且不属于现金、结息、手续费等无对手的业务",
      en:
        "The transaction names no account or name of the other side, and is not of a kind that has none, such as cash, interest or fees."
    ),
    remedy: Text(
      zh: "按记账凭证补录对方账号、户名；同一业务品种大量缺失的，由科技部门检查该品种的记账接口",
      en:
        "Fill in account and name from the voucher; where a product lacks many, have its posting interface checked."
    ),
    parameters: [
      Parameter(
        "purposes-without",
        default: [
          "现金", "存现", "取现", "结息", "付息", "计息", "利息", "手续费", "工本费", "年费",
          "管理费", "计提", "摊销", "折旧", "损益结转", "结转损益", "年终结转", "轧差",
        ], zh: "摘要含有这些词的交易本无对手", en: "Words in the purpose of transactions that have no other side."
      ),
      Parameter(
        "products-without", default: [], zh: "这些业务品种的交易本无对手",
        en: "Products whose transactions have no other side."),
    ],
    examples: [
      .fails(
        [
          .counterpartyAccount: "", .counterpartyName: "", .purpose: "挂账处理", .product: "B12",
        ], action: .review),
      .fails(
        [.counterpartyAccount: "0000000000", .counterpartyName: "赣州红土地食品有限公司"],
        action: .review, "filled up with zeros"),
      .fails(
        [.counterpartyAccount: "3607021000000001", .counterpartyName: "", .purpose: "清算款"],
        action: .review, "an account without a name"),
      .fails([.counterpartyAccount: "无"], action: .review),
      .passes(
        [
          .counterpartyAccount: "3607021000000001", .counterpartyName: "赣州红土地食品有限公司",
          .purpose: "清算款",
        ]),
      .passes([.counterpartyAccount: "3607021000000001"], "the source has no names"),
      .passes(
        [
          .counterpartyAccount: "3607021000000001", .counterpartyName: "赣州红土地食品有限公司",
          .purpose: "利息支出",
        ], "interest to a customer who is named"),
      .notApplicable(
        [.counterpartyAccount: "", .counterpartyName: "", .purpose: "现金出库"], "cash"),
      .notApplicable(
        [.counterpartyAccount: "", .counterpartyName: "", .purpose: "第三季度结息"], "interest"),
      .notApplicable(
        [.counterpartyAccount: "", .counterpartyName: "", .purpose: "收手续费"], "a fee"),
    ])

  private let purposes: [[UInt8]]
  private let products: [[UInt8]]

  package init(_ context: Context) {
    purposes = context.texts(Self.rule, "purposes-without").map { Array($0.utf8) }
    products = context.texts(Self.rule, "products-without").map { Array($0.utf8) }
  }

  /// Elements that are to be named; the name only where the source has it.
  private static let wanted: [2 of DataElement] = [.counterpartyAccount, .counterpartyName]

  @inline(__always) private static func isMissing(
    _ element: DataElement, _ record: RecordView
  ) -> Bool {
    let text = record[element]
    if text.isEmpty { return record.carries(element) }
    return element == .counterpartyAccount && text.count <= 40
      && DocumentReading.isPlaceholder(text)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if !Self.isMissing(.counterpartyAccount, record), !Self.isMissing(.counterpartyName, record) {
      return .passed
    }
    return hasNone(record) ? .notApplicable : .failed
  }

  /// Whether the transaction has no other side by nature.
  private func hasNone(_ record: RecordView) -> Bool {
    purposes.contains { FoldedText.contains(record[.purpose], $0.span) }
      || products.contains { FoldedText.equal(record[.product], $0.span) }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    var isFirst = true
    for index in Self.wanted.indices where Self.isMissing(Self.wanted[index], record) {
      if !isFirst { finding.next() }
      isFirst = false
      let element = Self.wanted[index]
      finding.element = element
      finding.action = .review
      finding.value.append(record[element])
      finding.expected.append(
        zh: element == .counterpartyAccount ? "对方账号" : "对方户名",
        en: element == .counterpartyAccount ? "the other side's account" : "the other side's name",
        in: finding.language)
      TransactionText.append(record, to: &finding.evidence, in: finding.language)
    }
  }
}
