import ArgumentParser
import Foundation
import Records
import References

extension Codes {
  /// `hedui codes lookup`.
  struct Lookup: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find a code or a name in a table, or in all tables whose names begin so.",
      discussion: """
        Without a table all of them are searched. With --as-of only what was in force that day \
        is found.
        Example: hedui codes lookup gbt4754 9231 --as-of 2018-06-30
        """)

    @Argument(
      help: ArgumentHelp(
        "Table, or the beginning of its name; then a code or a name.", valueName: "table> <code"))
    var words: [String]
    @Option(help: ArgumentHelp("The day that counts, such as 2018-06-30.", valueName: "day"))
    var asOf: String?
    @OptionGroup var options: SharedOptions

    private var table: String { words.count > 1 ? words[0] : "" }
    private var text: String { words[words.count - 1] }

    private struct Line: Encodable {
      let table: String
      let code: String
      let name: String
      let level: String
      let parent: String
      let edition: String
      let from: String?
      let to: String?
      let verified: Bool
    }

    func validate() throws {
      if words.count > 2 { throw ValidationError("Give a table, and one code or name.") }
      if text.isEmpty { throw ValidationError("The code is empty.") }
      if let asOf, Day(asOf) == nil { throw ValidationError("'\(asOf)' is no day.") }
    }

    func perform() throws -> ExitStatus {
      let catalogue = try CodeListCatalogue(try options.mappings())
      if catalogue.lists(under: table).isEmpty { throw Codes.noTable(table, among: catalogue) }
      let day = asOf.flatMap { Day($0) }
      let rows = try catalogue.lookUp(text, under: table, at: day)
      for row in rows {
        if options.json {
          Terminal.write(
            try Terminal.json(
              Line(
                table: row.list, code: row.code, name: row.name, level: row.level,
                parent: row.parent, edition: row.edition, from: row.validity.from?.description,
                to: row.validity.to?.description, verified: row.isVerified)))
        } else {
          print(words(for: row))
        }
      }
      if rows.isEmpty { try tellNothing(catalogue, day) }
      return rows.isEmpty ? .findings : .clean
    }

    private func words(for row: CodeListCatalogue.Row) -> String {
      var details = [row.edition, row.level, row.parent, row.validity.text[options.language]]
      if !row.isVerified { details.append(options.language == .zh ? "未核实" : "not verified") }
      details.removeAll { $0.isEmpty }
      return "\(row.list)  \(row.code)  \(row.name)  \(details.joined(separator: "  "))"
    }

    /// Says why nothing was found: at another time there may be something.
    private func tellNothing(_ catalogue: CodeListCatalogue, _ day: Day?) throws {
      if options.json { return }
      let zh = options.language == .zh
      if let day, try !catalogue.lookUp(text, under: table).isEmpty {
        print(zh ? "\(day) 没有在用的这个代码或名称" : "no such code or name in force on \(day)")
        return
      }
      var line = zh ? "没有这个代码或名称" : "no such code or name"
      if !table.isEmpty, let nearest = try catalogue.nearestCode(to: text, under: table) {
        line +=
          zh ? "；写法最接近的代码是 \(nearest)" : "; the code written most nearly like it is \(nearest)"
      }
      print(line)
    }
  }
}
