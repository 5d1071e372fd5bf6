/// JSON that keeps its keys in the order written, so that a described table reads from
/// name to fields and a change shows as a small difference.
enum OrderedJSON: Equatable, Sendable {
  struct Member: Equatable, Sendable {
    let key: String
    let value: OrderedJSON
  }

  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([OrderedJSON])
  case object([Member])

  /// An object without the members whose value is nil.
  static func object(_ members: KeyValuePairs<String, OrderedJSON?>) -> OrderedJSON {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  static func strings(_ strings: [String]) -> OrderedJSON { .array(strings.map { .string($0) }) }

  /// Text with two blanks of indentation; what fits in 180 columns stays on one line.
  func text(indentation: Int = 0) -> String {
    let flat = self.flat
    let isScalar =
      switch self {
      case .string, .integer, .boolean: true
      case .array, .object: false
      }
    if isScalar || indentation > 0 && indentation + flat.count <= 180 { return flat }
    let margin = String(repeating: " ", count: indentation + 2)
    let lines: [String]
    let brackets: (String, String)
    switch self {
    case .array(let values):
      lines = values.map { $0.text(indentation: indentation + 2) }
      brackets = ("[", "]")
    case .object(let members):
      lines = members.map {
        Self.quoted($0.key) + ": " + $0.value.text(indentation: indentation + 2)
      }
      brackets = ("{", "}")
    case .string, .integer, .boolean: return flat
    }
    let body = lines.map { margin + $0 }.joined(separator: ",\n")
    return brackets.0 + "\n" + body + "\n" + margin.dropLast(2) + brackets.1
  }

  private var flat: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .array(let values): "[" + values.map(\.flat).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ": " + $0.value.flat }.joined(separator: ", ")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
