import Records

/// What must hold of a file before the YAML library sees it, so that no file, however
/// made, takes long, much memory or a deep stack.
///
/// The limits are checked on the bytes, not on the YAML; where that is uncertain they are
/// on the safe side, and far from anything that a job contains.
enum SettingsGuard {
  /// Greatest size of a file in bytes.
  static let greatestSize = 1 << 20
  /// Greatest number of opening brackets.
  static let greatestBrackets = 10_000
  /// Greatest number of brackets open at once.
  static let greatestDepth = 64
  /// Greatest width of blanks and marks (`- `, `? `) before the first word of a line.
  static let greatestIndentation = 400

  /// What is wrong, and the byte at which it is.
  struct Finding {
    let offset: Int
    let length: Int
    let kind: JobFault.Kind
    var expected: JobFault.Expected?
  }

  /// The first reason why a file must not be read. O(bytes).
  static func finding(in bytes: [UInt8]) -> Finding? {
    if bytes.count > greatestSize {
      return Finding(offset: 0, length: 1, kind: .tooLarge(limit: greatestSize))
    }
    if let broken = bytes.firstBrokenUTF8(in: 0..<bytes.count) {
      return Finding(offset: broken, length: 1, kind: .notUTF8, expected: .utf8)
    }
    return controlCharacter(in: bytes) ?? alias(in: bytes) ?? nesting(in: bytes)
  }

  private static func controlCharacter(in bytes: [UInt8]) -> Finding? {
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: break
      default: return Finding(offset: offset, length: 1, kind: .controlCharacter)
      }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// An alias repeats the value of an anchor of the same name, and aliases of aliases
  /// multiply. Where no name stands behind both `&` and `*`, there can be none.
  private static func alias(in bytes: [UInt8]) -> Finding? {
    var anchors: Set<ArraySlice<UInt8>> = []
    for name in names(behind: UInt8(ascii: "&"), in: bytes) { anchors.insert(name) }
    if anchors.isEmpty { return nil }
    for name in names(behind: UInt8(ascii: "*"), in: bytes) where anchors.contains(name) {
      return Finding(offset: name.startIndex - 1, length: name.count + 1, kind: .alias)
    }
    return nil
  }

  private static func names(behind mark: UInt8, in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    for index in bytes.indices where bytes[index] == mark {
      let name = bytes[(index + 1)...].prefix {
        $0.isDigit || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D || $0 == 0x5F
      }
      if !name.isEmpty { names.append(name) }
    }
    return names
  }

  private static func nesting(in bytes: [UInt8]) -> Finding? {
    var (brackets, depth, lineStart) = (0, 0, 0)
    var before = true
    var comment = false
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || byte == 0x0D {
        (lineStart, before, comment) = (index + 1, true, false)
        continue
      }
      if comment { continue }
      if before {
        if byte == UInt8(ascii: "#") {
          comment = true
          continue
        }
        before = [0x20, 0x09, 0x2D, 0x3F, 0x3A].contains(byte)
        if index - lineStart >= greatestIndentation, before {
          return Finding(offset: index, length: 1, kind: .tooDeep)
        }
      }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        brackets += 1
        depth += 1
        if depth > greatestDepth { return Finding(offset: index, length: 1, kind: .tooDeep) }
        if brackets > greatestBrackets {
          return Finding(
            offset: index, length: 1, kind: .tooManyNodes(limit: greatestBrackets))
        }
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth = max(0, depth - 1)
      }
    }
    return nil
  }
}
