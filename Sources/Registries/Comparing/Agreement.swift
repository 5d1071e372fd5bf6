import Records

/// How two values stand to each other, ours first, the registry's second.
///
/// The order is from the best to the worst; what cannot be compared stands outside of it and
/// is never counted as a difference.
package enum Agreement: Equatable, Sendable {
  /// The same bytes.
  case exact
  /// The same once writing is left out of account: width, blanks, brackets, traditional
  /// characters, the form of a date or an amount.
  case equalAfterNormalisation
  /// Not the same, and the difference is of a kind that speaks for the same thing.
  case similar(AgreementReason)
  case different(AgreementReason)
  /// One of the two says nothing that could be compared.
  case notComparable(AgreementReason)

  /// The same, but for writing.
  package var isEqual: Bool { self == .exact || self == .equalAfterNormalisation }

  package var isSimilar: Bool {
    if case .similar = self { true } else { false }
  }

  package var isDifferent: Bool {
    if case .different = self { true } else { false }
  }

  package var isComparable: Bool {
    if case .notComparable = self { false } else { true }
  }

  /// Why; nil for equal values.
  package var reason: AgreementReason? {
    switch self {
    case .exact, .equalAfterNormalisation: nil
    case .similar(let reason), .different(let reason), .notComparable(let reason): reason
    }
  }

  /// The same comparison with the two values in the other order.
  package var mirrored: Agreement {
    switch self {
    case .exact, .equalAfterNormalisation: self
    case .similar(let reason): .similar(reason.mirrored)
    case .different(let reason): .different(reason.mirrored)
    case .notComparable(let reason): .notComparable(reason.mirrored)
    }
  }

  /// The grade and its reason, in words.
  package var text: Text {
    let why = reason?.text ?? Text(zh: "", en: "")
    let zh = why.zh.isEmpty ? "" : "（\(why.zh)）"
    let en = why.en.isEmpty ? "" : " (\(why.en))"
    return switch self {
    case .exact: Text(zh: "完全一致", en: "the same")
    case .equalAfterNormalisation: Text(zh: "仅写法不同", en: "the same but for writing")
    case .similar: Text(zh: "相近\(zh)", en: "similar\(en)")
    case .different: Text(zh: "不一致\(zh)", en: "different\(en)")
    case .notComparable: Text(zh: "无法比对\(zh)", en: "not comparable\(en)")
    }
  }
}
