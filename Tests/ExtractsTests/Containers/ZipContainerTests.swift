import Extracts
import Testing

@Suite struct `A zip container` {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The fault of opening the file and reading all of its parts.
  func fault(
    _ bytes: [UInt8], _ limits: ZipContainer.Limits = .init()
  ) throws -> ContainerFault.Kind? {
    let path = try folder.file("file.xlsx", bytes)
    do {
      let zip = try ZipContainer(path: path, limits: limits)
      for part in zip.parts {
        try zip.open(part.name)
        let (_, fault) = drain(1000) { try zip.read($0, appendingTo: &$1) }
        if let fault { throw fault }
      }
    } catch let fault as ContainerFault {
      return fault.kind
    }
    return nil
  }

  @Test func `gives its parts, whatever their case`() throws {
    var zip = HandmadeZip([("a.xml", "first"), ("Folder/B.XML", "second")])
    zip.parts[0].method = 0
    let container = try ZipContainer(path: folder.file("a.zip", zip.bytes()))
    #expect(container.parts.map(\.name) == ["a.xml", "Folder/B.XML"])
    #expect(try container.contents(of: "folder/b.xml", limit: 10) == Array("second".utf8))
    #expect(try container.contents(of: "a.xml", limit: 10) == Array("first".utf8))
    #expect(throws: ContainerFault.self) { try container.contents(of: "a.xml", limit: 4) }
    #expect(throws: ContainerFault(container.path, .missingPart, .init(part: "c"))) {
      try container.open("c")
    }
  }

  @Test func `may be left in the middle of a part`() throws {
    let container = try ZipContainer(
      path: folder.file("a.zip", HandmadeZip([("a", "first"), ("b", "second")]).bytes()))
    var bytes: [UInt8] = []
    try container.open("a")
    #expect(try container.read(2, appendingTo: &bytes) == 2)
    try container.open("b")
    #expect(try container.read(99, appendingTo: &bytes) == 6)
    #expect(bytes == Array("fisecond".utf8))
  }

  @Test func `that is cut off is refused`() throws {
    let whole = try HandmadeZip([("a.xml", String(repeating: "word ", count: 999))]).bytes()
    #expect(try fault(Array(whole.dropLast(30))) == .damagedZip)
  }

  @Test func `whose part is cut off says so`() throws {
    var zip = HandmadeZip([("a.xml", "first second third fourth")])
    zip.parts[0].missing = 9
    let kind = try fault(zip.bytes())
    #expect(kind == .cutOff || kind == .badCompressedData)
  }

  @Test func `with a wrong check sum says so`() throws {
    var zip = HandmadeZip([("a.xml", "first")])
    zip.parts[0].checksum = 1
    #expect(try fault(zip.bytes()) == .badChecksum)
  }

  @Test func `does not expand without bounds`() throws {
    var zip = HandmadeZip()
    zip.parts = [.init(name: "bomb.xml", contents: [UInt8](repeating: 0x20, count: 20 << 20))]
    let bytes = try zip.bytes()
    #expect(try fault(bytes) == .expandsByMoreThan(factor: 250))
    let path = try folder.file("bomb.xlsx", bytes)
    let limits = ZipContainer.Limits(partBytes: 10 << 20, factor: 5000)
    #expect(throws: ContainerFault(path, .expandsBeyond(limit: 10 << 20), .init(part: "bomb.xml")))
    {
      try ZipContainer(path: path, limits: limits).open("bomb.xml")
    }
    let free = try ZipContainer(path: path, limits: .init(factor: 5000))
    try free.open("bomb.xml")
    let (contents, fault) = drain(1 << 20) { try free.read($0, appendingTo: &$1) }
    #expect(contents.count == 20 << 20)
    #expect(fault == nil)
  }

  @Test func `with two parts of a name is refused`() throws {
    #expect(try fault(HandmadeZip([("a.xml", "1"), ("A.xml", "2")]).bytes()) == .duplicatePart)
  }

  @Test func `with too many parts is refused`() throws {
    let zip = try HandmadeZip((0..<4).map { ("\($0)", "") }).bytes()
    #expect(try fault(zip, .init(parts: 3)) == .tooManyParts(limit: 3))
  }

  @Test func `with an unusable name is refused`() throws {
    let name = String(repeating: "n", count: 2000)
    #expect(try fault(HandmadeZip([(name, "")]).bytes()) == .unusablePartName)
  }

  @Test func `that is encrypted is refused`() throws {
    var zip = HandmadeZip([("a.xml", "first")])
    zip.parts[0].flags = 1
    #expect(try fault(zip.bytes()) == .encryptedPart)
  }

  @Test func `of another compression is refused`() throws {
    var zip = HandmadeZip([("a.xml", "first")])
    zip.parts[0].method = 12
    #expect(try fault(zip.bytes()) == .unsupportedCompression(method: 12))
  }

  static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  @Test func `is not an old workbook, nor one with a password, nor text`() throws {
    var head = Self.ole + [UInt8](repeating: 0, count: 504)
    head[30] = 9
    var directory = [UInt8](repeating: 0, count: 512)
    #expect(try fault(head + directory) == .oldOfficeDocument)
    for (index, byte) in "EncryptedPackage".utf8.enumerated() { directory[128 + index * 2] = byte }
    let path = try folder.file("secret.xlsx", head + directory)
    #expect(throws: ContainerFault(path, .passwordProtected)) { try ZipContainer(path: path) }
    let text = try folder.file("text.xlsx", Array("a,b,c".utf8))
    #expect(throws: ContainerFault(text, .notAZip)) { try ZipContainer(path: text) }
  }

  @Test func `of chance bytes is refused without harm`() throws {
    var chance = Chance(state: 11)
    let whole = try HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>").zip.bytes()
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 2..<bytes.count, using: &chance)] = UInt8.random(
          in: 0...255, using: &chance)
      }
      let path = try folder.file("\(chance.next())", bytes)
      var row = WorkbookRow()
      do {
        let reader = try WorkbookReader(path: path)
        if !reader.sheets.isEmpty { try reader.open(sheet: 0) }
        while try reader.nextRow(into: &row) {}
      } catch is ContainerFault {}
    }
  }
}
