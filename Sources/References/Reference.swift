import Records

/// A code list or the like that validators look things up in, built from tables of
/// `mappings/`. Values are plain (frozen tables inside), so that a copy costs nothing.
package protocol Reference: Sendable {
  /// Name in `notEvaluated` examples and in the manifest, such as `gbt4754`.
  static var name: String { get }
  /// The tables it is built from, as paths inside `mappings/`.
  static var tables: [String] { get }
  init(from folder: MappingsFolder) throws(ReferenceFault)
}
