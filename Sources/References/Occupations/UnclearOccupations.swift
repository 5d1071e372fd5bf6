import Records

/// Codes and texts that do not tell what somebody does.
package struct UnclearOccupations: Reference {
  package static let name = "occupation-unclear"
  package static let tables = ["codes/occupation-unclear.csv"]

  /// How little a value says.
  package enum Class: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Residual classes, 未知, placeholders.
    case unclear = 1
    /// A position or an employer's kind, no trade: 职员.
    case vague
    /// A way of living that needs a word about its income: 无业, 自由职业.
    case needsExplanation
    /// A token for an empty field.
    case empty

    /// Name in the table and in parameters.
    package var name: String {
      switch self {
      case .unclear: "unclear"
      case .vague: "vague"
      case .needsExplanation: "needs_explanation"
      case .empty: "empty"
      }
    }
  }

  /// The tables, behind one pointer.
  private struct Storage: Sendable {
    let codes: FrozenArray<ListedCode>
    let texts: TextMap
  }

  private let storage: FrozenBox<Storage>

  /// Codes of lists; a few dozen.
  @inline(__always) private var codes: FrozenArray<ListedCode> { storage.value.codes }
  @inline(__always) private var texts: TextMap { storage.value.texts }

  private struct ListedCode: BitwiseCopyable, Sendable {
    let code: ShortKey
    let list: OccupationLists
    let kind: Class
  }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let (value, scheme) = (try table.column("value"), try table.column("code_scheme"))
    let (code, kind) = (try table.column("code"), try table.column("class"))
    var codes: [ListedCode] = []
    var byText: [String: Class] = [:]
    for row in 0..<table.count {
      let title = table.text(row, kind)
      guard let kind = Class.allCases.first(where: { $0.name == title }) else {
        throw table.fault(row, .badValue(column: "class"))
      }
      let text = table.text(row, value)
      let list = table.text(row, scheme)
      if list != "TEXT" {
        codes.append(
          ListedCode(code: try table.key(row, code), list: .named(list), kind: kind))
      }
      // Of a text with several classes, the one that says less counts.
      if !text.isEmpty, (byText[text]?.rawValue ?? .max) > kind.rawValue { byText[text] = kind }
    }
    let theCodes = FrozenArray(codes)
    // Upper-case forms too, so that `normalised` finds them.
    let theTexts = TextMap(
      byText.flatMap { text, kind in
        Set([text, text.uppercased()]).map { ($0, Int32(kind.rawValue)) }
      })
    storage = FrozenBox(Storage(codes: theCodes, texts: theTexts))
  }

  /// Class of a code of a list, or of a class name where the code is nil. O(rows).
  func kind(of code: ShortKey?, in list: OccupationLists, named title: Span<UInt8>) -> Class? {
    if let code {
      for index in codes.indices where codes[index].code == code && codes[index].list == list {
        return codes[index].kind
      }
    }
    return kind(ofText: title)
  }

  /// Class of a text, exact or with blanks, letter case and full-width forms set right. O(length).
  package func kind(ofText text: Span<UInt8>) -> Class? {
    texts.normalised(text).flatMap { Class(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }
}
