import ArgumentParser
import Foundation
import Records
import References

extension Codes {
  /// `hedui codes verify`.
  struct Verify: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the tables: form, keys, parents, dates, successors, hashes.",
      discussion: """
        Without a folder the program's own tables are checked, with --mappings the bank's laid \
        over them. A folder with a datapackage.json \
        and an elements.csv is checked by itself; any other as a bank's own, laid over the \
        program's.
        Every fault is listed, with file and line.
        """)

    @Argument(help: ArgumentHelp("Folder of tables.", valueName: "folder")) var folder: String?
    @OptionGroup var options: SharedOptions

    private struct Line: Encodable {
      let file: String
      let line: Int?
      let fault: [String: String]
    }

    func validate() throws {
      guard let folder else { return }
      if (try? FileManager.default.contentsOfDirectory(atPath: folder)) == nil {
        throw ValidationError("No folder '\(folder)'.")
      }
    }

    func perform() throws -> ExitStatus {
      let verification = try MappingsVerification(mappings())
      for fault in verification.faults {
        if options.json {
          let claim = fault.claim
          Terminal.write(
            try Terminal.json(
              Line(
                file: fault.table, line: fault.line > 0 ? fault.line : nil,
                fault: ["zh": claim.zh, "en": claim.en])))
        } else {
          print(fault.text[options.language])
        }
      }
      if !options.json { print(summary(verification)) }
      return verification.faults.isEmpty ? .clean : .configuration
    }

    private func mappings() throws -> MappingsFolder {
      guard let folder else { return try options.mappings() }
      let isWhole = ["datapackage.json", "elements.csv"].allSatisfy {
        FileManager.default.fileExists(atPath: folder + "/" + $0)
      }
      if isWhole { return MappingsFolder(path: folder) }
      return MappingsFolder(
        path: try options.mappings().path, overlay: URL(filePath: folder).path)
    }

    private func summary(_ verification: MappingsVerification) -> String {
      let (tables, bank, faults) = (
        verification.tables.count, verification.overlaid, verification.faults.count
      )
      if options.language == .zh {
        let own = bank > 0 ? "（其中本行 \(bank) 个）" : ""
        return faults == 0 ? "\(tables) 个表\(own)，未发现问题" : "\(tables) 个表\(own)，\(faults) 处问题"
      }
      let own = bank > 0 ? " (\(bank) of the bank)" : ""
      return "\(tables) tables\(own), " + (faults == 0 ? "no fault" : "\(faults) faults")
    }
  }
}
