import Records
import References
import TestSupport
import Testing

@Suite struct `Limits of enterprise sizes` {
  let sizes: EnterpriseSizes

  init() throws { sizes = try EnterpriseSizes(from: Repository.mappings) }

  func limits(_ code: String) throws -> [EnterpriseSizes.Limits] {
    Array(sizes.limits(of: try #require(ShortKey(code))))
  }

  @Test(arguments: [
    ("0111", 1), ("3825", 2), ("4620", 2), ("4710", 2), ("5141", 2), ("5211", 2), ("5810", 2),
    ("5920", 2), ("6010", 2), ("7010", 2), ("7020", 2), ("7211", 2), ("7471", 1), ("7030", 1),
    ("8321", 0), ("6620", 0), ("5310", 0), ("5910", 2), ("7040", 0), ("9221", 0), ("99", 0),
    ("C", 0),
  ])
  func `are as many as the industry has indicators`(_ code: String, _ count: Int) throws {
    #expect(try limits(code).count == count)
  }

  @Test func `are met from their first figure on`() throws {
    let staff = try #require(try limits("3825").first { $0.indicator == .staff })
    #expect(
      [19, 20, 299, 300, 999, 1000].map { staff.size($0) } == [
        .micro, .small, .small, .medium, .medium, .large,
      ])
  }

  @Test func `never fall as the figure grows`() throws {
    for code in ["0111", "3825", "4710", "5141", "7010", "7211", "8011"] {
      for line in try limits(code) {
        #expect(line.small < line.medium && line.medium < line.large)
        var last = EnterpriseSizes.Size.micro
        for value in stride(from: 0, through: line.large + 10, by: max(line.small / 3, 1)) {
          #expect(line.size(value) >= last)
          last = line.size(value)
        }
      }
    }
  }
}
