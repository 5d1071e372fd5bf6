import Findings
import Records
import TestSupport
import Testing

@Suite struct `A tally of an alignment` {
  private static func random(_ count: Int, _ random: inout SeededGenerator) -> [(
    branch: [UInt8], code: [UInt8], need: AlignmentTally.Need
  )] {
    let codes = ["", "0111", "C3825", "38", "C", "见执照", "1234567", "6510"]
    return (0..<count).map { _ in
      (
        Array("B\(Int.random(in: 0..<5, using: &random))".utf8),
        Array((codes.randomElement(using: &random) ?? "").utf8),
        AlignmentTally.Need.allCases.randomElement(using: &random) ?? .nothing
      )
    }
  }

  @Test func `is the same however the records are split`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let records = Self.random(200, &generator)
      var whole = AlignmentTally(.industryCode)
      var parts = [AlignmentTally](repeating: AlignmentTally(.industryCode), count: 4)
      for record in records {
        whole.count(branch: record.branch.span, code: record.code.span, need: record.need)
        let part = Int.random(in: 0..<4, using: &generator)
        parts[part].count(branch: record.branch.span, code: record.code.span, need: record.need)
      }
      parts.shuffle(using: &generator)
      var merged = AlignmentTally(.industryCode)
      for part in parts { merged.merge(part) }
      #expect(merged.byBranch == whole.byBranch)
      #expect(merged.byCode() == whole.byCode())
      #expect(whole.total.examined == records.count)
    }
  }

  @Test func `groups codes as written, by division, and others together`() {
    var tally = AlignmentTally(.industryCode)
    for code in ["3825", "C3825", "c3826", "38", "C", "见营业执照", "12345678", ""] {
      let text = Array(code.utf8)
      let noBranch: [UInt8] = []
      tally.count(branch: noBranch.span, code: text.span, need: .rule)
    }
    #expect(tally.byCode().map(\.name) == ["", "38", "3825", "3826", "?", "C"])
    #expect(tally.byCode().map(\.counts.examined) == [1, 1, 2, 1, 2, 1])
    #expect(tally.byCode(prefix: 2).map(\.name) == ["", "38", "?", "C"])
    #expect(tally.byCode(prefix: 2).map(\.counts.amiss) == [1, 4, 2, 1])
  }
}
