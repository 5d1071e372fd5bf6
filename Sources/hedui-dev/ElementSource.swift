import Foundation

/// The source of `DataElement`, from `mappings/elements.csv`.
enum ElementSource {
  static func text(path: String = "mappings/elements.csv") throws -> String {
    let table = try CSVTable(parsing: Data(contentsOf: URL(filePath: path)))
    let parties = ["P": ".person", "O": ".organisation", "A": ".account", "T": ".transaction"]
    var cases = ""
    var facts = ""
    for (number, row) in table.rows.enumerated() {
      let parts = row[0].split(separator: "_")
      let name =
        parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      cases += "  /// \(row[2]): \(row[3]).\n"
      cases +=
        "  @inlinable public static var \(name): DataElement { DataElement(rawValue: \(number)) }\n"
      let kinds = row[1].split(separator: ";").compactMap { parties[String($0)] }
      facts +=
        "    Facts(\"\(row[0])\", [\(kinds.joined(separator: ", "))], zh: \"\(row[2])\", en: \"\(row[3])\",\n"
      facts +=
        "      type: .\(row[4]), length: \(row[5]), codeList: \"\(row[6])\", sensitivity: .\(row[7].lowercased()), source: \"\(row[8])\"),\n"
    }
    return """
      // swift-format-ignore-file
      // Written by `hedui-dev generate` from mappings/elements.csv. Do not edit.

      /// The standard meaning of a column, after GB/T 31186 and the regulators' templates.
      ///
      /// A struct and no enum, so that its number is read without a call in other modules.
      @frozen public struct DataElement: Hashable, CaseIterable, BitwiseCopyable, Sendable {
        /// Place in `mappings/elements.csv`, from 0.
        public let rawValue: UInt8

        /// The element at a place of the table; the place must be there.
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Every element, in the order of the table.
        public static var allCases: [DataElement] {
          (0..<UInt8(\(table.rows.count))).map { DataElement(rawValue: $0) }
        }

      \(cases)}

      extension DataElement {
        /// What `mappings/elements.csv` says of every element, in the order of the raw values.
        public static let catalogue: [Facts] = [
      \(facts)  ]
      }

      """
  }
}
