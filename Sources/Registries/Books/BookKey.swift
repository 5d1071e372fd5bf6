import Records

/// What a line of a book speaks of: an account or subject, perhaps of one branch, in one
/// currency on one day.
package struct BookKey: Hashable, Sendable {
  /// Number of the account or code of the subject.
  package let account: [UInt8]
  /// The branch where it tells lines apart; otherwise empty.
  package let branch: [UInt8]
  package let currency: BookCurrency
  package let day: Day

  package init(account: [UInt8], branch: [UInt8], currency: BookCurrency, day: Day) {
    self.account = account
    self.branch = branch
    self.currency = currency
    self.day = day
  }

  /// As findings name the line: `81000001/2624/CNY/2026-10-31`.
  package var recordKey: [UInt8] {
    var text = branch
    if !branch.isEmpty { text.append(0x2F) }
    text += account
    text.append(0x2F)
    text += Array(currency.description.utf8)
    text.append(0x2F)
    text.append(day: day)
    return text
  }
}

extension BookKey: Comparable {
  /// By branch, account, currency and day.
  package static func < (a: BookKey, b: BookKey) -> Bool {
    if a.branch != b.branch { return a.branch.lexicographicallyPrecedes(b.branch) }
    if a.account != b.account { return a.account.lexicographicallyPrecedes(b.account) }
    return (a.currency, a.day) < (b.currency, b.day)
  }
}

/// Where an entry stands in the files of its side.
package struct BookPlace: Hashable, Comparable, BitwiseCopyable, Sendable {
  package let file: UInt16
  package let line: UInt32

  package init(file: Int, line: Int) {
    self.file = UInt16(truncatingIfNeeded: file)
    self.line = UInt32(clamping: line)
  }

  package static func < (a: BookPlace, b: BookPlace) -> Bool {
    (a.file, a.line) < (b.file, b.line)
  }
}

/// By what the lines of two sides are told apart.
package struct BookLevel: Sendable, Equatable {
  /// `account_number` or `subject_code`.
  package let account: DataElement
  /// Whether lines of different branches are different lines.
  package let byBranch: Bool

  /// The finest level on which two sides can be compared; nil where they have no key in
  /// common.
  package init?(_ upper: RecordLayout, _ lower: RecordLayout) {
    if upper.carries(.accountNumber), lower.carries(.accountNumber) {
      account = .accountNumber
      byBranch = false
    } else if upper.carries(.subjectCode), lower.carries(.subjectCode) {
      account = .subjectCode
      byBranch = upper.carries(.branch) && lower.carries(.branch)
    } else {
      return nil
    }
  }
}
