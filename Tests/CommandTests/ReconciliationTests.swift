import Findings
import Foundation
import Records
import TestSupport
import Testing

/// Books in a folder of their own, with a job that compares them.
private struct BookFolder {
  let folder: ScratchFolder
  var out: String { folder.path + "/out" }

  init() throws {
    folder = try ScratchFolder()
    _ = try folder.write("persons.txt", Array("NO|NAME\nC1|王小明\n".utf8))
  }

  func write(_ name: String, _ lines: [String]) throws {
    _ = try folder.write(name, Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// Runs the job with a section of reconciliations.
  @discardableResult func run(
    _ books: String, rules: String = "[TXN]", more: String = "", _ arguments: [String] = []
  ) throws -> Program.Result {
    let job = """
      version: 1
      asOf: 2026-10-31
      sources:
        persons: {party: person, path: persons.txt, format: delimited, delimiter: "|",
          columns: {NO: customer_key, NAME: name}}
      reconciliations:
      \(books)
      rules: {select: \(rules)}
      output: {folder: out}
      \(more)

      """
    _ = try folder.write("job.yaml", Array(job.utf8))
    return try Program.run(["run", folder.path + "/job.yaml"] + arguments)
  }

  /// Cells of the findings by column, in their order.
  func findings(_ columns: FindingColumn...) throws -> [[String]] {
    let reader = try FindingsReader(path: out + "/findings.csv")
    var rows: [[String]] = []
    while try reader.next() { rows.append(columns.map { reader.text($0) }) }
    return rows
  }

  func json(_ name: String) throws -> [String: Any] {
    let bytes = Data(try folder.read("out/" + name))
    return try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// Passed, failed, not applicable, not evaluated of a rule.
  func counts(_ rule: String) throws -> [Int] {
    let rules = try json("summary.json")["rules"] as? [[String: Any]] ?? []
    let tally = try #require(rules.first { $0["id"] as? String == rule })
    return ["passed", "failed", "not_applicable", "not_evaluated"].map { tally[$0] as? Int ?? -1 }
  }

  static let ledgers = """
      ledgers:
        sub: {path: "sub*.txt", format: delimited, delimiter: "|", balances: credit,
          columns: {ACCT: account_number, CCY: currency, DT: book_date, OPEN: opening_balance,
            DR: debit_total, CR: credit_total, CLOSE: closing_balance, ORG: branch}}
        details: {path: "details*.txt", format: delimited, delimiter: "|",
          columns: {NO: transaction_key, ACCT: account_number, CCY: currency,
            DT: transaction_date, DC: direction, AMT: amount}}
    """
  static let subHeader = "ACCT|CCY|DT|OPEN|DR|CR|CLOSE|ORG"
  static let detailHeader = "NO|ACCT|CCY|DT|DC|AMT"

  static let register = """
      register:
        register: {path: register.txt, format: delimited, delimiter: "|",
          columns: {REG: register_key, DT: transaction_date, AMT: amount, ORG: branch}}
        postings: {path: "postings*.txt", format: delimited, delimiter: "|",
          columns: {NO: transaction_key, REG: register_key, DT: transaction_date, AMT: amount,
            ORG: branch}}
    """
}

@Suite struct `Books that a job compares` {
  @Test func `are told to the cent, with the entries that explain a difference`() throws {
    let books = try BookFolder()
    try books.write(
      "sub.txt",
      [
        BookFolder.subHeader, "1|CNY|2026-10-31|100.00|30.00|50.00|120.00|B1",
        "2|CNY|2026-10-31|0.00|0.00|7.00|7.00|B1", "3|JPY|2026-10-31|0|10|0|-10|B2",
        "4|KWD|2026-10-31|0.000|0.000|1.234|1.234|B2",
        "5|CNY|2026-10-31|1.00|0.00|0.00|1.01|B2",
      ])
    try books.write(
      "details.txt",
      [
        BookFolder.detailHeader, "T1|1|CNY|2026-10-31|借|30.00", "T2|1|CNY|2026-10-31|贷|50.00",
        "T3|1|CNY|2026-10-31|贷|7.00", "T4|3|JPY|2026-10-31|借|10",
        "T5|4|KWD|2026-10-31|贷|1.235",
      ])
    let result = try books.run(BookFolder.ledgers)
    #expect(result.status == 1, "\(result.errors)")
    let found = try books.findings(.recordKey, .branch, .element, .value, .expected)
    #expect(
      found == [
        ["1/CNY/2026-10-31", "B1", "credit_total", "50.00", "57.00"],
        ["2/CNY/2026-10-31", "B1", "credit_total", "7.00", "0.00"],
        ["4/KWD/2026-10-31", "B2", "credit_total", "1.234", "1.235"],
        ["5/CNY/2026-10-31", "B2", "closing_balance", "-1.01", ""],
      ])
    let evidence = try books.findings(.evidence).map { $0[0] }
    #expect(evidence[0].contains("差额正好是明细账的 1 笔：T3 贷方发生额 7.00"))
    #expect(evidence[1].contains("T3 贷方发生额 7.00 (1/CNY/2026-10-31)"))
    #expect(evidence[2].contains("贷方发生额 -0.001"))
    #expect(evidence[3].contains("期初余额加借方减贷方与期末余额相差 0.01"))
    #expect(try books.counts("TXN003") == [1, 4, 0, 0])
    #expect(FileManager.default.fileExists(atPath: books.out + "/reconciliation.xlsx"))
    let outputs = try books.json("manifest.json")["outputs"] as? [[String: Any]] ?? []
    #expect(outputs.contains { $0["path"] as? String == "reconciliation.xlsx" })
  }

  @Test func `explain a subject and the one above it by the same account`() throws {
    let books = try BookFolder()
    try books.write(
      "general.txt", ["KM|YE", "26|3.00", "2624|3.00"])
    try books.write(
      "sub.txt", ["ACCT|KM|YE", "A1|2624|1.00", "A2|2624|2.00", "A3|2624|4.00"])
    let section = """
        subjects:
          general: {path: general.txt, format: delimited, delimiter: "|", balances: credit,
            columns: {KM: subject_code, YE: closing_balance}}
          sub: {path: sub.txt, format: delimited, delimiter: "|", balances: credit,
            columns: {ACCT: account_number, KM: subject_code, YE: closing_balance}}
      """
    #expect(try books.run(section).status == 1)
    let found = try books.findings(.recordKey, .value, .expected, .evidence)
    #expect(found.map { $0[0] } == ["26/CNY/2026-10-31", "2624/CNY/2026-10-31"])
    for row in found {
      #expect(row[1...2] == ["-3.00", "-7.00"])
      #expect(row[3].contains("差额正好是分户账的 1 笔：A3 期末余额 贷 4.00"), "\(row[3])")
    }
  }

  /// A random sub-ledger and its entries, some of them wrong.
  private func made(seed: UInt64) -> (sub: [String], details: [String]) {
    var random = SeededGenerator(seed: seed)
    var (sub, details): ([String], [String]) = ([], [])
    for account in 0..<40 {
      for day in 29...31 {
        var sums = [0, 0]
        for entry in 0..<Int.random(in: 0...20, using: &random) {
          let amount = Int.random(in: -500...99_999, using: &random)
          let side = Int.random(in: 0...1, using: &random)
          sums[side] += amount
          let sign = amount < 0 ? "-" : ""
          let cents = amount.magnitude % 100
          details.append(
            "T\(account)-\(day)-\(entry)|\(account)|CNY|2026-10-\(day)|\(side == 0 ? "D" : "C")|"
              + "\(sign)\(amount.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)")
        }
        if Int.random(in: 0..<10, using: &random) == 0 { sums[1] += 1 }
        let texts = sums.map { sum in
          "\(sum < 0 ? "-" : "")\(sum.magnitude / 100).\(sum.magnitude % 100 < 10 ? "0" : "")\(sum.magnitude % 100)"
        }
        sub.append("\(account)|CNY|2026-10-\(day)|0|\(texts[0])|\(texts[1])||B")
      }
    }
    return (sub, details)
  }

  @Test func `come out the same in any order, in several files and on any number of cores`() throws
  {
    // Without balances: they are not what this is about.
    let section = BookFolder.ledgers.replacing("CLOSE: closing_balance, ", with: "")
      .replacing("OPEN: opening_balance,", with: "")
    let columns: [FindingColumn] = [.recordKey, .element, .value, .expected, .evidence]
    func findings(_ books: BookFolder) throws -> [[String]] {
      try books.findings(columns[0], columns[1], columns[2], columns[3], columns[4])
    }
    let (sub, details) = made(seed: 3)
    let whole = try BookFolder()
    try whole.write("sub.txt", [BookFolder.subHeader] + sub)
    try whole.write("details.txt", [BookFolder.detailHeader] + details)
    #expect(try whole.run(section).status == 1)
    let first = try findings(whole)
    #expect(first.count > 4 && first.count < 40)
    var random = SeededGenerator(seed: 4)
    for parts in [1, 3] {
      let split = try BookFolder()
      try split.write("sub.txt", [BookFolder.subHeader] + sub.shuffled(using: &random))
      let shuffled = details.shuffled(using: &random)
      let size = (shuffled.count + parts - 1) / parts
      for part in 0..<parts {
        try split.write(
          "details-\(part).txt",
          [BookFolder.detailHeader] + shuffled.dropFirst(part * size).prefix(size))
      }
      #expect(try split.run(section).status == 1)
      #expect(try findings(split) == first, "\(parts) files")
    }
    let one = try whole.folder.read("out/reconciliation.xlsx")
    for jobs in ["1", "5"] {
      try whole.run(section, ["--jobs", jobs])
      #expect(try findings(whole) == first, "\(jobs) cores")
      #expect(try whole.folder.read("out/reconciliation.xlsx") == one, "\(jobs) cores")
    }
  }

  @Test func `account for every row, and for what cannot be read`() throws {
    let books = try BookFolder()
    try books.write(
      "sub.txt", [BookFolder.subHeader, "1|CNY|2026-10-31|0|0|5.00|5.00|B1"])
    try books.write(
      "details.txt",
      [
        BookFolder.detailHeader, "T1|1|CNY|2026-10-31|贷|5.OO", "broken|row",
        "T2||CNY|2026-10-31|贷|5.00", "T3|1|CNY|2026-10-32|贷|5.00",
      ])
    let result = try books.run(BookFolder.ledgers)
    #expect(result.status == 2, "\(result.errors)")
    #expect(try books.findings(.ruleID).isEmpty)
    // The line itself, and two rows that belong to none.
    #expect(try books.counts("TXN003") == [0, 0, 0, 3])
    let inputs = try books.json("manifest.json")["books"] as? [[String: Any]] ?? []
    #expect(inputs.map { $0["source"] as? String } == ["ledgers.sub", "ledgers.details"])
    #expect(inputs.map { $0["rowsRead"] as? Int } == [1, 4])
    #expect(inputs.map { $0["rowsChecked"] as? Int } == [1, 3])
    #expect(inputs.map { $0["rowsRejected"] as? Int } == [0, 1])
    let rejects = String(decoding: try books.folder.read("out/rejects.csv"), as: UTF8.self)
    #expect(rejects.contains("ledgers.details,3,"))
    // More unreadable rows than the job allows refuse it.
    let refused = try books.run(BookFolder.ledgers, more: "thresholds: {rejects: 0.1}")
    #expect(refused.status == 65 && refused.errors.contains("ledgers.details"))
  }

  @Test func `are not evaluated where a side is empty`() throws {
    let books = try BookFolder()
    try books.write("sub.txt", [BookFolder.subHeader, "1|CNY|2026-10-31|0|0|5.00|5.00|B1"])
    try books.write("details.txt", [BookFolder.detailHeader])
    let result = try books.run(BookFolder.ledgers)
    #expect(result.status == 2 && result.output.contains("另一侧账簿没有当日数据"))
    #expect(!result.output.contains("registries"))
    #expect(try books.counts("TXN003") == [0, 0, 0, 1])
    try books.write("sub.txt", [BookFolder.subHeader])
    #expect(try books.run(BookFolder.ledgers).status == 0)
    #expect(try books.counts("TXN003") == [0, 0, 0, 0])
  }

  @Test func `obey the rule set`() throws {
    let books = try BookFolder()
    try books.write("sub.txt", [BookFolder.subHeader, "1|CNY|2026-10-31|0|0|5.00|5.00|B1"])
    try books.write(
      "details.txt", [BookFolder.detailHeader, "T1|1|CNY|2026-10-31|贷|5.01"])
    #expect(try books.run(BookFolder.ledgers, rules: "[IDN014]").status == 0)
    #expect(try books.findings(.ruleID).isEmpty)
    #expect(
      try books.run(
        BookFolder.ledgers, rules: "[TXN003], severity: {TXN003: notice}"
      ).status == 0)
    #expect(try books.findings(.ruleID, .severity) == [["TXN003", "notice"]])
    #expect(
      try books.run(
        BookFolder.ledgers, more: "thresholds: {rules: {TXN003: 1}}"
      ).status == 0)
    #expect(
      try books.run(
        BookFolder.ledgers.replacing("  ledgers:", with: "  ledgers:\n    tolerance: 0.01")
      ).status == 0)
    #expect(try books.counts("TXN003") == [1, 0, 0, 0])
  }

  @Test func `are put on the branches' lists, in English where asked to`() throws {
    let books = try BookFolder()
    try books.write("sub.txt", [BookFolder.subHeader, "1|CNY|2026-10-31|0|0|5.00|5.00|B1"])
    try books.write(
      "details.txt", [BookFolder.detailHeader, "T1|1|CNY|2026-10-31|贷|5.01"])
    #expect(try books.run(BookFolder.ledgers, more: "worklists: {}\nlanguage: en").status == 1)
    #expect(FileManager.default.fileExists(atPath: books.out + "/worklists/B1.xlsx"))
    let evidence = try books.findings(.evidence)[0][0]
    #expect(evidence.contains("sub-ledger less details: credits -0.01"))
    #expect(!evidence.contains("：") && !evidence.contains("账"))
  }
}

