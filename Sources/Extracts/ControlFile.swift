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
    var best = 0
    for line in Self.text(bytes).split(whereSeparator: \.isNewline) {
      let parts = line.split(whereSeparator: { "=:：|, \t".contains($0) }).map(String.init)
      for (index, part) in parts.enumerated() {
        let hexadecimal = part.allSatisfy { $0.isASCII && $0.isHexDigit }
        if hexadecimal, part.count == 64 {
          sha256 = part.lowercased()
        } else if hexadecimal, part.count == 32 {
          md5 = part.lowercased()
        } else if let number = Int(part), number >= 0 {
          // A number alone says as much as a name that can mean nothing else.
          let trust = parts.count == 1 ? 2 : index > 0 ? Self.trust(inName: parts[index - 1]) : 0
          if trust > best {
            best = trust
            rows = number
          }
        }
      }
    }
  }

  /// UTF-8, or where it is none GB18030.
  private static func text(_ bytes: [UInt8]) -> String {
    let mark = TextEncoding.mark(at: bytes)
    let bytes = Array(bytes.dropFirst(mark?.length ?? 0))
    if mark?.encoding.isWide == true {
      var text: [UInt8] = []
      var wide = WideText(bigEndian: mark?.encoding == .utf16BigEndian)
      wide.append(bytes, isLast: true, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
    let isUTF8 = bytes.firstBrokenUTF8(in: 0..<bytes.count) == nil
    return String(
      decoding: isUTF8 ? bytes : Iconv.utf8(bytes, from: "GB18030") ?? bytes, as: UTF8.self)
  }

  /// How surely a name speaks of rows: 2, 1 or not at all.
  private static func trust(inName name: String) -> Int {
    let name = name.lowercased()
    func has(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
    if has(["amount", "amt", "account", "acct", "column", "byte", "size", "file", "文件", "金额", "字段"])
    {
      return has(["row", "行数"]) ? 1 : 0
    }
    if has(["row", "record", "行数", "记录数", "笔数"]) { return 2 }
    return has(["count", "cnt", "num", "total", "总数"]) ? 1 : 0
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
        path: candidates[0],
        kind: .controlFileMissing)
    }
    do throws(SystemFault) {
      return (found, ControlFile(try InputFile.contents(of: found)))
    } catch {
      throw ReadFault(path: found, kind: .system(number: error.number))
    }
  }
}
