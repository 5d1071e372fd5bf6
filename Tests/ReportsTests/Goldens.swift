/// What the summary of the sample month looks like, to the last blank.
extension `The summary of a run` {
  static let chinese = ##"""
    核对完成：示例银行，数据日期 2024-06-30，用时 1.2 秒

    【检查了什么】
      来源        类型      读取行数  已检核  未能读取  乱码字节
      persons     个人客户    20,000  19,998         2         3
      对公客户表  对公客户     3,000   3,000         0         0
      合计                    23,000  22,998         2         3
      未能读取的行连同位置和原因列在 rejects.csv。
      乱码字节已替换为 U+FFFD（�），所在的行照常检核。

    【发现了什么】
      阻断报送  150  29.6%  监管报送会被退回
      需整改    307  60.6%  应当更正
      提示       50   9.9%  供参考，不要求处理
      合计      507

    【各条规则】
      规则    问题                                  问题数   占比  不合格率
      IND003  行业代码为旧版                           300  59.2%     10.0%
      IDN003  身份证号码校验位错误                     150  29.6%      0.8%
      IDN010  证件即将到期                              50   9.9%      0.3%
      OCC007  职业与工作单位明显不符而且..（试行）       7   1.4%     <0.1%

    【各机构的任务】
      机构            待办问题  涉及客户  需联系客户
      320101               200       180         160
      （未分配机构）       100       100         100

    【没有检核到的】
      规则    问题            记录数  原因
      OCC009  工作单位缺失    19,998  缺少字段：工作单位
      REG002  企业已注销       3,000  缺少代码表或外部登记信息
      IND003  行业代码为旧版       2  所依据的字段无法识读
      没有检核到的不算合格。

    【结果在哪里】
      out/2024-06/
        findings.csv     全部问题
        corrections.csv  无需询问即可更正的内容及依据
        rejects.csv      未能读取的行
        worklists/       各机构的整改清单，共 2 个工作簿
        summary.json     各规则、各机构的数字
        manifest.json    本批次的输入、规则和码表版本

    【下一步】
      1. 按 rejects.csv 请数据提供方补正未能读取的行，再核对一次。
      2. 在抽取文件和字段映射中补上字段：工作单位。
      3. 补上 REG002 所需的代码表，或在作业文件的 registries 中写明外部登记信息。
      4. 先改最省事的：200 个问题不用问任何人，按 corrections.csv 批量更正。
      5. 把 worklists/ 中的工作簿发给各机构，2024-07-31 前收回；共需联系客户 260 个，每个只联系一次。
      6. 某条规则查什么、依据哪条标准，用 hedui rules explain IND003 查看。

    """##

  static let english = ##"""
    Done: Sample Bank, data of 2024-06-30, 1.2 seconds

    EXAMINED
      source      kind          rows read  checked  rejected  bad bytes
      persons     person           20,000   19,998         2          3
      对公客户表  organisation      3,000    3,000         0          0
      total                        23,000   22,998         2          3
      rejects.csv lists the rows that could not be read, with place and reason.
      Bad bytes are shown as U+FFFD; their rows were checked all the same.

    FOUND
      blocking  150  29.6%  a regulator's interface would refuse it
      error     307  60.6%  to be put right
      notice     50   9.9%  worth knowing
      total     507

    BY RULE
      rule    problem                               findings  share  failure rate
      IND003  Industry code of an older edition          300  59.2%         10.0%
      IDN003  Check digit wrong                          150  29.6%          0.8%
      IDN010  Document expires soon                       50   9.9%          0.3%
      OCC007  Occupation clearly contrad.. (trial)         7   1.4%         <0.1%

    BY BRANCH
      branch       to do  customers  to contact
      320101         200        180         160
      (no branch)    100        100         100

    NOT EVALUATED
      rule    problem                            records  why
      OCC009  Employer missing                    19,998  no column: employer
      REG002  Deregistered                         3,000  no code table or registry
      IND003  Industry code of an older edition        2  a field that it builds on cannot be read
      What was not evaluated does not count as passed.

    WHERE THE RESULTS ARE
      out/2024-06/
        findings.csv     every finding
        corrections.csv  what may be corrected without asking anyone, and why
        rejects.csv      rows that could not be read
        worklists/       2 workbooks, one a branch
        summary.json     numbers by rule and branch
        manifest.json    inputs, rules and tables of this run

    WHAT TO DO NEXT
      1. Have the rows in rejects.csv mended where they come from, and run again.
      2. Add the missing columns to extract and mapping: employer.
      3. Provide the code tables needed by REG002, or name the registry under registries in the job.
      4. Cheapest first: 200 findings need nobody's answer; apply corrections.csv.
      5. Send the workbooks in worklists/ to the branches, due back by 2024-07-31: 260 customers to contact, each once.
      6. hedui rules explain IND003 tells what a rule claims, and on what authority.

    """##

  static let clean = ##"""
    核对完成：数据日期 2024-06-30，用时 <0.1 秒

    【检查了什么】
      来源  类型      读取行数  已检核  未能读取
      p     个人客户         5       5         0

    【发现了什么】
      没有发现问题。

    【结果在哪里】
      out/
        findings.csv   全部问题
        summary.json   各规则、各机构的数字
        manifest.json  本批次的输入、规则和码表版本

