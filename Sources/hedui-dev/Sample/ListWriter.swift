import Records

/// Writes the lists of abnormal operations and of serious violations.
struct ListWriter {
  let faults: OrganisationFaults
  let count: Int

  /// Titles of the columns and their data elements.
  static let columns: [(title: String, element: String)] = [
    ("统一社会信用代码", "credit_code"), ("企业名称", "name"), ("列入日期", "listed_date"),
    ("列入原因", "listing_reason"), ("移出日期", "delisted_date"),
  ]

  /// Entries of customers, in force and removed, and of organisations that are no customers.
  /// UTF-8, commas.
  func write(_ list: ListRow.List, put: ([UInt8]) throws -> Void) throws {
    var text = Array((Self.columns.map(\.title).joined(separator: ",") + "\n").utf8)
    var unused: [PlantedFault] = []
    for index in 0..<(count + count / 5) {
      for row in rows(index, &unused) where row.list == list {
        let cells = [row.creditCode, row.name, row.listed, row.reason, row.delisted]
        text.append(contentsOf: cells.joined(separator: ",").utf8)
        text.append(0x0A)
      }
      unused.removeAll()
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try put(text)
  }

  private func rows(_ index: Int, _ truth: inout [PlantedFault]) -> [ListRow] {
    var random = SampleRandom(seed: faults.world.seed, stream: 13, index: index)
    if index >= count {
      guard random.chance(100) else { return [] }
      let row = faults.maker.make(index).registry
      return [
        faults.listing(random.chance(800) ? .abnormal : .violations, row, &random, isRemoved: false)
      ]
    }
    let made = faults.make(index, &truth)
    guard let row = made.registry, made.listings.isEmpty, random.chance(25) else {
      return made.listings
    }
    return [faults.listing(.abnormal, row, &random, isRemoved: true)]
  }
}
