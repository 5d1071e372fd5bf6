extension DataElement {
  /// One line of `mappings/elements.csv`.
  public struct Facts: Sendable {
    /// Name in jobs, mappings and outputs, such as `birth_date`.
    public let name: String
    /// Kinds of record that may carry the element.
    public let parties: [Party]
    /// What people call it.
    public let title: Text
    /// How its characters are to be read.
    public let type: ElementType
    /// Greatest length in bytes of UTF-8, as the regulators' templates count.
    public let length: Int
    /// Code list of its values in `mappings/codes`; empty for free text.
    public let codeList: String
    /// Class after JR/T 0171-2020.
    public let sensitivity: Sensitivity
    /// Standard or template that defines it.
    public let source: String

    init(
      _ name: String, _ parties: [Party], zh: String, en: String, type: ElementType, length: Int,
      codeList: String, sensitivity: Sensitivity, source: String
    ) {
      self.name = name
      self.parties = parties
      self.title = Text(zh: zh, en: en)
      self.type = type
      self.length = length
      self.codeList = codeList
      self.sensitivity = sensitivity
      self.source = source
    }
  }

  /// How the characters of a value are to be read.
  public enum ElementType: String, Sendable { case text, code, date, integer, amount }

  /// Sensitivity of personal financial information after JR/T 0171-2020: C3 is the highest.
  public enum Sensitivity: String, Sendable { case c1, c2, c3 }

  /// What the catalogue says of the element. O(1).
  public var facts: Facts { Self.catalogue[Int(rawValue)] }

  /// Name in jobs, mappings and outputs.
  public var name: String { facts.name }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The element called `name` in jobs and outputs, or `nil`.
  public static func named(_ name: String) -> DataElement? { byName[name] }
}
