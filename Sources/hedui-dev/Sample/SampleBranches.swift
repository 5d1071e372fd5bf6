/// The branches of the invented bank: most in the prefecture where it has its seat.
struct SampleBranches: Sendable {
  struct Branch: Sendable {
    /// Number in the bank's systems.
    let code: [UInt8]
    let name: String
    /// Place in `SampleRegions.counties`.
    let county: Int
    /// Where it is, on a road that no customer lives on.
    let address: String
    let phone: String
  }

  static let bank = "虔橘银行股份有限公司"

  let branches: [Branch]
  /// Places in `branches` by a random number: bigger branches have more customers.
  private let table: [Int16]

  init(_ regions: SampleRegions) {
    var branches: [Branch] = []
    var table: [Int16] = []
    func add(_ county: Int, _ suffix: String, weight: Int) {
      let code = 81_000_000 + branches.count * 10 + 1
      table += repeatElement(Int16(branches.count), count: weight)
      let place = regions.counties[county]
      let local = (place.localDigits == 8 ? 80_000_000 : 0) + 5_662_037 + branches.count * 37
      branches.append(
        Branch(
          code: Array(String(code).utf8), name: place.shortName + suffix, county: county,
          address: String(decoding: place.fullName, as: UTF8.self)
            + "橘颂大道\(branches.count * 2 + 16)号",
          phone: "\(String(decoding: place.areaCode, as: UTF8.self))-\(local)"))
    }
    for (place, county) in regions.counties.enumerated() where county.code / 100 == 3607 {
      switch county.code {
      case 360702:
        for (suffix, weight) in [
          ("营业部", 60), ("红旗支行", 40), ("文清支行", 36), ("水东支行", 24), ("滨江支行", 30),
        ] {
          add(place, suffix, weight: weight)
        }
      case 360703, 360704, 360781, 360730, 360731, 360732, 360722:
        add(place, "支行", weight: 34)
        add(place, "城南支行", weight: 18)
      default: add(place, "支行", weight: 24)
      }
    }
    // One branch in the first counties of each other prefecture.
    for city in regions.cities.indices where regions.cities[city] != "赣州" {
      let places = regions.counties.indices.filter { regions.counties[$0].city == city }
      for (number, place) in places.prefix(city % 2 == 0 ? 2 : 1).enumerated() {
        add(place, number == 0 ? "分行营业部" : "支行", weight: 12)
      }
    }
    self.branches = branches
    self.table = table
  }

  func pick(_ random: inout SampleRandom) -> Int { Int(table[random.below(table.count)]) }
}
