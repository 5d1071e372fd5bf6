import Crypto
import Extracts
import Foundation
import Records

/// The invented bank: everything that `hedui-dev sample` writes.
struct SampleBank {
  static let asOf = Day(number: 20_757)  // 2026-10-31

  /// Day of the business registry's extract.
  static let registryDay = Day(number: 20_754)  // 2026-10-28

  let world: SampleWorld
  let organisations: Int
  let faults: Int
  let mappings: URL

  init(persons: Int, organisations: Int, seed: UInt64, faults: Int, mappings: URL) throws {
    let regions = try SampleRegions(folder: mappings)
    world = SampleWorld(
      seed: seed, asOf: Self.asOf, regions: regions, branches: SampleBranches(regions),
      occupations: try SampleOccupations(folder: mappings),
      identity: SampleIdentity(count: persons + organisations * 3, seed: seed),
      phones: SamplePhones(prefixes: Self.prefixes, seed: seed), persons: persons)
    self.organisations = organisations
    self.faults = faults
    self.mappings = mappings
  }

  /// Mobile prefixes that most people have.
  static let prefixes = [
    130, 131, 132, 133, 135, 136, 137, 138, 139, 150, 151, 152, 153, 155, 156, 157, 158, 159, 173,
    175, 176, 177, 178, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 191, 193, 195, 198, 199,
  ]

  func write(to folder: URL, plain: Bool, allWrong: Bool) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var truth = try writePersons(to: folder, plain: plain, allWrong: allWrong)
    if organisations > 0 { truth += try writeOrganisations(to: folder) }
    try write(PlantedFault.csv(truth), "truth.csv", in: folder)
    let job = SampleJob(hasOrganisations: organisations > 0, plain: plain, branches: world.branches)
    try write(Array(job.text.utf8), "job.yaml", in: folder)
    try write(Array(SampleReadme.english(self, plain: plain).utf8), "README.md", in: folder)
    try write(Array(SampleReadme.chinese(self, plain: plain).utf8), "README.zh-CN.md", in: folder)
  }

  private func writeOrganisations(to folder: URL) throws -> [PlantedFault] {
    let faulty = try organisationFaults()
    let writer = OrganisationWriter(faults: faulty, count: organisations)
    var truth = try writeFile("organisations.csv", in: folder) { try writer.writeExtract(put: $0) }
    let registry = folder.appending(path: "business-registry.xlsx").path
    if FileManager.default.fileExists(atPath: registry) {
      try FileManager.default.removeItem(atPath: registry)
    }
    try writer.writeRegistry(to: registry)
    let lists = ListWriter(faults: faulty, count: organisations)
    try writeFile("abnormal-list.csv", in: folder) { try lists.write(.abnormal, put: $0) }
    try writeFile("violation-list.csv", in: folder) { try lists.write(.violations, put: $0) }
    let accountFaults = AccountFaults(faulty)
    let watch = WatchListWriter(
      persons: try personFaults(), personCount: world.persons, organisations: faulty,
      organisationCount: organisations)
    truth += try writeFile("watch-list.csv", in: folder) { try watch.write(put: $0) }
    let accounts = AccountWriter(
      accounts: accountFaults, count: organisations, encoder: GB18030Encoder.standard)
    truth += try writeFile("accounts.txt", in: folder) { try accounts.writeExtract(put: $0) }
    try writeFile("account-system.xml", in: folder) { try accounts.writeSystem(put: $0) }
    let transactions = TransactionWriter(accounts: accountFaults, count: organisations)
    truth += try writeFile("transactions.txt", in: folder) { try transactions.write(put: $0) }
    return truth + (try writeBooks(to: folder))
  }

  /// Ledgers, and a register with its postings.
  private func writeBooks(to folder: URL) throws -> [PlantedFault] {
    let share = min(faults * 5 / 2, 1000)
    let writer = BookWriter(
      books: SampleBooks(world: world, organisations: organisations, share: share),
      register: SampleRegister(world: world, organisations: organisations, share: share),
      encoder: GB18030Encoder.standard)
    try write(writer.general(), "general-ledger.txt", in: folder)
    try write(writer.sub(), "sub-ledger.csv", in: folder)
    try write(writer.details(), "ledger-details.dat", in: folder)
    try write(writer.registerRows(), "collection-register.csv", in: folder)
    try write(writer.postings(), "collection-postings.txt", in: folder)
    return writer.books.truth.sorted() + writer.register.truth.sorted()
  }

  private func personFaults() throws -> PersonFaults {
    PersonFaults(
      maker: PersonMaker(world: world), share: faults,
      organisations: organisations > 0 ? (try organisationFaults(), organisations) : nil)
  }

  func organisationFaults() throws -> OrganisationFaults {
    // Organisations are fewer and have more rules: more of them get a fault.
    OrganisationFaults(
      maker: OrganisationMaker(world: world, trades: try SampleTrades(folder: mappings)),
      share: min(faults * 5 / 2, 1000))
  }

  func writeFile<Result>(
    _ name: String, in folder: URL, _ body: (([UInt8]) throws -> Void) throws -> Result
  ) throws -> Result {
    let file = try fresh(name, in: folder)
    let result = try body { try file.write($0) }
    try file.finish()
    return result
  }

  private func writePersons(to folder: URL, plain: Bool, allWrong: Bool) throws -> [PlantedFault] {
    let writer = PersonWriter(
      faults: try personFaults(),
      delimiter: Array((plain ? "|" : "|+|").utf8), encoder: plain ? nil : GB18030Encoder.standard,
      allWrong: allWrong)
    let file = try fresh(plain ? "persons.txt" : "persons.dat.gz", in: folder)
    if plain {
      let truth = try writer.write(world.persons) { try file.write($0) }
      try file.finish()
      return truth
    }
    var digest = SHA256()
    let packer = GzipWriter { bytes in
      digest.update(data: bytes)
      try file.write(bytes)
    }
    let truth = try writer.write(world.persons) { try packer.write($0) }
    try packer.finish()
    try file.finish()
    let control = "rows=\(world.persons)\nsha256=\(digest.finalize().hexadecimal)\n"
    try write(Array(control.utf8), "persons.ok", in: folder)
    return truth
  }

  /// A new file in place of one that is there.
  func fresh(_ name: String, in folder: URL) throws -> OutputFile {
    let path = folder.appending(path: name).path
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
    return try OutputFile(creating: path)
  }

  func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws {
    let file = try fresh(name, in: folder)
    try file.write(bytes)
    try file.finish()
  }
}
