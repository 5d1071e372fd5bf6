import Extracts
import Findings
import Foundation
import Records
import Registries
import TestSupport
import Testing
import Validators

@testable import RuleSets

@Suite struct `A job without faults` {
  let folder: JobFolder

  init() throws { folder = try JobFolder() }

  /// Every key of a job, but for `ledger`, which is not in this version.
  static let full = #"""
    version: 1
    asOf: 2026-10-31
    language: en
    mappings: own
    sources:
      个人客户:
        party: person
        path: ["persons-?.dat", persons-1*0.dat, 个人客户.dat]
        format: delimited
        delimiter: "|+|"
        quoting: doubled
        quote: "'"
        header: false
        names: [CUST_NO, SEX, OPEN_DT, ID_TP, 姓名]
        linesBefore: 1
        linesAfter: 2
        trailingDelimiter: true
        encoding: gbk
        nulls: ["N/A", NULL, ""]
        trim: false
        control: ok
        columns:
          CUST_NO: customer_key
          SEX: {element: sex, values: {男: 1, 女: "2"}}
          OPEN_DT: {element: opened_date, date: dd/MM/yyyy}
          ID_TP: {element: document_type, codeList: EAST_ID_TYPE, values: {护照: X}}
      orgs:
        party: organisation
        path: data/orgs.csv
        format: delimited
        delimiter: "\t"
        quoting: backslash
        control: counts.ctl
        columns: {编号: customer_key, 规模: {element: enterprise_size, codeList: ENT_SIZE_STAT}}
      accounts:
        party: account
        path: accounts.dat
        format: fixed
        linesAfter: 1
        encoding: UTF-16
        fields: [{name: ACCT_NO, start: 1, length: 20}, {name: BAL, start: 21, length: 16}]
        columns: {ACCT_NO: account_number, BAL: balance}
      core:
        party: person
        path: persons-2.dat
        format: xlsx
        sheet: 客户
        headerRow: 3
        mapping: core-persons
      flows:
        party: transaction
        path: system.xml
        format: xml
        record: /ROWS/ROW
        columns: {"@id": transaction_key, ACCT/NO: account_number}
    registries:
      business:
        path: business.xlsx
        format: xlsx
        asOf: 2026-10-15
        coverage: {regions: [36, "4403"], only: active}
        columns: {统一社会信用代码: credit_code}
      vendor:
        kind: business
        priority: 2
        path: business.xlsx
        format: xlsx
        asOf: 2026-10-19
        columns: {统一社会信用代码: credit_code}
      wanted:
        kind: list
        path: business.xlsx
        format: xlsx
        asOf: 2026-10-20
        columns: {姓名: name, 证件号: document_number, 生日: birth_date}
      accounts:
        path: system.xml
        format: xml
        record: /A/B
        asOf: 2026-10-16
        columns: {NO: account_number}
      abnormal:
        path: business.xlsx
        format: xlsx
        asOf: 2026-10-17
        columns: {统一社会信用代码: credit_code, 移出日期: delisted_date}
      violations:
        path: business.xlsx
        format: xlsx
        asOf: 2026-10-18
        columns: {注册号: licence_number}
    reconciliations:
      internal:
        title: 内部账户
        general: {path: data/orgs.csv, format: delimited, delimiter: ",", balances: credit,
          columns: {KM: subject_code, YE: closing_balance, JG: branch}}
        sub: {path: accounts.dat, format: xlsx, control: counts.ctl,
          columns: {ZH: account_number, KM: subject_code, FX: balance_direction, JG: branch,
            QC: opening_balance, JF: debit_total, DF: credit_total, QM: closing_balance}}
        details: {path: system.xml, format: xml, record: /A/B,
          columns: {ZH: account_number, JE: amount, JD: direction}}
        tolerance: 0.05
      register:
        register: {path: accounts.dat, format: xlsx, columns: {BH: register_key, JE: amount}}
        postings: {path: accounts.dat, format: xlsx, columns: {BH: register_key, JE: amount}}
        match: {days: 5, key: register_key, many: false}
    rules:
      where: present(customer_key)
      set: strict
      select: [ind, occ001, identity-document-expires-soon]
      ignore: [OCC001]
      severity: {industry-code-superseded: notice}
      parameters: {IDN010: {days: 60}, ADR002: {words: [无, 1]}}
      editions: {gbt4754: 2017}
      align: industry_code
    own: {addresses: [江西省赣州市章贡区文清路42号], phones: [0797-8123000, 95599]}
    output: {folder: results/十月, mask: [C2, c3]}
    worklists: {deadline: 2026-11-30, maskNames: true, contact: 总行数据治理办公室, bank: 样例银行}
    thresholds: {failOn: blocking, rejects: 0.01, registryLoss: 0.25, rules: {IND003: 2%}, dimensions: {completeness: 10}}
    memory: 512
    """#

  /// What must be there and nothing else.
  static let least = #"""
    version: 1
    asOf: 2026-10-31
    sources:
      persons:
        party: person
        path: persons-1.dat
        format: delimited
        delimiter: \u0001
        columns: {CUST_NO: customer_key}
    """#

  private func load(_ text: String) throws -> Job { try folder.load(text).get() }

  @Test func `says which books have to agree`() throws {
    let job = try load(Self.full)
    #expect(job.reconciliations.map(\.name) == ["internal", "register"])
    let ledgers = try #require(job.reconciliations.first)
    #expect(ledgers.title == "内部账户" && ledgers.tolerance == 500)
    #expect(ledgers.sides.map(\.side) == [.general, .sub, .details])
    #expect(ledgers.sides.map(\.isDebit) == [false, true, true])
    #expect(ledgers.side(.sub)?.extract.name == "internal.sub")
    #expect(ledgers.side(.sub)?.extract.control != nil)
    #expect(ledgers.relations.count == 2)
    let register = try #require(job.reconciliations.last)
    #expect(register.title == "register" && register.tolerance == 0)
    #expect(register.match == Reconciliation.Match(days: 5, key: .registerKey, many: false))
    #expect(try load(Self.least).reconciliations.isEmpty)
  }

  @Test func `matches by the register's number where both sides have it`() throws {
    let books = """

