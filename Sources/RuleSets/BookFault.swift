import Records

/// What is wrong with a reconciliation beside its keys and columns.
package enum BookFault: Sendable, Equatable {
  /// Neither two ledgers nor a register with its postings.
  case tooFewSides(String)
  /// Two ledgers have no account in common.
  case noCommonAccount(BookSide, BookSide)
  /// Two ledgers tell no figure that could be compared.
  case nothingToCompare(BookSide, BookSide)
  /// It cannot be told which side of the account an amount is on.
  case noDirection(BookSide)
  /// Entries without an amount.
  case noAmount(BookSide)
  /// Balances without a direction, and the job does not say which.
  case noBalanceSide(BookSide)
  /// The element to match by is not mapped on this side.
  case keyNotMapped(DataElement, BookSide)

  var text: Text {
    switch self {
    case .tooFewSides(let name):
      Text(
        zh: "“\(name)”无从核对：须有总账、分户账、明细账中的两个，或登记簿和记账流水",
        en: "nothing to compare in \"\(name)\": two of general, sub and details are needed, or "
          + "register and postings")
    case .noCommonAccount(let upper, let lower):
      Text(
        zh: "\(upper.title.zh)与\(lower.title.zh)没有共同的账号或科目",
        en: "\(upper.rawValue) and \(lower.rawValue) have neither account nor subject in common")
    case .nothingToCompare(let upper, let lower):
      Text(
        zh: "\(upper.title.zh)与\(lower.title.zh)没有可比的金额",
        en: "\(upper.rawValue) and \(lower.rawValue) have no figure that could be compared")
    case .noDirection(let side):
      Text(zh: "\(side.title.zh)看不出借贷方向", en: "\(side.rawValue): debit or credit cannot be told")
    case .noAmount(let side):
      Text(zh: "\(side.title.zh)没有金额字段", en: "\(side.rawValue): no column with an amount")
    case .noBalanceSide(let side):
      Text(
        zh: "\(side.title.zh)的余额看不出借贷方向",
        en: "\(side.rawValue): it cannot be told whether balances are debit or credit")
    case .keyNotMapped(let element, let side):
      Text(
        zh: "\(side.title.zh)没有字段映射到“\(element.name)”（\(element.facts.title.zh)）",
        en: "\(side.rawValue): no column is mapped to \"\(element.name)\"")
    }
  }

  /// What would put it right.
  var expected: Text {
    switch self {
    case .tooFewSides:
      Text(
        zh: "general、sub、details、register、postings", en: "general, sub, details, register, postings"
      )
    case .noCommonAccount:
      Text(
        zh: "两侧都映射 account_number，或都映射 subject_code",
        en: "account_number on both sides, or subject_code on both")
    case .nothingToCompare:
      Text(
        zh: "两侧都有期末余额或借贷方发生额",
        en: "closing balances or debits and credits on both sides")
    case .noDirection:
      Text(
        zh: "字段映射到 direction，或 debit_total 和 credit_total",
        en: "a column mapped to direction, or to debit_total and credit_total")
    case .noAmount:
      Text(
        zh: "字段映射到 amount，或 debit_total 和 credit_total",
        en: "a column mapped to amount, or to debit_total and credit_total")
    case .noBalanceSide:
      Text(
        zh: "字段映射到 balance_direction，或写明 balances: debit 或 credit",
        en: "a column mapped to balance_direction, or balances: debit or credit")
    case .keyNotMapped:
      Text(zh: "登记簿和记账流水都映射该数据项", en: "register and postings both with a column for it")
    }
  }
}