@Suite struct `A register that a job compares` {
  private func filled() throws -> BookFolder {
    let books = try BookFolder()
    try books.write(
      "register.txt",
      [
        "REG|DT|AMT|ORG", "R1|2026-10-01|100.00|B1", "R2|2026-10-01|200.00|B1",
        "R3|2026-09-01|300.00|B2", "R4|2026-10-30|400.00|B2", "R5|2026-10-05|-5.00|B2",
        "R6|2026-10-05|6.O0|B2",
      ])
    try books.write(
      "postings.txt",
      [
        "NO|REG|DT|AMT|ORG", "P1|R1|2026-10-02|60.00|B1", "P2|R1|2026-10-03|40.00|B1",
        "P3|R2|2026-10-01|200.01|B1", "P5|R5|2026-10-05|-5.00|B2", "P9||2026-10-05|9.00|B9",
      ])
    return books
  }

  @Test func `shows what is open, how old it is and by how much it differs`() throws {
    let books = try filled()
    #expect(try books.run(BookFolder.register).status == 2)
    let found = try books.findings(.ruleID, .recordKey, .branch, .value, .expected)
    #expect(
      found.sorted { $0[1] < $1[1] } == [
        ["TXN005", "P3", "B1", "200.01", "200.00"], ["TXN005", "P9", "B9", "9.00", ""],
        ["TXN004", "R2", "B1", "200.00", "200.01"], ["TXN004", "R3", "B2", "300.00", ""],
      ])
    let evidence = try books.findings(.recordKey, .evidence)
    #expect(evidence.contains { $0[0] == "R3" && $0[1].contains("账龄 60 天") })
    #expect(evidence.contains { $0[0] == "R2" && $0[1].contains("相差 -0.01") })
    // R4 is a day old: it may still be posted. R6 cannot be read.
    #expect(try books.counts("TXN004") == [2, 2, 1, 1])
    #expect(try books.counts("TXN005") == [3, 2, 0, 0])
    let books2 = try books.json("manifest.json")["reconciliations"] as? [[String: Any]] ?? []
    #expect(books2.first?["open"] as? Int == 5 && books2.first?["matched"] as? Int == 5)
    let summary = try books.json("summary.json")["reconciliations"] as? [[String: Any]] ?? []
    #expect(summary.first?["open"] as? Int == 5)
  }

  @Test func `finds the same where its entries go to the disk`() throws {
    var random = SeededGenerator(seed: 8)
    let books = try BookFolder()
    var register = ["REG|DT|AMT|ORG"]
    var postings: [String] = []
    for number in 0..<80_000 {
      let amount = Int.random(in: 1...99_999, using: &random)
      register.append("R\(number)|2026-10-01|\(amount).00|B")
      if number % 1000 != 7 { postings.append("P\(number)|R\(number)|2026-10-02|\(amount).00|B") }
    }
    try books.write("register.txt", register)
    try books.write("postings.txt", ["NO|REG|DT|AMT|ORG"] + postings.shuffled(using: &random))
    let result = try books.run(BookFolder.register)
    #expect(result.status == 1, "\(result.errors)")
    let first = try books.findings(.recordKey, .row)
    #expect(first.count == 80)
    #expect(try books.run(BookFolder.register, more: "memory: 1").status == 1)
    #expect(try books.findings(.recordKey, .row) == first)
  }
}
