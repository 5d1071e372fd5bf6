import Records
import Registries
import Testing

@Suite struct `A registry of which a key stands more than once` {
  func index(_ records: [[DataElement: String]]) -> RegistryIndex {
    let batch = RecordBatch(party: .organisation, records: records)
    return RegistryIndex(
      name: "business", asOf: Day(number: 20_000),
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
  }

  func place(_ code: String, in index: RegistryIndex) -> Int? {
    index.place(creditCode: code.utf8.span)
  }

  @Test func `takes the last record`() {
    let index = index([
      [.creditCode: "A", .registryStatus: "存续"], [.creditCode: "B"],
      [.creditCode: "a", .registryStatus: "注销"],
    ])
    #expect(place("A", in: index) == 2)
    #expect(place("B", in: index) == 1)
    #expect(place("C", in: index) == nil)
    #expect(place("", in: index) == nil)
  }

  @Test(arguments: [["迁出", "存续"], ["存续", "迁出"], ["迁出", "迁出", "存续"], ["迁出", "存续", "迁出"]])
  func `takes none of an authority that gave the file away`(_ states: [String]) throws {
    let index = index(states.map { [.creditCode: "A", .registryStatus: $0] })
    let found = place("A", in: index)
    #expect(states[try #require(found)] == "存续")
  }

  @Test func `gives every record of a key once`() {
    let codes = ["A", "B", "A", "C", "A", "B", ""]
    for statesToo in [false, true] {
      let index = index(
        codes.enumerated().map {
          var cells: [DataElement: String] = [.creditCode: $1, .licenceNumber: "1", .name: "\($0)"]
          if statesToo { cells[.registryStatus] = $0 % 3 == 0 ? "存续" : "迁出" }
          return cells
        })
      func all(_ first: Int?, _ key: RegistryIndex.Key) -> [Int] {
        var (found, place): ([Int], Int?) = ([], first)
        while let here = place {
          found.append(here)
          place = index.next(after: here, sharing: key)
        }
        return found.sorted()
      }
      #expect(all(place("A", in: index), .creditCode) == [0, 2, 4])
      #expect(all(place("B", in: index), .creditCode) == [1, 5])
      #expect(all(place("C", in: index), .creditCode) == [3])
      let licence = index.place(licenceNumber: "1".utf8.span)
      #expect(all(licence, .licenceNumber) == Array(0..<7))
    }
  }
}
