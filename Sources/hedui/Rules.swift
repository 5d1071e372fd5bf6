import ArgumentParser
import Findings
import Foundation
import LocalValidators
import Records
import RuleSets
import Validators

/// `hedui rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, explain and check the rules, and show how they are set.",
    subcommands: [List.self, Explain.self, Check.self, Settings.self])
}

extension Rules {
  /// `hedui rules list`.
  struct List: HeduiCommand {
    static let configuration = CommandConfiguration(abstract: "List every rule.")

    @OptionGroup var options: SharedOptions
    @Option(help: "Only rules of a family, such as IND.") var family: String?

    func perform() throws -> ExitStatus {
      let known = try options.rules()
      let rules = known.filter { family == nil || $0.family == family?.uppercased() }
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

    /// The usage shown is this subcommand's where it is refused here.
    func validate() throws {
      // What is wrong with the files of rules is told by `perform`.
      guard let rules = try? options.rules(), Self.rule(name, of: rules) == nil else { return }
      let words = rules.flatMap { [$0.id, $0.name] }
      let nearest = Nearest.word(to: name, among: words).flatMap { Self.rule($0, of: rules) }
      throw ValidationError(
        "No rule '\(name)'." + (nearest.map { " Nearest: \($0.id) \($0.name)." } ?? ""))
    }

    private static func rule(_ name: String, of rules: [Rule]) -> Rule? {
      let wanted = name.lowercased()
      return rules.first { $0.id.lowercased() == wanted || $0.name == wanted }
    }

    func perform() throws -> ExitStatus {
      guard let rule = Self.rule(name, of: try options.rules()) else { return .usage }
      if options.json {
        Terminal.write(try Terminal.json(RulePage(rule), pretty: true))
      } else {
        print(rule.page(options.language))
      }
      return .clean
    }
  }
}

extension SharedOptions {
  /// Every rule by id, those that the bank declares in its own folder included.
  func rules() throws -> [Rule] {
    guard ownMappings != nil else { return CompiledRules.rules }
    let files = DeclaredRuleFiles(in: try mappings(), catalogue: CompiledRules.rules)
    if !files.faults.isEmpty { throw FaultyRules(faults: files.faults) }
    return (CompiledRules.rules + files.rules.map(\.rule)).sorted { $0.id < $1.id }
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
