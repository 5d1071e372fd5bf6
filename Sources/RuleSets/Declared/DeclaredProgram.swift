import Crypto
import ExternalValidators
import Findings
import Foundation
import Records
import Validators

/// The section `program` of a declared rule.
struct DeclaredProgram: Sendable {
  let command: [String]
  /// The folder of the file that names it.
  let folder: String
  /// What the program gets of a record.
  let sends: [DataElement]
  /// Those of `sends` that a source may lack.
  let optional: Set<DataElement>
  let batch: Int
  let seconds: Int
  let megabytes: Int

  var reads: [DataElement] { sends.filter { !optional.contains($0) } }
  var alsoReads: [DataElement] { sends.filter { optional.contains($0) } }

  func rule(_ rule: Rule, element: DataElement, action: Action) -> DeclaredRule {
    DeclaredRule(rule: rule, canonical: canonical(element: element, action: action)) { context in
      .session(
        ProgramRule(
          rule: rule.id, command: command, folder: folder, sends: sends, element: element,
          action: action, batch: batch, seconds: seconds, megabytes: megabytes,
          asOf: context.asOf, language: context.language, parameters: context.values(rule)))
    }
  }

  /// All that the findings depend on, as far as it can be known: of files in the rule's folder
  /// that the command names, the bytes.
  private func canonical(element: DataElement, action: Action) -> String {
    let words = command.map { word in
      let file = try? Data(contentsOf: URL(filePath: folder).appending(path: word))
      return word + (file.map { "#" + SHA256.hash(data: $0).hexadecimal } ?? "")
    }
    return "program \(words) sends \(sends.map(\.name)) element \(element.name)"
      + " action \(action.rawValue) limits \(batch) \(seconds) \(megabytes)"
  }
}

extension DeclaredRulesReader {
  func program(_ entry: SettingsEntry, _ parties: [Party]) -> DeclaredProgram? {
    guard let section = reader.section(entry, DeclaredKeys.program) else { return nil }
    let command = section["command"].flatMap { entry -> [String]? in
      guard let words = reader.words(entry) else { return nil }
      if words.isEmpty || words[0].text.isEmpty {
        reader.report(
          entry.value.place, .noValue("command"),
          expected: .said(
            Text(zh: "[程序, 参数, …]", en: "[program, argument, …]")))
        return nil
      }
      return words.map(\.text)
    }
    var optional: Set<DataElement> = []
    let sends = section["sends"].flatMap { entry -> [DataElement]? in
      guard let words = reader.words(entry) else { return nil }
      let found = words.compactMap { word -> DataElement? in
        let mayLack = word.text.hasSuffix("?")
        let name = mayLack ? String(word.text.dropLast()) : word.text
        guard let element = self.element(named: name, at: word.place, parties) else { return nil }
        if mayLack { optional.insert(element) }
        return element
      }
      if words.isEmpty {
        reader.report(entry.value.place, .noValue("sends"), expected: .elementOf(parties[0]))
      }
      return found.count == words.count && !found.isEmpty ? found : nil
    }
    let batch = section["batch"].map { reader.integer($0, in: ProgramRule.batches) }
    let seconds = section["seconds"].map { reader.integer($0, in: 1...600) }
    let megabytes = section["megabytes"].map { reader.integer($0, in: 16...65_536) }
    guard let command, let sends else { return nil }
    let folder = URL(filePath: reader.file.source.file).deletingLastPathComponent()
    return DeclaredProgram(
      command: command, folder: folder.standardizedFileURL.path, sends: sends,
      optional: optional, batch: (batch ?? nil) ?? ProgramRule.usualBatch,
      seconds: (seconds ?? nil) ?? ProgramRule.usualSeconds,
      megabytes: (megabytes ?? nil) ?? ProgramRule.usualMegabytes)
  }
}
