import ArgumentParser
import Findings
import Foundation
import LocalValidators
import Records
import RuleSets
import Validators

extension Rules {
  /// `hedui rules check`.
  struct Check: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check files of declared rules and run their examples.",
      discussion: """
        Exit status 0 where all is well, 78 where something is wrong.
        Example: hedui rules check bank/rules/own.yaml --mappings bank
        """)

    @Argument(
      help: ArgumentHelp(
        "A file of rules, a folder of such files, or a bank's own mappings folder.",
        valueName: "path"))
    var path: String
    @OptionGroup var options: SharedOptions

    func perform() throws -> ExitStatus {
      let mappings = try options.mappings()
      guard let files = DeclaredRuleCheck.files(at: path) else {
        throw SystemFault("read", path, number: ENOENT)
      }
      let check = DeclaredRuleCheck(
        files: files, mappings: mappings, catalogue: CompiledRules.rules)
      if options.json {
        Terminal.write(try Terminal.json(Report(check, options.language), pretty: true))
      } else {
        for fault in check.faults { Terminal.complain(fault.text(options.language), end: "") }
        print(summary(check))
      }
      return check.faults.isEmpty ? .clean : .configuration
    }

    private func summary(_ check: DeclaredRuleCheck) -> String {
      let (rules, examples, faults) = (check.rules.count, check.examples, check.faults.count)
      if options.language == .zh {
        return "\(rules) 条规则，\(examples) 个示例，\(faults == 0 ? "全部正确" : "\(faults) 处错误")"
      }
      return "\(rules) rules, \(examples) examples, "
        + (faults == 0 ? "all right" : "\(faults) \(faults == 1 ? "fault" : "faults")")
    }

    private struct Report: Encodable {
      struct Fault: Encodable {
        let file: String
        let line: Int
        let column: Int
        let message: String
        let expected: String?
        let nearest: String?
      }

      let rules: [String]
      let examples: Int
      let faults: [Fault]

      init(_ check: DeclaredRuleCheck, _ language: Language) {
        rules = check.rules.map(\.rule.id)
        examples = check.examples
        faults = check.faults.map { fault in
          Fault(
            file: fault.file, line: fault.line, column: fault.column,
            message: fault.kind.text[language], expected: fault.expected?.text[language],
            nearest: fault.nearest)
        }
      }
    }
  }
}
