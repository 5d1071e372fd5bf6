import Findings
import Records

/// How books agree, for the terminal and for `summary.json`.
enum ReconciliationText {
  /// One row a reconciliation.
  static func table(_ report: ReconciliationReport, in language: Language) -> TextTable {
    let isChinese = language == .zh
    var table = TextTable([.left, .right, .right, .right, .right, .right])
    table.add(
      isChinese ? "核对项目" : "reconciliation", isChinese ? "账目" : "lines",
      isChinese ? "相符" : "equal", isChinese ? "不符" : "different",
      isChinese ? "未核对" : "not evaluated", isChinese ? "未销笔数" : "open entries")
    for book in report.books {
      let numbers = [book.lines, book.equal, book.different, book.notEvaluated, book.open]
      table.add([book.title.shortened(to: 36)] + numbers.map(Figures.count))
    }
    return table
  }

  /// One line a reconciliation.
  static func write(_ report: ReconciliationReport, _ json: inout JSONText) {
    json.array("reconciliations") { json in
      for book in report.books {
        json.line()
        json.object { json in
          json.text("name", book.name)
          json.number("lines", book.lines)
          json.number("equal", book.equal)
          json.number("different", book.different)
          json.number("not_evaluated", book.notEvaluated)
          json.object("differences") { json in
            for (currency, money) in book.differences.sorted(by: { $0.key < $1.key }) {
              json.text(currency, money.description)
            }
          }
          json.number("matched", book.matched)
          json.number("open", book.open)
        }
      }
    }
    json.line()
  }
}
