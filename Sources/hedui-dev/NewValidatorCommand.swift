import ArgumentParser
import Findings
import Foundation
import Records
import Validators

/// Leaves a rule that builds, with failing examples that say what to write.
struct NewValidatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-validator", abstract: "Begin a new rule.",
    discussion: "Example: hedui-dev new-validator IND013 industry-code-reserved")

  @Argument(help: "Family and number, such as IND013.") var id: String
  @Argument(help: "Name of the bad pattern in kebab-case.") var name: String

  static let families = [
    "IND", "OCC", "ADR", "CTC", "IDN", "CMP", "CON", "REG", "ACC", "TXN", "LST",
  ]

  func validate() throws {
    guard id.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil else {
      throw ValidationError("\(id) is no id: three capitals and three digits are wanted.")
    }
    guard Self.families.contains(String(id.prefix(3))) else {
      throw ValidationError(
        "No family \(id.prefix(3)). Families: \(Self.families.joined(separator: ", ")).")
    }
    guard name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      throw ValidationError("\(name) is no name: kebab-case is wanted.")
    }
    if let rule = Catalogue.rule(id) ?? Catalogue.rule(name) {
      throw ValidationError("\(rule.id) \(rule.name) is there already.")
    }
  }

  func run() throws {
    let type = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
    let folder = "Sources/Validators/" + id.prefix(3)
    let path = "\(folder)/\(type).swift"
    if FileManager.default.fileExists(atPath: path) {
      throw ValidationError("\(path) is there already.")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.source(id: id, name: name, type: type).write(
      toFile: path, atomically: true, encoding: .utf8)
    print("wrote \(path); write its examples next, then `make generate` and `make test`")
  }

  private static func source(id: String, name: String, type: String) -> String {
    """
    import Findings
    import Records

    /// \(id): say in one line what is wrong.
    package struct \(type): RecordValidator {
      package static let rule = Rule(
        id: "\(id)", name: "\(name)", status: .trial(since: "0.1.0", reviewBy: "2027-12-31"),
        parties: [.person], dimension: .validity, severity: .notice, reads: [.customerKey],
        authority: Authority("标准或文件", clause: "条款"),
        title: Text(zh: "标题", en: "Title"),
        claim: Text(zh: "写给网点经办人：哪里不对", en: "What is wrong, for the clerk."),
        remedy: Text(zh: "怎样整改", en: "How it is put right."),
        examples: [
          .fails([.customerKey: "P1"], "write a record that fails"),
          .fails([.customerKey: "P2"], "and another"),
          .fails([.customerKey: "P3"], "and a hard one"),
          .passes([.customerKey: "P4"], "write a record that passes"),
          .passes([.customerKey: "P5"], "and another"),
          .passes([.customerKey: "P6"], "and one that looks bad and is not"),
          .notApplicable([.customerKey: ""]),
        ])

      package init(_ context: Context) {}

      package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
        record[.customerKey].isEmpty ? .notApplicable : .passed
      }

      package func explain(
        _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
      ) {
        finding.action = .review
        finding.value.append(record[.customerKey])
      }
    }

    """
  }
}
