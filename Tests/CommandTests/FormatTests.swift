import Extracts
import Foundation
import Records
import TestSupport
import Testing
import Worklists

/// The same persons in every format that extracts come in.
struct EveryFormat {
  let folder: ScratchFolder
  private let titles: [String]
  private let rows: [[String]]
  /// Columns of the job: bank column and element, in the order of the file.
  private let columns = [
    ("CUST_NO", "customer_key"), ("CUST_NM", "name"), ("BRTH_DT", "birth_date"),
    ("CERT_TYP_CD", "document_type"), ("CERT_NO", "document_number"),
    ("CERT_EXPD_DT", "document_expiry_date"), ("OCPN_CD", "occupation_code"),
    ("OCPN_DESC", "occupation_text"), ("WORK_UNIT_NM", "employer"), ("HOME_ADDR", "address"),
    ("RGN_CD", "region_code"), ("POST_CD", "postcode"), ("MOBL_NO", "phone"),
    ("EMAIL_ADDR", "email"), ("OPEN_DT", "opened_date"), ("BLNG_ORG_NO", "branch"),
    ("CUST_MGR_NO", "owner"),
  ]

  /// Takes the first persons of the sample.
  init(persons: Int) throws {
    folder = try ScratchFolder()
    let table = try RawTable(path: Repository.root + "/sample-data/persons.dat.gz")
    var rows: [[String]] = []
    try table.eachRow { row in
      // A form feed or the like cannot stand in XML: such a row would differ for that alone.
      if !row.joined().unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0xFFFD }) {
        rows.append(row)
      }
      return rows.count < persons
    }
    let wanted = columns.compactMap { table.titles.firstIndex(of: $0.0) }
    titles = wanted.map { table.titles[$0] }
    self.rows = rows.map { row in wanted.map { row[$0] } }
  }

  /// Writes the file of a format; returns what the job says of it.
  func write(_ format: String) throws -> String {
    let lines = [titles] + rows
    switch format {
    case "gb18030":
      let text = lines.map { $0.joined(separator: "|+|") + "\n" }.joined()
      _ = try folder.write(
        format, try #require(Iconv.convert(Array(text.utf8), from: "UTF-8", to: "GB18030")))
      return "format: delimited, delimiter: \"|+|\", encoding: GB18030"
    case "csv":
      let text = lines.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
      }.joined()
      _ = try folder.write(format, Array(("\u{FEFF}" + text).utf8))
      return "format: delimited, delimiter: \",\", quoting: doubled, encoding: UTF-8"
    case "fixed":
      var bytes: [UInt8] = []
      for row in rows {
        for cell in row {
          let text = try #require(Iconv.convert(Array(cell.utf8), from: "UTF-8", to: "GB18030"))
          #expect(text.count <= 200)
          bytes += text + [UInt8](repeating: 0x20, count: 200 - text.count)
        }
        bytes.append(0x0A)
      }
      _ = try folder.write(format, bytes)
      let fields = titles.enumerated().map {
        "{name: \($0.element), start: \($0.offset * 200 + 1), length: 200}"
      }
      return "format: fixed, encoding: GB18030, fields: [\(fields.joined(separator: ", "))]"
    case "xlsx":
      let book = try WorkbookWriter(
        creating: folder.path + "/xlsx",
        properties: .init(title: "客户", created: 0))
      let sheet = try book.addSheet("客户")
      for (number, row) in lines.enumerated() {
        for (column, cell) in row.enumerated() where !cell.isEmpty {
          try sheet.write(cell, row: number, column: column, style: .text)
        }
      }
      try book.finish()
      return "format: xlsx"
    default:
      func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      }
      let body = rows.map { row in
        "<ROW>" + zip(titles, row).map { "<\($0)>\(escaped($1))</\($0)>" }.joined() + "</ROW>\n"
      }.joined()
      let text = "<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<ROWS>\n\(body)</ROWS>\n"
      _ = try folder.write(
        format, try #require(Iconv.convert(Array(text.utf8), from: "UTF-8", to: "GB18030")))
      return "format: xml, record: /ROWS/ROW"
    }
  }

  /// Runs the job on the file of a format; every finding without the line it stands on.
  func findings(_ format: String) throws -> [String] {
    let settings = try write(format)
    let columns = self.columns.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    let job = """
      version: 1
      asOf: 2026-10-31
      sources:
        persons: {party: person, path: \(format), \(settings), columns: {\(columns)}}
      output: {folder: out-\(format)}

      """
    _ = try folder.write("job-\(format).yaml", Array(job.utf8))
    let result = try Program.run(["run", folder.path + "/job-\(format).yaml"])
    #expect([1, 2].contains(result.status), "\(format): \(result.errors)")
    let text = String(decoding: try folder.read("out-\(format)/findings.csv"), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.contains(",DUP") }.map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).dropLast()
        .joined(separator: ",")
    }
  }
}

@Suite struct `Every input format` {
  @Test func `gives the same findings for the same persons`() throws {
    let bank = try EveryFormat(persons: 1_500)
    let expected = try bank.findings("gb18030")
    #expect(expected.count > 80)
    for format in ["csv", "fixed", "xlsx", "xml"] {
      let found = try bank.findings(format)
      #expect(found.count == expected.count, "\(format)")
      for (a, b) in zip(found, expected) where a != b {
        Issue.record("\(format): \(a)\nnot \(b)")
        break
      }
    }
  }
}
