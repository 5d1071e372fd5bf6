import Findings
import Records
import Registries

/// An entry of a register or of its postings that found nothing on the other side.
package struct OpenEntry: Sendable {
  package let side: BookSide
  package let entry: BookEntry
  /// What findings call it.
  package let recordKey: [UInt8]
  /// The key that both sides share; empty for none.
  package let key: [UInt8]
  package let account: [UInt8]
  package let branch: [UInt8]
  package let owner: [UInt8]
  /// Days since the entry; 0 for one of the day of the data or later.
  package let age: Int
  /// What is open under the same key on the other side; nil for nothing.
  package let counterpart: (sum: Int128, entries: Int)?
  package let match: (days: Int, many: Bool)

  package init(
    side: BookSide, entry: BookEntry, recordKey: [UInt8], key: [UInt8], account: [UInt8],
    branch: [UInt8], owner: [UInt8], age: Int, counterpart: (sum: Int128, entries: Int)?,
    match: (days: Int, many: Bool)
  ) {
    self.side = side
    self.entry = entry
    self.recordKey = recordKey
    self.key = key
    self.account = account
    self.branch = branch
    self.owner = owner
    self.age = age
    self.counterpart = counterpart
    self.match = match
  }

  /// The amount in the currency's unit.
  package func money(_ units: Int128) -> ReconciliationReport.Money {
    ReconciliationReport.Money(units: units, decimals: entry.currency.decimals)
  }

  /// Fills a finding: the amount, and what is known of the other side.
  package func explain(_ finding: inout FindingWriter) {
    let isChinese = finding.language == .zh
    let amount = Int128(entry.amount)
    finding.action = .review
    finding.element = .amount
    finding.value.append(contentsOf: "\(money(amount))".utf8)
    let other: BookSide = side == .register ? .postings : .register
    var text =
      isChinese
      ? "\(side.title.zh) \(entry.currency) \(money(amount))，日期 \(entry.day)，账龄 \(age) 天。"
      : "\(side.title.en): \(entry.currency) \(money(amount)) of \(entry.day), open for \(age) days. "
    if let counterpart {
      finding.expected.append(contentsOf: "\(money(counterpart.sum))".utf8)
      let difference = money(amount - counterpart.sum)
      text +=
        isChinese
        ? "同一编号在\(other.title.zh)有 \(counterpart.entries) 笔未销，合计 \(money(counterpart.sum))，相差 \(difference)"
        : "under the same number \(counterpart.entries) open in the \(other.title.en), together "
          + "\(money(counterpart.sum)), difference \(difference)"
    } else {
      text +=
        isChinese
        ? "\(other.title.zh)前后 \(match.days) 天内没有金额相符的" + (match.many ? "一笔或多笔" : "一笔")
        : "nothing of that amount in the \(other.title.en) within \(match.days) days"
          + (match.many ? ", in one entry or several" : "")
    }
    finding.evidence.append(contentsOf: text.utf8)
  }
}
