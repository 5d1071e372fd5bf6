import Findings
import Foundation
import TestSupport
import Testing

/// Runs in which accounts are held against their owners, the account system and transactions.
@Suite struct `Accounts in a run` {
  /// A little bank of four files, whose sources stand in the job in any order.
  struct Bank {
    let folder: ScratchFolder
    let accounts = """
      NO|CUST|NAME|KIND|STATE|OPENED|MOVED|BR
      8100000000000001|C1|赣州甲有限公司|基本户|正常|2019-03-05|2026-10-08|A
      8100000000000002|C2|赣州乙有限公司|基本户|正常|2019-03-05|2026-10-08|A
      8100000000000003|C2|赣州乙有限公司|一般户|销户|2019-03-05|2021-10-08|A
      8100000000000004|C3|赣州丙有限公司|基本户|正常|2019-03-05|2026-10-08|A
      8100000000000005|C9|赣州丁有限公司|基本户|正常|2019-03-05|2026-10-08|A

      """

    init() throws {
      folder = try ScratchFolder()
      try write("accounts.txt", accounts)
      try write(
        "organisations.txt",
        """
        CUST|NAME|CODE|LEGAL|LICENCE|PAPER
        C1|赣州甲有限公司|91360702MA35F5H94J|王一|长期|长期
        C2|赣州乙有限公司|91360702MA36T0A18J|王二|长期|长期
        C3|赣州丙有限公司|91360702MA36T0B22N|王三|2020-01-01|长期

        """)
      try write(
        "transactions.txt",
        """
        KEY|OTHER|NAME|BANK
        T1|8100000000000001|赣州甲有限公司|A
        T2|8100000000000077|赣州戊有限公司|A
        T3|||A

        """)
      try write(
        "business.txt",
        """
        CODE|NAME|STATE|LEGAL
        91360702MA35F5H94J|赣州甲有限公司|存续|王一
        91360702MA36T0A18J|赣州乙有限公司|注销|王二
        91360702MA36T0B22N|赣州丙有限公司|存续|王三

        """)
      try write(
        "system.txt",
        """
        NO|NAME|KIND|STATE|OPENED|BR
        8100000000000001|赣州甲有限公司|基本存款账户|正常|2019-03-05|A
        8100000000000099|赣州己有限公司|基本存款账户|正常|2019-03-05|A
        8100000000000002|赣州乙有限公司|基本存款账户|正常|2019-03-05|A
        8100000000000003|赣州乙有限公司|一般存款账户|撤销|2019-03-05|A
        8100000000000004|赣州丙有限公司|基本存款账户|正常|2019-03-05|A

        """)
    }

    func write(_ name: String, _ text: String) throws {
      _ = try folder.write(name, Array(text.utf8))
    }

    private static let sources: [String: (party: String, columns: String)] = [
      "organisations": (
        "organisation",
        "CUST: customer_key, NAME: name, CODE: credit_code, LEGAL: legal_representative,"
          + " LICENCE: licence_expiry_date, PAPER: legal_representative_document_expiry_date"
      ),
      "accounts": (
        "account",
        "NO: account_number, CUST: customer_key, NAME: account_name, KIND: account_nature,"
          + " STATE: account_status, OPENED: opened_date, MOVED: last_movement_date, BR: branch"
      ),
      "transactions": (
        "transaction",
        "KEY: transaction_key, OTHER: counterparty_account, NAME: counterparty_name,"
          + " BANK: counterparty_bank"
      ),
    ]

    private static func source(_ name: String) -> String {
      let (party, columns) = sources[name] ?? ("", "")
      return "  \(name): {party: \(party), path: \(name).txt, format: delimited, delimiter: \"|\","
        + " encoding: UTF-8, columns: {\(columns)}}"
    }

    /// Writes the job with the sources in an order, runs it, and returns every finding as
    /// "rule source row key".
    func run(
      _ order: [String], rules: String = "{select: [ACC, TXN]}", jobs: Int = 2,
      system: Bool = true
    ) throws -> (status: Int32, findings: [String], text: String) {
      let sources = order.map(Self.source).joined(separator: "\n")
      let registry = """
          accounts: {asOf: 2026-10-30, path: system.txt, format: delimited, delimiter: "|",
            encoding: UTF-8, columns: {NO: account_number, NAME: account_name,
            KIND: account_nature, STATE: account_status, OPENED: opened_date, BR: branch}}
        """
      try write(
        "job.yaml",
        """
        version: 1
        asOf: 2026-10-31
        sources:
        \(sources)
        registries:
          business: {asOf: 2026-10-28, path: business.txt, format: delimited, delimiter: "|",
            encoding: UTF-8, columns: {CODE: credit_code, NAME: name, STATE: registry_status,
            LEGAL: legal_representative}}
        \(system ? registry : "")
        rules: \(rules)

        """)
      let result = try Program.run([
        "run", folder.path + "/job.yaml", "--out", folder.path + "/out", "--jobs", String(jobs),
      ])
      guard result.status <= 2 else { return (result.status, [], result.errors) }
      let reader = try FindingsReader(path: folder.path + "/out/findings.csv")
      var found: [String] = []
      while try reader.next() {
        let cells: [FindingColumn] = [.ruleID, .source, .row, .recordKey]
        found.append(cells.map { reader.text($0) }.joined(separator: " "))
      }
      let text = String(decoding: try folder.read("out/findings.csv"), as: UTF8.self)
      return (result.status, found, text)
    }

