/// Language of what people read. Chinese is the default everywhere.
public enum Language: String, CaseIterable, Sendable { case zh, en }

/// A text for people in both languages.
public struct Text: Sendable, Equatable {
  /// Chinese.
  public let zh: String
  /// English.
  public let en: String

  /// One text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in a language.
  public subscript(language: Language) -> String { language == .zh ? zh : en }
}
