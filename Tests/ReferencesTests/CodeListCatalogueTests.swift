import Records
import References
import TestSupport
import Testing

@Suite struct `The catalogue of code lists` {
  let catalogue: CodeListCatalogue

  init() throws { catalogue = try CodeListCatalogue(Repository.mappings) }

  @Test func `has every table with a title, and a name of its own`() {
    #expect(catalogue.lists.count > 50)
    #expect(Set(catalogue.lists.map(\.name)).count == catalogue.lists.count)
    #expect(catalogue.lists.allSatisfy { !$0.title.zh.isEmpty && !$0.title.en.isEmpty })
    #expect(catalogue.lists.map(\.path) == catalogue.lists.map(\.path).sorted())
  }

  @Test func `finds a table by its name`() {
    #expect(catalogue.list(named: "GBT2659")?.path == "codes/lists/gbt2659.csv")
    #expect(catalogue.list(named: "gbt4754-2017")?.edition == "GB/T 4754-2017")
    #expect(catalogue.list(named: "gbt9999") == nil)
  }

  @Test func `finds rows by code and by name`() throws {
    let list = try #require(catalogue.list(named: "gbt4754-2019"))
    let byCode = try catalogue.rows(of: list, matching: "6513")
    let row = try #require(byCode.first)
    #expect(byCode.count == 1)
    #expect([row.list, row.code, row.name] == ["gbt4754-2019", "6513", "应用软件开发"])
    #expect([row.level, row.parent, row.edition] == ["class", "651", "GB/T 4754-2017/XG1-2019"])
    #expect(row.validity.from?.description == "2019-03-29" && row.isVerified)
    #expect(try catalogue.rows(of: list, matching: "应用 软件开发") == byCode)
    #expect(try catalogue.rows(of: list, matching: "软件").isEmpty)
    #expect(try catalogue.rows(of: list).count == 1972)
    #expect(try catalogue.rows(of: list, matching: "c").map(\.code) == ["C"])
  }

  @Test func `looks through several editions at once`() throws {
    let rows = try catalogue.lookUp("9231", under: "gbt4754")
    #expect(rows.map(\.list) == ["gbt4754-2017", "gbt4754-2019"])
    #expect(rows.map(\.name) == ["人民法院", "监察委员会"])
  }

  @Test func `can read every table`() throws {
    for list in catalogue.lists { _ = try catalogue.rows(of: list, matching: "?") }
  }
}
