import References

/// Which code of one list means the same as which code of another: the table
/// `mappings/sources/code-translations.csv`.
struct CodeTranslations {
  /// What is wrong with the table.
  let fault: ReferenceFault?
  private var codes: [String: [String: [String: String]]] = [:]

  static let table = "sources/code-translations.csv"

  init(_ folder: MappingsFolder) {
    do throws(ReferenceFault) {
      let table = try ReferenceTable(Self.table, from: folder)
      let fromList = try table.column("from_list")
      let fromCode = try table.column("from_code")
      let toList = try table.column("to_list")
      let toCode = try table.column("to_code")
      var codes: [String: [String: [String: String]]] = [:]
      for row in 0..<table.count {
        let (to, from) = (table.text(row, toList), table.text(row, fromList))
        let code = table.text(row, fromCode)
        guard codes[to]?[from]?[code] == nil else { throw table.fault(row, .duplicate(code)) }
        codes[to, default: [:]][from, default: [:]][code] = table.text(row, toCode)
      }
      self.codes = codes
      fault = nil
    } catch {
      fault = error
    }
  }

  /// Codes of one list and what they are in another; nil where nothing is known.
  func values(from: String, to: String) -> [String: String]? { codes[to]?[from] }

  /// The lists that can be translated to a list, sorted.
  func lists(to: String) -> [String] { (codes[to]?.keys.map { $0 } ?? []).sorted() }
}
