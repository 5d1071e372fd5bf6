extension SampleJob {
  /// The section of books that have to agree.
  static var books: String {
    """

    reconciliations:
      \(SampleBooks.ledgerName):
        title: 内部账户总分核对
        general:
          path: general-ledger.txt
          format: fixed
          encoding: GB18030
          linesAfter: 1
          fields:
    \(fields)
          columns:
    \(columns(BookWriter.generalColumns.map { ($0.title, $0.element) }))
        sub:
          path: sub-ledger.csv
          format: delimited
          delimiter: ","
          quoting: doubled
          encoding: UTF-8
          columns:
    \(columns(BookWriter.subColumns))
        details:
          path: ledger-details.dat
          format: delimited
          delimiter: "|+|"
          encoding: GB18030
          columns:
    \(columns(BookWriter.detailColumns))
      \(SampleRegister.name):
        title: 贷款清收过渡户登记簿核对
        register:
          path: collection-register.csv
          format: delimited
          delimiter: ","
          encoding: UTF-8
          columns:
    \(columns(BookWriter.registerColumns))
        postings:
          path: collection-postings.txt
          format: delimited
          delimiter: "|"
          encoding: GB18030
          columns:
    \(columns(BookWriter.postingColumns))
        match: { days: 3, many: true }

    """
  }

  private static func columns(_ columns: [(String, String?)]) -> String {
    columns.compactMap { title, element in element.map { "        \(title): \($0)" } }
      .joined(separator: "\n")
  }

  private static func columns(_ columns: [(title: String, element: String)]) -> String {
    columns.map { "        \($0.title): \($0.element)" }.joined(separator: "\n")
  }

  private static var fields: String {
    var start = 1
    return BookWriter.generalColumns.map { column in
      defer { start += column.width }
      return "        - { name: \(column.title), start: \(start), length: \(column.width) }"
    }.joined(separator: "\n")
  }
}
