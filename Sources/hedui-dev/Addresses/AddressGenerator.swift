import Foundation
import References

/// Makes addresses from the tables of divisions and townships, and spoils them the way that
/// forms and clerks do.
struct AddressGenerator {
  struct Place {
    let code: Int32
    let province: String
    let city: String
    let county: String
    let provinceShort: String
    let cityShort: String
    let countyShort: String
    var townships: [String] = []
    /// Former names of the county that only it has taken over, with the city above.
    var formerNames: [(city: String, county: String)] = []
    /// Whether no other county has or had the name.
    var isUnique = true
  }

  private(set) var places: [Place] = []
  private let traditional: [Character: Character]

  /// One county in five is held out: its townships are hidden from the parser that is tested
  /// with it.
  static func isHeldOut(_ code: Int32) -> Bool {
    UInt32(bitPattern: code) &* 2_654_435_769 >> 16 % 5 == 0
  }

  init(_ folder: MappingsFolder, _ divisions: Divisions) throws {
    let table = try ReferenceTable("codes/divisions.csv", from: folder)
    let (code, name) = (try table.column("code"), try table.column("name"))
    let (short, parent) = (try table.column("short_name"), try table.column("parent_code"))
    let level = try table.column("level")
    var names: [Int32: (String, String)] = [:]
    for row in 0..<table.count {
      guard let number = try table.number(row, code) else { continue }
      names[Int32(number)] = (table.text(row, name), table.text(row, short))
    }
    var townships: [Int32: [String]] = [:]
    let units = try ReferenceTable("codes/townships.csv", from: folder)
    let (unit, above) = (try units.column("name"), try units.column("county_code"))
    let source = try units.column("source")
    for row in 0..<units.count {
      guard let county = try units.number(row, above),
        !units.text(row, source).hasSuffix("quasi"), !units.text(row, unit).contains("（")
      else { continue }
      townships[Int32(county), default: []].append(units.text(row, unit))
    }
    var uses: [String: Int] = [:]
    let past = try ReferenceTable("crosswalks/divisions-current.csv", from: folder)
    let (oldName, oldParent) = (try past.column("old_name"), try past.column("old_parent"))
    let (kind, certainty) = (try past.column("kind"), try past.column("certainty"))
    let (now, basis) = (try past.column("current_code"), try past.column("map_basis"))
    var former: [Int32: [(String, String)]] = [:]
    var seen: Set<String> = []
    for row in 0..<past.count {
      let text = past.text(row, oldName)
      let current = Int32(try past.number(row, now) ?? 0)
      if seen.insert("\(text) \(current)").inserted, names[current]?.0 != text {
        uses[text, default: 0] += 1
      }
      if past.text(row, kind) == "regular", past.text(row, certainty) == "exact",
        past.text(row, basis) == "successor", names[current]?.0 != text
      {
        former[current, default: []].append((past.text(row, oldParent), text))
      }
    }
    for row in 0..<table.count { uses[table.text(row, name), default: 0] += 1 }
    for row in 0..<table.count {
      guard let number = try table.number(row, code) else { continue }
      let code = Int32(number)
      let kind = table.text(row, level)
      if code >= 710_000 || kind == "province" { continue }
      if kind == "prefecture", !divisions.hasNoCounties(code) { continue }
      let above = Int32(try table.number(row, parent) ?? 0)
      let province = names[code / 10_000 * 10_000] ?? ("", "")
      let city =
        kind == "prefecture"
        ? names[code] ?? ("", "") : above % 10_000 == 0 ? ("", "") : names[above] ?? ("", "")
      let county = kind == "prefecture" ? ("", "") : names[code] ?? ("", "")
      var place = Place(
        code: code, province: province.0, city: city.0, county: county.0,
        provinceShort: province.1, cityShort: city.1, countyShort: county.1)
      place.townships = townships[code] ?? []
      place.formerNames = kind == "prefecture" ? [] : former[code] ?? []
      place.isUnique = county.0.isEmpty || uses[county.0] == 1
      places.append(place)
    }
    let signs = try ReferenceTable("keywords/traditional-characters.csv", from: folder)
    var map: [Character: Character] = [:]
    for row in 0..<signs.count {
      if let from = signs.text(row, 1).first, let to = signs.text(row, 0).first { map[from] = to }
    }
    traditional = map
  }

  func cases(_ count: Int, seed: UInt64, heldOut: Bool) -> [AddressCase] {
    var random = SampleRandom(seed: seed, stream: heldOut ? 2 : 1, index: 0)
    let chosen = places.filter { Self.isHeldOut($0.code) == heldOut }
    return (0..<count).map { _ in
      let place = chosen[random.below(chosen.count)]
      return spoiled(place, &random)
    }
  }

  private func spoiled(_ place: Place, _ random: inout SampleRandom) -> AddressCase {
    let detail = AddressDetail.make(place.townships, &random)
    let head = place.province == place.city ? [place.province] : [place.province, place.city]
    let full = (head + [place.county]).joined()
    let noise = AddressNoise.allCases[random.below(AddressNoise.allCases.count)]
    let text = noise.text(place, full, detail, &random)
    let spoiled =
      noise == .traditional ? String(text.map { traditional[$0] ?? $0 }) : text
    return AddressCase(phenomenon: noise.rawValue, text: spoiled, code: place.code)
  }
}
