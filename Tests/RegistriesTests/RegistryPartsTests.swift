import Records
import Registries
import TestSupport
import Testing

@Suite struct `Extracts of one registry` {
  private typealias Row = [DataElement: String]

  private static func below(_ limit: Int, _ random: inout SeededGenerator) -> Int {
    Int.random(in: 0..<limit, using: &random)
  }

  private static func rows(_ count: Int, _ random: inout SeededGenerator) -> [Row] {
    (0..<count).map { number in
      let code = Self.below(40, &random)
      return [
        .creditCode: Self.below(8, &random) == 0 ? "" : "9136070\(code + 10)MA35F5H94J",
        .licenceNumber: Self.below(3, &random) == 0 ? "3607002100\(code + 10_000)" : "",
        .name: "赣州第\(Self.below(30, &random))商行", .legalRepresentative: "甲\(number)",
        .registryStatus: Self.below(5, &random) == 0 ? "迁出" : "存续",
      ]
    }
  }

  private static func part(
    _ rows: [Row], _ name: String, asOf: Int32 = 20_000, priority: Int = 1
  ) -> RegistryPart {
    // Every row has every element, so that all parts have one layout.
    let batch = RecordBatch(party: .organisation, records: rows)
    return RegistryPart(
      name: name, asOf: Day(number: asOf), priority: priority,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
  }

  /// What an index says of every key: the representative of the row that counts.
  private static func answers(_ index: RegistryIndex) -> [String] {
    (0..<40).flatMap { code in
      [
        index.place(creditCode: "9136070\(code + 10)MA35F5H94J".utf8.span),
        index.place(licenceNumber: "3607002100\(code + 10_000)".utf8.span),
      ].map { $0.map { String(index.records[$0][.legalRepresentative]) } ?? "-" }
    }
  }

  @Test func `say the same whatever their order, where day or priority tells them apart`() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<60 {
      var parts = (0..<4).map { number in
        Self.part(
          Self.rows(Self.below(60, &random) + 1, &random), "r\(number)",
          asOf: 20_000 + Int32(number % 2), priority: 1 + number / 2)
      }
      let said = Self.answers(RegistryIndex(parts))
      for _ in 0..<4 {
        parts.swapAt(Self.below(4, &random), Self.below(4, &random))
        #expect(Self.answers(RegistryIndex(parts)) == said)
      }
    }
  }

  @Test func `say what one extract says that is cut into them, where no file has moved away`() {
    var random = SeededGenerator(seed: 62)
    for _ in 0..<60 {
      let rows = Self.rows(80, &random).map { row in
        row.merging([.registryStatus: "存续"]) { $1 }
      }
      let whole = Self.answers(RegistryIndex([Self.part(rows, "whole")]))
      let cut = Self.below(79, &random) + 1
      let second = cut + Self.below(80 - cut, &random)
      let parts = [rows[..<cut], rows[cut..<second], rows[second...]].filter { !$0.isEmpty }
        .enumerated().map { Self.part(Array($1), "r\($0)") }
      #expect(Self.answers(RegistryIndex(parts)) == whole)
    }
  }

  @Test func `keep every row that a customer asks for`() {
    var random = SeededGenerator(seed: 63)
    for _ in 0..<40 {
      let customers = RecordBatch(party: .organisation, records: Self.rows(20, &random))
      let registry = RecordBatch(party: .organisation, records: Self.rows(300, &random))
      var (one, two) = (RegistryFilter.Wanted(), RegistryFilter.Wanted())
      for index in 0..<customers.count {
        if index % 2 == 0 { one.add(customers[index]) } else { two.add(customers[index]) }
      }
      one.merge(two)
      let filter = RegistryFilter(one)
      for row in 0..<registry.count {
        let isAsked = (0..<customers.count).contains { customer in
          [DataElement.creditCode, .licenceNumber, .name].contains { element in
            let value = registry[row][element]
            return !value.isEmpty && value.equals(customers[customer][element])
          }
        }
        let isKept = filter.wants(registry[row])
        #expect(isKept || !isAsked)
      }
    }
  }

  @Test func `count repeated numbers the same however the rows are shared out`() {
    var random = SeededGenerator(seed: 64)
    for _ in 0..<20 {
      let rows = Self.rows(200, &random)
      let batch = RecordBatch(party: .organisation, records: rows)
      let numbers = RegistryKind.business.numbers
      var whole = RepeatedKeys()
      var shares = [RepeatedKeys](repeating: RepeatedKeys(), count: 3)
      for row in 0..<batch.count {
        whole.add(batch[row], batch.layout, under: numbers)
        shares[Self.below(3, &random)].add(batch[row], batch.layout, under: numbers)
      }
      var merged = shares[2]
      merged.merge(shares[0])
      merged.merge(shares[1])
      let (all, parts) = (whole.count(), merged.count())
      #expect(all.repeated == parts.repeated && all.conflicting == parts.conflicting)
      let found = rows.compactMap { (row: Row) -> String? in
        [row[.creditCode], row[.licenceNumber]].compactMap { $0 }.first { !$0.isEmpty }
      }
      #expect(all.repeated == found.count - Set(found).count)
    }
  }
}