      reconciliations:
        r:
          register: {path: accounts.dat, format: xlsx, columns: {BH: register_key, JE: amount}}
          postings: {path: accounts.dat, format: xlsx, columns: {NO: transaction_key, JE: amount}}
        s:
          register: {path: accounts.dat, format: xlsx, columns: {BH: register_key, JE: amount}}
          postings: {path: accounts.dat, format: xlsx, columns: {BH: register_key, JE: amount}}
      """
    let job = try load(Self.least + books)
    #expect(job.reconciliations.map(\.match.key) == [nil, .registerKey])
    #expect(job.reconciliations.map(\.match.days) == [3, 3])
  }

  @Test func `says what is read`() throws {
    let job = try load(Self.full)
    #expect(job.asOf == Day(year: 2026, month: 10, day: 31))
    #expect(job.language == .en)
    #expect(job.sources.map(\.name) == ["个人客户", "orgs", "accounts", "core", "flows"])
    let parties: [Party] = [.person, .organisation, .account, .person, .transaction]
    #expect(job.sources.map(\.party) == parties)
    #expect(
      job.sources.map { $0.paths.map { $0.replacing(folder.path + "/", with: "") } } == [
        ["persons-1.dat", "persons-2.dat", "persons-10.dat", "个人客户.dat"], ["data/orgs.csv"],
        ["accounts.dat"], ["persons-2.dat"], ["system.xml"],
      ])
    let encodings: [TextEncoding?] = [.gb18030, nil, .utf16LittleEndian, nil, nil]
    #expect(job.sources.map(\.encoding) == encodings)
    let controls: [ControlFile.Expectation?] = [
      .ending("ok"), .path(folder.path + "/counts.ctl"), nil, nil, nil,
    ]
    #expect(job.sources.map(\.control) == controls)
    #expect(job.sources[0].cellRules.nulls == ["N/A", "NULL", ""])
    #expect(!job.sources[0].cellRules.trims)
  }

  @Test func `says how each format is cut`() throws {
    let job = try load(Self.full)
    var delimited = DelimitedFormat(delimiter: "|+|")
    delimited.quoting = .doubled(quote: UInt8(ascii: "'"))
    delimited.titles = ["CUST_NO", "SEX", "OPEN_DT", "ID_TP", "姓名"]
    delimited.linesBefore = 1
    delimited.linesAfter = 2
    delimited.trailingDelimiter = true
    var tabs = DelimitedFormat(delimiter: "\t")
    tabs.quoting = .backslash
    var fixed = FixedWidthFormat(fields: [
      FixedWidthFormat.Field(title: "ACCT_NO", start: 1, length: 20),
      FixedWidthFormat.Field(title: "BAL", start: 21, length: 16),
    ])
    fixed.linesAfter = 1
    var workbook = WorkbookFormat()
    workbook.sheet = "客户"
    workbook.headerRow = 3
    #expect(
      job.sources.map(\.format) == [
        .delimited(delimited), .delimited(tabs), .fixedWidth(fixed), .workbook(workbook),
        .xml(XMLFormat(record: "/ROWS/ROW")),
      ])
  }

  @Test func `says what the columns mean`() throws {
    let job = try load(Self.full)
    let columns = job.sources[0].mappings
    #expect(
      columns.prefix(3) == [
        ColumnMapping(column: "CUST_NO", element: .customerKey),
        ColumnMapping(column: "SEX", element: .sex, values: ["男": "1", "女": "2"]),
        ColumnMapping(column: "OPEN_DT", element: .openedDate, dateForm: .dayMonthYear),
      ])
    #expect(columns[3].values["居民身份证"] == "1010")
    #expect(columns[3].values["护照"] == "X", "the job's own values go first")
    #expect(
      job.sources[3].mappings == [
        ColumnMapping(column: "CUST_NO", element: .customerKey),
        ColumnMapping(column: "CUST_NM", element: .name),
      ])
    #expect(job.sources[4].mappings.map(\.column) == ["@id", "ACCT/NO"])
    #expect(
      job.registries.map(\.name) == [
        "business", "vendor", "wanted", "accounts", "abnormal", "violations",
      ])
    #expect(
      job.registries.map(\.kind) == [
        .business, .business, .list, .accounts, .abnormal, .violations,
      ])
    #expect(
      job.registries.map(\.extract.party) == [
        .organisation, .organisation, .organisation, .account, .organisation, .organisation,
      ])
    #expect(
      job.registries.map { "\($0.asOf)" } == [
        "2026-10-15", "2026-10-19", "2026-10-20", "2026-10-16", "2026-10-17", "2026-10-18",
      ])
    #expect(job.registries.map(\.priority) == [1, 2, 1, 1, 1, 1])
    #expect(
      job.registries[0].coverage == RegistryCoverage(regions: ["36", "4403"], activeOnly: true))
    #expect(job.registries[1].coverage == nil)
  }

  @Test func `says where the results go and when a run fails`() throws {
    let job = try load(Self.full)
    #expect(
      job.output
        == OutputSettings(folder: folder.path + "/results/十月", masking: Masking([.c2, .c3])))
    #expect(
      job.worklists
        == WorklistSettings(
          deadline: Day(year: 2026, month: 11, day: 30), masksNames: true, contact: "总行数据治理办公室",
          bank: "样例银行"))
    #expect(job.thresholds == Thresholds(failOn: .blocking, rejects: 0.01, registryLoss: 0.25))
    #expect(
      job.own
        == BankOwn(addresses: ["江西省赣州市章贡区文清路42号"], phones: ["0797-8123000", "95599"]))
  }

  @Test func `has its defaults in the place of what it does not say`() throws {
    let job = try load(Self.least)
    #expect(job.language == .zh)
    #expect(job.registries.isEmpty)
    #expect(job.output == OutputSettings(folder: folder.path + "/out", masking: Masking()))
    #expect(job.worklists == nil)
    #expect(job.own == BankOwn())
    #expect(job.thresholds == Thresholds(failOn: .error, rejects: 1))
    #expect(job.sources[0].format == .delimited(DelimitedFormat(delimiter: "\u{01}")))
    #expect(job.sources[0].cellRules == CellRules())
    #expect(job.sources[0].encoding == nil)
    #expect(job.rules.name == "standard")
    #expect(
      job.rules.rules.map(\.rule.id) == [
        "ADR002", "CTC009", "IDN010", "IND003", "IND005", "OCC001", "OCC003",
      ], "all but the removed one")
    #expect(job.rules.rules.allSatisfy { $0.severity == $0.rule.severity })
    #expect(job.rules.parameters.isEmpty)
  }

  @Test func `between them use every key that there is`() {
    var seen: Set<String> = []
    func collect(_ node: SettingsNode) {
      switch node.content {
      case .word: break
      case .list(let items): items.forEach(collect)
      case .section(let entries):
        for entry in entries {
          seen.insert(entry.key)
          collect(entry.value)
        }
      }
    }
    for text in [Self.full, Self.least] {
      SettingsFile(file: "job.yaml", bytes: Array(text.utf8)).root.map(collect)
    }
    let sets = [
      JobKeys.job, JobKeys.source, JobKeys.registry, JobKeys.coverage, JobKeys.field,
      JobKeys.column, JobKeys.rules,
      JobKeys.own, JobKeys.output, JobKeys.worklists, JobKeys.thresholds,
    ]
    #expect(Set(sets.flatMap(\.all)).subtracting(seen) == ["ledger"])
  }

  @Test func `may be named in any way that leads to it`() throws {
    let old = FileManager.default.currentDirectoryPath
    let job = try Job.load(
      path: folder.path + "/data/../job.yaml", text: Array(Self.least.utf8),
      mappings: folder.mappings, catalogue: JobFolder.catalogue
    ).get()
    #expect(job.sources[0].paths == [folder.path + "/data/../persons-1.dat"])
    #expect(job.output.folder == folder.path + "/out")
    #expect(FileFinder(jobFile: "job.yaml").path("a.dat") == "a.dat")
    #expect(FileFinder(jobFile: "jobs/m.yaml").path("a.dat") == "jobs/a.dat")
    #expect(FileFinder(jobFile: "jobs/m.yaml").absolutePath("../out") == old + "/out")
  }

  @Test func `may begin with a byte order mark and end lines with CRLF`() throws {
    let text = "\u{FEFF}" + Self.full.replacing("\n", with: "\r\n")
    #expect(try load(text).sources.map(\.paths) == load(Self.full).sources.map(\.paths))
  }
}
