/// Language of what people read. Chinese is the default everywhere.
package enum Language: String, CaseIterable, Sendable { case zh, en }

/// A text for people in both languages.
package struct Text: Sendable, Equatable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(language: Language) -> String { language == .zh ? zh : en }
}
