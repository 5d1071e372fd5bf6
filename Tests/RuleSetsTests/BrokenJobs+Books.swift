import Records

extension BrokenJob {
  /// Wrong books.
  static let wrongBooks: [BrokenJob] = [
    BrokenJob(
      "too few books, and books that cannot be told apart", .en,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons: {party: person, path: persons-1.dat, format: xlsx, columns: {NO: customer_key}}
        reconciliations:
          first:
            titel: x
            general: {path: business.xlsx, format: xlsx, columns: {A: subject_code, B: closing_balance}}
            tolerance: -1
            match: {days: 3}
          second:
            general: {path: business.xlsx, format: xlsx, balance: debit, columns: {A: subject_code, B: closing_debit_balance}}
            sub: {path: accounts.dat, format: xlsx, balances: left, columns: {A: account_number, B: closing_balance}}
          third:
            sub: {path: business.xlsx, format: xlsx, columns: {A: account_number, B: closing_debit_balance}}
            details: {path: business.xlsx, format: xlsx, columns: {A: account_number, B: amount}}
          fourth: []

        """#,
      says: #"""
        job.yaml:6:3: error: nothing to compare in "first": two of general, sub and details are needed, or register and postings
            6 |   first:
              |   ^^^^^
              expected: general, sub, details, register, postings
        job.yaml:7:5: error: unknown key "titel"
            7 |     titel: x
              |     ^^^^^
              nearest: title
        job.yaml:8:5: error: general: it cannot be told whether balances are debit or credit
            8 |     general: {path: business.xlsx, format: xlsx, columns: {A: subject_code, B: closing_balance}}
              |     ^^^^^^^
              expected: a column mapped to balance_direction, or balances: debit or credit
        job.yaml:9:16: error: wrong value "-1" of "tolerance"
            9 |     tolerance: -1
              |                ^^
              expected: an amount of 0 or more, such as 0.05
        job.yaml:10:5: error: missing key "register"
           10 |     match: {days: 3}
              |     ^^^^^
        job.yaml:11:3: error: general and sub have neither account nor subject in common
           11 |   second:
              |   ^^^^^^
              expected: account_number on both sides, or subject_code on both
        job.yaml:12:50: error: unknown key "balance"
           12 |     general: {path: business.xlsx, format: xlsx, balance: debit, columns: {A: subject_code, B: closing_debit_balance}}
              |                                                  ^^^^^^^
              nearest: balances
        job.yaml:13:55: error: wrong value "left" of "balances"
           13 |     sub: {path: accounts.dat, format: xlsx, balances: left, columns: {A: account_number, B: closing_balance}}
              |                                                       ^^^^
              expected: debit, credit
        job.yaml:14:3: error: sub and details have no figure that could be compared
           14 |   third:
              |   ^^^^^
              expected: closing balances or debits and credits on both sides
        job.yaml:16:5: error: details: debit or credit cannot be told
           16 |     details: {path: business.xlsx, format: xlsx, columns: {A: account_number, B: amount}}
              |     ^^^^^^^
              expected: a column mapped to direction, or to debit_total and credit_total
        job.yaml:17:11: error: "fourth" is a list
           17 |   fourth: []
              |           ^
              expected: a section of keys and values
        11 faults; nothing was run

        """#),
    BrokenJob(
      "a register without what it is held against", .zh,
      job: #"""
        version: 1
        asOf: 2026-10-31
        sources:
          persons: {party: person, path: persons-1.dat, format: xlsx, columns: {NO: customer_key}}
        reconciliations:
          first:
            register: {path: business.xlsx, format: xlsx, columns: {A: register_key}}
            postings: {path: business.xlsx, format: xlsx, columns: {A: transaction_key, B: amount}}
            match: {days: many, manny: true}
          second:
            register: {path: business.xls, format: xlsx, columns: {A: registerkey, B: amount}}
            match: {key: register_key}
          third:
            register: {path: business.xlsx, format: xlsx, columns: {A: register_key, B: amount}}
            postings: {path: business.xlsx, format: xlsx, columns: {A: transaction_key, B: amount}}
            match: {key: register_key, many: maybe}

        """#,
      says: #"""
        job.yaml:7:5: 错误：登记簿没有金额字段
            7 |     register: {path: business.xlsx, format: xlsx, columns: {A: register_key}}
              |     ^^^^^^^^
              应为：字段映射到 amount，或 debit_total 和 credit_total
        job.yaml:9:19: 错误：“days”的值“many”不正确
            9 |     match: {days: many, manny: true}
              |                   ^^^^
              应为：0 至 3660 的整数
        job.yaml:9:25: 错误：未知的配置项“manny”
            9 |     match: {days: many, manny: true}
              |                         ^^^^^
              相近：many
        job.yaml:10:3: 错误：缺少配置项“postings”
           10 |   second:
              |   ^^^^^^
        job.yaml:11:22: 错误：没有文件“business.xls”
           11 |     register: {path: business.xls, format: xlsx, columns: {A: registerkey, B: amount}}
              |                      ^^^^^^^^^^^^
              相近：business.xlsx
        job.yaml:11:63: 错误：没有数据项“registerkey”
           11 |     register: {path: business.xls, format: xlsx, columns: {A: registerkey, B: amount}}
              |                                                               ^^^^^^^^^^^
              应为：内部账户交易的数据项（mappings/elements.csv）
              相近：register_key
        job.yaml:16:18: 错误：记账流水没有字段映射到“register_key”（登记簿编号）
           16 |     match: {key: register_key, many: maybe}
              |                  ^^^^^^^^^^^^
              应为：登记簿和记账流水都映射该数据项
        job.yaml:16:38: 错误：“many”的值“maybe”不正确
           16 |     match: {key: register_key, many: maybe}
              |                                      ^^^^^
              应为：true 或 false
        8 处错误，未执行任何检核

        """#),
  ]
}
