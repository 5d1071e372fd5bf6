import Records

/// How a code of one edition becomes a code of a later one, as correspondence tables say it;
/// the surest first.
package enum CodeRelation: UInt8, BitwiseCopyable, CaseIterable, Comparable, Sendable {
  /// Same code, same name, same contents.
  case unchanged
  /// Same code and contents under another name.
  case renamed
  /// Same contents under another code.
  case recoded
  /// All of it goes into a code that takes in others too.
  case merged
  /// It is divided among several codes, and this one holds nothing else.
  case split
  /// A part of it goes into a code that takes in parts of others: several to several.
  case partial

  /// The word of the tables and of JSON.
  package var word: String {
    switch self {
    case .unchanged: "unchanged"
    case .renamed: "renamed"
    case .recoded: "recoded"
    case .merged: "merged"
    case .split: "split"
    case .partial: "partial"
    }
  }

  /// What people read.
  package var title: Text {
    switch self {
    case .unchanged: Text(zh: "不变", en: "unchanged")
    case .renamed: Text(zh: "更名", en: "renamed")
    case .recoded: Text(zh: "换码", en: "recoded")
    case .merged: Text(zh: "并入", en: "merged")
    case .split: Text(zh: "拆分", en: "split")
    case .partial: Text(zh: "部分转入", en: "partly moved")
    }
  }

  /// By the word of a table; nil for any other word.
  package init?(_ word: Span<UInt8>) {
    if word.equals("unchanged") {
      self = .unchanged
    } else if word.equals("renamed") {
      self = .renamed
    } else if word.equals("recoded") {
      self = .recoded
    } else if word.equals("merged") {
      self = .merged
    } else if word.equals("split") {
      self = .split
    } else if word.equals("partial") {
      self = .partial
    } else {
      return nil
    }
  }

  /// Surer.
  package static func < (a: CodeRelation, b: CodeRelation) -> Bool { a.rawValue < b.rawValue }
}
