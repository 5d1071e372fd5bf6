/// Language of what people read. Chinese is the default everywhere.
public enum Language: String, CaseIterable, Sendable { case zh, en }

/// A text for people in both languages.
public struct Text: Sendable, Equatable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: Language) -> String { language == .zh ? zh : en }
}
