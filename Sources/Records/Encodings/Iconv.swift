import Foundation

/// Conversion of text by the C library's iconv: the one place that calls it.
///
/// The hot path of GB18030 does not come here: it uses a table that is filled from iconv
/// once a process.
public enum Iconv {
  /// `bytes` of one encoding as UTF-8; nil where one of them is no character.
  public static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    convert(bytes, from: encoding, to: "UTF-8")
  }

  /// `bytes` of one encoding in another; nil where one of them is no character.
  public static func convert(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8]? {
    guard let converter = unsafe iconv_open(target, source) else { return nil }
    if unsafe converter == iconv_t(bitPattern: -1) { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let size = output.count
    var left = input.count
    var room = size
    _ = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return unsafe iconv(converter, &from, &left, &to, &room)
      }
    }
    // Whatever went wrong, some of the input is then left.
    if left != 0 { return nil }
    return output[..<(size - room)].map { UInt8(bitPattern: $0) }
  }
}
