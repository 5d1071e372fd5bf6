import Records

/// A currency as books use it: three letters of ISO 4217 and the decimal places of its
/// smallest unit.
package struct BookCurrency: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The letters, the first in the highest byte but one.
  package let code: UInt32

  /// What is meant where a book has no column of currencies.
  package static let yuan = BookCurrency(letters: (0x43, 0x4E, 0x59))

  private init(letters: (UInt8, UInt8, UInt8)) {
    code = UInt32(letters.0) << 16 | UInt32(letters.1) << 8 | UInt32(letters.2)
  }

  /// What a cell says: three letters in either case, a number of ISO 4217 or a word for a
  /// currency; nothing is yuan. nil for anything else. O(1), no allocation.
  package init?(_ text: Span<UInt8>) {
    if text.isEmpty {
      self = .yuan
    } else if text.count == 3, text[0].isLetter, text[1].isLetter, text[2].isLetter {
      self.init(letters: (text[0].uppercased, text[1].uppercased, text[2].uppercased))
      // 人民币 has this name in many systems.
      if self.code == Self.rmb { self = .yuan }
    } else if let known = Currency(text) {
      self = Self.known(known)
    } else {
      return nil
    }
  }

  /// Whether a cell marks a total of all currencies, as reports to the regulator have it:
  /// no book of a currency. O(1).
  package static func isTotal(_ text: Span<UInt8>) -> Bool {
    text.equals("BWB") || text.equals("本外币") || text.equals("本外币合计") || text.equals("折人民币")
  }

  private static let rmb: UInt32 = 0x52_4D_42

  private static func known(_ currency: Currency) -> BookCurrency {
    let letters: (UInt8, UInt8, UInt8) =
      switch currency {
      case .cny: (0x43, 0x4E, 0x59)
      case .usd: (0x55, 0x53, 0x44)
      case .hkd: (0x48, 0x4B, 0x44)
      case .eur: (0x45, 0x55, 0x52)
      case .jpy: (0x4A, 0x50, 0x59)
      case .gbp: (0x47, 0x42, 0x50)
      case .sgd: (0x53, 0x47, 0x44)
      case .twd: (0x54, 0x57, 0x44)
      case .aud: (0x41, 0x55, 0x44)
      case .cad: (0x43, 0x41, 0x44)
      case .krw: (0x4B, 0x52, 0x57)
      case .chf: (0x43, 0x48, 0x46)
      case .mop: (0x4D, 0x4F, 0x50)
      case .nzd: (0x4E, 0x5A, 0x44)
      }
    return BookCurrency(letters: letters)
  }

  /// Decimal places of the smallest unit, after ISO 4217; 2 for letters that are none of its
  /// exceptions. O(1).
  package var decimals: Int {
    if code == Self.yuan.code { return 2 }
    if Self.whole.contains(code) { return 0 }
    return Self.thousandths.contains(code) ? 3 : 2
  }

  private static func codes(_ words: String) -> Set<UInt32> {
    Set(words.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
  }
  private static let whole = codes(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
  private static let thousandths = codes("BHD IQD JOD KWD LYD OMR TND")

  /// By the letters.
  package static func < (a: BookCurrency, b: BookCurrency) -> Bool { a.code < b.code }
}

extension BookCurrency: CustomStringConvertible {
  /// The three letters.
  package var description: String {
    String(
      decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: code >> UInt32($0)) }, as: UTF8.self)
  }
}
