import ArgumentParser
import Findings
import Foundation
import LocalValidators
import Records
import Validators

/// Leaves a rule that builds, with failing examples that say what to write.
struct NewValidatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-validator", abstract: "Begin a new rule.",
    discussion: "Example: hedui-dev new-validator LOC002-loan-purpose-missing")

  @Argument(help: "Id and name of the bad pattern, such as LOC002-loan-purpose-missing.")
  var rule: String

  /// Families of rules on one record. DUP looks at all records together; EXT are other
  /// programs.
  static let families = [
    "IND", "OCC", "ADR", "CTC", "IDN", "CMP", "CON", "REG", "ACC", "TXN", "LST", "LOC",
  ]

  /// The id, and the name behind the first hyphen.
  private var id: String { String(rule.prefix { $0 != "-" }) }
  private var name: String { String(rule.dropFirst(id.count + 1)) }

  /// The bank's own rules stand apart from the product's: a new version does not touch them.
  private var isLocal: Bool { id.hasPrefix("LOC") }
  private var folder: String {
    isLocal ? "Sources/LocalValidators" : "Sources/Validators/\(id.prefix(3))"
  }

  /// `IndustryCodeReserved` for `industry-code-reserved`.
  private var type: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  func validate() throws {
    if let refusal = Self.refusal(id: id, name: name) { throw ValidationError(refusal) }
  }

  /// Why no rule can have this id and this name; nil where one can.
  static func refusal(id: String, name: String) -> String? {
    guard id.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil else {
      return "\(id) is no id: three capitals and three digits are wanted."
    }
    let family = String(id.prefix(3))
    if family == "DUP" {
      return "DUP rules look at all records together: see the end of docs/adding-a-rule.md."
    }
    guard families.contains(family) else {
      let nearest = Nearest.word(to: family, among: families).map { " Nearest: \($0)." } ?? ""
      return "No family \(family).\(nearest) Families: \(families.joined(separator: ", "))."
    }
    guard name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else {
      return "\(name) is no name: kebab-case is wanted, a letter first."
    }
    let rule = CompiledRules.rule(id) ?? CompiledRules.rule(name)
    return rule.map { "\($0.id) \($0.name) is there already." }
  }

  func run() throws {
    let files = FileManager.default
    let roots = ["Sources/Validators", "Sources/LocalValidators"]
    for root in roots where !files.fileExists(atPath: root) {
      throw ValidationError("No folder \(root): run this at the top of the repository.")
    }
    // Rules written since the program was built are not in its catalogue; and two files of one
    // name cannot be in one target, whatever their folders.
    for root in roots {
      for case let file as String in files.enumerator(atPath: root) ?? .init()
      where file.hasSuffix(".swift") {
        let path = root + "/" + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        if file.hasSuffix("/\(type).swift") || file == "\(type).swift"
          || text.contains("id: \"\(id)\"") || text.contains("name: \"\(name)\"")
        {
          throw ValidationError("\(path) is there already.")
        }
      }
    }
    let path = "\(folder)/\(type).swift"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try source.write(toFile: path, atomically: true, encoding: .utf8)
    print("wrote \(path); write its examples next, then `make generate` and `make test`")
  }

  private var source: String {
    """
    import Findings
    import Records\(isLocal ? "\nimport Validators" : "")

    /// \(id): say in one line what is wrong.
    package struct \(type): RecordValidator {
      package static let rule = Rule(
        id: "\(id)", name: "\(name)",
        status: .trial(since: "0.1.0", reviewBy: "2027-12-31"), parties: [.person],
        dimension: .validity, severity: .notice, reads: [.customerKey],
        authority: Authority("标准或文件", clause: "条款"),
        title: Text(zh: "标题", en: "Title"),
        claim: Text(zh: "写给网点经办人：哪里不对", en: "What is wrong, for the clerk."),
        remedy: Text(zh: "怎样整改", en: "How it is put right."),
        examples: [
          .fails([.customerKey: "P1"], "write a record that fails"),
          .fails([.customerKey: "P2"], "write another that fails"),
          .fails([.customerKey: "P3"], "write one that fails and is hard to tell"),
          .passes([.customerKey: "P4"], "write a record that passes"),
          .passes([.customerKey: "P5"], "write another that passes"),
          .passes([.customerKey: "P6"], "write one that looks bad and passes"),
          .notApplicable([.customerKey: ""], "write one that the rule does not speak of"),
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
