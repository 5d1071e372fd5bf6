import Records

extension BrokenJob {
  /// Files that are broken as YAML.
  static let brokenYAML: [BrokenJob] = [
    BrokenJob(
      "an empty file", .en,
      job: "",
      says: #"""
        job.yaml:1:1: error: missing key "version"
        job.yaml:1:1: error: missing key "asOf"
        job.yaml:1:1: error: missing key "sources"
        3 faults; nothing was run

        """#),
    BrokenJob(
      "an empty file, in Chinese", .zh,
      job: #"""
        # 空

        """#,
      says: #"""
        job.yaml:1:1: 错误：缺少配置项“version”
            1 | # 空
              | ^
        job.yaml:1:1: 错误：缺少配置项“asOf”
            1 | # 空
              | ^
        job.yaml:1:1: 错误：缺少配置项“sources”
            1 | # 空
              | ^
        3 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a file that is a list", .en,
      job: #"""
        - a
        - b

        """#,
      says: #"""
        job.yaml:1:1: error: "job.yaml" is a list
            1 | - a
              | ^
              expected: a section of keys and values
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a key twice, with faults on either side", .en,
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
        language: fr
        output: {folder: out}
        language: en
        worklists: {deadline: soon}

        """#,
      says: #"""
        job.yaml:10:11: error: wrong value "fr" of "language"
           10 | language: fr
              |           ^^
              expected: zh, en
        job.yaml:12:1: error: key "language" stands twice; first on line 10
           12 | language: en
              | ^^^^^^^^
        job.yaml:13:23: error: wrong value "soon" of "deadline"
           13 | worklists: {deadline: soon}
              |                       ^^^^
              expected: a date such as 2026-10-31
        3 faults; nothing was run

        """#),
    BrokenJob(
      "a key three times, in a column list, behind Chinese text", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            columns: {客户号: customer_key, 姓名: name, 姓名: sex, "姓名": birth_date}

        """#,
      says: #"""
        job.yaml:9:44: 错误：配置项“姓名”重复，首次出现在第 9 行
            9 |     columns: {客户号: customer_key, 姓名: name, 姓名: sex, "姓名": birth_date}
              |               　　　                　　        ^^^^
        job.yaml:9:53: 错误：配置项“姓名”重复，首次出现在第 9 行
            9 |     columns: {客户号: customer_key, 姓名: name, 姓名: sex, "姓名": birth_date}
              |               　　　                　　        　　       ^^^^^^
        2 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a tab for indentation", .en,
      job: #"""
        version: 1
        sources:
        \#tpersons: {}

        """#,
      says: #"""
        job.yaml:3:1: error: YAML: a tab where blanks must stand
            3 | \#tpersons: {}
              | ^
              expected: blanks
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a value that needs quotes", .zh,
      job: #"""
        version: 1
        路径: @N

        """#,
      says: #"""
        job.yaml:2:5: 错误：YAML：以“@”开头的值须加引号
            2 | 路径: @N
              | 　　  ^^
              应为：给该值加上引号
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a star without quotes", .en,
      job: #"""
        sources: {a: {path: *.csv}}

        """#,
      says: #"""
        job.yaml:1:22: error: YAML: a value that begins with * needs quotes
            1 | sources: {a: {path: *.csv}}
              |                      ^^^^
              expected: quotes around the value
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a colon too many", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31: x

        """#,
      says: #"""
        job.yaml:2:17: error: YAML: no colon may stand here (wrong indentation, or a value that needs quotes)
            2 | asOf: 2026-10-31: x
              |                 ^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a missing colon", .zh,
      job: #"""
        version: 1
        asOf 2026
        language: zh

        """#,
      says: #"""
        job.yaml:2:1: 错误：YAML：此处应为“配置项: 值”（缩进或冒号有误）
            2 | asOf 2026
              | ^^^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a bracket that is not closed", .en,
      job: #"""
        rules: {select: [IND, OCC
        version: 1

        """#,
      says: #"""
        job.yaml:1:17: error: YAML: a bracket is not closed, or a comma is missing
            1 | rules: {select: [IND, OCC
              |                 ^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a quote that is not closed", .zh,
      job: #"""
        contact: "总行
        version: 1

        """#,
      says: #"""
        job.yaml:1:10: 错误：YAML：引号未闭合
            1 | contact: "总行
              |          ^^^^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a backslash in quotes", .en,
      job: #"""
        a: "C:\data"

        """#,
      says: #"""
        job.yaml:1:7: error: YAML: a backslash in double quotes that means nothing
            1 | a: "C:\data"
              |       ^^^^^^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "wrong indentation", .en,
      job: #"""
        version: 1
          asOf: 2026-10-31

        """#,
      says: #"""
        job.yaml:2:7: error: YAML: no colon may stand here (wrong indentation, or a value that needs quotes)
            2 |   asOf: 2026-10-31
              |       ^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "an item where none may be", .en,
      job: #"""
        sources:
          - a
          b: c

        """#,
      says: #"""
        job.yaml:3:3: error: YAML: an item with "- " should stand here (wrong indentation)
            3 |   b: c
              |   ^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "two documents", .en,
      job: #"""
        version: 1
        ---
        version: 1

        """#,
      says: #"""
        job.yaml:2:1: error: YAML: more than one document in the file
            2 | ---
              | ^^^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "an anchor and its alias", .zh,
      job: #"""
        a: &x [1]
        b: [*x, *x]

        """#,
      says: #"""
        job.yaml:2:5: 错误：不支持 YAML 锚点和别名（& 与 *）
            2 | b: [*x, *x]
              |     ^^
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "an anchor and a tag", .en,
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
        output: &o {folder: !!str out}

        """#,
      says: #"""
        job.yaml:10:9: error: anchors and aliases (& and *) are not allowed
           10 | output: &o {folder: !!str out}
              |         ^^
        job.yaml:10:21: error: tags (!) are not allowed
           10 | output: &o {folder: !!str out}
              |                     ^^^^^^^^^
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a key that is no word", .en,
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
        ? [a, b]
        : c

        """#,
      says: #"""
        job.yaml:10:3: error: a key that is no word
           10 | ? [a, b]
              |   ^
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a control character", .zh,
      job: #"""
        version: 1
        语言: \#u{07}

        """#,
      says: #"""
        job.yaml:2:5: 错误：文件中有控制字符
            2 | 语言: �
              | 　　  ^
        1 处错误，未执行任何检核

        """#),
  ]
}
