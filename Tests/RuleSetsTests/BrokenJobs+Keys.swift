import Records

extension BrokenJob {
  /// Wrong keys and values.
  static let wrongKeys: [BrokenJob] = [
    BrokenJob(
      "several faults at once, in Chinese", .zh,
      job: #"""
        version: 2
        asOf: 2026年10月
        language: zh
        sources:
          个人客户:
            party: 个人
            path: [persons-*.dat, 缺失-*.dat]
            format: delimted
            columns: {客户号: customer_key}
        rules:
          select: [IND03, 职业]
          severity: {IND005: 提示}
        treshold: {failOn: error}
        output: {mask: [C4]}

        """#,
      says: #"""
        job.yaml:1:10: 错误：“version”的值“2”不正确
            1 | version: 2
              |          ^
              应为：1
        job.yaml:2:7: 错误：“asOf”的值“2026年10月”不正确
            2 | asOf: 2026年10月
              |       ^^^^^^^^^^
              应为：日期，如 2026-10-31
        job.yaml:6:12: 错误：“party”的值“个人”不正确
            6 |     party: 个人
              |            ^^^^
              应为：person、organisation、account、transaction
        job.yaml:7:27: 错误：没有文件“缺失-*.dat”
            7 |     path: [persons-*.dat, 缺失-*.dat]
              |                           ^^^^^^^^^^
        job.yaml:8:13: 错误：“format”的值“delimted”不正确
            8 |     format: delimted
              |             ^^^^^^^^
              应为：delimited、fixed、xlsx、xml
              相近：delimited
        job.yaml:11:12: 错误：没有检核规则“IND03”
           11 |   select: [IND03, 职业]
              |            ^^^^^
              应为：规则类别、编号或名称（hedui rules list）
              相近：IND003 industry-code-superseded
        job.yaml:11:19: 错误：没有检核规则“职业”
           11 |   select: [IND03, 职业]
              |                   ^^^^
              应为：规则类别、编号或名称（hedui rules list）
        job.yaml:12:22: 错误：“IND005”的值“提示”不正确
           12 |   severity: {IND005: 提示}
              |                      ^^^^
              应为：notice、error、blocking
        job.yaml:13:1: 错误：未知的配置项“treshold”
           13 | treshold: {failOn: error}
              | ^^^^^^^^
              相近：thresholds
        job.yaml:14:17: 错误：“mask”的值“C4”不正确
           14 | output: {mask: [C4]}
              |                 ^^
              应为：C1、C2、C3
        10 处错误，未执行任何检核

        """#),
    BrokenJob(
      "several faults at once, in English", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        rules:
          select:
            - IND003
            - IND03
        treshold: {}

        """#,
      says: #"""
        job.yaml:13:7: error: no rule "IND03"
           13 |     - IND03
              |       ^^^^^
              expected: family, id or name of a rule (hedui rules list)
              nearest: IND003 industry-code-superseded
        job.yaml:14:1: error: unknown key "treshold"
           14 | treshold: {}
              | ^^^^^^^^
              nearest: thresholds
        2 faults; nothing was run

        """#),
    BrokenJob(
      "telephones of the bank that nobody can call", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        own: {adresses: [], phones: [0797-8123000, 8123000]}

        """#,
      says: #"""
        job.yaml:10:7: error: unknown key "adresses"
           10 | own: {adresses: [], phones: [0797-8123000, 8123000]}
              |       ^^^^^^^^
              nearest: addresses
        job.yaml:10:44: error: wrong value "8123000" of "phones"
           10 | own: {adresses: [], phones: [0797-8123000, 8123000]}
              |                                            ^^^^^^^
              expected: a number with its area code, a mobile or a service number, such as 0797-8123456
        2 faults; nothing was run

        """#),
    BrokenJob(
      "keys with no value", .en,
      job: #"""
        version: 1
        asOf:
        sources:
        rules: ~
        output:
          folder:

        """#,
      says: #"""
        job.yaml:2:1: error: "asOf" has no value
            2 | asOf:
              | ^^^^
              expected: a date such as 2026-10-31
        job.yaml:3:1: error: "sources" has no value
            3 | sources:
              | ^^^^^^^
              expected: a section of keys and values
        job.yaml:4:1: error: "rules" has no value
            4 | rules: ~
              | ^^^^^
              expected: a section of keys and values
        job.yaml:6:3: error: "folder" has no value
            6 |   folder:
              |   ^^^^^^
              expected: a single value
        4 faults; nothing was run

        """#),
    BrokenJob(
      "keys of the wrong shape", .en,
      job: #"""
        version: [1]
        asOf: {day: 1}
        sources: [a]
        rules: all
        output: {folder: [a], mask: {a: 1}}

        """#,
      says: #"""
        job.yaml:1:10: error: "version" is a list
            1 | version: [1]
              |          ^
              expected: 1
        job.yaml:2:7: error: "asOf" is a section of keys
            2 | asOf: {day: 1}
              |       ^
              expected: a date such as 2026-10-31
        job.yaml:3:10: error: "sources" is a list
            3 | sources: [a]
              |          ^
              expected: a section of keys and values
        job.yaml:4:8: error: "rules" is a single value
            4 | rules: all
              |        ^^^
              expected: a section of keys and values
        job.yaml:5:18: error: "folder" is a list
            5 | output: {folder: [a], mask: {a: 1}}
              |                  ^
              expected: a single value
        job.yaml:5:29: error: "mask" is a section of keys
            5 | output: {folder: [a], mask: {a: 1}}
              |                             ^
              expected: a list such as [A, B]
        6 faults; nothing was run

        """#),
    BrokenJob(
      "unknown keys everywhere", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            prty: person
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            columns:
              A: customer_key
              B: {element: sex, value: {男: "1"}}
        rules: {sets: standard}
        output: {foldr: x}
        worklists: {deadlines: 2026-11-30}
        thresholds: {reject: 0.1}
        registries:
          business: {pathh: x}

        """#,
      says: #"""
        job.yaml:5:5: error: unknown key "prty"
            5 |     prty: person
              |     ^^^^
              nearest: party
        job.yaml:12:25: error: unknown key "value"
           12 |       B: {element: sex, value: {男: "1"}}
              |                         ^^^^^
              nearest: values
        job.yaml:13:9: error: unknown key "sets"
           13 | rules: {sets: standard}
              |         ^^^^
              nearest: set
        job.yaml:14:10: error: unknown key "foldr"
           14 | output: {foldr: x}
              |          ^^^^^
              nearest: folder
        job.yaml:15:13: error: unknown key "deadlines"
           15 | worklists: {deadlines: 2026-11-30}
              |             ^^^^^^^^^
              nearest: deadline
        job.yaml:16:14: error: unknown key "reject"
           16 | thresholds: {reject: 0.1}
              |              ^^^^^^
              nearest: rejects
        job.yaml:18:3: error: missing key "path"
           18 |   business: {pathh: x}
              |   ^^^^^^^^
        job.yaml:18:3: error: missing key "format"
           18 |   business: {pathh: x}
              |   ^^^^^^^^
        job.yaml:18:3: error: missing key "asOf"
           18 |   business: {pathh: x}
              |   ^^^^^^^^
        job.yaml:18:3: error: missing key "columns"
           18 |   business: {pathh: x}
              |   ^^^^^^^^
        job.yaml:18:14: error: unknown key "pathh"
           18 |   business: {pathh: x}
              |              ^^^^^
              nearest: path
        11 faults; nothing was run

        """#),
    BrokenJob(
      "the ledger", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        ledger: {path: ledger.sqlite}

        """#,
      says: #"""
        job.yaml:10:1: 错误：本版本尚不支持“ledger”
           10 | ledger: {path: ledger.sqlite}
              | ^^^^^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "dates that are none", .en,
      job: #"""
        version: 1
        asOf: 2026/10/31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        worklists: {deadline: 2026-02-30}

        """#,
      says: #"""
        job.yaml:2:7: error: wrong value "2026/10/31" of "asOf"
            2 | asOf: 2026/10/31
              |       ^^^^^^^^^^
              expected: a date such as 2026-10-31
              nearest: 2026-10-31
        job.yaml:10:23: error: wrong value "2026-02-30" of "deadline"
           10 | worklists: {deadline: 2026-02-30}
              |                       ^^^^^^^^^^
              expected: a date such as 2026-10-31
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a deadline before the data", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        worklists: {deadline: 2026-10-30}

        """#,
      says: #"""
        job.yaml:10:23: 错误：反馈期限早于数据日期 2026-10-31
           10 | worklists: {deadline: 2026-10-30}
              |                       ^^^^^^^^^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "words that are not of the list", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: persn
            path: persons-1.dat
            format: delimeted
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        language: ch
        thresholds: {failOn: fatal, rejects: 1.5}
        output: {mask: C4}
        worklists: {maskNames: 是}

        """#,
      says: #"""
        job.yaml:5:12: error: wrong value "persn" of "party"
            5 |     party: persn
              |            ^^^^^
              expected: person, organisation, account, transaction
              nearest: person
        job.yaml:7:13: error: wrong value "delimeted" of "format"
            7 |     format: delimeted
              |             ^^^^^^^^^
              expected: delimited, fixed, xlsx, xml
              nearest: delimited
        job.yaml:10:11: error: wrong value "ch" of "language"
           10 | language: ch
              |           ^^
              expected: zh, en
        job.yaml:11:22: error: wrong value "fatal" of "failOn"
           11 | thresholds: {failOn: fatal, rejects: 1.5}
              |                      ^^^^^
              expected: notice, error, blocking
        job.yaml:11:38: error: "rejects" is out of range: 1.5
           11 | thresholds: {failOn: fatal, rejects: 1.5}
              |                                      ^^^
              expected: a share from 0 to 1, such as 0.01
        job.yaml:12:16: error: wrong value "C4" of "mask"
           12 | output: {mask: C4}
              |                ^^
              expected: C1, C2, C3
        job.yaml:13:24: error: wrong value "是" of "maskNames"
           13 | worklists: {maskNames: 是}
              |                        ^^
              expected: true or false
              nearest: true
        7 faults; nothing was run

        """#),
    BrokenJob(
      "a share in words", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        thresholds: {rejects: 1%}

        """#,
      says: #"""
        job.yaml:10:23: 错误：“rejects”的值“1%”不正确
           10 | thresholds: {rejects: 1%}
              |                       ^^
              应为：0 至 1 的小数，如 0.01
        1 处错误，未执行任何检核

        """#),
  ]
}
