import Records

extension BrokenJob {
  /// Wrong rules.
  static let wrongRules: [BrokenJob] = [
    BrokenJob(
      "rules that cannot be", .en,
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
          select: [IND, OCC01, EXT, CTC008]
          ignore: [occupation-mising]
          severity: {IND03: notice, IND: error, IND005: bad, occupation-missing: error, OCC001: notice}

        """#,
      says: #"""
        job.yaml:11:17: error: no rule "OCC01"
           11 |   select: [IND, OCC01, EXT, CTC008]
              |                 ^^^^^
              expected: family, id or name of a rule (hedui rules list)
              nearest: OCC001 occupation-missing
        job.yaml:11:24: error: this version has no rules of the family EXT
           11 |   select: [IND, OCC01, EXT, CTC008]
              |                        ^^^
        job.yaml:11:29: error: rule CTC008 has been removed
           11 |   select: [IND, OCC01, EXT, CTC008]
              |                             ^^^^^^
        job.yaml:12:12: error: no rule "occupation-mising"
           12 |   ignore: [occupation-mising]
              |            ^^^^^^^^^^^^^^^^^
              expected: family, id or name of a rule (hedui rules list)
              nearest: OCC001 occupation-missing
        job.yaml:13:14: error: no rule "IND03"
           13 |   severity: {IND03: notice, IND: error, IND005: bad, occupation-missing: error, OCC001: notice}
              |              ^^^^^
              expected: id or name of a rule (hedui rules list)
              nearest: IND003 industry-code-superseded
        job.yaml:13:29: error: no rule "IND"
           13 |   severity: {IND03: notice, IND: error, IND005: bad, occupation-missing: error, OCC001: notice}
              |                             ^^^
              expected: id or name of a rule (hedui rules list)
        job.yaml:13:49: error: wrong value "bad" of "IND005"
           13 |   severity: {IND03: notice, IND: error, IND005: bad, occupation-missing: error, OCC001: notice}
              |                                                 ^^^
              expected: notice, error, blocking
        job.yaml:13:81: error: "OCC001" stands twice in "severity"
           13 |   severity: {IND03: notice, IND: error, IND005: bad, occupation-missing: error, OCC001: notice}
              |                                                                                 ^^^^^^
        8 faults; nothing was run

        """#),
    BrokenJob(
      "rules that are not in the set", .zh,
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
        rules: {set: strict, select: [OCC003, CTC, IND003]}

        """#,
      says: #"""
        job.yaml:10:31: 错误：规则集“strict”不含“OCC003”
           10 | rules: {set: strict, select: [OCC003, CTC, IND003]}
              |                               ^^^^^^
        job.yaml:10:39: 错误：规则集“strict”不含“CTC”
           10 | rules: {set: strict, select: [OCC003, CTC, IND003]}
              |                                       ^^^
        2 处错误，未执行任何检核

        """#),
    BrokenJob(
      "editions and elements that cannot be", .en,
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
        rules: {select: OCC001, editions: {gbt4754: 2015, gbt4574: 2017}, align: industry_name}

        """#,
      says: #"""
        job.yaml:10:45: error: wrong value "2015" of "gbt4754"
           10 | rules: {select: OCC001, editions: {gbt4754: 2015, gbt4574: 2017}, align: industry_name}
              |                                             ^^^^
              expected: 2002, 2011, 2017, 2019
              nearest: 2011
        job.yaml:10:51: error: unknown key "gbt4574"
           10 | rules: {select: OCC001, editions: {gbt4754: 2015, gbt4574: 2017}, align: industry_name}
              |                                                   ^^^^^^^
              nearest: gbt4754
        job.yaml:10:74: error: wrong value "industry_name" of "align"
           10 | rules: {select: OCC001, editions: {gbt4754: 2015, gbt4574: 2017}, align: industry_name}
              |                                                                          ^^^^^^^^^^^^^
              expected: industry_code, occupation_code, region_code
              nearest: industry_code
        3 faults; nothing was run

        """#),
    BrokenJob(
      "parameters that cannot be", .en,
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
          parameters:
            IDN010: {days: 400, day: 3}
            IDN011: {days: 1}
            OCC001: {n: 1}
            ADR002: {words: 无}

        """#,
      says: #"""
        job.yaml:12:20: error: "days" is out of range: 400
           12 |     IDN010: {days: 400, day: 3}
              |                    ^^^
              expected: a whole number from 1 to 366
        job.yaml:12:25: error: rule IDN010 has no parameter "day"
           12 |     IDN010: {days: 400, day: 3}
              |                         ^^^
              expected: days
              nearest: days
        job.yaml:13:5: error: no rule "IDN011"
           13 |     IDN011: {days: 1}
              |     ^^^^^^
              expected: id or name of a rule (hedui rules list)
              nearest: IDN010 identity-document-expires-soon
        job.yaml:14:14: error: rule OCC001 has no parameter "n"
           14 |     OCC001: {n: 1}
              |              ^
              expected: none; the rule has no parameters
        job.yaml:15:21: error: "words" is a single value
           15 |     ADR002: {words: 无}
              |                     ^^
              expected: a list such as [A, B]
        5 faults; nothing was run

        """#),
    BrokenJob(
      "parameters of the wrong type", .zh,
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
        rules: {parameters: {IDN010: {days: soon}, identity-document-expires-soon: [1]}}

        """#,
      says: #"""
        job.yaml:10:37: 错误：“days”的值“soon”不正确
           10 | rules: {parameters: {IDN010: {days: soon}, identity-document-expires-soon: [1]}}
              |                                     ^^^^
              应为：1 至 366 的整数
        job.yaml:10:44: 错误：“parameters”中“IDN010”重复
           10 | rules: {parameters: {IDN010: {days: soon}, identity-document-expires-soon: [1]}}
              |                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        job.yaml:10:76: 错误：“identity-document-expires-soon”是列表
           10 | rules: {parameters: {IDN010: {days: soon}, identity-document-expires-soon: [1]}}
              |                                                                            ^
              应为：一组“配置项: 值”
        3 处错误，未执行任何检核

        """#),
    BrokenJob(
      "no rule left", .en,
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
        rules: {select: IND, ignore: [IND003, IND005]}

        """#,
      says: #"""
        job.yaml:10:1: error: no rule is left to apply
           10 | rules: {select: IND, ignore: [IND003, IND005]}
              | ^^^^^
              expected: family, id or name of a rule (hedui rules list)
        1 fault; nothing was run

        """#),
    BrokenJob(
      "a rule set that is not there", .zh,
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
        rules: {set: standart}

        """#,
      says: #"""
        job.yaml:10:14: 错误：没有规则集“standart”
           10 | rules: {set: standart}
              |              ^^^^^^^^
              应为：mappings/rule-sets 中的名称，或 YAML 文件的路径
              相近：standard
        1 处错误，未执行任何检核

        """#),
    BrokenJob(
      "a rule set with faults of its own", .en,
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
        rules: {set: set.yaml, select: [IND3]}

        """#,
      says: #"""
        job.yaml:10:33: error: no rule "IND3"
           10 | rules: {set: set.yaml, select: [IND3]}
              |                                 ^^^^
              expected: family, id or name of a rule (hedui rules list)
              nearest: IND003 industry-code-superseded
        set.yaml:3:9: error: no rule "INDD"
            3 | rules: [INDD]
              |         ^^^^
              expected: family, id or name of a rule (hedui rules list)
              nearest: IND
        set.yaml:4:20: error: wrong value "bad" of "OCC001"
            4 | severity: {OCC001: bad}
              |                    ^^^
              expected: notice, error, blocking
        3 faults; nothing was run

        """#),
  ]
}
