import Findings
import Records
import References
import TestSupport
import Testing
import Validators

/// The limits of 统计上大中小微型企业划分办法（2017）, read from its table without the code under
/// test.
private struct SizeTable {
  struct Row {
    let number: Int
    /// Element, unit in the record (persons, or 10,000 yuan) and large, medium, small limits.
    var limits: [(element: DataElement, unit: Int, limits: [Int])] = []
  }
  private(set) var rows: [Row] = []

  init() throws {
    let table = try ReferenceTable("codes/enterprise-size-2017.csv", from: Repository.mappings)
    let columns = try ["large_min", "medium_min", "small_min"].map { try table.column($0) }
    for line in 0..<table.count {
      let number = try #require(Int(table.text(line, try table.column("row_no"))))
      if rows.last?.number != number { rows.append(Row(number: number)) }
      let element: DataElement =
        switch table.text(line, try table.column("indicator")) {
        case "从业人员": .staffCount
        case "营业收入": .revenue
        default: .totalAssets
        }
      rows[rows.count - 1].limits.append(
        (
          element, element == .staffCount ? 1 : 10_000,
          try columns.map { try #require(Int(table.text(line, $0))) }
        ))
    }
  }

  /// The row of a class, from the notes to the method; nil where it has none.
  static func row(of code: String) -> Int? {
    let division = Int(code.prefix(2)) ?? 0
    switch division {
    case 1...5: return 1
    case 6...46: return 2
    case 47...50: return 3
    case 51: return 4
    case 52: return 5
    case 54...58: return 6
    case 59: return code.hasPrefix("591") ? 6 : 7
    case 60: return 8
    case 61: return 9
    case 62: return 10
    case 63, 64: return 11
    case 65: return 12
    case 70: return ["7010": 13, "7020": 14, "7030": 16, "7090": 16][code]
    case 71, 72: return 15
    case 73...82, 85...90: return 16
    default: return nil
    }
  }
}

@Suite struct `The size of an enterprise` {
  struct Rules: Sendable {
    let codes: IndustryCodes
    let missing: EnterpriseSizeMissing
    let contradiction: EnterpriseSizeContradictsFigures

    init() throws {
      let context = Context.sample()
      codes = try #require(context.reference(IndustryCodes.self))
      missing = EnterpriseSizeMissing(context)
      contradiction = EnterpriseSizeContradictsFigures(context)
    }
  }
  static let rules = Result { try Rules() }
  let rules: Rules
  private let table: SizeTable

  init() throws {
    rules = try Self.rules.get()
    table = try SizeTable()
  }

  /// 1 large to 4 micro, or empty where none is given.
  private func size(_ code: String, _ figures: [DataElement: Int]) -> String {
    var cells: [DataElement: String] = [
      .industryCode: code, .industryEdition: "2019", .enterpriseSize: "",
    ]
    for (element, value) in figures { cells[element] = String(value) }
    let judgement = Judgement(rules.missing, cells)
    // The size that is suggested passes, the others do not.
    if judgement.outcome == .failed {
      for other in ["1", "2", "3", "4"] {
        cells[.enterpriseSize] = other
        let outcome = Judgement(rules.contradiction, cells).outcome
        #expect(outcome == (other == judgement.suggestion ? .passed : .failed))
      }
    }
    return judgement.suggestion
  }

  private var classes: [String] {
    (0..<rules.codes.count).filter {
      rules.codes[$0].level == .class && rules.codes[$0].editions.contains(.of2019)
    }.map { rules.codes.code($0).description }
  }

  private static let plenty = 90_000_000_000

  @Test func `has sixteen rows of limits`() {
    #expect(table.rows.map(\.number) == Array(1...16))
    #expect(table.rows.flatMap(\.limits).count == 30)
  }

  @Test func `turns at every limit of every row, for every class of its industries`() throws {
    var covered: Set<Int> = []
    for code in classes {
      guard let number = SizeTable.row(of: code) else {
        let everything: [DataElement: Int] = [.staffCount: 9, .revenue: 9, .totalAssets: 9]
        #expect(size(code, everything) == "", "\(code)")
        continue
      }
      // All limits once a row; of the other classes one.
      let isFirst = covered.insert(number).inserted
      let limits = table.rows[number - 1].limits
      for (place, limit) in limits.enumerated() where isFirst || place == 0 {
        for (grade, bound) in limit.limits.enumerated() where isFirst || grade == 1 {
          for (offset, expected) in [(-1, grade + 2), (0, grade + 1), (1, grade + 1)] {
            var figures: [DataElement: Int] = [:]
            for other in limits { figures[other.element] = Self.plenty }
            figures[limit.element] = bound * limit.unit + offset
            #expect(size(code, figures) == String(expected), "\(code) \(limit.element) \(bound)")
          }
        }
      }
    }
    #expect(covered == Set(1...16))
  }

  @Test func `is the smallest that any figure gives`() {
    for row in table.rows where row.limits.count == 2 {
      guard let code = classes.first(where: { SizeTable.row(of: $0) == row.number }) else {
        Issue.record("no class for row \(row.number)")
        continue
      }
      for first in 0...3 {
        for second in 0...3 {
          var figures: [DataElement: Int] = [:]
          for (limit, grade) in zip(row.limits, [first, second]) {
            figures[limit.element] = grade == 3 ? 0 : limit.limits[grade] * limit.unit
          }
          #expect(size(code, figures) == String(max(first, second) + 1), "row \(row.number)")
        }
      }
    }
  }

  @Test func `needs every figure that counts, and no other`() {
    for row in table.rows {
      guard let code = classes.first(where: { SizeTable.row(of: $0) == row.number }) else {
        continue
      }
      let wanted = Set(row.limits.map(\.element))
      for missing in wanted {
        var figures: [DataElement: Int] = [:]
        for element in wanted where element != missing { figures[element] = Self.plenty }
        #expect(size(code, figures) == "", "row \(row.number) without \(missing)")
      }
      var figures: [DataElement: Int] = [:]
      for element in [DataElement.staffCount, .revenue, .totalAssets] {
        figures[element] = wanted.contains(element) ? Self.plenty : 0
      }
      #expect(size(code, figures) == "1", "row \(row.number): what does not count")
    }
  }

  @Test(arguments: [
    ("300万元", "3"), ("299.99万元", "4"), ("3,000,000.00", "3"), ("2999999.99", "4"), ("0.03亿元", "3"),
    ("-5000000", ""), ("不详", ""),
  ])
  func `is read from amounts in any form`(_ revenue: String, _ expected: String) {
    let cells: [DataElement: String] = [
      .industryCode: "3825", .enterpriseSize: "", .staffCount: "20.00", .revenue: revenue,
    ]
    #expect(Judgement(rules.missing, cells).suggestion == expected)
  }

  @Test func `takes amounts in ten thousands where told to, but not those that say their unit`() {
    let context = Context(
      asOf: exampleDay, mappings: Repository.mappings,
      parameters: ["IND010": ["yuan-per-unit": .integer(10_000)]])
    let rule = EnterpriseSizeMissing(context)
    for (revenue, expected) in [("300", "3"), ("299.9", "4"), ("300万元", "3"), ("299万元", "4")] {
      let cells: [DataElement: String] = [
        .industryCode: "3825", .enterpriseSize: "", .staffCount: "1000", .revenue: revenue,
      ]
      #expect(Judgement(rule, cells).suggestion == expected, "\(revenue)")
    }
  }
}
