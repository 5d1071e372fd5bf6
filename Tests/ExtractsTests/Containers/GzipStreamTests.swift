import Extracts
import Testing

@Suite struct `A gzip stream` {
  let folder: Folder
  /// Half of it cannot be compressed, so that a cut leaves a good part.
  static let chances: [UInt8] = {
    var chance = Chance(state: 7)
    return (0..<600_000).map { $0 % 2 == 0 ? UInt8(truncatingIfNeeded: chance.next()) : 0x41 }
  }()
  let contents = Self.chances

  init() throws { folder = try Folder() }

  func read(_ bytes: [UInt8], piece: Int = 10_000) throws -> ([UInt8], ContainerFault?, GzipStream)
  {
    let stream = try GzipStream(path: folder.file("data.gz", bytes))
    let (result, fault) = drain(piece) { try stream.read($0, appendingTo: &$1) }
    return (result, fault, stream)
  }

  @Test(arguments: [1, 7, 65_536, 10_000_000]) func `gives back what was written`(piece: Int) throws
  {
    let contents = piece < 100 ? Array(contents.prefix(3000)) : contents
    let (result, fault, stream) = try read(GzipWriter.gzip(contents), piece: piece)
    #expect(result == contents)
    #expect(fault == nil)
    #expect(stream.members == 1)
    #expect(stream.trailingBytes == 0)
  }

  @Test func `of nothing is empty`() throws {
    let (result, fault, _) = try read(GzipWriter.gzip([]))
    #expect(result.isEmpty)
    #expect(fault == nil)
  }

  @Test func `of several members reads as one`() throws {
    let (a, b) = (Array(contents.prefix(400_000)), Array(contents.dropFirst(400_000)))
    let (result, fault, stream) = try read(
      GzipWriter.gzip(a) + GzipWriter.gzip([]) + GzipWriter.gzip(b))
    #expect(result == contents)
    #expect(fault == nil)
    #expect(stream.members == 3)
  }

  @Test(arguments: [11, 300_000, 1]) func `that is cut off gives the good bytes and then the fault`(
    missing: Int
  ) throws {
    let whole = try GzipWriter.gzip(contents)
    let (result, fault, _) = try read(Array(whole.dropLast(missing)))
    #expect(fault?.kind == .cutOff)
    #expect(contents.starts(with: result))
    #expect(result.count > contents.count - missing * 2 - 1000)
    if missing < 8 { #expect(result == contents) }
  }

  @Test func `that is cut off between two members' heads says so`() throws {
    let whole = try GzipWriter.gzip([1, 2, 3])
    let (result, fault, _) = try read(whole + Array(whole.prefix(5)))
    #expect(result == [1, 2, 3])
    #expect(fault?.kind == .cutOff)
  }

  @Test func `with a wrong check sum says so after the last byte`() throws {
    var bytes = try GzipWriter.gzip(contents)
    bytes[bytes.count - 8] ^= 1
    let (result, fault, _) = try read(bytes)
    #expect(result == contents)
    #expect(fault?.kind == .badChecksum)
  }

  @Test func `with one flipped bit never passes`() throws {
    let whole = try GzipWriter.gzip(Array(contents.prefix(2000)))
    var chance = Chance(state: 3)
    for _ in 0..<200 {
      var bytes = whole
      // Not the head: name, time and system may be anything.
      let place = Int.random(in: 10..<bytes.count, using: &chance)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      let stream = try GzipStream(path: folder.file("\(chance.next()).gz", bytes))
      let (_, fault) = drain(100) { try stream.read($0, appendingTo: &$1) }
      #expect(fault != nil, "bit at \(place)")
    }
  }

  @Test func `with garbage behind counts it`() throws {
    let (result, fault, stream) = try read(GzipWriter.gzip([9, 9]) + Array("garbage".utf8))
    #expect(result == [9, 9])
    #expect(fault == nil)
    #expect(stream.trailingBytes == 7)
  }

  @Test func `with zeros behind takes them for padding`() throws {
    let (result, fault, stream) = try read(GzipWriter.gzip([9]) + [UInt8](repeating: 0, count: 512))
    #expect(result == [9])
    #expect(fault == nil)
    #expect(stream.trailingBytes == 0)
  }

  @Test(arguments: [[], [0x1F], Array("a,b\n".utf8)]) func `is not made of other files`(
    bytes: [UInt8]
  ) throws {
    let path = try folder.file("plain.gz", bytes)
    #expect(throws: ContainerFault(path, .notGzip, .init(offset: 0))) { try GzipStream(path: path) }
  }

  @Test func `keeps its fault`() throws {
    let (_, fault, stream) = try read(GzipWriter.gzip(contents).dropLast(9))
    var bytes: [UInt8] = []
    #expect(throws: try #require(fault)) { try stream.read(1, appendingTo: &bytes) }
    #expect(bytes.isEmpty)
  }

  @Test func `is written alike every time`() throws {
    #expect(try GzipWriter.gzip(contents) == GzipWriter.gzip(contents))
  }
}
