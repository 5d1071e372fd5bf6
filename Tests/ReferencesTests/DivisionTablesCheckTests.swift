import Foundation
import Records
import References
import TestSupport
import Testing

@Suite struct `The check of the division tables` {
  /// Faults of a copy of our tables of which one was changed.
  private func faults(
    _ table: String, _ change: (inout [String]) throws -> Void
  ) throws -> [ReferenceFault] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "hedui-divisions-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    for name in DivisionHistory.tables {
      let (ours, copy) = (Repository.root + "/mappings/" + name, folder.appending(path: name))
      try files.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      if name != table {
        try files.createSymbolicLink(atPath: copy.path, withDestinationPath: ours)
        continue
      }
      var lines = try String(contentsOfFile: ours, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      try change(&lines)
      try lines.joined(separator: "\n").write(to: copy, atomically: true, encoding: .utf8)
    }
    return DivisionTablesCheck.faults(in: MappingsFolder(path: folder.path))
  }

  /// Place of the line that begins so.
  private func place(_ beginning: String, _ lines: [String]) throws -> Int {
    try #require(lines.firstIndex { $0.hasPrefix(beginning) }, "\(beginning)")
  }

  private func replace(
    _ old: String, _ new: String, at beginning: String, _ lines: inout [String]
  ) throws -> Int {
    let place = try place(beginning, lines)
    try #require(lines[place].contains(old), "\(lines[place])")
    lines[place] = lines[place].replacing(old, with: new, maxReplacements: 1)
    return place + 1
  }

  @Test func `finds none in ours`() {
    #expect(DivisionTablesCheck.faults(in: Repository.mappings) == [])
  }

  @Test func `finds a parent that is not there`() throws {
    var line = 0
    let found = try faults("codes/divisions.csv") {
      line = try replace(",360700,", ",360000x,", at: "360702,", &$0)
    }
    #expect(
      found == [
        ReferenceFault(
          table: "codes/divisions.csv", line: line,
          kind: .unknownCode("360000x", column: "parent_code", table: "codes/divisions.csv"))
      ])
  }

  @Test func `finds codes above each other in a circle`() throws {
    var line = 0
    let found = try faults("codes/divisions.csv") {
      line = try replace(",360000,", ",360702,", at: "360700,", &$0)
    }
    #expect(
      found.contains(
        ReferenceFault(
          table: "codes/divisions.csv", line: line,
          kind: .cycle(["360700", "360702", "360700"]))))
  }

  @Test func `finds a division in force that the history lacks, and the other way round`() throws {
    var line = 0
    let renamed = try faults("codes/divisions.csv") {
      line = try replace("章贡区", "章贡县", at: "360702,", &$0)
    }
    #expect(
      renamed.contains(
        ReferenceFault(
          table: "codes/divisions.csv", line: line,
          kind: .unknownCode("360702", column: "code", table: "codes/divisions-history.csv"))))
    #expect(renamed.contains { $0.table == "codes/divisions-history.csv" })
  }

  @Test func `finds years turned round and two divisions with one code`() throws {
    var line = 0
    let turned = try faults("codes/divisions-history.csv") {
      line = try replace(",1998,2013,", ",2013,1998,", at: "360782,南康市", &$0)
    }
    #expect(
      turned.contains(
        ReferenceFault(
          table: "codes/divisions-history.csv", line: line, kind: .validityReversed)))
    let twice = try faults("codes/divisions-history.csv") {
      let place = try place("360782,南康市", $0)
      line = place + 2
      $0.insert($0[place].replacing("1998,2013,", with: "2000,2013,"), at: place + 1)
    }
    #expect(
      twice.contains(
        ReferenceFault(
          table: "codes/divisions-history.csv", line: line, kind: .duplicate("360782"))))
  }

  @Test func `finds a parent that was not there in one of the years`() throws {
    var line = 0
    let found = try faults("codes/divisions-history.csv") {
      line = try replace(",360700,", ",362100,", at: "360782,南康市", &$0)
    }
    #expect(
      found == [
        ReferenceFault(
          table: "codes/divisions-history.csv", line: line,
          kind: .unknownCode(
            "362100 (1998)", column: "parent_code", table: "codes/divisions-history.csv"))
      ])
  }

  @Test func `finds a retired code without a way forward`() throws {
    let found = try faults("crosswalks/divisions-changes.csv") {
      $0.removeAll { $0.contains(",360782,南康市,") && $0.contains(",2013,") }
    }
    #expect(
      found.map(\.kind) == [
        .noWayForward("360782", crosswalk: "crosswalks/divisions-changes.csv")
      ])
    #expect(found.allSatisfy { $0.table == "codes/divisions-history.csv" && $0.line > 1 })
    let reasonless = try faults("crosswalks/divisions-current.csv") {
      _ = try replace(
        "360703,南康区,2,ambiguous,360702;360703", ",,0,none,", at: "360782,南康市", &$0)
    }
    #expect(
      reasonless.map(\.kind) == [
        .noWayForward("360782", crosswalk: "crosswalks/divisions-current.csv")
      ])
  }

  @Test func `finds a successor that never was`() throws {
    var line = 0
    let change = try faults("crosswalks/divisions-changes.csv") {
      let place = try #require(
        $0.firstIndex { $0.contains(",360782,南康市,360703,") })
      $0[place] = $0[place].replacing(",360703,南康区,", with: ",360799,南康区,")
      line = place + 1
    }
    #expect(
      change.contains(
        ReferenceFault(
          table: "crosswalks/divisions-changes.csv", line: line,
          kind: .unknownCode(
            "360799", column: "new_code", table: "codes/divisions-history.csv"))))
    let current = try faults("crosswalks/divisions-current.csv") {
      line = try replace("360702;360703", "360702;360799", at: "360782,南康市", &$0)
    }
    #expect(
      current.contains(
        ReferenceFault(
          table: "crosswalks/divisions-current.csv", line: line,
          kind: .unknownCode("360799", column: "current_all", table: "codes/divisions.csv"))))
  }

  @Test func `finds a way that comes back`() throws {
    // Two divisions of one year, each made the successor of the other.
    var line = 0
    let found = try faults("crosswalks/divisions-changes.csv") {
      let place = try #require($0.firstIndex { $0.contains(",360782,南康市,360703,") })
      $0[place] = $0[place].replacing(",360703,南康区,", with: ",360782,南康市,")
      line = place + 1
    }
    #expect(
      found.contains(
        ReferenceFault(
          table: "crosswalks/divisions-changes.csv", line: line,
          kind: .cycle(["360782", "360782"]))))
  }

  @Test func `finds a change in a year in which nothing ended`() throws {
    let found = try faults("crosswalks/divisions-changes.csv") {
      for place in $0.indices where $0[place].contains(",360782,南康市,36070") {
        $0[place] = $0[place].replacing(",2013,", with: ",2012,")
      }
    }
    #expect(found.contains { $0.kind == .badValue(column: "year") })
  }
}
