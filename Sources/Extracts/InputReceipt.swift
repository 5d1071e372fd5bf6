import Crypto
import Records

/// What was read of one file.
package struct InputReceipt: Sendable, Equatable {
  package let path: String
  /// Bytes on the disk.
  package let bytes: Int
  /// SHA-256 of the bytes on the disk, in hexadecimal.
  package let sha256: String

  package init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The receipt of a file, read from front to back.
  package static func ofFile(_ path: String) throws(ReadFault) -> InputReceipt {
    var hash = SHA256()
    let bytes = try read(path) { hash.update(data: $0) }
    return InputReceipt(path: path, bytes: bytes, sha256: hash.finalize().hexadecimal)
  }

  /// MD5 of a file in hexadecimal: some systems still send that.
  package static func md5(ofFile path: String) throws(ReadFault) -> String {
    var hash = Insecure.MD5()
    _ = try read(path) { hash.update(data: $0) }
    return hash.finalize().hexadecimal
  }

  private static func read(_ path: String, _ body: ([UInt8]) -> Void) throws(ReadFault) -> Int {
    do throws(SystemFault) {
      let file = try InputFile(path: path)
      var place = 0
      var buffer: [UInt8] = []
      while try file.read(at: place, count: 1 << 20, appendingTo: &buffer) > 0 {
        place += buffer.count
        body(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      return place
    } catch {
      throw ReadFault(path: path, kind: .system(number: error.number))
    }
  }
}
