import Foundation
import Records

/// The file beside an extract that says how many rows it has and what its digest is.
///
/// Understood: a line that is one number (rows); lines of `name=value`, `name:value` or
/// `name|value`, whose names speak of rows or of a digest; a digest of 32 (MD5) or 64
/// (SHA-256) hexadecimal digits anywhere; an empty file, which says only that the extract is
/// complete.
package struct ControlFile: Sendable, Equatable {
  /// Rows of data that the sender counted.
  package var rows: Int?
  /// SHA-256 of the extract, in lower case.
  package var sha256: String?
  /// MD5 of the extract, in lower case.
  package var md5: String?

  package init() {}

  /// Where the job says the control file is.
  package enum Expectation: Sendable, Equatable {
    /// The extract's path with the ending replaced or added, such as `ok`.
    case ending(String)
    case path(String)
  }

  /// Reads a control file; anything that is none of the forms above is left out of account.
  package init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    for line in lines {
      let parts = line.split(whereSeparator: { "=:|, \t".contains($0) }).map(String.init)
      for (index, part) in parts.enumerated() {
        let hexadecimal = part.allSatisfy { $0.isASCII && $0.isHexDigit }
        if hexadecimal, part.count == 64 {
          sha256 = part.lowercased()
        } else if hexadecimal, part.count == 32 {
          md5 = part.lowercased()
        } else if let number = Int(part), number >= 0, rows == nil {
          let alone = parts.count == 1
          let named = index > 0 && Self.speaksOfRows(parts[index - 1])
          if alone || named { rows = number }
        }
      }
    }
  }

  private static func speaksOfRows(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["rows", "row", "count", "cnt", "num", "records", "total", "行数", "记录数", "笔数", "总数"]
      .contains { name.contains($0) }
  }

  /// The control file of an extract; refuses where it is asked for and not there.
  package static func find(
    _ expectation: Expectation, for path: String
  ) throws(ReadFault) -> (path: String, content: ControlFile) {
    var candidates: [String]
    switch expectation {
    case .path(let given): candidates = [given]
    case .ending(let ending):
      let url = URL(filePath: path)
      candidates = [path + "." + ending, url.deletingPathExtension().path + "." + ending]
      if url.pathExtension == "gz" {
        candidates.append(
          url.deletingPathExtension().deletingPathExtension().path + "." + ending)
      }
    }
    guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) })
    else {
      throw ReadFault(
        path: candidates[0], kind: .control("the control file is not there; the extract may be incomplete"))
    }
    do throws(SystemFault) {
      return (found, ControlFile(try InputFile.contents(of: found)))
    } catch {
      throw ReadFault(path: found, kind: .system(error.reason))
    }
  }
}
