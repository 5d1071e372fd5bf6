import ArgumentParser
import Findings
import Foundation
import Records
import Validators

/// `hedui rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List and explain the rules.",
    subcommands: [List.self, Explain.self])
}

extension Rules {
  /// `hedui rules list`.
  struct List: HeduiCommand {
    static let configuration = CommandConfiguration(abstract: "List every rule.")

    @OptionGroup var options: SharedOptions
    @Option(help: "Only rules of a family, such as IND.") var family: String?

    func perform() throws -> ExitStatus {
      let rules = Catalogue.rules.filter { family == nil || $0.family == family?.uppercased() }
      if options.json {
        for rule in rules { Terminal.write(try Terminal.json(RulePage(rule))) }
        return .clean
      }
      for rule in rules {
        let severity = rule.severity.title[options.language]
        print("\(rule.id)  \(rule.name)  [\(severity)]  \(rule.title[options.language])")
      }
      return .clean
    }
  }

  /// `hedui rules explain`.
  struct Explain: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what a rule claims, its authority, its remedy and its examples.",
      discussion: "Example: hedui rules explain industry-code-superseded --json")

    @Argument(help: ArgumentHelp("Id or name of a rule.", valueName: "rule")) var name: String
    @OptionGroup var options: SharedOptions

    func validate() throws {
      if Catalogue.rule(name) != nil { return }
      let nearest = Catalogue.nearest(to: name).map { " Nearest: \($0)." } ?? ""
      throw ValidationError("No rule '\(name)'.\(nearest)")
    }

    func perform() throws -> ExitStatus {
      guard let rule = Catalogue.rule(name) else { return .usage }
      if options.json {
        Terminal.write(try Terminal.json(RulePage(rule), pretty: true))
      } else {
        print(rule.page(options.language))
      }
      return .clean
    }
  }
}

/// A rule as programs see it.
struct RulePage: Encodable {
  let id: String
  let name: String
  let title: [String: String]
  let claim: [String: String]
  let remedy: [String: String]
  let severity: String
  let dimension: String
  let parties: [String]
  let reads: [String]
  let alsoReads: [String]
  let authority: String
  let status: String
  let parameters: [String]

  init(_ rule: Rule) {
    func both(_ text: Text) -> [String: String] { ["zh": text.zh, "en": text.en] }
    id = rule.id
    name = rule.name
    title = both(rule.title)
    claim = both(rule.claim)
    remedy = both(rule.remedy)
    severity = rule.severity.rawValue
    dimension = rule.dimension.rawValue
    parties = rule.parties.map(\.rawValue)
    reads = rule.reads.map(\.name)
    alsoReads = rule.alsoReads.map(\.name)
    authority = rule.authority.text
    status = rule.status.word
    parameters = rule.parameters.map(\.name)
  }
}
