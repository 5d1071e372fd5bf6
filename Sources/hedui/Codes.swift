import ArgumentParser
import Foundation
import Records
import References

/// `hedui codes`.
struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "Look into the code tables.",
    subcommands: [List.self, Lookup.self, Trace.self, Diff.self, Impact.self])
}

extension Codes {
  /// `hedui codes list`.
  struct List: HeduiCommand {
    static let configuration = CommandConfiguration(abstract: "List the code tables.")

    @OptionGroup var options: SharedOptions

    private struct Line: Encodable {
      let table: String
      let title: [String: String]
      let edition: String
      let inForceFrom: String?
      let inForceTo: String?
    }

    func perform() throws -> ExitStatus {
      let catalogue = try CodeListCatalogue(try options.mappings())
      let width = catalogue.lists.map(\.name.count).max() ?? 0
      for list in catalogue.lists {
        if options.json {
          Terminal.write(
            try Terminal.json(
              Line(
                table: list.name, title: ["zh": list.title.zh, "en": list.title.en],
                edition: list.edition, inForceFrom: list.validity.from?.description,
                inForceTo: list.validity.to?.description)))
        } else {
          let name = list.name.padding(toLength: width, withPad: " ", startingAt: 0)
          print("\(name)  \(list.title[options.language])")
        }
      }
      return .clean
    }
  }

  /// `hedui codes lookup`.
  struct Lookup: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find a code or a name in a table, or in all tables whose names begin so.",
      discussion: "Example: hedui codes lookup gbt4754 3825")

    @Argument(help: ArgumentHelp("Table, or the beginning of its name.", valueName: "table"))
    var table: String
    @Argument(help: ArgumentHelp("Code or name.", valueName: "code|name")) var text: String
    @OptionGroup var options: SharedOptions

    private struct Line: Encodable {
      let table: String
      let code: String
      let name: String
      let level: String
      let parent: String
      let edition: String
    }

    func perform() throws -> ExitStatus {
      let catalogue = try CodeListCatalogue(try options.mappings())
      guard catalogue.lists.contains(where: { $0.name.lowercased().hasPrefix(table.lowercased()) })
      else {
        let nearest = Nearest.word(to: table, among: catalogue.lists.map(\.name))
        throw ValidationError(
          "No table '\(table)'." + (nearest.map { " Nearest: \($0)." } ?? " See: hedui codes list.")
        )
      }
      let rows = try catalogue.lookUp(text, under: table)
      for row in rows {
        if options.json {
          Terminal.write(
            try Terminal.json(
              Line(
                table: row.list, code: row.code, name: row.name, level: row.level,
                parent: row.parent, edition: row.edition)))
        } else {
          let details = [row.edition, row.level, row.parent].filter { !$0.isEmpty }
          print("\(row.list)  \(row.code)  \(row.name)  \(details.joined(separator: "  "))")
        }
      }
      if rows.isEmpty, !options.json {
        print(options.language == .zh ? "没有这个代码或名称" : "no such code or name")
      }
      return rows.isEmpty ? .findings : .clean
    }
  }
}
