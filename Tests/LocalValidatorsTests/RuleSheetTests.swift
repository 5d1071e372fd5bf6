import Findings
import Foundation
import LocalValidators
import TestSupport
import Testing
import Validators

/// `docs/rule-sheet.csv` is the list of the rules that the standard catalogue is to cover, with
/// what the missing ones wait for.
@Suite struct `The rule sheet` {
  struct Entry {
    let id: String
    let name: String
    /// What has to be there first; empty where nothing has.
    let needs: String
  }

  let entries: [Entry]

  init() throws {
    let text = try String(contentsOfFile: Repository.root + "/docs/rule-sheet.csv", encoding: .utf8)
    entries = text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Entry(id: cells[0], name: cells[1], needs: cells[2])
    }
  }

  @Test func `is covered, but for what waits for something`() {
    #expect(entries.count == 126)
    let built = Dictionary(uniqueKeysWithValues: Catalogue.rules.map { ($0.id, $0.name) })
    for entry in entries {
      if let name = built[entry.id] {
        #expect(name == entry.name, "\(entry.id)")
        #expect(entry.needs.isEmpty, "\(entry.id) is built: it waits for nothing")
      } else {
        #expect(!entry.needs.isEmpty, "\(entry.id) \(entry.name) is not built")
      }
    }
  }

  @Test func `has every rule of the catalogue`() {
    let listed = Set(entries.map(\.id))
    #expect(listed.count == entries.count)
    for rule in Catalogue.rules { #expect(listed.contains(rule.id), "\(rule.id)") }
  }
}
