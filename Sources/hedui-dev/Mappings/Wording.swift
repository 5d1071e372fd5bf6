/// Prose of source cells put right: bare numbers of a private catalogue become what they stand
/// for, renamed files get their new names. Facts and marks of verification are left alone.
enum Wording {
  private static let replacements: [String: String] = [
    "AML data generators 44964508524 and 48302359541, AML300 repo":
      "two AML data generators; an AML inspection script",
    "国统字〔2023〕14号 关于市场主体统计分类的划分规定; a public code table, 47189555671, 35962766611":
      "国统字〔2023〕14号 关于市场主体统计分类的划分规定; three public code tables",
    "AML300 repo and mock data": "an AML inspection script; mock data",
    "account management programs; codes are the programs own":
      "account management programs; codes are the programs' own",
    "codes 01, 02, 04-07 used in a banks ETL; names from the statistical 运营状态 list (memory)":
      "codes 01, 02, 04-07 used in a bank's ETL; names from the statistical 运营状态 list (memory)",
    "a public code table (one lenders form of the credit list)":
      "a public code table (one lender's form of the credit list)",
    "names: a public code table (MIT) and the registers usual values; handling notes from memory":
      "names: a public code table (MIT) and the registers' usual values; handling notes from memory",
    "names no trade; can be resolved from the employers industry":
      "names no trade; can be resolved from the employer's industry",
    "dadian-2022.csv": "occupations-2022.csv",
    "LawRefBook/Laws (article); age from page":
      "LawRefBook/Laws (article); age from page shebao.southmoney.com",
  ]

  static func mended(_ cell: String) -> String { replacements[cell] ?? cell }
}
