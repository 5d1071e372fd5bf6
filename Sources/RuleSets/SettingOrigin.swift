/// Where a setting was written.
package struct SettingOrigin: Sendable, Equatable {
  /// The file, as people know it.
  package let file: String
  /// Line, counted from 1.
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package var text: String { "\(file):\(line)" }
}

/// A value and where it was written; nil for one that nobody wrote.
package struct Sourced<Value: Sendable>: Sendable {
  package let value: Value
  package let origin: SettingOrigin?

  package init(_ value: Value, _ origin: SettingOrigin? = nil) {
    self.value = value
    self.origin = origin
  }
}

extension Sourced: Equatable where Value: Equatable {}

extension SettingsReader {
  func origin(_ place: SourcePlace) -> SettingOrigin {
    SettingOrigin(file: file.source.file, line: place.line)
  }

  func sourced<Value>(_ value: Value, _ entry: SettingsEntry) -> Sourced<Value> {
    Sourced(value, origin(entry.keyPlace))
  }
}
