import Foundation

/// What the invented persons do: groups of GB/T 6565-2015 with the ages at which one is
/// found in them, and the kind of employer.
struct SampleOccupations: Sendable {
  enum Workplace: Sendable {
    case company, shop, school, kindergarten, college, hospital, office, police, bank, site, farm
    case transport, property, news
  }

  struct Entry: Sendable {
    let code: [UInt8]
    let name: [UInt8]
    let workplace: Workplace
    let ages: ClosedRange<Int>
    /// Parts of a thousand that are men.
    let men: Int
  }

  let entries: [Entry]
  /// Codes that the catalogue of 1999 has too.
  let ambiguous: Set<String>
  /// Places in `entries` by a random number, for men and women.
  private let men: [Int16]
  private let women: [Int16]

  /// Code, weight, workplace, ages, men of a thousand.
  private static let plan: [(String, Int, Workplace, ClosedRange<Int>, Int)] = [
    ("10601", 30, .company, 26...64, 700), ("10201", 1, .office, 35...58, 700),
    ("10202", 3, .office, 32...58, 700), ("10602", 4, .school, 35...58, 600),
    ("20202", 3, .company, 24...58, 850), ("20207", 12, .company, 23...58, 850),
    ("20209", 10, .company, 23...55, 750), ("20210", 12, .company, 22...50, 700),
    ("20211", 6, .company, 23...58, 850), ("20218", 20, .site, 23...58, 800),
    ("20221", 3, .office, 24...58, 800), ("20227", 4, .company, 24...56, 600),
    ("20228", 4, .company, 24...58, 800), ("20302", 4, .office, 24...58, 600),
    ("20501", 12, .hospital, 26...60, 550), ("20502", 3, .hospital, 26...60, 600),
    ("20506", 5, .hospital, 23...56, 350), ("20508", 18, .hospital, 21...54, 40),
    ("20509", 3, .hospital, 25...64, 600), ("20603", 28, .company, 22...56, 200),
    ("20604", 4, .company, 24...56, 400), ("20608", 8, .company, 22...54, 300),
    ("20609", 6, .bank, 22...57, 450), ("20703", 3, .company, 26...60, 600),
    ("20709", 2, .office, 22...55, 300), ("20801", 5, .college, 27...60, 500),
    ("20802", 4, .school, 24...58, 500), ("20803", 34, .school, 22...58, 350),
    ("20804", 12, .kindergarten, 20...54, 20), ("20906", 4, .company, 21...50, 500),
    ("21001", 1, .news, 23...55, 450), ("21004", 1, .news, 22...45, 350),
    ("30101", 14, .office, 22...58, 500), ("30102", 16, .office, 22...58, 400),
    ("30103", 4, .office, 23...58, 700), ("30201", 6, .police, 22...58, 800),
    ("30202", 8, .property, 22...60, 900), ("40101", 8, .company, 21...56, 500),
    ("40102", 70, .shop, 18...58, 420), ("40103", 6, .company, 22...56, 550),
    ("40202", 30, .transport, 23...58, 930), ("40206", 8, .company, 20...56, 600),
    ("40207", 14, .transport, 19...52, 850), ("40301", 6, .shop, 18...54, 250),
    ("40302", 26, .shop, 18...58, 450), ("40402", 4, .company, 21...52, 800),
    ("40405", 8, .company, 21...48, 650), ("40501", 6, .bank, 22...56, 380),
    ("40504", 8, .company, 21...56, 350), ("40601", 10, .property, 22...58, 450),
    ("40602", 5, .company, 20...50, 450), ("40702", 4, .company, 22...54, 500),
    ("40704", 3, .company, 20...52, 350), ("40705", 10, .property, 20...60, 920),
    ("40808", 3, .company, 22...48, 500), ("40908", 10, .property, 35...64, 300),
    ("41001", 8, .shop, 25...60, 80), ("41003", 10, .shop, 18...50, 300),
    ("41201", 8, .shop, 20...56, 950), ("41203", 4, .shop, 20...56, 920),
    ("50102", 80, .farm, 20...69, 520), ("50202", 4, .farm, 25...66, 700),
    ("50302", 14, .farm, 22...66, 550), ("50402", 4, .farm, 25...66, 700),
    ("60104", 5, .company, 20...58, 450), ("60203", 5, .company, 20...56, 350),
    ("60501", 34, .company, 18...56, 200), ("60504", 10, .company, 18...54, 250),
    ("60604", 30, .company, 20...58, 700), ("60905", 6, .company, 18...52, 250),
    ("61402", 8, .company, 20...56, 550), ("61601", 8, .company, 22...58, 920),
    ("61705", 5, .company, 21...58, 850), ("61707", 8, .company, 21...58, 800),
    ("61801", 12, .company, 20...58, 850), ("62404", 8, .company, 18...50, 550),
    ("62501", 24, .company, 18...50, 400), ("62504", 20, .company, 18...50, 450),
    ("62801", 5, .company, 22...58, 800), ("62901", 40, .site, 20...60, 880),
    ("62904", 12, .site, 20...58, 850), ("63001", 8, .site, 21...58, 960),
    ("63005", 6, .site, 21...58, 960), ("63103", 10, .company, 20...54, 350),
    ("63105", 12, .company, 18...56, 250),
  ]

  init(folder: URL) throws {
    let table = try CSVTable(
      parsing: Data(contentsOf: folder.appending(path: "codes/gbt6565-2015.csv")))
    let (code, name) = (try table.place(of: "code"), try table.place(of: "name"))
    let names = Dictionary(table.rows.map { ($0[code], $0[name]) }) { first, _ in first }
    var entries: [Entry] = []
    var (men, women): ([Int16], [Int16]) = ([], [])
    for (code, weight, workplace, ages, share) in Self.plan {
      guard let name = names[code] else {
        throw CSVTable.Fault(line: 0, reason: "gbt6565-2015.csv: no code \(code)")
      }
      let place = Int16(entries.count)
      men += repeatElement(place, count: weight * share / 100)
      women += repeatElement(place, count: weight * (1000 - share) / 100)
      entries.append(
        Entry(
          code: Array(code.utf8), name: Array(name.utf8), workplace: workplace, ages: ages,
          men: share))
    }
    self.entries = entries
    let old = try CSVTable(
      parsing: Data(contentsOf: folder.appending(path: "codes/occupations-1999.csv")))
    ambiguous = Set(try old.values(of: "code"))
    self.men = men
    self.women = women
  }

  /// An occupation for somebody of that sex and age, or nil where none was hit upon.
  func pick(male: Bool, age: Int, _ random: inout SampleRandom) -> Int? {
    for _ in 0..<8 {
      let table = male ? men : women
      let place = Int(table[random.below(table.count)])
      if entries[place].ages.contains(age) { return place }
    }
    return nil
  }
}
