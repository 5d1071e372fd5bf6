import Records

/// Tells UTF-8 from GB18030 by looking at the whole file: a GB18030 file may begin with a
/// million bytes of ASCII.
package enum EncodingDetector {
  /// - Throws: `encodingUnclear` where the file is neither.
  package static func detect(_ path: String) throws(ReadFault) -> TextEncoding {
    let source = try ByteSource(path: path, encoding: nil)
    var bytes: [UInt8] = []
    var isUTF8 = true
    var isGB18030 = true
    var isFirst = true
    var decoded: [UInt8] = []
    var isWhole = false
    while !isWhole, isUTF8 || isGB18030 {
      isWhole = try source.read(1 << 20, appendingTo: &bytes) == 0
      if isFirst, let mark = TextEncoding.mark(at: bytes) { return mark.encoding }
      isFirst = false
      let end = isWhole ? bytes.count : lastBoundary(bytes)
      if isUTF8, bytes.firstBrokenUTF8(in: 0..<end) != nil { isUTF8 = false }
      if isGB18030 {
        var bad: [BadByte] = []
        decoded.removeAll(keepingCapacity: true)
        decoded.append(
          gb18030: bytes, 0..<end, table: GB18030.table, bad: &bad,
          fourBytes: GB18030.scalar(fourBytes:))
        isGB18030 = bad.isEmpty
      }
      bytes.removeFirst(end)
      if bytes.count > PieceSizes().record {
        throw ReadFault(path: path, kind: .pieceTooLarge(limit: PieceSizes().record))
      }
    }
    if isUTF8 { return .utf8 }
    if isGB18030 { return .gb18030 }
    throw ReadFault(path: path, kind: .encodingUnclear)
  }

  /// The end of the last byte that stands for itself in either encoding, such as a line end
  /// or a comma, so that no character is cut in two.
  private static func lastBoundary(_ bytes: [UInt8]) -> Int {
    (bytes.lastIndex { $0 < 0x30 } ?? -1) + 1
  }
}
