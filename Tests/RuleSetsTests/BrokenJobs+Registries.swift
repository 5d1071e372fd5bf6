import Records

extension BrokenJob {
  /// Wrong kinds and settings of registries.
  static let wrongRegistries: [BrokenJob] = [
    BrokenJob(
      "an unknown registry", .zh,
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
        registries:
          busines: {path: business.xlsx, format: xlsx, asOf: 2026-10-15, columns: {A: credit_code}}

        """#,
      says: #"""
        job.yaml:11:3: 错误：外部登记信息“busines”未说明是哪一类
           11 |   busines: {path: business.xlsx, format: xlsx, asOf: 2026-10-15, columns: {A: credit_code}}
              |   ^^^^^^^
              应为：kind: business、accounts、abnormal、violations、own、list 之一，或以此命名
              相近：business
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "registries of no kind, no priority and no region", .en,
      job: #"""
        version: 1
        language: en
        asOf: 2026-10-31
        sources:
          persons:
            party: person
            path: persons-1.dat
            format: delimited
            delimiter: "|"
            columns: {CUST_NO: customer_key}
        registries:
          gongshang:
            kind: bussiness
            priority: 0
            coverage: {regions: [360, all], only: live}
            path: business.xlsx
            format: xlsx
            asOf: 2026-10-15
            columns: {A: credit_code}
          wanted:
            kind: list
            path: business.xlsx
            format: xlsx
            asOf: 2026-10-15
            columns: {生日: birth_date}

        """#,
      says: #"""
        job.yaml:13:11: error: wrong value "bussiness" of "kind"
           13 |     kind: bussiness
              |           ^^^^^^^^^
              expected: business, accounts, abnormal, violations, own, list
              nearest: business
        job.yaml:14:15: error: "priority" is out of range: 0
           14 |     priority: 0
              |               ^
              expected: a whole number from 1 to 99
        job.yaml:15:26: error: wrong value "360" of "regions"
           15 |     coverage: {regions: [360, all], only: live}
              |                          ^^^
              expected: all, or the first 2, 4 or 6 digits of a division code
        job.yaml:15:43: error: wrong value "live" of "only"
           15 |     coverage: {regions: [360, all], only: live}
              |                                           ^^^^
              expected: active
        job.yaml:25:5: error: no column is mapped to "name" or "document_number" or "credit_code"
           25 |     columns: {生日: birth_date}
              |     ^^^^^^^
              expected: a column to match by
        5 faults; nothing was run

        """#),
  ]
}
