import CZlib
import Records

/// The contents of a gzip file, from front to back. A file of several members reads as one.
///
/// Every byte that could be made out is handed over before a fault is thrown. Not safe for
/// several threads at once.
@safe package final class GzipStream {
  package let path: String
  /// Bytes of the compressed file that were used so far.
  package private(set) var bytesRead = 0
  /// Members begun so far.
  package private(set) var members = 0
  /// Bytes after the last member that are no gzip member; known once `read` gave 0. Zeros
  /// that fill up a block are not counted.
  package private(set) var trailingBytes = 0

  /// The first two bytes of every member (RFC 1952, 2.3.1).
  package static let magic: [UInt8] = [0x1F, 0x8B]

  private static let pieceSize = 64 << 10

  private let file: InputFile
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var used = 0
  private var offset = 0
  private var atMemberStart = true
  private var atEnd = false
  private var fault: ContainerFault?

  /// Throws `SystemFault` where the file cannot be opened, `ContainerFault` where it is no gzip.
  package init(path: String) throws {
    self.path = path
    file = try InputFile(path: path)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard
      unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw SystemFault("decompress", path, number: 12) }
    try fill()
    guard input.count >= 2, input[0] == 0x1F, input[1] == 0x8B else {
      throw ContainerFault(path, .notGzip, .init(offset: 0))
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Keeps what is unused of the input and reads on. Returns false at the end of the file.
  @discardableResult private func fill() throws -> Bool {
    input.removeFirst(used)
    used = 0
    let number = try file.read(at: offset, count: Self.pieceSize, appendingTo: &input)
    offset += number
    return number > 0
  }

  /// Appends up to `count` bytes of the contents; returns how many, 0 at the end only.
  package func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws -> Int {
    if let fault { throw fault }
    if atEnd || count <= 0 { return 0 }
    var made = 0
    while made < count, !atEnd, fault == nil {
      if input.count - used < 2, try !fill(), input.count == used || atMemberStart {
        end()
        break
      }
      if atMemberStart {
        guard try beginMember() else { break }
      }
      made += try step(appendingTo: &buffer, count: min(count - made, 1 << 30))
    }
    if made == 0, let fault { throw fault }
    return made
  }

  /// The file has no more bytes.
  private func end() {
    if atMemberStart {
      trailingBytes += input.count - used
      atEnd = true
    } else {
      fault = ContainerFault(path, .cutOff, .init(offset: bytesRead))
    }
  }

  /// Decides what follows a member. Returns false where no other member does.
  private func beginMember() throws -> Bool {
    if input[used] == 0x1F, input[used + 1] == 0x8B {
      if members > 0 { unsafe inflateReset(stream) }
      members += 1
      atMemberStart = false
      return true
    }
    // Zeros up to the end are padding, anything else is not ours to read.
    var zeros = true
    repeat {
      for index in used..<input.count where input[index] != 0 { zeros = false }
      trailingBytes += input.count - used
      used = input.count
    } while try fill()
    if zeros { trailingBytes = 0 }
    atEnd = true
    return false
  }

  /// One call of `inflate`; returns the number of bytes made.
  private func step(appendingTo buffer: inout [UInt8], count: Int) throws -> Int {
    let available = input.count - used
    var status = Z_OK
    buffer.append(addingCapacity: count) { span in
      unsafe span.withUnsafeMutableBufferPointer { target, filled in
        unsafe input.withUnsafeMutableBufferPointer { source in
          unsafe stream.pointee.next_in = source.baseAddress! + used
          unsafe stream.pointee.avail_in = UInt32(available)
          unsafe stream.pointee.next_out = target.baseAddress!
          unsafe stream.pointee.avail_out = UInt32(count)
          status = unsafe inflate(stream, Z_NO_FLUSH)
        }
        unsafe filled = count - Int(stream.pointee.avail_out)
      }
    }
    let eaten = unsafe available - Int(stream.pointee.avail_in)
    let made = unsafe count - Int(stream.pointee.avail_out)
    used += eaten
    bytesRead += eaten
    switch status {
    case Z_OK, Z_BUF_ERROR:
      // No way forward although two bytes or more are there: the rest of the file is too short.
      if eaten == 0, made == 0, try !fill() {
        fault = ContainerFault(path, .cutOff, .init(offset: bytesRead))
      }
    case Z_STREAM_END:
      atMemberStart = true
    default:
      // zlib tells a wrong check sum from damaged data by its message alone.
      let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? ""
      fault = ContainerFault(
        path,
        message.hasSuffix("check") && message.hasPrefix("incorrect")
          && message != "incorrect header check"
          ? .badChecksum : .badCompressedData, .init(offset: bytesRead))
    }
    return made
  }
}

/// Writes a gzip stream; equal contents give equal bytes.
@safe package final class GzipWriter {
  private let stream: UnsafeMutablePointer<z_stream>
  private let put: ([UInt8]) throws -> Void

  /// Hands compressed pieces to `put`.
  package convenience init(level: Int = 6, put: @escaping ([UInt8]) throws -> Void) {
    self.init(level: level, windowBits: 15 + 16, put: put)
  }

  private init(level: Int, windowBits: Int32, put: @escaping ([UInt8]) throws -> Void) {
    self.put = put
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe deflateInit2_(
      stream, Int32(min(max(level, 0), 9)), Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY,
      ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "out of memory")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  package func write(_ bytes: [UInt8]) throws { try run(bytes, Z_NO_FLUSH) }

  /// Ends the stream; nothing may be written after it.
  package func finish() throws { try run([], Z_FINISH) }

  private func run(_ bytes: [UInt8], _ flush: Int32) throws {
    var bytes = bytes
    var done = 0
    var more = true
    while more {
      var piece = [UInt8](repeating: 0, count: 64 << 10)
      let wanted = min(bytes.count - done, 1 << 30)
      var left = 0
      unsafe bytes.withUnsafeMutableBytes { source in
        unsafe piece.withUnsafeMutableBytes { target in
          unsafe stream.pointee.next_in = source.baseAddress.map {
            unsafe ($0 + done).assumingMemoryBound(to: UInt8.self)
          }
          unsafe stream.pointee.avail_in = UInt32(wanted)
          unsafe stream.pointee.next_out = target.baseAddress!.assumingMemoryBound(to: UInt8.self)
          unsafe stream.pointee.avail_out = UInt32(target.count)
          unsafe deflate(stream, flush)
          unsafe left = Int(stream.pointee.avail_out)
          unsafe done += wanted - Int(stream.pointee.avail_in)
        }
      }
      more = left == 0 || done < bytes.count
      if left < piece.count { try put(Array(piece[..<(piece.count - left)])) }
    }
  }

  /// `bytes` as one gzip member.
  package static func gzip(_ bytes: [UInt8], level: Int = 6) throws -> [UInt8] {
    var result: [UInt8] = []
    let writer = GzipWriter(level: level) { result += $0 }
    try writer.write(bytes)
    try writer.finish()
    return result
  }

  /// `bytes` as a bare deflate stream, as zip containers hold it.
  package static func deflated(_ bytes: [UInt8], level: Int = 6) throws -> [UInt8] {
    var result: [UInt8] = []
    let writer = GzipWriter(level: level, windowBits: -15) { result += $0 }
    try writer.write(bytes)
    try writer.finish()
    return result
  }

  /// CRC-32 as gzip and zip use it.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { memory in
      unsafe UInt32(crc32_z(0, memory.baseAddress, memory.count))
    }
  }
}
