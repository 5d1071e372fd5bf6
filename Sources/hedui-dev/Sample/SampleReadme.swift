/// The pages that say what the sample is.
enum SampleReadme {
  private static let organisationFiles = """
    | `organisations.csv` | organisations: UTF-8 with byte order mark, RFC 4180 with line ends inside cells, CRLF |
    | `accounts.txt` | corporate accounts: fixed width, GB18030 |
    | `transactions.txt` | transactions of internal accounts: U+0001 between cells |
    | `business-registry.xlsx` | business registry as of 2026-10-28 |
    | `abnormal-list.csv`, `violation-list.csv` | lists of abnormal operations and of serious violations as of 2026-10-28 |
    | `watch-list.csv` | an invented list of names as of 2026-10-26 |
    | `account-system.xml` | the central bank's account system as of 2026-10-30, GB18030 |
    | `general-ledger.txt` | general ledger of internal accounts, three days: fixed width, GB18030, a trailer |
    | `sub-ledger.csv`, `ledger-details.dat` | its sub-ledger, and the entries: GB18030, `\\|+\\|` between cells |
    | `collection-register.csv`, `collection-postings.txt` | register of the loan collection account, and the postings to it |

    """

  private static let organisationFilesInChinese = """
    | `organisations.csv` | 对公客户：带 BOM 的 UTF-8，RFC 4180 引号，单元格内可换行，CRLF |
    | `accounts.txt` | 对公账户：定长，GB18030 |
    | `transactions.txt` | 内部账户交易：以 U+0001 分隔 |
    | `business-registry.xlsx` | 市场主体登记信息，数据日期 2026-10-28 |
    | `abnormal-list.csv`、`violation-list.csv` | 经营异常名录、严重违法失信名单，数据日期 2026-10-28 |
    | `watch-list.csv` | 虚构的关注名单，数据日期 2026-10-26 |
    | `account-system.xml` | 人民币银行结算账户管理系统数据，数据日期 2026-10-30，GB18030 |
    | `general-ledger.txt` | 内部账户总账，三日：定长，GB18030，有尾行 |
    | `sub-ledger.csv`、`ledger-details.dat` | 对应的分户账和明细账（GB18030，以 `\\|+\\|` 分隔） |
    | `collection-register.csv`、`collection-postings.txt` | 贷款清收过渡户登记簿及其记账流水 |

    """

  static func english(_ bank: SampleBank, plain: Bool) -> String {
    """
    # A bank that does not exist

    Extracts, registries and a job to try hedui on. Everything is invented: no person, company,
    account or number is taken from real data. Divisions, townships, postcodes, area codes, industry
    and occupation lists are the real ones of `mappings/`; names, roads, villages, employers and
    numbers are drawn at random, with check characters that hold. A name that somebody bears is chance.

    Made by

        hedui-dev sample --persons \(bank.world.persons) --organisations \(bank.organisations) --seed \(bank.world.seed)\(plain ? " --plain" : "") --out sample-data

    The same command gives the same bytes, on any number of cores.

    | file | what |
    | --- | --- |
    | \(plain ? "`persons.txt` | persons: UTF-8, `|` between cells" : "`persons.dat.gz`, `persons.ok` | persons: GB18030, `\\|+\\|` between cells, gzip; control file with rows and SHA-256") |
    \(bank.organisations == 0 ? "" : organisationFiles)| `job.yaml` | the job: `hedui run sample-data/job.yaml` |
    | `truth.csv` | every planted fault: source, record, rule, data element, sorted |

    `truth.csv` lists all that a run with every rule has to find, and nothing else: where one fault
    makes two rules speak, both stand there; of a document or code that two customers share, both
    holders.

    """
  }

  static func chinese(_ bank: SampleBank, plain: Bool) -> String {
    """
    # 一家不存在的银行

    供试用 hedui 的抽取文件、外部登记信息和检核作业。全部数据均为虚构：没有任何一个人、企业、账户或号码取自真实数据。
    行政区划、乡镇、邮编、区号、行业和职业代码取自 `mappings/` 的真实代码表；姓名、道路、村组、单位和号码随机生成，校验码相符。
    如与现实中的姓名、名称相同，纯属巧合。

    生成命令：

        hedui-dev sample --persons \(bank.world.persons) --organisations \(bank.organisations) --seed \(bank.world.seed)\(plain ? " --plain" : "") --out sample-data

    同一命令得到完全相同的字节，与处理器核数无关。

    | 文件 | 内容 |
    | --- | --- |
    | \(plain ? "`persons.txt` | 个人客户：UTF-8，以 `|` 分隔" : "`persons.dat.gz`、`persons.ok` | 个人客户：GB18030，以 `\\|+\\|` 分隔，gzip 压缩；控制文件含行数和 SHA-256") |
    \(bank.organisations == 0 ? "" : organisationFilesInChinese)| `job.yaml` | 检核作业：`hedui run sample-data/job.yaml` |
    | `truth.csv` | 全部植入的问题：来源、记录、规则、数据项，已排序 |

    `truth.csv` 列出启用全部规则时应当检出的问题，不多也不少：一处错误触发两条规则的，两条都列；两个客户共用证件或代码的，双方都列。

    """
  }
}
