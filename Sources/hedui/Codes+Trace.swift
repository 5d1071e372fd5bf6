import ArgumentParser
import Foundation
import Records
import References

extension Codes {
  /// `hedui codes trace`.
  struct Trace: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what a code was, what it means in each edition, and what became of it.",
      discussion: """
        Tables with a history: gbt4754 (industries), gbt6565 (occupations), gbt2260
        (administrative divisions).
        Example: hedui codes trace gbt4754 9231
        """)

    @Argument(help: ArgumentHelp("Table with a history.", valueName: "table")) var table: String
    @Argument(help: ArgumentHelp("Code of any edition.", valueName: "code")) var code: String
    @OptionGroup var options: SharedOptions

    private struct Page: Encodable {
      let table: String
      let code: String
      let lives: [CodeLifePage]
    }

    func perform() throws -> ExitStatus {
      let history = try Codes.history(table, options)
      let lives = history.lives(of: code)
      if lives.isEmpty { throw Codes.UnknownCode(code, in: history) }
      if options.json {
        Terminal.write(
          try Terminal.json(
            Page(
              table: type(of: history).name, code: code, lives: lives.map { CodeLifePage($0) }),
            pretty: true))
        return .clean
      }
      if lives.count > 1 {
        print(
          options.language == .zh
            ? "\(code) 在不同版本中有 \(lives.count) 个不同含义，请先分清记录用的是哪一版："
            : "\(code) stands for \(lives.count) different things, depending on the edition:")
        print("")
      }
      print(
        lives.map { $0.lines(options.language).joined(separator: "\n") }.joined(
          separator: "\n\n"))
      return .clean
    }
  }

  /// The history of a table named on the command line.
  static func history(_ table: String, _ options: SharedOptions) throws -> any CodeHistory {
    guard let type = CodeHistories.named(table) else {
      let known = CodeHistories.all.map { $0.name }
      let nearest = Nearest.word(to: table, among: known).map { " Nearest: \($0)." } ?? ""
      throw ValidationError(
        "No history of a table '\(table)'.\(nearest) Known: \(known.joined(separator: ", ")).")
    }
    return try type.init(from: try options.mappings())
  }

  /// A code that no edition of a table holds. It is never taken for its nearest.
  struct UnknownCode: Error {
    let text: Text

    init(_ code: String, in history: any CodeHistory) {
      let nearest = history.nearestCode(to: code)
      let title = type(of: history).title
      text = Text(
        zh: "\(title.zh)的各版中都没有代码 \(code)" + (nearest.map { "；写法最接近的是 \($0)" } ?? ""),
        en: "no edition of \(title.en) has a code \(code)"
          + (nearest.map { "; written most nearly like it: \($0)" } ?? ""))
    }
  }
}

/// A life of a code as programs see it.
struct CodeLifePage: Encodable {
  struct Node: Encodable {
    let code: String
    let name: String
    let editions: [String]
    let from: String?
    let to: String?
    let relation: String?
    let note: [String: String]?
    let source: String?
    let verified: Bool
    let children: [Node]

    init(_ node: CodeLife.Node) {
      code = node.code
      name = node.name
      editions = node.editions
      from = node.validity.from?.description
      to = node.validity.to?.description
      relation = node.relation?.word
      note = node.note.zh.isEmpty ? nil : ["zh": node.note.zh, "en": node.note.en]
      source = node.source.isEmpty ? nil : node.source
      verified = node.isVerified
      children = node.children.map { Node($0) }
    }
  }

  let root: Node
  let origins: [Node]
  let remarks: [[String: String]]

  init(_ life: CodeLife) {
    root = Node(life.root)
    origins = life.origins.map { Node($0) }
    remarks = life.remarks.map { ["zh": $0.zh, "en": $0.en] }
  }
}
