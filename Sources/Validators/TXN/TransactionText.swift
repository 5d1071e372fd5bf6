import Findings
import Records

/// A transaction in words, for evidence: what a branch finds the voucher by.
enum TransactionText {
  /// Appends account, day, amount, product and purpose as far as they are there.
  static func append(
    _ record: RecordView, to evidence: inout [UInt8], in language: Language
  ) {
    let parts: [(element: DataElement, zh: StaticString, en: StaticString)] = [
      (.accountNumber, "内部账号", "internal account "), (.transactionDate, "交易日期", "on "),
      (.amount, "金额", "amount "), (.product, "业务品种", "product "),
      (.purpose, "摘要：", "purpose: "),
    ]
    var isFirst = true
    for part in parts where !record[part.element].isEmpty {
      if !isFirst { evidence.append(zh: "，", en: ", ", in: language) }
      isFirst = false
      evidence.append(zh: part.zh, en: part.en, in: language)
      evidence.append(record[part.element])
      if part.element == .amount, !record[.currency].isEmpty {
        evidence.append(UInt8(ascii: " "))
        evidence.append(record[.currency])
      }
    }
  }
}
