/// The job file of the invented bank.
struct SampleJob {
  let hasOrganisations: Bool
  let plain: Bool
  let branches: SampleBranches

  var text: String {
    var text = """
      # 虚构银行“虔橘银行”的检核作业。An invented bank: see README.md.
      version: 1
      asOf: 2026-10-31
      language: zh

      sources:
        persons:
          party: person

      """
    if plain {
      text += """
            path: persons.txt
            format: delimited
            delimiter: "|"
            encoding: UTF-8

        """
    } else {
      text += """
            path: persons.dat.gz
            format: delimited
            delimiter: "|+|"
            encoding: GB18030
            control: ok

        """
    }
    text += "    columns:\n"
    for field in PersonField.allCases {
      switch field {
      case .sex:
        text += column(field.title, field.element, values: [("男", "1"), ("女", "2")])
      case .payroll:
        text += column(field.title, field.element, values: [("Y", "1"), ("N", "0")])
      default: text += column(field.title, field.element)
      }
    }
    if hasOrganisations { text += organisationSources }
    text += "\nown:\n  addresses:\n"
    for branch in branches.branches { text += "    - \(branch.address)\n" }
    text += "  phones:\n"
    for branch in branches.branches { text += "    - \(branch.phone)\n" }
    text += """

      rules:
        set: standard

      """
    if hasOrganisations { text += Self.parameters }
    text += """

      output:
        folder: ../build/demo

      worklists:
        deadline: 2026-11-30
        maskNames: false
        contact: 总行数据治理办公室 内线 6000
        bank: \(SampleBranches.bank)

      """
    return text
  }

  private func column(
    _ title: String, _ element: String, values: [(String, String)] = [], date: String? = nil
  ) -> String {
    if values.isEmpty, date == nil { return "      \(title): \(element)\n" }
    var parts = ["element: \(element)"]
    if !values.isEmpty {
      parts.append("values: { " + values.map { "\($0): \"\($1)\"" }.joined(separator: ", ") + " }")
    }
    if let date { parts.append("date: \(date)") }
    return "      \(title): { \(parts.joined(separator: ", ")) }\n"
  }

  /// The bank's own number, by which transactions within the bank are told.
  private static let parameters =
    "  parameters: {TXN002: {own-banks: [\"\(TransactionWriter.ownBank)\"]}}\n"

  private static let natures = [("基本存款账户", "jiben"), ("一般存款账户", "yiban")]
  private static let states = [("正常", "normal"), ("久悬", "suspend"), ("撤销", "revoke")]
  private static let documents = [("居民身份证", "1010")]

  private var organisationSources: String {
    var text = """
        organisations:
          party: organisation
          path: organisations.csv
          format: delimited
          delimiter: ","
          quoting: doubled
          encoding: UTF-8
          columns:

      """
    for field in OrganisationField.allCases {
      switch field {
      case .enterpriseSize:
        text += column(
          field.title, field.element,
          values: [("大型", "1"), ("中型", "2"), ("小型", "3"), ("微型", "4")])
      case .legalRepresentativeDocumentType, .beneficialOwnerDocumentType:
        text += column(field.title, field.element, values: Self.documents)
      case .openedDate: text += column(field.title, field.element, date: "dd/MM/yyyy")
      default: text += column(field.title, field.element)
      }
    }
    text += """
        accounts:
          party: account
          path: accounts.txt
          format: fixed
          encoding: GB18030
          fields:

      """
    for field in AccountField.allCases {
      let (title, _, width) = field.column
      text += "      - { name: \(title), start: \(field.start), length: \(width) }\n"
    }
    text += "    columns:\n"
    for field in AccountField.allCases {
      let values = field == .nature ? Self.natures : field == .status ? Self.states : []
      text += column(field.column.title, field.column.element, values: values)
    }
    text += """
        transactions:
          party: transaction
          path: transactions.txt
          format: delimited
          delimiter: "\\u0001"
          encoding: UTF-8
          columns:

      """
    for (title, element) in TransactionWriter.columns { text += column(title, element) }
    text += """

      registries:
        business:
          asOf: 2026-10-28
          coverage: { regions: 36 }
          path: business-registry.xlsx
          format: xlsx
          columns:

      """
    for (title, element) in OrganisationWriter.registryColumns { text += column(title, element) }
    text += """
        accounts:
          asOf: 2026-10-30
          path: account-system.xml
          format: xml
          record: /ROWS/ROW
          columns:

      """
    for (name, element) in SystemAccount.elements { text += column(name, element) }
    for (name, path) in [("abnormal", "abnormal-list.csv"), ("violations", "violation-list.csv")] {
      text += """
          \(name):
            asOf: 2026-10-28
            path: \(path)
            format: delimited
            delimiter: ","
            encoding: UTF-8
            columns:

        """
      for (title, element) in ListWriter.columns { text += column(title, element) }
    }
    text += """
        watch:
          kind: list
          asOf: 2026-10-26
          path: watch-list.csv
          format: delimited
          delimiter: ","
          encoding: UTF-8
          columns:

      """
    for (title, element) in WatchListWriter.columns {
      text += column(title, element, values: element == "document_type" ? Self.documents : [])
    }
    return text + Self.books
  }
}
