import Addresses
import Foundation

/// An address with what is true of it.
struct AddressCase {
  /// What makes it hard.
  let phenomenon: String
  let text: [UInt8]
  /// The finest division; 0 where none can be told.
  let code: Int32
  /// A to F; nil where it is not part of the truth.
  var grade: String?
  /// Parts without separators; nil where they are not part of the truth.
  var parts: [AddressComponent]?

  /// Letters of the kinds of parts in the files of cases.
  static let letters: [Character: AddressComponent.Kind] = [
    "p": .province, "c": .city, "x": .county, "t": .township, "z": .zone, "v": .village,
    "h": .hamlet, "r": .road, "l": .lane, "n": .number, "b": .building, "u": .unit, "f": .floor,
    "m": .room, "i": .pointOfInterest, "k": .postcode, "e": .telephone, "w": .recipient,
    "o": .note, "y": .repetition, "d": .secondAddress, "s": .separator, "g": .country,
    "q": .remainder, "j": .corps,
  ]

  /// A line of `addresses.tsv`: phenomenon, code, grade, and the parts of the address, each
  /// followed by the letter of its kind; `_` is a blank. Nil for a line that is none.
  init?(line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 4, let code = Int32(cells[1]) else { return nil }
    phenomenon = String(cells[0])
    self.code = code
    grade = cells[2] == "-" ? nil : String(cells[2])
    var text: [UInt8] = []
    var parts: [AddressComponent] = []
    for word in cells[3].split(separator: " ") {
      guard let letter = word.last, let kind = Self.letters[letter] else { return nil }
      let bytes = word.dropLast().replacing("_", with: " ").utf8
      if kind != .separator {
        parts.append(AddressComponent(kind, text.count, text.count + bytes.count))
      }
      text.append(contentsOf: bytes)
    }
    self.text = text
    self.parts = parts
  }

  init(phenomenon: String, text: String, code: Int32) {
    self.phenomenon = phenomenon
    self.text = Array(text.utf8)
    self.code = code
  }

  /// The cases of a file; a line that is none is an error that names it.
  static func read(_ path: String) throws -> [AddressCase] {
    var cases: [AddressCase] = []
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      guard let item = AddressCase(line: line) else { throw BadLine(path: path, line: index + 1) }
      cases.append(item)
    }
    return cases
  }

  struct BadLine: Error, CustomStringConvertible {
    let path: String
    let line: Int
    var description: String {
      "\(path):\(line): expected phenomenon, code, grade and parts with their letters"
    }
  }
}
