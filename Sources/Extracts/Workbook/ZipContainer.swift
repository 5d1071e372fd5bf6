import CMinizip
import Records

/// A zip container such as an .xlsx file, read in place: nothing is ever unpacked to disk.
///
/// One part is open at a time. Not safe for several threads at once.
@safe package final class ZipContainer {
  package struct Limits: Sendable {
    /// Most bytes that one part may expand to.
    package var partBytes: Int
    /// Greatest factor by which a part may expand; asked of what goes beyond `freeBytes`.
    package var factor: Int
    /// Bytes that a part may expand to whatever its factor.
    package var freeBytes: Int
    package var parts: Int

    package init(
      partBytes: Int = 8 << 30, factor: Int = 250, freeBytes: Int = 16 << 20, parts: Int = 10_000
    ) {
      self.partBytes = partBytes
      self.factor = factor
      self.freeBytes = freeBytes
      self.parts = parts
    }
  }

  package struct Part: Sendable {
    /// As the container gives it, from outside: never a path to write to.
    package let name: String
    /// Bytes unpacked and packed, as the container declares them.
    package let size: Int
    package let packedSize: Int
    let encrypted: Bool
    let method: Int
    let place: (UInt, UInt)
  }

  package let path: String
  package let limits: Limits
  package let parts: [Part]
  private let byName: [String: Int]
  private let handle: unzFile
  private var current: Part?
  private var delivered = 0

  package init(path: String, limits: Limits = Limits()) throws {
    self.path = path
    self.limits = limits
    let kind = try Self.kind(of: path)
    if let kind { throw ContainerFault(path, kind) }
    guard let handle = unsafe unzOpen64(path) else { throw ContainerFault(path, .damagedZip) }
    unsafe self.handle = unsafe handle
    do {
      parts = unsafe try Self.list(handle, path, limits)
      var byName: [String: Int] = [:]
      for (index, part) in parts.enumerated() {
        // The names of an Office container do not differ by case alone.
        if byName.updateValue(index, forKey: part.name.lowercased()) != nil {
          throw ContainerFault(path, .duplicatePart, .init(part: part.name))
        }
      }
      self.byName = byName
    } catch {
      unsafe unzClose(handle)
      throw error
    }
  }

  deinit {
    unsafe unzCloseCurrentFile(handle)
    unsafe unzClose(handle)
  }

  /// Why the file is no zip, or `nil`.
  private static func kind(of path: String) throws -> ContainerFault.Kind? {
    let file = try InputFile(path: path)
    var head: [UInt8] = []
    _ = try file.read(at: 0, count: 512, appendingTo: &head)
    if head.starts(with: [0x50, 0x4B]) { return nil }
    guard head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), head.count == 512
    else {
      return .notAZip
    }
    // A workbook with a password is an OLE file with a stream of that name in its directory.
    let shift = Int(head[30])
    let sector = (0..<4).reduce(0) { $0 | Int(head[48 + $1]) << ($1 * 8) }
    guard shift == 9 || shift == 12 else { return .oldOfficeDocument }
    var directory: [UInt8] = []
    _ = try file.read(at: (sector + 1) << shift, count: 4096, appendingTo: &directory)
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    let places = stride(from: 0, to: max(directory.count - name.count, 0), by: 128)
    return places.contains { directory[$0...].starts(with: name) }
      ? .passwordProtected : .oldOfficeDocument
  }

  private static func list(
    _ handle: unzFile, _ path: String, _ limits: Limits
  ) throws -> [Part] {
    var parts: [Part] = []
    var status = unsafe unzGoToFirstFile(handle)
    while status == UNZ_OK {
      if parts.count == limits.parts {
        throw ContainerFault(path, .tooManyParts(limit: limits.parts))
      }
      var info = unz_file_info64()
      var name = [CChar](repeating: 0, count: 1024)
      guard
        unsafe unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count), nil, 0, nil, 0)
          == UNZ_OK
      else { throw ContainerFault(path, .damagedZip) }
      let length = Int(clamping: info.size_filename)
      guard length > 0, length < name.count, !name[..<length].contains(0) else {
        throw ContainerFault(path, .unusablePartName)
      }
      var place = unz64_file_pos()
      guard unsafe unzGetFilePos64(handle, &place) == UNZ_OK else {
        throw ContainerFault(path, .damagedZip)
      }
      parts.append(
        Part(
          name: String(decoding: name[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self),
          size: Int(clamping: info.uncompressed_size),
          packedSize: Int(clamping: info.compressed_size),
          encrypted: info.flag & 1 != 0, method: Int(info.compression_method),
          place: (UInt(place.pos_in_zip_directory), UInt(place.num_of_file))))
      status = unsafe unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw ContainerFault(path, .damagedZip) }
    return parts
  }

  /// The part of that name, without regard to case.
  package func part(named name: String) -> Part? { byName[name.lowercased()].map { parts[$0] } }

  /// Makes `name` the part that `read` reads.
  package func open(_ name: String) throws {
    unsafe unzCloseCurrentFile(handle)
    current = nil
    delivered = 0
    func fault(_ kind: ContainerFault.Kind) -> ContainerFault {
      ContainerFault(path, kind, .init(part: name))
    }
    guard let part = part(named: name) else { throw fault(.missingPart) }
    if part.encrypted { throw fault(.encryptedPart) }
    guard part.method == 0 || part.method == 8 else {
      throw fault(.unsupportedCompression(method: part.method))
    }
    if part.size > limits.partBytes { throw fault(.expandsBeyond(limit: limits.partBytes)) }
    try checkFactor(part, part.size)
    var place = unz64_file_pos(
      pos_in_zip_directory: ZPOS64_T(part.place.0), num_of_file: ZPOS64_T(part.place.1))
    guard unsafe unzGoToFilePos64(handle, &place) == UNZ_OK,
      unsafe unzOpenCurrentFile(handle) == UNZ_OK
    else { throw fault(.damagedZip) }
    current = part
  }

  private func checkFactor(_ part: Part, _ size: Int) throws {
    if size > limits.freeBytes, size / max(part.packedSize, 1) > limits.factor {
      throw ContainerFault(path, .expandsByMoreThan(factor: limits.factor), .init(part: part.name))
    }
  }

  /// Appends up to `count` bytes of the open part; returns how many, 0 at its end only. The
  /// check sum is held against the contents at the end.
  package func read(_ count: Int, appendingTo buffer: inout [UInt8]) throws -> Int {
    guard let part = current else { return 0 }
    let count = min(count, 1 << 30)
    var number = 0
    buffer.append(addingCapacity: count) { span in
      unsafe span.withUnsafeMutableBufferPointer { memory, filled in
        number = unsafe Int(unzReadCurrentFile(handle, memory.baseAddress, UInt32(count)))
        filled = max(number, 0)
      }
    }
    func fault(_ kind: ContainerFault.Kind) -> ContainerFault {
      ContainerFault(path, kind, .init(part: part.name, offset: delivered))
    }
    if number < 0 { throw fault(.badCompressedData) }
    delivered += number
    if delivered > limits.partBytes { throw fault(.expandsBeyond(limit: limits.partBytes)) }
    try checkFactor(part, delivered)
    if number == 0 {
      current = nil
      let status = unsafe unzCloseCurrentFile(handle)
      if delivered < part.size { throw fault(.cutOff) }
      if status == UNZ_CRCERROR { throw fault(.badChecksum) }
      if status != UNZ_OK { throw fault(.damagedZip) }
    }
    return number
  }

  /// The whole of a small part.
  package func contents(of name: String, limit: Int) throws -> [UInt8] {
    try open(name)
    var bytes: [UInt8] = []
    while try read(64 << 10, appendingTo: &bytes) > 0 {
      if bytes.count > limit {
        throw ContainerFault(path, .expandsBeyond(limit: limit), .init(part: name))
      }
    }
    return bytes
  }
}
