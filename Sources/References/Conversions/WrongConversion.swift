import Records

/// A way in which a text is read with the wrong character set.
package enum WrongConversion: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// Bytes of UTF-8 read as GBK: 中国 becomes 涓 and more.
  case utf8AsGBK
  /// Bytes of UTF-8 read as Latin-1 or Windows-1252: 中 becomes ä¸­.
  case utf8AsWestern
  /// Bytes of GBK read as Latin-1 or Windows-1252: 中国 becomes ÖÐ¹ú.
  case gbkAsWestern
  /// Bytes of GBK read as UTF-8, which only few texts survive: 模 becomes ģ.
  case gbkAsUTF8

  /// What happened, in words.
  package var text: Text {
    switch self {
    case .utf8AsGBK: Text(zh: "UTF-8 文本被当作 GBK 读入", en: "UTF-8 read as GBK")
    case .utf8AsWestern: Text(zh: "UTF-8 文本被当作西文读入", en: "UTF-8 read as Western text")
    case .gbkAsWestern: Text(zh: "GBK 文本被当作西文读入", en: "GBK read as Western text")
    case .gbkAsUTF8: Text(zh: "GBK 文本被当作 UTF-8 读入", en: "GBK read as UTF-8")
    }
  }
}
