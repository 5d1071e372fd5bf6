import Addresses
import Extracts
import Foundation
import Records
import TestSupport
import Testing

@testable import Profiles

private func profile(_ path: String, jobs: Int = 2) throws -> (FileProfile, RawTable) {
  let table = try RawTable(path: path)
  let profile = try FileProfile(table, jobs: jobs) {
    try AddressGazetteer(from: Repository.mappings)
  }
  return (profile, table)
}

private func column(_ title: String, _ profile: FileProfile, _ table: RawTable) throws
  -> ColumnProfile
{
  profile.columns[try #require(table.titles.firstIndex(of: title))]
}

@Suite struct `The profile of a file` {
  @Test func `counts what its columns hold`() throws {
    let folder = try ScratchFolder()
    var text = "id,name,note\n1,张伟,\n2,李娜,\"a \"\"b\"\", c\"\n3,张伟,　 \n"
    for number in 4..<24 { text += "\(number),王芳,\n" }
    text += "24,王芳\n"
    let (profile, table) = try profile(try folder.write("a.csv", Array(text.utf8)))
    #expect(profile.rows == 24 && profile.ragged == 1 && profile.unreadable == 0)
    let name = try column("name", profile, table)
    #expect(name.distinct == 3 && name.isDistinctExact && name.empty == 0)
    #expect(name.values.top(1) == [.init(text: "王芳", count: 21)])
    #expect(name.patterns.top(9) == [.init(text: "汉{2}", count: 24)])
    #expect(name.shortest == 2 && name.longest == 2)
    let note = try column("note", profile, table)
    #expect(note.empty == 23)
    #expect(note.values.top(9) == [.init(text: "a \"b\", c", count: 1)])
    #expect(profile.columns.allSatisfy { $0.grades == nil })
  }

  @Test(arguments: [
    "organisations.csv", "business-registry.xlsx", "account-system.xml",
  ])
  func `agrees with a plain count of the rows`(_ file: String) throws {
    let (profile, table) = try profile(Repository.root + "/sample-data/" + file)
    var rows = 0
    var values = Array(repeating: [String: Int](), count: table.titles.count)
    try table.eachRow { row in
      rows += 1
      for (place, value) in row.enumerated() where place < values.count {
        if value.contains(where: { !$0.isWhitespace }) { values[place][value, default: 0] += 1 }
      }
      return true
    }
    #expect(rows > 0 && profile.rows == rows)
    for (place, column) in profile.columns.enumerated() {
      #expect(column.rows == rows)
      #expect(column.rows - column.empty == values[place].values.reduce(0, +))
      if column.isDistinctExact { #expect(column.distinct == values[place].count) }
      for item in column.values.top(20) where !item.text.hasSuffix("…") {
        #expect(values[place][item.text] == item.count)
      }
    }
  }

  @Test func `grades addresses, and only these`() throws {
    let (profile, table) = try profile(Repository.root + "/sample-data/persons.dat.gz")
    let graded = zip(table.titles, profile.columns).filter { $0.1.grades != nil }
    #expect(graded.map(\.0) == ["HOME_ADDR"])
    let addresses = try #require(graded.first).1
    #expect(addresses.grades?.reduce(0, +) == addresses.rows - addresses.empty)
  }

  @Test func `does not depend on the number of cores`() throws {
    let folder = try ScratchFolder()
    var random = SeededGenerator(seed: 11)
    var text = "id|branch\n"
    // More than one piece of a megabyte, and more values than are kept.
    let long = String(repeating: "x", count: 120)
    for number in 0..<12_000 { text += "\(number) \(long)|\(random.next() % 7)\n" }
    let path = try folder.write("many.txt", Array(text.utf8))
    func facts(_ jobs: Int) throws -> [String] {
      try profile(path, jobs: jobs).0.columns.map {
        "\($0.rows) \($0.distinct) \($0.isDistinctExact) \($0.shortest) \($0.longest) "
          + "\($0.values.top(50)) \($0.patterns.top(50)) \($0.values.bound ?? -1)"
      }
    }
    let one = try facts(1)
    #expect(try facts(2) == one)
    #expect(try facts(5) == one)
  }
}
