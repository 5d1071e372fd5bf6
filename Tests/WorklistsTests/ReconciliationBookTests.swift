import Extracts
import Findings
import Foundation
import Records
import TestSupport
import Testing

@testable import Worklists

@Suite struct `The workbook of reconciliations` {
  private func money(_ units: Int128, _ decimals: Int = 2) -> ReconciliationReport.Money {
    ReconciliationReport.Money(units: units, decimals: decimals)
  }

  private var report: ReconciliationReport {
    var report = ReconciliationReport()
    var book = ReconciliationReport.Book(name: "a", title: "=1+1 内部账户")
    (book.lines, book.equal, book.different, book.open) = (10, 8, 2, 3)
    book.differences = ["CNY": money(5), "KWD": money(1234, 3)]
    report.books = [book]
    report.differences = [
      ReconciliationReport.Difference(
        book: "a", branch: "81000001", account: "2624", currency: "CNY", day: Day(number: 20_757),
        sides: [
          ReconciliationReport.Figures(
            side: .general, values: [nil, nil, nil, money(30_000)], imbalance: nil),
          ReconciliationReport.Figures(
            side: .sub, values: [nil, nil, nil, money(29_995)], imbalance: money(-5)),
        ], differences: [nil, nil, nil, money(5)], explanation: "差额正好是一笔"),
      ReconciliationReport.Difference(
        book: "a", branch: "", account: "1", currency: "CNY", day: Day(number: 20_757),
        sides: [
          ReconciliationReport.Figures(
            side: .general, values: [money(12_345_678_901_234_567), nil, nil, nil],
            imbalance: nil),
          ReconciliationReport.Figures(side: .sub, values: [nil, nil, nil, nil], imbalance: nil),
        ], differences: [money(12_345_678_901_234_567), nil, nil, nil], explanation: ""),
    ]
    report.open = [(3, 100), (400, 200), (8, 300)].map { age, cents in
      ReconciliationReport.OpenItem(
        book: "a", side: .register, branch: "81000001", account: "11320101",
        key: "+QS\(age)", currency: "CNY", day: Day(number: Int32(20_757 - age)),
        amount: money(Int128(cents)), age: age)
    }
    return report
  }

  private struct Cell: Equatable {
    let kind: WorkbookRow.Kind
    let text: String
  }

  private func rows(
    _ sheet: String, language: Language = .zh, masking: Masking = Masking(),
    rowsPerSheet: Int = 1_048_575
  ) throws -> [[Cell]] {
    let folder = try ScratchFolder()
    let path = folder.path + "/reconciliation.xlsx"
    try ReconciliationBook.write(
      report,
      settings: WorklistSettings(
        asOf: Day(number: 20_757), bank: "样例银行", language: language, masking: masking,
        rowsPerSheet: rowsPerSheet),
      creating: path, temporaryFolder: folder.path)
    let reader = try WorkbookReader(path: path)
    try reader.open(sheet: sheet)
    var row = WorkbookRow()
    var rows: [[Cell]] = []
    while try reader.nextRow(into: &row) {
      rows.append(row.cells.indices.map { Cell(kind: row.kind($0), text: row.text($0)) })
    }
    return rows
  }

  @Test func `sums up every reconciliation, by currency`() throws {
    let rows = try rows("汇总")
    #expect(rows.count == 3)
    #expect(rows[1][0] == Cell(kind: .text, text: "=1+1 内部账户"))
    #expect(rows[1][1...6].map(\.text) == ["10", "8", "2", "0", "0", "3"])
    #expect(rows[1][7...8].map(\.text) == ["CNY", "0.05"])
    // Thousandths have no format of their own: exact digits as text.
    #expect(rows[2].suffix(2).map(\.text) == ["KWD", "1.234"])
    #expect(rows[2].last?.kind == .text)
  }

  @Test func `shows the figures of both sides, the difference and what does not balance`() throws {
    let rows = try rows("差异")
    #expect(rows[0].map(\.text).suffix(4) == ["总账", "分户账", "差额", "可能原因"])
    #expect(rows[1].map(\.text).dropFirst(5) == ["期末余额", "300", "299.95", "0.05", "差额正好是一笔"])
    #expect(rows[1][6].kind == .number && rows[1][2].kind == .text)
    #expect(rows[2][5...7].map(\.text) == ["期初＋借方－贷方－期末", "", "-0.05"])
    // More digits than Excel keeps are text.
    #expect(rows[3][6] == Cell(kind: .text, text: "123456789012345.67"))
  }

  @Test func `adds up what is open by age and lists it, the oldest first`() throws {
    let rows = try rows("未销项")
    let totals = rows.dropFirst().prefix(4).map { $0.map(\.text) }
    #expect(totals.map { $0[2] } == ["0–7 天", "8–30 天", "365 天以上", "合计"])
    #expect(totals.map { $0[4] } == ["1", "1", "1", "3"])
    #expect(totals.map { $0[5] } == ["1", "3", "2", "6"])
    let items = rows.suffix(3)
    #expect(items.map { $0[10].text } == ["400", "8", "3"])
    #expect(items.map { $0[6] }.allSatisfy { $0.kind == .text && $0.text.hasPrefix("+QS") })
  }

  @Test func `speaks English where asked to, and hides what the job hides`() throws {
    #expect(try rows("Open items", language: .en)[1][2].text == "0–7 days")
    let hidden = try rows("差异", masking: Masking([.c2]))
    #expect(hidden[1][6].text == "***" && hidden[1][2].text == "2**4")
    #expect(!hidden[1].contains { $0.text.contains("差额正好") })
    let items = try rows("未销项", masking: Masking([.c2])).suffix(3)
    #expect(items.allSatisfy { $0[5].text == "***" })
    #expect(try rows("差异", masking: Masking([.c3]))[1][6].text == "300")
  }

  @Test func `leaves out what has no room, and says so`() throws {
    let rows = try rows("差异", rowsPerSheet: 3)
    #expect(rows.count == 4 && rows[3][0].text.contains("findings.csv"))
  }
}
