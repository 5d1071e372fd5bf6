import Records
import References
import Registries
import TestSupport
import Testing

@Suite struct `The account system` {
  static func registry(_ rows: [[DataElement: String]]) throws -> AccountRegistry {
    let batch = RecordBatch(party: .account, records: rows)
    let index = RegistryIndex(
      name: "accounts", asOf: exampleDay,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
    return AccountRegistry(index, try AccountWords(from: Repository.mappings))
  }

  @Test(arguments: [
    ("8100 0000 0001", true), ("8100-0000-0001", true), ("８１００００００ ０００１", true),
    ("810000000001", true), ("810000000002", false), ("81000000001", false), ("", false),
    ("810000000001账", false), (String(repeating: "8", count: 300), false),
  ])
  func `finds a number however it is written`(number: String, isFound: Bool) throws {
    let registry = try Self.registry([[.accountNumber: "810000000001"]])
    let place = registry.place(number.utf8.span)
    #expect((place != nil) == isFound)
  }

  @Test func `takes the open one of several records of a number`() throws {
    func row(_ status: String, _ name: String) -> [DataElement: String] {
      [.accountNumber: "1234567890", .accountStatus: status, .accountName: name]
    }
    for (rows, expected) in [
      ([row("正常", "a"), row("撤销", "b")], "a"), ([row("撤销", "a"), row("正常", "b")], "b"),
      ([row("撤销", "a"), row("撤销", "b")], "b"), ([row("正常", "a"), row("正常", "b")], "b"),
    ] {
      let registry = try Self.registry(rows)
      let found = registry.place("1234567890".utf8.span)
      let place = try #require(found)
      #expect(String(registry.records[place][.accountName]) == expected, "\(rows)")
    }
  }

  @Test func `counts the open basic accounts of an owner, each once`() throws {
    func row(_ number: String, _ nature: String, _ status: String, _ code: String)
      -> [DataElement: String]
    {
      [
        .accountNumber: number, .accountNature: nature, .accountStatus: status, .creditCode: code,
      ]
    }
    let one = "91360702MA35F5H94J"
    let registry = try Self.registry([
      row("1000000001", "基本户", "正常", one), row("1000000002", "jiben", "normal", one.lowercased()),
      row("1000000001", "基本户", "正常", one), row("1000000003", "jiben", "撤销", one),
      row("1000000004", "一般户", "正常", one), row("1000000005", "jiben", "正常", ""),
    ])
    let counts = (0..<6).map { registry.basicAccounts($0) }
    #expect(counts == [2, 2, 2, 0, 0, 0])
  }

  @Test func `covers what it has any account of`() throws {
    let registry = try Self.registry([
      [.accountNumber: "1", .accountNature: "非预算单位专用存款账户", .branch: "A"]
    ])
    #expect(registry.covers(.nonBudget) && registry.covers(.anyDedicated))
    #expect(!registry.covers(.basic) && !registry.covers(.budget))
    let covered = ["a", "", "B"].map { registry.covers(branch: $0.utf8.span) }
    #expect(covered == [true, true, false])
  }

  @Test func `covers no accounts older than its own, but for one in a thousand`() throws {
    let few = try Self.registry([
      [.accountNumber: "1", .openedDate: "2019-03-05"],
      [.accountNumber: "2", .openedDate: "20210101"], [.accountNumber: "3", .openedDate: ""],
    ])
    let days = ["2019-03-04", "2019-03-05", "2030-01-01"].map { few.covers(openedOn: Day($0)!) }
    #expect(days == [false, true, true])
    let old: [[DataElement: String]] = [[.accountNumber: "0", .openedDate: "1999-01-01"]]
    let new = (1...1000).map { number -> [DataElement: String] in
      [.accountNumber: String(number), .openedDate: "2026-10-01"]
    }
    let many = try Self.registry(old + new)
    #expect(!many.covers(openedOn: Day("2026-09-30")!) && many.covers(openedOn: Day("2026-10-01")!))
    #expect(try Self.registry([[.accountNumber: "1"]]).covers(openedOn: Day("1999-01-01")!))
  }

  @Test(arguments: [
    ("正常", AccountStatus.normal), ("normal", .normal), ("久悬", .suspended), ("撤销（销户）", .closed),
    ("撤销(销户)", .closed), ("已 销户", .closed), ("止付", .normal), ("睡眠户", .dormant), ("未激活", .pending),
  ])
  func `has words for the status`(word: String, status: AccountStatus) throws {
    let found = try AccountWords(from: Repository.mappings).status(word.utf8.span)
    #expect(found == status)
  }

  @Test(arguments: ["", "Q7", "正常销户", "不知道", "jiben"])
  func `knows no other words`(word: String) throws {
    let found = try AccountWords(from: Repository.mappings).status(word.utf8.span)
    #expect(found == nil)
  }

  @Test func `has natures that agree with themselves and their groups alone`() {
    for one in AccountNature.allCases {
      for other in AccountNature.allCases {
        #expect(one.agrees(with: other) == other.agrees(with: one))
      }
      #expect(one.agrees(with: one))
    }
    #expect(AccountNature.budget.agrees(with: .anyDedicated))
    #expect(!AccountNature.budget.agrees(with: .nonBudget))
    #expect(!AccountNature.anyDedicated.agrees(with: .anyTemporary))
    #expect(!AccountNature.basic.agrees(with: .general))
    #expect(AccountStatus.dormant.agrees(with: .suspended))
    #expect(!AccountStatus.normal.agrees(with: .suspended))
  }
}
