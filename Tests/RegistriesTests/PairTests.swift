import Foundation
import Registries
import TestSupport
import Testing

/// Pairs written by hand: grade, ours, the registry's, between tabs.
struct HandWrittenPair: Sendable, CustomTestStringConvertible {
  let grade: String
  let ours: String
  let theirs: String
  let line: Int

  var testDescription: String { "line \(line)" }

  static func pairs(of name: String) -> [HandWrittenPair] {
    let path = Repository.root + "/Tests/RegistriesTests/Fixtures/" + name
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("#") || parts.count != 3 { return nil }
      return HandWrittenPair(grade: parts[0], ours: parts[1], theirs: parts[2], line: index + 1)
    }
  }
}

extension Agreement {
  /// The grade as the tables of pairs write it.
  var word: String {
    switch self {
    case .exact, .equalAfterNormalisation: "same"
    case .similar(.substitute(let side)): "similar:substitute\("\(side)".capitalized)"
    case .similar(.sameRoad): "similar:sameRoad"
    case .similar(let reason): "similar:\(reason)"
    case .different(.unspecified), .different(.addressPart): "different"
    case .different(let reason): "different:\(reason)"
    case .notComparable: "none"
    }
  }
}

@Suite struct `Pairs written by hand` {
  static let names = HandWrittenPair.pairs(of: "company-names.tsv")
  static let places = HandWrittenPair.pairs(of: "addresses.tsv")

  @Test func `are there`() {
    #expect(Self.names.count > 120)
    #expect(Self.places.count > 45)
  }

  @Test(arguments: names) func `of names have the right grade`(_ pair: HandWrittenPair) {
    let grade = Comparing.companies(pair.ours, pair.theirs)
    #expect(grade.word == pair.grade, "line \(pair.line): \(pair.ours) | \(pair.theirs)")
    #expect(Comparing.companies(pair.theirs, pair.ours) == grade.mirrored, "line \(pair.line)")
  }

  @Test(arguments: places) func `of addresses have the right grade`(_ pair: HandWrittenPair) {
    let grade = Comparing.addresses(pair.ours, pair.theirs)
    #expect(grade.word == pair.grade, "line \(pair.line): \(pair.ours) | \(pair.theirs)")
    let back = Comparing.addresses(pair.theirs, pair.ours)
    #expect(back == grade.mirrored, "line \(pair.line)")
  }
}
