import Dispatch
import Foundation
import LocalValidators
import Records
import References
import Synchronization
import Validators

/// Measures the code tables: how many look-ups a second one core makes, how long the tables
/// of a job take to be ready, how much memory all of them take.
struct TableBench {
  private let folder: MappingsFolder

  init() throws {
    guard let folder = MappingsFolder.standard() else {
      throw Shell.Failure(description: "there is no mappings folder beside the program")
    }
    self.folder = folder
  }

  func run() throws {
    let before = FileSystem.peakMemory
    // The first reading counts: a run reads each table once.
    let context = Context(asOf: Day(number: 20_000), mappings: folder)
    let rules = CompiledRules.recordValidators
    let loading = seconds {
      // As a run does it: one thread from the first rule on, one from the last back.
      let rest = Mutex(rules.indices)
      DispatchQueue.concurrentPerform(iterations: 2) { side in
        while let index = rest.withLock({ side == 0 ? $0.popFirst() : $0.popLast() }) {
          _ = rules[index].init(context)
        }
      }
    }
    if let fault = context.faults.first { throw fault }
    let again = Context(asOf: Day(number: 20_000), mappings: folder)
    let alone = seconds { for type in rules { _ = type.init(again) } }
    let tables = Set(context.references.flatMap(\.tables))
    let gate = seconds { _ = TableGate(Array(tables), in: folder) }
    let job = FileSystem.peakMemory
    let lists = try lists()
    let histories = try CodeHistories.all.map { try $0.init(from: folder) }
    let all = FileSystem.peakMemory
    print("\ntables")
    line("of every rule, two threads", loading * 1000, "ms", "\(tables.count) tables; goal 30")
    line("the same, one thread", alone * 1000, "ms", "")
    line("their digests", gate * 1000, "ms", "")
    line("memory of these", Double(job - before) / 1e6, "MB", "")
    let rows = lists.reduce(0) { $0 + $1.count }
    line(
      "memory with every list", Double(all - before) / 1e6, "MB",
      "\(rows) rows, \(histories.count) histories; goal 150")
    try lookUps(lists)
  }

  /// Every table with codes.
  private func lists() throws -> [CodeList] {
    let package = try TablePackage(from: folder)
    return try CodeListCatalogue(folder).lists.compactMap { list in
      let table = try ReferenceTable(list.path, from: folder)
      let description = package.table(at: list.path)
      if CodeColumns(table, description) == nil { return nil }
      return try CodeList(table, describedBy: description)
    }
  }

  // MARK: Look-ups

  private func lookUps(_ lists: [CodeList]) throws {
    let industry = try IndustryCodes(from: folder)
    let divisions = try Divisions(from: folder)
    let occupations = try OccupationCodes(from: folder)
    func list(_ name: String) throws -> CodeList {
      guard let found = lists.first(where: { $0.title.name == name }) else {
        throw Shell.Failure(description: "there is no table \(name)")
      }
      return found
    }
    let (classes, groups) = (try list("gbt4754-2019"), try list("gbt6565-2015"))
    let counties = try list("divisions")
    print("\nlook-ups, million a second and core; goal 20")
    report("industry, by code", codes(classes)) { industry.read($0).place }
    report("  as a code list", codes(classes)) { classes.row(of: $0) ?? -1 }
    report("division, by code", codes(counties)) { divisions.row(of: $0) ?? -1 }
    report("  as a code list", codes(counties)) { counties.row(of: $0) ?? -1 }
    report("occupation, by code", codes(groups)) { occupations.place(of: $0) ?? -1 }
    report("industry, by name", names(classes)) {
      industry.place(named: $0, in: .of2019) ?? -1
    }
    report("  as a code list", names(classes)) { classes.row(named: $0) ?? -1 }
    report("division, by name", names(counties)) { counties.row(named: $0) ?? -1 }
    report("successors 2002 to 2019", codes(try list("gbt4754-2002"))) { code in
      let place = industry.read(code).place
      if place < 0 { return -1 }
      return industry.successors(of: place, from: .of2002, to: .of2019).first?.place ?? -1
    }
  }

  /// Texts one after another, in an order without a pattern.
  private struct Texts {
    var bytes: [UInt8] = []
    var cells: [Cell] = []

    init(_ texts: [String]) {
      var state: UInt64 = 42
      let mixed = texts.map { text -> (UInt64, String) in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 16, text)
      }.sorted { $0.0 < $1.0 }
      for (_, text) in mixed {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        cells.append(Cell(start..<bytes.count))
      }
    }
  }

  private func codes(_ list: CodeList) -> Texts { Texts((0..<list.count).map { list.code($0) }) }
  private func names(_ list: CodeList) -> Texts { Texts((0..<list.count).map { list.name($0) }) }

  @inline(__always)
  private func report(_ title: String, _ texts: Texts, _ find: (Span<UInt8>) -> Int) {
    let rounds = 4_000_000 / texts.cells.count + 1
    var best = Double.infinity
    var sum = 0
    for _ in 0..<5 {
      let time = seconds {
        let bytes = texts.bytes.span
        for _ in 0..<rounds {
          for cell in texts.cells { sum &+= find(bytes.extracting(cell.range)) }
        }
      }
      best = min(best, time)
    }
    let million = Double(rounds * texts.cells.count) / best / 1e6
    line(title, million, "M/s", sum == .min ? "?" : "")
  }

  // MARK: Printing

  private func seconds(_ body: () -> Void) -> Double {
    let start = ContinuousClock.now
    body()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func line(_ title: String, _ value: Double, _ unit: String, _ note: String) {
    let number = String(format: "%8.1f", value)
    print("\(title.padded(to: 28))\(number) \(unit)  \(note)")
  }
}
