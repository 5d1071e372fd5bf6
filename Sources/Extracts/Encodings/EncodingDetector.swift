import Records

/// Tells UTF-8 from GB18030 by looking at the whole file: a GB18030 file may begin with a
/// million bytes of ASCII.
package enum EncodingDetector {
  /// - Throws: `encodingUnclear` where the file is neither.
  package static func detect(_ path: String) throws(ReadFault) -> TextEncoding {
    let source = try ByteSource(path: path, encoding: nil)
    var bytes: [UInt8] = []
    var broken8 = 0
    var brokenGB = 0
    var more = true
    var isFirst = true
    var decoded: [UInt8] = []
    while more {
      more = try source.read(1 << 20, appendingTo: &bytes) > 0
      if isFirst, let mark = TextEncoding.mark(at: bytes) { return mark.encoding }
      isFirst = false
      // Judge up to a line end, so that no character is cut in two.
      let end = more ? (bytes.lastPlace(of: 0x0A, in: 0..<bytes.count) ?? -1) + 1 : bytes.count
      if end == 0, more, bytes.count < LineFeeder.recordLimit { continue }
      if bytes.firstBrokenUTF8(in: 0..<end) != nil { broken8 += 1 }
      var bad: [BadByte] = []
      decoded.removeAll(keepingCapacity: true)
      decoded.append(
        gb18030: bytes, 0..<end, table: GB18030.table, bad: &bad,
        fourBytes: GB18030.scalar(fourBytes:))
      brokenGB += bad.count
      bytes.removeFirst(end)
    }
    if broken8 == 0 { return .utf8 }
    if brokenGB == 0 { return .gb18030 }
    throw ReadFault(path: path, kind: .encodingUnclear)
  }
}
