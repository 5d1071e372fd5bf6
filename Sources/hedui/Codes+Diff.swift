import ArgumentParser
import Foundation
import Records
import References

extension Codes {
  /// `hedui codes diff`.
  struct Diff: HeduiCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what one edition of a table makes of an older one.",
      discussion: """
        Numbers by relation and by section first, then the codes.
        The editions of gbt2260, the administrative divisions, are years.
        Example: hedui codes diff gbt4754 2011 2017
        """)

    @Argument(help: ArgumentHelp("Table with a history.", valueName: "table")) var table: String
    @Argument(help: ArgumentHelp("The older edition.", valueName: "old")) var old: String
    @Argument(help: ArgumentHelp("The newer edition.", valueName: "new")) var new: String
    @Flag(help: "List what did not change, too.") var all = false
    @OptionGroup var options: SharedOptions

    func perform() throws -> ExitStatus {
      let history = try Codes.history(table, options)
      let (from, to) = (try edition(old, of: history), try edition(new, of: history))
      guard let first = history.editions.firstIndex(of: from),
        let last = history.editions.firstIndex(of: to), first < last
      else {
        throw ValidationError("'\(old)' is not older than '\(new)': give the older one first.")
      }
      let difference = history.difference(from: from, to: to)
      if options.json {
        Terminal.write(
          try Terminal.json(
            CodeDifferencePage(difference, of: type(of: history).name), pretty: true))
      } else {
        print(type(of: history).title[options.language])
        print(difference.lines(options.language, allRows: all).joined(separator: "\n"))
      }
      return .clean
    }

    private func edition(_ word: String, of history: any CodeHistory) throws -> CodeEdition {
      if let found = history.edition(named: word) { return found }
      let known = history.editions.map(\.name)
      let nearest = Nearest.word(to: word, among: known).map { " Nearest: \($0)." } ?? ""
      let list = known.count > 12 ? "" : " Known: \(known.joined(separator: ", "))."
      throw ValidationError("No edition '\(word)'.\(nearest)\(list)")
    }
  }
}

/// A difference of two editions as programs see it.
struct CodeDifferencePage: Encodable {
  struct Edition: Encodable {
    let name: String
    let title: String
    let from: String?
    let to: String?
    let codes: Int

    init(_ edition: CodeEdition, codes: Int) {
      name = edition.name
      title = edition.title
      from = edition.validity.from?.description
      to = edition.validity.to?.description
      self.codes = codes
    }
  }

  struct Section: Encodable {
    let code: String
    let name: String
    let old: [String: Int]
    let new: [String: Int]
  }

  struct Row: Encodable {
    let oldCode: String?
    let oldName: String?
    let relation: String?
    let newCode: String?
    let newName: String?
    let note: String?
    let verified: Bool
  }

  let table: String
  let old: Edition
  let new: Edition
  let pairs: Int
  let pairsByRelation: [String: Int]
  let oldCodesByRelation: [String: Int]
  let oneSuccessor: Int
  let severalSuccessors: Int
  let withoutSuccessor: Int
  let withoutOrigin: Int
  let sections: [Section]
  let rows: [Row]
  let remarks: [[String: String]]

  init(_ difference: CodeDifference, of table: String) {
    func words(_ counts: [CodeRelation: Int]) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: CodeRelation.allCases.map { ($0.word, counts[$0] ?? 0) })
    }
    func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.table = table
    old = Edition(difference.old, codes: difference.oldCount)
    new = Edition(difference.new, codes: difference.newCount)
    pairs = difference.pairs
    pairsByRelation = words(difference.pairCounts)
    oldCodesByRelation = words(difference.oldCodeCounts)
    (oneSuccessor, severalSuccessors) = difference.targets
    withoutSuccessor = difference.ended
    withoutOrigin = difference.added
    sections = difference.sections.map { section in
      func byLevel(_ counts: [Int]) -> [String: Int] {
        Dictionary(zip(difference.levels.map(\.en), counts)) { first, _ in first }
      }
      return Section(
        code: section.code, name: section.name, old: byLevel(section.old),
        new: byLevel(section.new))
    }
    rows = difference.rows.map {
      Row(
        oldCode: filled($0.oldCode), oldName: filled($0.oldName), relation: $0.relation?.word,
        newCode: filled($0.newCode), newName: filled($0.newName), note: filled($0.note),
        verified: $0.isVerified)
    }
    remarks = difference.remarks.map { ["zh": $0.zh, "en": $0.en] }
  }
}
