import Crypto
import Foundation
import Records

/// The bytes of one file from front to back, behind the gzip layer where there is one, with
/// the digest of what lies on the disk. UTF-16 comes out as UTF-8.
final class ByteSource {
  let path: String
  private let file: InputFile
  private var gzip: GzipStream?
  private var offset = 0
  private var hash = SHA256()
  private var wide: WideText?

  init(path: String, encoding: TextEncoding?) throws(ReadFault) {
    self.path = path
    do throws(SystemFault) {
      file = try InputFile(path: path)
      var start: [UInt8] = []
      _ = try file.read(at: 0, count: 2, appendingTo: &start)
      if start == GzipStream.magic {
        gzip = try Self.open(path)
      }
    } catch {
      throw ReadFault(path: path, kind: .system(number: error.number))
    }
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian {
      wide = WideText(bigEndian: encoding == .utf16BigEndian)
    }
  }

  private static func open(_ path: String) throws(SystemFault) -> GzipStream? {
    do { return try GzipStream(path: path) } catch { throw SystemFault("read", path) }
  }

  /// Whether the file is compressed with gzip.
  var isCompressed: Bool { gzip != nil }

  /// Appends about `count` bytes; 0 at the end.
  func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws(ReadFault) -> Int {
    guard var text = wide else { return try readPlain(count, appendingTo: &buffer) }
    let before = buffer.count
    while buffer.count == before {
      var raw: [UInt8] = []
      let number = try readPlain(count, appendingTo: &raw)
      text.append(raw, isLast: number == 0, to: &buffer)
      if number == 0 { break }
    }
    wide = text
    return buffer.count - before
  }

  private func readPlain(_ count: Int, appendingTo buffer: inout [UInt8]) throws(ReadFault) -> Int {
    if let gzip {
      do { return try gzip.read(count, appendingTo: &buffer) } catch {
        throw RowPiece.fault(error, path: path)
      }
    }
    do throws(SystemFault) {
      let before = buffer.count
      let number = try file.read(at: offset, count: count, appendingTo: &buffer)
      offset += number
      hash.update(data: buffer[before...])
      return number
    } catch {
      throw ReadFault(path: path, kind: .system(number: error.number))
    }
  }

  /// What was read, at the end.
  func receipt() throws(ReadFault) -> InputReceipt {
    if gzip != nil { return try InputReceipt.ofFile(path) }
    return InputReceipt(path: path, bytes: offset, sha256: hash.finalize().hexadecimal)
  }
}