    func tally(_ rule: String) throws -> [Int] {
      let summary =
        try JSONSerialization.jsonObject(
          with: Data(try folder.read("out/summary.json"))) as? [String: Any]
      let rules = summary?["rules"] as? [[String: Any]] ?? []
      let tally = try #require(rules.first { $0["id"] as? String == rule })
      return ["passed", "failed", "not_applicable", "not_evaluated"].map { tally[$0] as? Int ?? -1 }
    }
  }

  static let all = ["organisations", "accounts", "transactions"]
  static let expected = [
    "ACC008 accounts 3 8100000000000002", "ACC009 accounts 3 8100000000000002",
    "ACC009 accounts 5 8100000000000004", "ACC001 accounts 6 8100000000000005",
    "TXN002 transactions 3 T2", "TXN001 transactions 4 T3", "TXN001 transactions 4 T3",
    "ACC002 accounts 3 8100000000000099",
  ]

  @Test func `are checked behind their owners and before transactions, whatever the job's order`()
    throws
  {
    let bank = try Bank()
    let first = try bank.run(Self.all)
    #expect(first.findings.sorted() == Self.expected.sorted(), "\(first.text)")
    // In the order of the parties; what the registry alone has comes last.
    #expect(first.findings.last == Self.expected.last)
    let keys = first.findings.dropLast().map { $0.contains("transactions") }
    #expect(keys == keys.sorted { !$0 && $1 })
    for order in [
      ["transactions", "accounts", "organisations"], ["accounts", "transactions", "organisations"],
    ] {
      for jobs in [1, 2, 5] {
        #expect(try bank.run(order, jobs: jobs).text == first.text, "\(order) \(jobs)")
      }
    }
  }

  @Test func `count the rows of the account system as records`() throws {
    let bank = try Bank()
    _ = try bank.run(Self.all)
    #expect(try bank.tally("ACC002") == [4, 1, 0, 0])
    #expect(try bank.tally("ACC009") == [1, 2, 1, 1])
    _ = try bank.run(Self.all, system: false)
    // Nobody knows what the system has: every account says so.
    #expect(try bank.tally("ACC002") == [0, 0, 0, 5])
    _ = try bank.run(["organisations"])
    #expect(try bank.tally("ACC002") == [0, 0, 0, 0])
  }

  @Test func `have their owners judged where no rule on organisations is selected`() throws {
    let bank = try Bank()
    let found = try bank.run(Self.all, rules: "{select: [ACC008, ACC009]}").findings
    #expect(found == Self.expected.filter { $0.hasPrefix("ACC008") || $0.hasPrefix("ACC009") })
  }

  @Test func `are not called unknown to the bank where their rows could not be read`() throws {
    let bank = try Bank()
    let lines = bank.accounts.split(separator: "\n")
    // A row of too many cells is rejected; the system's account may be the one in it.
    let broken = lines.dropLast().joined(separator: "\n") + "\n" + lines[5] + "|x|y|z|u|v\n"
    try bank.write("accounts.txt", broken)
    let found = try bank.run(Self.all)
    #expect(!found.findings.contains { $0.hasPrefix("ACC002") }, "\(found.findings)")
    #expect(try bank.tally("ACC002") == [4, 0, 0, 1])
  }

  @Test func `say nothing of an empty or a foreign account system`() throws {
    let bank = try Bank()
    try bank.write("system.txt", "NO|NAME|KIND|STATE|OPENED|BR\n")
    let empty = try bank.run(Self.all)
    #expect(!empty.findings.contains { $0.hasPrefix("ACC001") || $0.hasPrefix("ACC002") })
    try bank.write(
      "system.txt",
      """
      NO|NAME|KIND|STATE|OPENED|BR
      9900000000000001|某某有限公司|基本存款账户|正常|2019-03-05|Z

      """)
    let foreign = try bank.run(Self.all)
    #expect(!foreign.findings.contains { $0.hasPrefix("ACC001") || $0.hasPrefix("ACC002") })
  }

  @Test func `ask rules with a condition only of the rows that meet it`() throws {
    let bank = try Bank()
    let rules = "{select: [ACC002], where: account_name != '赣州己有限公司'}"
    let found = try bank.run(Self.all, rules: rules)
    #expect(found.findings.isEmpty, "\(found.text)")
    #expect(try bank.tally("ACC002") == [4, 0, 1, 0])
  }
}
