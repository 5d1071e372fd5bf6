import Records

extension BrokenJob {
  /// Wrong files and formats.
  static let wrongSources: [BrokenJob] = [
    BrokenJob(
      "files that are not there", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
            format: delimited
            delimiter: ","
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:6:12: error: no file "person-1.dat"
            6 |     path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
              |            ^^^^^^^^^^^^
              nearest: persons-1.dat
        job.yaml:6:26: error: no file "persons-?.data"
            6 |     path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
              |                          ^^^^^^^^^^^^^^^^
              nearest: persons-1.dat
        job.yaml:6:44: error: no folder "nowhere"
            6 |     path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
              |                                            ^^^^^^^^^^^^^
        job.yaml:6:59: error: no file "data"
            6 |     path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
              |                                                           ^^^^
        job.yaml:6:65: error: "d*/orgs.csv": * and ? may stand in the name of the file only
            6 |     path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
              |                                                                 ^^^^^^^^^^^^^
        job.yaml:6:95: error: "persons-1.dat" stands twice in "path"
            6 |     path: [person-1.dat, "persons-?.data", nowhere/a.dat, data, "d*/orgs.csv", persons-1.dat, "persons-*.dat"]
              |                                                                                               ^^^^^^^^^^^^^^^
        6 faults; nothing was run

        """#),
    BrokenJob(
      "a path that is empty or a list of lists", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: ""
            format: xlsx
            columns: {A: customer_key}
        registries:
          business:
            path: [[a]]
            format: xlsx
            asOf: 2026-10-15
            columns: {统一社会信用代码: credit_code}

        """#,
      says: #"""
        job.yaml:6:11: error: "path" has no value
            6 |     path: ""
              |           ^^
              expected: a single value or a list
        job.yaml:11:12: error: "path" is a list
           11 |     path: [[a]]
              |            ^
              expected: a single value
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a control file that is not there", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            control: counts.ok
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:9:14: 错误：没有文件“counts.ok”
            9 |     control: counts.ok
              |              ^^^^^^^^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "delimiters that cannot be", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "123456789"
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:8:16: error: wrong value "123456789" of "delimiter"
            8 |     delimiter: "123456789"
              |                ^^^^^^^^^^^
              expected: 1 to 8 bytes without line end or quote
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a delimiter of nothing", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ""
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:8:16: error: wrong value "" of "delimiter"
            8 |     delimiter: ""
              |                ^^
              expected: 1 to 8 bytes without line end or quote
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a delimiter with the quote in it", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ',"'
            quoting: doubled
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:8:16: error: wrong value ","" of "delimiter"
            8 |     delimiter: ',"'
              |                ^^^^
              expected: 1 to 8 bytes without line end or quote
        1 fault; nothing was run

        """#),
    BrokenJob(
      "quotes that do not go together", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            quoting: backslash
            quote: "”"
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:10:5: error: "quote" does not go together with "quoting: backslash"
           10 |     quote: "”"
              |     ^^^^^
              nearest: quoting: doubled
        job.yaml:10:12: error: wrong value "”" of "quote"
           10 |     quote: "”"
              |            ^^^
              expected: one ASCII character such as '"'
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a header and names", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            header: true
            names: [A, B, A]
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:10:5: error: "names" does not go together with "header: true"
           10 |     names: [A, B, A]
              |     ^^^^^
        job.yaml:10:19: error: "A" stands twice in "names"
           10 |     names: [A, B, A]
              |                   ^
        2 faults; nothing was run

        """#),
    BrokenJob(
      "no header and no names", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            header: false
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:4:3: 错误：缺少配置项“names”
            4 |   persons:
              |   ^^^^^^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "keys of another format", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: xlsx
            delimiter: ","
            encoding: GBK
            record: /A
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:8:5: error: format xlsx has no key "delimiter"
            8 |     delimiter: ","
              |     ^^^^^^^^^
              expected: format delimited
        job.yaml:9:5: error: format xlsx has no key "encoding"
            9 |     encoding: GBK
              |     ^^^^^^^^
              expected: format delimited or fixed
        job.yaml:10:5: error: format xlsx has no key "record"
           10 |     record: /A
              |     ^^^^^^
              expected: format xml
        3 faults; nothing was run

        """#),
    BrokenJob(
      "what each format needs", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: fixed
            columns: {A: customer_key}
        registries:
          business: {path: system.xml, format: xml, asOf: 2026-10-15, columns: {A: name}}
          accounts: {path: system.xml, format: delimited, asOf: 2026-10-15, columns: {A: name}}

        """#,
      says: #"""
        job.yaml:4:3: error: missing key "fields"
            4 |   persons:
              |   ^^^^^^^
        job.yaml:10:3: error: missing key "record"
           10 |   business: {path: system.xml, format: xml, asOf: 2026-10-15, columns: {A: name}}
              |   ^^^^^^^^
        job.yaml:10:63: error: no column is mapped to "credit_code" or "licence_number"
           10 |   business: {path: system.xml, format: xml, asOf: 2026-10-15, columns: {A: name}}
              |                                                               ^^^^^^^
              expected: a column to match by
        job.yaml:11:3: error: missing key "delimiter"
           11 |   accounts: {path: system.xml, format: delimited, asOf: 2026-10-15, columns: {A: name}}
              |   ^^^^^^^^
        job.yaml:11:82: error: element "name" is not of a record of kind account
           11 |   accounts: {path: system.xml, format: delimited, asOf: 2026-10-15, columns: {A: name}}
              |                                                                                  ^^^^
              expected: an element of kind account (mappings/elements.csv)
        5 faults; nothing was run

        """#),
    BrokenJob(
      "numbers that cannot be", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: fixed
            linesBefore: -1
            linesAfter: two
            fields:
              - {name: A, start: 0, length: 3}
              - {name: B, start: 1}
              - {name: A, start: 1, length: 2.5}
              - C
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:8:18: error: "linesBefore" is out of range: -1
            8 |     linesBefore: -1
              |                  ^^
              expected: a whole number from 0 to 10000
        job.yaml:9:17: error: wrong value "two" of "linesAfter"
            9 |     linesAfter: two
              |                 ^^^
              expected: a whole number from 0 to 10000
        job.yaml:11:26: error: "start" is out of range: 0
           11 |       - {name: A, start: 0, length: 3}
              |                          ^
              expected: a whole number from 1 to 1000000
        job.yaml:12:9: error: missing key "length"
           12 |       - {name: B, start: 1}
              |         ^
        job.yaml:13:37: error: wrong value "2.5" of "length"
           13 |       - {name: A, start: 1, length: 2.5}
              |                                     ^^^
              expected: a whole number from 1 to 1000000
        job.yaml:14:9: error: "fields" is a single value
           14 |       - C
              |         ^
              expected: a section of keys and values
        6 faults; nothing was run

        """#),
    BrokenJob(
      "a field twice and an unknown column", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: fixed
            fields: [{name: CUST_NO, start: 1, length: 3}, {name: CUST_NO, start: 4, length: 3}]
            columns: {CUSTNO: customer_key}

        """#,
      says: #"""
        job.yaml:8:59: error: "CUST_NO" stands twice in "fields"
            8 |     fields: [{name: CUST_NO, start: 1, length: 3}, {name: CUST_NO, start: 4, length: 3}]
              |                                                           ^^^^^^^
        job.yaml:9:15: error: the file has no column "CUSTNO"
            9 |     columns: {CUSTNO: customer_key}
              |               ^^^^^^
              nearest: CUST_NO
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a record path that is none", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: xml
            record: ROWS/ROW
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:8:13: 错误：“record”的值“ROWS/ROW”不正确
            8 |     record: ROWS/ROW
              |             ^^^^^^^^
              应为：记录的路径，如 /ROWS/ROW
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "an encoding that is none", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            encoding: GB18003
            columns: {A: customer_key}

        """#,
      says: #"""
        job.yaml:9:15: error: wrong value "GB18003" of "encoding"
            9 |     encoding: GB18003
              |               ^^^^^^^
              expected: UTF-8, GB18030, GBK, GB2312, UTF-16, UTF-16LE, UTF-16BE, auto
              nearest: GB18030
        1 fault; nothing was run

        """#),
    BrokenJob(
      "an output folder that is a file", .zh,
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
        output: {folder: accounts.dat}

        """#,
      says: #"""
        job.yaml:10:18: 错误：“accounts.dat”不是文件夹
           10 | output: {folder: accounts.dat}
              |                  ^^^^^^^^^^^^
        1 处错误，未执行任何检核

        """#),
  ]
}
