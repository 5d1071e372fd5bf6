import Testing

@testable import hedui_dev

@Suite struct `Pages of the rules` {
  static let pages = RulePages.pages()

  @Test func `have no doubled stops, no empty code and no list without entries`() {
    #expect(Self.pages.count > 1)
    for (path, text) in Self.pages {
      for fault in ["。。", "..\n", "=``", "``\n", "（）", " ()", "：\n\n", "：，", ": ,"] {
        #expect(!text.contains(fault), "\(path): \(fault)")
      }
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path)")
    }
  }

  @Test func `show one language on each half`() throws {
    for (path, text) in Self.pages
    where path.hasPrefix("docs/rules/") && !path.hasSuffix("README.md") {
      let half = try #require(text.firstRange(of: "\n---\n"))
      // Values, titles of standards and remarks that quote a registry are Chinese on both.
      let english = text[half.upperBound...].split(separator: "\n")
        .filter { !$0.hasPrefix("- **Authority**") }
        .map { $0.replacing(/`[^`]*`| — .*/, with: "") }.joined(separator: "\n")
      #expect(!english.contains(/[（），。；：]/), "\(path)")
      let chinese = text[..<half.lowerBound]
      #expect(chinese.contains("## 整改要求") && !chinese.contains("## Remedy"), "\(path)")
    }
  }
}

@Suite struct `A new validator` {
  @Test(arguments: [
    ("IND003", "industry-code-reserved", "IND003 industry-code-superseded is there already"),
    ("IND913", "industry-code-superseded", "IND003 industry-code-superseded is there already"),
    ("ind913", "x", "is no id"), ("IND91", "x", "is no id"), ("IND9130", "x", "is no id"),
    ("INE913", "x", "Nearest: IND"), ("DUP913", "x", "all records together"),
    ("IND913", "Reserved", "is no name"), ("IND913", "3-digits", "is no name"),
    ("IND913", "code-", "is no name"), ("IND913", "../code", "is no name"),
  ])
  func `is refused where id or name cannot be`(_ id: String, _ name: String, _ reason: String) {
    let refusal = NewValidatorCommand.refusal(id: id, name: name) ?? ""
    #expect(refusal.contains(reason), "\(refusal)")
  }

  @Test func `is taken where both are free`() {
    #expect(NewValidatorCommand.refusal(id: "IND913", name: "industry-code-reserved") == nil)
  }
}
