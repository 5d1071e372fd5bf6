/// Columns of the extract of accounts: title, data element, bytes of GB18030.
enum AccountField: Int, CaseIterable, Sendable {
  case number, customer, name, nature, status, currency, balance, opened, closed, lastMovement
  case branch, owner

  var column: (title: String, element: String, width: Int) {
    switch self {
    case .number: ("ACCT_NO", "account_number", 19)
    case .customer: ("CUST_NO", "customer_key", 12)
    case .name: ("ACCT_NM", "account_name", 80)
    case .nature: ("ACCT_NATR", "account_nature", 24)
    case .status: ("ACCT_STS", "account_status", 8)
    case .currency: ("CCY", "currency", 3)
    case .balance: ("ACCT_BAL", "balance", 18)
    case .opened: ("OPEN_DT", "opened_date", 8)
    case .closed: ("CLOSE_DT", "closed_date", 8)
    case .lastMovement: ("LAST_TRAN_DT", "last_movement_date", 8)
    case .branch: ("ORG_NO", "branch", 8)
    case .owner: ("MGR_NO", "owner", 10)
    }
  }

  /// First byte, counted from 1.
  var start: Int {
    1 + Self.allCases.prefix(rawValue).reduce(0) { $0 + $1.column.width }
  }
}
