import ArgumentParser
import Foundation
import Records
import References

extension Codes {
  /// `hedui codes show`.
  struct Show: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a code table: what it is, in force from when to when, and its rows.",
      discussion: """
        A table with a history, such as gbt4754, prints its editions.
        Example: hedui codes show gbt4754-2017
        """)

    @Argument(help: ArgumentHelp("Table.", valueName: "table")) var table: String
    @OptionGroup var options: SharedOptions

    func perform() throws -> ExitStatus {
      let folder = try options.mappings()
      let catalogue = try CodeListCatalogue(folder)
      if let list = catalogue.list(named: table) {
        try options.json ? writeRows(of: list, catalogue) : show(list, catalogue)
      } else if let type = CodeHistories.named(table) {
        try show(try type.init(from: folder))
      } else {
        throw Codes.noTable(table, among: catalogue)
      }
      return .clean
    }

    // MARK: A table

    private func writeRows(
      of list: CodeListCatalogue.List, _ catalogue: CodeListCatalogue
    ) throws {
      let (table, _) = try catalogue.table(of: list)
      var lines: [UInt8] = []
      for row in 0..<table.count {
        var cells: [String: String] = [:]
        for (column, title) in table.columns.enumerated() {
          let text = table.text(row, column)
          if !text.isEmpty { cells[title] = text }
        }
        lines += try Terminal.json(cells)
      }
      Terminal.write(lines)
    }

    private func show(_ list: CodeListCatalogue.List, _ catalogue: CodeListCatalogue) throws {
      let zh = options.language == .zh
      let (table, columns) = try catalogue.table(of: list)
      var lines = ["\(list.name)  \(list.title[options.language])"]
      func add(_ zhTitle: String, _ enTitle: String, _ text: String) {
        if !text.isEmpty { lines.append(zh ? "\(zhTitle)：\(text)" : "\(enTitle): \(text)") }
      }
      add("版本", "edition", list.edition)
      add("执行期", "in force", list.validity.text[options.language])
      add("发布机构", "issued by", list.issuer)
      add("文件", "file", list.path + (list.isOverlay ? (zh ? "（本行）" : " (the bank's)") : ""))
      let rows = try catalogue.rows(of: list)
      let doubtful = rows.count { !$0.isVerified }
      add("行数", "rows", String(table.count))
      if doubtful > 0 {
        add("其中未核实", "not verified", zh ? "\(doubtful)，只用于提示" : "\(doubtful), good for notices")
      }
      lines.append("")
      if columns == nil {
        lines.append(table.columns.joined(separator: "  "))
        for row in 0..<table.count {
          lines.append(
            table.columns.indices.map { table.text(row, $0) }.joined(separator: "  "))
        }
      } else {
        lines += self.lines(for: rows, in: list)
      }
      print(lines.joined(separator: "\n"))
    }

    private func lines(
      for rows: [CodeListCatalogue.Row], in list: CodeListCatalogue.List
    ) -> [String] {
      let width = min(rows.map(\.code.displayWidth).max() ?? 0, 24)
      return rows.map { row in
        var line = row.code.padded(to: width) + "  " + row.name
        var details = [row.level, row.parent]
        if row.edition != list.edition { details.insert(row.edition, at: 0) }
        if row.validity != list.validity { details.append(row.validity.text[options.language]) }
        if !row.isVerified { details.append(options.language == .zh ? "未核实" : "not verified") }
        details.removeAll { $0.isEmpty }
        if !details.isEmpty { line += "  " + details.joined(separator: "  ") }
        return line
      }
    }

    // MARK: A history

    private struct Edition: Encodable {
      let table: String
      let edition: String
      let title: String
      let from: String?
      let to: String?
    }

    private func show(_ history: any CodeHistory) throws {
      let type = type(of: history)
      if !options.json { print("\(type.name)  \(type.title[options.language])") }
      for edition in history.editions {
        if options.json {
          Terminal.write(
            try Terminal.json(
              Edition(
                table: type.name, edition: edition.name, title: edition.title,
                from: edition.validity.from?.description, to: edition.validity.to?.description)))
        } else {
          let details = [edition.name, edition.title, edition.validity.text[options.language]]
          print("  " + details.filter { !$0.isEmpty }.joined(separator: "  "))
        }
      }
    }
  }
}