    """##

  static let json = ##"""
    {
    "version":1,
    "asOf":"2024-06-30",
    "bank":"示例银行",
    "sources":[
    {"name":"persons","party":"person","read":20000,"checked":19998,"rejected":2,"bad_bytes":3},
    {"name":"对公客户表","party":"organisation","read":3000,"checked":3000,"rejected":0,"bad_bytes":0}],
    "totals":{"findings":507,"severity":{"notice":50,"error":307,"blocking":150},"dimension":{"completeness":0,"validity":507,"accuracy":0,"consistency":0,"timeliness":0,"uniqueness":0},"action":{"auto":200,"confirm":150,"contact":150,"review":7}},
    "branches":[
    {"branch":"","findings":100,"auto":0,"to_do":100,"customers":100,"to_contact":100},
    {"branch":"320101","findings":407,"auto":200,"to_do":200,"customers":180,"to_contact":160}],
    "rules":[
    {"id":"IDN003","name":"check-digit-wrong","severity":"blocking","dimension":"validity","reaches_branches":true,"findings":150,"action":{"auto":0,"confirm":0,"contact":150,"review":0},"examined":19998,"passed":19848,"failed":150,"not_applicable":0,"not_evaluated":0,"branches":[
    {"branch":"","examined":10848,"passed":10848,"failed":0,"not_applicable":0,"not_evaluated":0},
    {"branch":"320101","examined":9150,"passed":9000,"failed":150,"not_applicable":0,"not_evaluated":0}]},
    {"id":"IDN010","name":"document-expires-soon","severity":"notice","dimension":"validity","reaches_branches":true,"findings":50,"action":{"auto":0,"confirm":50,"contact":0,"review":0},"examined":19998,"passed":19948,"failed":50,"not_applicable":0,"not_evaluated":0,"branches":[
    {"branch":"","examined":10848,"passed":10848,"failed":0,"not_applicable":0,"not_evaluated":0},
    {"branch":"320101","examined":9150,"passed":9100,"failed":50,"not_applicable":0,"not_evaluated":0}]},
    {"id":"IND003","name":"industry-code-of-an-older-edition","severity":"error","dimension":"validity","reaches_branches":true,"findings":300,"action":{"auto":200,"confirm":100,"contact":0,"review":0},"examined":3000,"passed":2698,"failed":300,"not_applicable":0,"not_evaluated":2,"not_evaluated_because":{"column_missing":0,"reference_missing":0,"cell_unreadable":2},"branches":[
    {"branch":"","examined":1998,"passed":1998,"failed":0,"not_applicable":0,"not_evaluated":0},
    {"branch":"320101","examined":1002,"passed":700,"failed":300,"not_applicable":0,"not_evaluated":2,"not_evaluated_because":{"column_missing":0,"reference_missing":0,"cell_unreadable":2}}]},
    {"id":"OCC009","name":"employer-missing","severity":"error","dimension":"validity","reaches_branches":true,"findings":0,"action":{"auto":0,"confirm":0,"contact":0,"review":0},"examined":19998,"passed":0,"failed":0,"not_applicable":0,"not_evaluated":19998,"not_evaluated_because":{"column_missing":19998,"reference_missing":0,"cell_unreadable":0},"branches":[
    {"branch":"","examined":10848,"passed":0,"failed":0,"not_applicable":0,"not_evaluated":10848,"not_evaluated_because":{"column_missing":10848,"reference_missing":0,"cell_unreadable":0}},
    {"branch":"320101","examined":9150,"passed":0,"failed":0,"not_applicable":0,"not_evaluated":9150,"not_evaluated_because":{"column_missing":9150,"reference_missing":0,"cell_unreadable":0}}]},
    {"id":"REG002","name":"deregistered","severity":"error","dimension":"validity","reaches_branches":true,"findings":0,"action":{"auto":0,"confirm":0,"contact":0,"review":0},"examined":3000,"passed":0,"failed":0,"not_applicable":0,"not_evaluated":3000,"not_evaluated_because":{"column_missing":0,"reference_missing":3000,"cell_unreadable":0},"branches":[
    {"branch":"","examined":1998,"passed":0,"failed":0,"not_applicable":0,"not_evaluated":1998,"not_evaluated_because":{"column_missing":0,"reference_missing":1998,"cell_unreadable":0}},
    {"branch":"320101","examined":1002,"passed":0,"failed":0,"not_applicable":0,"not_evaluated":1002,"not_evaluated_because":{"column_missing":0,"reference_missing":1002,"cell_unreadable":0}}]},
    {"id":"OCC007","name":"occupation-clearly-contradicts-employer","severity":"error","dimension":"validity","reaches_branches":false,"findings":7,"action":{"auto":0,"confirm":0,"contact":0,"review":7},"examined":19998,"passed":19848,"failed":7,"not_applicable":143,"not_evaluated":0,"branches":[
    {"branch":"","examined":10848,"passed":10848,"failed":0,"not_applicable":0,"not_evaluated":0},
    {"branch":"320101","examined":9150,"passed":9000,"failed":7,"not_applicable":143,"not_evaluated":0}]}]
    }

    """##
}
