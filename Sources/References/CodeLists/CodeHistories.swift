/// The tables whose history is known.
package enum CodeHistories {
  package static let all: [any CodeHistory.Type] = [
    IndustryHistory.self, OccupationHistory.self, DivisionHistory.self,
  ]

  /// The history that a word means: its own name, or that of one of its tables, such as
  /// `gbt4754-2017`; however capitalised.
  package static func named(_ word: String) -> (any CodeHistory.Type)? {
    let wanted = word.lowercased()
    return all.first { $0.name == wanted }
      ?? all.first { history in
        history.tables.contains { $0.hasPrefix("codes/") && $0.hasSuffix("/\(wanted).csv") }
      }
  }
}
