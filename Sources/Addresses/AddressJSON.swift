import Records

/// An address as one line of JSON, in a fixed order.
package struct AddressJSON {
  private let gazetteer: AddressGazetteer

  package init(_ gazetteer: AddressGazetteer) { self.gazetteer = gazetteer }

  /// Appends what was read in `text`, without a line end. O(n).
  package func write(_ address: Address, of text: Span<UInt8>, to output: inout [UInt8]) {
    output.append("{\"components\":[")
    var isFirst = true
    for part in address.components where part.kind != .separator {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      output.append("{\"kind\":")
      quote(part.kind.name, &output)
      output.append(",\"text\":")
      quote(String(text.extracting(part.range)), &output)
      output.append(",\"start\":")
      output.append(decimal: Int(part.start))
      output.append(",\"end\":")
      output.append(decimal: Int(part.end))
      output.append(UInt8(ascii: "}"))
    }
    output.append("]")
    code("code", Int(address.code), &output)
    code("townshipCode", Int(address.township), &output)
    field("grade", address.grade.letter, &output)
    output.append(",\"missing\":[")
    for (index, name) in address.missing.names.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      quote(name, &output)
    }
    output.append("]")
    let standard = StandardAddress(address, of: text, gazetteer)
    field("standard", standard.text, &output)
    output.append(",\"changes\":[")
    for (index, change) in standard.changes.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      quote(change.kind.rawValue, &output)
    }
    output.append("]")
    if !standard.pieces.isEmpty { write(standard.pieces, of: text, &output) }
    if let action = standard.action { field("action", action, &output) }
    if let postcode = standard.postcode {
      field("postcode", StandardAddress.digits(postcode, 6), &output)
    }
    output.append(",\"confidence\":0.")
    output.append(contentsOf: StandardAddress.digits(Int(address.confidence), 2).utf8)
    output.append(",\"undecided\":")
    output.append(contentsOf: (address.isUndecided ? "true" : "false").utf8)
    code("runnerUp", Int(address.runnerUp), &output)
    if address.marks.contains(.contradiction) { output.append(",\"contradiction\":true") }
    code("formerCode", Int(address.past), &output)
    output.append("}")
  }

  private func write(
    _ pieces: [StandardAddress.Piece], of text: Span<UInt8>, _ output: inout [UInt8]
  ) {
    output.append(",\"replaced\":[")
    for (index, piece) in pieces.enumerated() {
      output.append(index > 0 ? ",{\"change\":" : "{\"change\":")
      quote(piece.kind.rawValue, &output)
      output.append(",\"text\":")
      quote(String(text.extracting(piece.range)), &output)
      output.append(UInt8(ascii: "}"))
    }
    output.append("]")
  }

  private func code(_ key: String, _ value: Int, _ output: inout [UInt8]) {
    if value != 0 { field(key, String(value), &output) }
  }

  private func field(_ key: String, _ value: String, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: ","))
    quote(key, &output)
    output.append(UInt8(ascii: ":"))
    quote(value, &output)
  }

  private func quote(_ text: String, _ output: inout [UInt8]) {
    output.append(json: text.utf8.span)
  }
}
