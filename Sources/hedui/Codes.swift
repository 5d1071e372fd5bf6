import ArgumentParser
import Foundation
import Records
import References

/// `hedui codes`.
struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "Look into the code tables.",
    subcommands: [
      List.self, Show.self, Lookup.self, Trace.self, Diff.self, Impact.self, Verify.self,
    ])

  /// An error that names a table of the catalogue.
  static func noTable(_ word: String, among catalogue: CodeListCatalogue) -> ValidationError {
    let nearest = Nearest.word(to: word, among: catalogue.lists.map(\.name))
    return ValidationError(
      "No table '\(word)'." + (nearest.map { " Nearest: \($0)." } ?? " See: hedui codes list."))
  }
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
          print("\(list.name.padded(to: width))  \(list.title[options.language])")
        }
      }
      return .clean
    }
  }
}
