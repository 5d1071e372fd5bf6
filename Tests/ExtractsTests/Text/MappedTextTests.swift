import Extracts
import Records
import Testing

@Suite struct `Cells of a source` {
  @Test func `lose their blanks and the tokens that mean no value`() throws {
    var files = try TextFiles("id|name|note\n 1 |\t张三　|\u{A0}N/A \n2|NULL|null\n3|\\N|—\n")
    #expect(
      try files.read().values() == [["1", "张三", ""], ["2", "", "null"], ["3", "", ""]])
    files.rules.trims = false
    files.rules.nulls = ["2"]
    #expect(
      try files.read().values() == [
        [" 1 ", "\t张三　", "\u{A0}N/A "], ["", "NULL", "null"], ["3", "\\N", "—"],
      ])
  }

  @Test func `may have a token for no value of any length`() throws {
    let token = String(repeating: "无", count: 40)
    var files = try TextFiles("id|name|note\n1|\(token)|\(token)x\n")
    files.rules.nulls = [token]
    #expect(try files.read().values() == [["1", "", token + "x"]])
  }

  @Test(arguments: [DelimitedFormat.Quoting.none, .doubled(quote: 0x22)])
  func `are translated by value maps`(quoting: DelimitedFormat.Quoting) throws {
    let long = "一个比十五字节更长的值"
    var files = try TextFiles(
      "id|name|note\n1|男|\(long)\n2|女 |x\n\"3\"|未知|y\n4|不详|z\n5|N/A|w\n")
    files.format.quoting = quoting
    files.mappings[1] = ColumnMapping(
      column: "name", element: .name, values: ["男": "1", "女": "2", "未知": "", "N/A": "9"])
    files.mappings[2] = ColumnMapping(
      column: "note", element: .employer, values: [long: "很长很长很长很长很长", "x": long])
    let values = try files.read().values().map { Array($0.dropFirst()) }
    #expect(
      values == [
        ["1", "很长很长很长很长很长"], ["2", long], ["", "y"], ["不详", "z"], ["", "w"],
      ])
  }

  @Test(arguments: [
    (ColumnMapping.DateForm.dayMonthYear, "31/01/2026", "2026-01-31"),
    (.dayMonthYear, "1-2-2026", "2026-02-01"), (.dayMonthYear, "2026-01-31", "2026-01-31"),
    (.dayMonthYear, "31/02/2026", "31/02/2026"), (.dayMonthYear, "31/01/26", "31/01/26"),
    (.dayMonthYear, "99999999999999999999/1/2026", "99999999999999999999/1/2026"),
    (.dayMonthYear, "1/1/2026/", "1/1/2026/"), (.dayMonthYear, "//2026", "//2026"),
    (.monthDayYear, "01/31/2026", "2026-01-31"), (.monthDayYear, "31/01/2026", "31/01/2026"),
    (.shortYear, "700131", "1970-01-31"), (.shortYear, "260131", "2026-01-31"),
    (.shortYear, "260231", "260231"), (.shortYear, "20260131", "20260131"),
  ])
  func `are brought to one form of date`(
    form: ColumnMapping.DateForm, text: String, expected: String
  ) throws {
    var files = try TextFiles("id|name|note\n1|\(text)|\n")
    files.mappings[1] = ColumnMapping(column: "name", element: .name, dateForm: form)
    #expect(try files.read().values() == [["1", expected, ""]])
  }
}
