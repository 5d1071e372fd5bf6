import Records

/// A currency, by its letters in ISO 4217.
package enum Currency: UInt8, BitwiseCopyable, Sendable {
  case cny, usd, hkd, eur, jpy, gbp, sgd, twd, aud, cad, krw, chf, mop, nzd

  /// A word for a currency. Those that begin as others do stand before them.
  private static let words: [(word: StaticString, currency: Currency)] = [
    ("人民币", .cny), ("RMB", .cny), ("CNY", .cny), ("￥", .cny), ("¥", .cny),
    ("美元", .usd), ("美金", .usd), ("USD", .usd),
    ("US$", .usd), ("HK$", .hkd), ("$", .usd),
    ("港元", .hkd), ("港币", .hkd), ("HKD", .hkd),
    ("欧元", .eur), ("EUR", .eur), ("€", .eur),
    ("日元", .jpy), ("日圆", .jpy), ("JPY", .jpy),
    ("英镑", .gbp), ("GBP", .gbp), ("£", .gbp),
    ("新加坡元", .sgd), ("SGD", .sgd), ("新台币", .twd),
    ("台币", .twd), ("TWD", .twd), ("澳大利亚元", .aud),
    ("澳元", .aud), ("AUD", .aud), ("加拿大元", .cad),
    ("加元", .cad), ("CAD", .cad), ("韩元", .krw),
    ("韩国元", .krw), ("KRW", .krw), ("瑞士法郎", .chf),
    ("CHF", .chf), ("澳门元", .mop), ("MOP", .mop),
    ("新西兰元", .nzd), ("NZD", .nzd),
  ]

  /// The currency whose word stands at a place, and the word's length in bytes. O(1).
  static func at(_ place: Int, of text: Span<UInt8>) -> (currency: Currency, length: Int)? {
    let rest = text.extracting(place..<text.count)
    for (word, currency) in words where rest.starts(with: word) {
      return (currency, word.utf8CodeUnitCount)
    }
    return nil
  }

  /// What a column of currencies says: a word, three letters or three digits of ISO 4217;
  /// nil for nothing and for what is not known. O(1).
  package init?(_ text: Span<UInt8>) {
    let text = text.trimmed
    if let found = Self.at(0, of: text), found.length == text.count {
      self = found.currency
      return
    }
    for (number, code) in Self.numbers where text.equals(number) {
      self = code
      return
    }
    return nil
  }

  private static let numbers: [(StaticString, Currency)] = [
    ("156", .cny), ("840", .usd), ("344", .hkd), ("978", .eur),
    ("392", .jpy), ("826", .gbp), ("702", .sgd),
    ("901", .twd), ("036", .aud), ("124", .cad),
    ("410", .krw), ("756", .chf), ("446", .mop),
    ("554", .nzd),
  ]
}
