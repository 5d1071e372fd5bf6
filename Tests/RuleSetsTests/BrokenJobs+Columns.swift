import Records

extension BrokenJob {
  /// Wrong columns and mappings.
  static let wrongColumns: [BrokenJob] = [
    BrokenJob(
      "elements that cannot be", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            columns:
              客户号: customer_key
              性别: sx
              行业: industry_code
              姓名: name
              户名: name

        """#,
      says: #"""
        job.yaml:11:11: 错误：没有数据项“sx”
           11 |       性别: sx
              |       　　  ^^
              应为：个人客户的数据项（mappings/elements.csv）
              相近：sex
        job.yaml:12:11: 错误：个人客户没有数据项“industry_code”（行业代码）
           12 |       行业: industry_code
              |       　　  ^^^^^^^^^^^^^
              应为：个人客户的数据项（mappings/elements.csv）
        job.yaml:14:11: 错误：数据项“name”已由字段“姓名”映射
           14 |       户名: name
              |       　　  ^^^^
        3 处错误，未执行任何检核

        """#),
    BrokenJob(
      "no column with the customer number", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            columns: {姓名: name}
        registries:
          business:
            path: business.xlsx
            format: xlsx
            asOf: 2026-10-15
            columns: {名称: name}

        """#,
      says: #"""
        job.yaml:9:5: 错误：没有字段映射到“customer_key”（客户编号）
            9 |     columns: {姓名: name}
              |     ^^^^^^^
              应为：一个映射到该数据项的字段
        job.yaml:15:5: 错误：没有字段映射到“credit_code”（统一社会信用代码）或“licence_number”（营业执照注册号）
           15 |     columns: {名称: name}
              |     ^^^^^^^
              应为：用于匹配的字段
        2 处错误，未执行任何检核

        """#),
    BrokenJob(
      "no column with the customer number, in English", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            columns: {N: name}
        registries:
          accounts:
            path: business.xlsx
            format: xlsx
            asOf: 2026-10-15
            columns: {N: account_name}

        """#,
      says: #"""
        job.yaml:9:5: error: no column is mapped to "customer_key"
            9 |     columns: {N: name}
              |     ^^^^^^^
              expected: a column that tells which person a record is of
        job.yaml:15:5: error: no column is mapped to "account_number"
           15 |     columns: {N: account_name}
              |     ^^^^^^^
              expected: a column that tells which account a record is of
        2 faults; nothing was run

        """#),
    BrokenJob(
      "translations that cannot be", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            columns:
              A: customer_key
              B: {element: sex, date: dd/MM/yyyy, codeList: EAST_SX}
              C: {element: birth_date, date: ddMMyyyy}
              D: {element: name, codeList: EAST_SEX}
              E: {element: ethnicity, codeList: EAST_SEX, values: [a]}
              F: [phone]
              G: {values: {a: b}}

        """#,
      says: #"""
        job.yaml:11:25: error: "date" goes with dates only; "sex" is none
           11 |       B: {element: sex, date: dd/MM/yyyy, codeList: EAST_SX}
              |                         ^^^^
        job.yaml:11:53: error: code list "EAST_SX" cannot be translated to GBT2261.1
           11 |       B: {element: sex, date: dd/MM/yyyy, codeList: EAST_SX}
              |                                                     ^^^^^^^
              expected: EAST_SEX, SEX_YF300, YBT_SEX
              nearest: EAST_SEX
        job.yaml:12:38: error: wrong value "ddMMyyyy" of "date"
           12 |       C: {element: birth_date, date: ddMMyyyy}
              |                                      ^^^^^^^^
              expected: dd/MM/yyyy, MM/dd/yyyy, yyMMdd
              nearest: dd/MM/yyyy
        job.yaml:13:26: error: "codeList" goes with coded elements only; "name" has no code list
           13 |       D: {element: name, codeList: EAST_SEX}
              |                          ^^^^^^^^
        job.yaml:14:41: error: code list "EAST_SEX" cannot be translated to GBT3304
           14 |       E: {element: ethnicity, codeList: EAST_SEX, values: [a]}
              |                                         ^^^^^^^^
              expected: values, one by one
        job.yaml:14:59: error: "values" is a list
           14 |       E: {element: ethnicity, codeList: EAST_SEX, values: [a]}
              |                                                           ^
              expected: a section of keys and values
        job.yaml:15:10: error: "F" is a list
           15 |       F: [phone]
              |          ^
              expected: an element, or {element: NAME, …}
        job.yaml:16:7: error: missing key "element"
           16 |       G: {values: {a: b}}
              |       ^
        8 faults; nothing was run

        """#),
    BrokenJob(
      "both or neither of mapping and columns", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            mapping: core-persons
            columns: {A: customer_key}
          more:
            party: person
            path: persons-2.dat
            format: xlsx

        """#,
      says: #"""
        job.yaml:9:5: error: "mapping" does not go together with "columns"
            9 |     mapping: core-persons
              |     ^^^^^^^
        job.yaml:11:3: error: missing key "columns"
           11 |   more:
              |   ^^^^
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a mapping that is not there", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            mapping: core-person
          more: {party: person, path: persons-2.dat, format: xlsx, mapping: maps/x.yaml}

        """#,
      says: #"""
        job.yaml:9:14: error: no mapping "core-person"
            9 |     mapping: core-person
              |              ^^^^^^^^^^^
              expected: a name in mappings/sources, or the path of a YAML file
              nearest: core-persons
        job.yaml:10:69: error: no file "maps/x.yaml"
           10 |   more: {party: person, path: persons-2.dat, format: xlsx, mapping: maps/x.yaml}
              |                                                                     ^^^^^^^^^^^
              expected: a name in mappings/sources, or the path of a YAML file
        2 faults; nothing was run

        """#),
    BrokenJob(
      "a mapping with faults of its own", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: ","
            mapping: broken

        """#,
      says: #"""
        own/sources/broken.yaml:3:7: 错误：没有数据项“sexx”
            3 |   性别: sexx
              |   　　  ^^^^
              应为：个人客户的数据项（mappings/elements.csv）
              相近：sex
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a mapping of another party", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons:
            party: organisation
            path: data/orgs.csv
            format: xlsx
            mapping: core-persons

        """#,
      says: #"""
        job.yaml:8:14: error: "core-persons" maps records of another kind
            8 |     mapping: core-persons
              |              ^^^^^^^^^^^^
        1 fault; nothing was run

        """#),
  ]
}
