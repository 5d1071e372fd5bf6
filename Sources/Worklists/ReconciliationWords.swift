import Findings
import Records

/// The wording of `reconciliation.xlsx`.
struct ReconciliationWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var title: String { pick("账务核对情况", "Reconciliation") }
  var summarySheet: String { pick("汇总", "Summary") }
  var differenceSheet: String { pick("差异", "Differences") }
  var openSheet: String { pick("未销项", "Open items") }

  var book: String { pick("核对项目", "Reconciliation") }
  var lines: String { pick("核对账目数", "Lines compared") }
  var equal: String { pick("相符", "Equal") }
  var different: String { pick("不符", "Different") }
  var notEvaluated: String { pick("未核对", "Not evaluated") }
  var matched: String { pick("已核销笔数", "Matched entries") }
  var openEntries: String { pick("未核销笔数", "Open entries") }
  var sums: String { pick("差额合计（绝对值）", "Sum of differences, without signs") }

  var branch: String { pick("机构", "Branch") }
  var account: String { pick("账号/科目", "Account or subject") }
  var currency: String { pick("币种", "Currency") }
  var day: String { pick("日期", "Day") }
  var figure: String { pick("金额", "Figure") }
  var difference: String { pick("差额", "Difference") }
  var imbalance: String { pick("自身不平", "Does not balance") }
  var explanation: String { pick("可能原因", "What explains it") }
  var rollForward: String { pick("期初＋借方－贷方－期末", "opening + debits − credits − closing") }

  var side: String { pick("账簿", "Book") }
  var key: String { pick("编号", "Number") }
  var amount: String { pick("金额", "Amount") }
  var age: String { pick("账龄（天）", "Age in days") }
  var bucket: String { pick("账龄段", "Age") }
  var count: String { pick("笔数", "Entries") }
  var total: String { pick("合计", "Total") }
  var ageTotals: String { pick("按账龄合计", "By age") }
  var items: String { pick("明细", "Items") }

  /// A range of ages, such as `8–30 天`.
  func bucket(_ range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? pick("365 天以上", "over 365 days")
      : pick(
        "\(range.lowerBound)–\(range.upperBound) 天", "\(range.lowerBound)–\(range.upperBound) days")
  }

  /// Said where a sheet has no room for all.
  func more(_ count: Int) -> String {
    pick("另有 \(count) 条，见 findings.csv", "\(count) more; see findings.csv")
  }
}
