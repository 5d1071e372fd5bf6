import Records

/// JSON written as it goes, in a fixed order and without a clock or a dictionary in it.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    open(key, "{")
    body(&self)
    close("}")
  }

  mutating func array(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    open(key, "[")
    body(&self)
    close("]")
  }

  mutating func number(_ key: String, _ value: Int) {
    begin(key)
    bytes.append(decimal: value)
    needsComma = true
  }

  mutating func text(_ key: String, _ value: String) {
    begin(key)
    quote(value)
    needsComma = true
  }

  mutating func flag(_ key: String, _ value: Bool) {
    begin(key)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Starts a line, for people who look at the file and for tools that compare lines.
  mutating func line() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Starts the line of a closing bracket.
  mutating func lastLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func begin(_ key: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    guard let key else { return }
    quote(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func open(_ key: String?, _ bracket: StaticString) {
    begin(key)
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: StaticString) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func quote(_ text: String) { bytes.append(json: text.utf8.span) }
}
