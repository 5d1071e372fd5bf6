/// A value of a settings file with its place.
struct SettingsNode: Sendable {
  enum Content: Sendable {
    /// `plain`: written without quotes.
    case word(String, plain: Bool)
    case list([SettingsNode])
    case section([SettingsEntry])
  }

  let content: Content
  let place: SourcePlace

  /// Nothing, `~` or `null` without quotes.
  var isNothing: Bool {
    guard case .word(let text, plain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  var shape: JobFault.Shape {
    switch content {
    case .word: .word
    case .list: .list
    case .section: .section
    }
  }
}

/// A key of a section and its value.
struct SettingsEntry: Sendable {
  let key: String
  let keyPlace: SourcePlace
  let value: SettingsNode
}
