import Records

/// An edition of a table, or a moment in time for a table that goes by years.
package struct CodeEdition: Sendable, Equatable {
  /// Word by which a command names it, such as `2017`.
  package let name: String
  /// As people cite it, such as `GB/T 4754-2017`.
  package let title: String
  package let validity: Validity

  package init(name: String, title: String, validity: Validity = Validity()) {
    self.name = name
    self.title = title
    self.validity = validity
  }
}

/// A table through time, for people who ask what became of a code. Not for checking records.
package protocol CodeHistory: Sendable {
  /// Name by which a command asks for it, such as `gbt4754` or `divisions`.
  static var name: String { get }
  static var title: Text { get }
  /// The tables it is built from, as paths inside `mappings/`.
  static var tables: [String] { get }

  init(from folder: MappingsFolder) throws(ReferenceFault)

  /// The editions, oldest first; for a table that goes by years, every year in which
  /// something changed.
  var editions: [CodeEdition] { get }

  /// The edition that a word of a command means; nil where it means none, so that the
  /// caller can name the nearest one.
  func edition(named word: String) -> CodeEdition?

  /// What the code meant and what became of it, a life for each of its meanings, oldest
  /// first; none for a code of no edition. Never takes a code for its nearest.
  func lives(of code: String) -> [CodeLife]

  /// What `new` makes of `old`. Both are editions of this table.
  func difference(from old: CodeEdition, to new: CodeEdition) -> CodeDifference

  /// The code of any edition that is written most nearly like `code`, for a message.
  func nearestCode(to code: String) -> String?
}
