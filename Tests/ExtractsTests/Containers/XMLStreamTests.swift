import Extracts
import Foundation
import Testing

/// A stream over bytes in memory, handed over in pieces.
func xml(
  _ bytes: [UInt8], piece: Int = 1 << 16, limits: XMLStream.Limits = .init()
) -> XMLStream {
  var place = 0
  return XMLStream(path: "test.xml", limits: limits) { count, buffer in
    let number = min(count, piece, bytes.count - place)
    buffer.append(contentsOf: bytes[place..<(place + number)])
    place += number
    return number
  }
}

@Suite struct `A stream of XML` {
  /// Everything in one line: `<a x=1>text</a>`, and the fault it ended with.
  func read(_ stream: XMLStream) -> (String, ContainerFault?) {
    let (a, b, x, y) = (stream.name("a"), stream.name("b"), stream.name("x"), stream.name("y"))
    var bytes: [UInt8] = []
    func name(_ name: XMLStream.Name) -> String { name == a ? "a" : name == b ? "b" : "?" }
    do {
      while let event = try stream.next() {
        switch event {
        case .start(let element):
          bytes += Array("<\(name(element))".utf8)
          for (label, attribute) in [("x", x), ("y", y)] {
            if let value = stream.text(of: attribute) { bytes += Array(" \(label)=\(value)".utf8) }
          }
          bytes += Array(">".utf8)
        case .end(let element): bytes += Array("</\(name(element))>".utf8)
        case .text: stream.appendText(to: &bytes)
        }
      }
      return (String(decoding: bytes, as: UTF8.self), nil)
    } catch {
      return (String(decoding: bytes, as: UTF8.self), error as? ContainerFault)
    }
  }

  static let document = """
    <?xml version="1.0"?><n:a xmlns:n="u" x='1&amp;2' n:y="张"><!-- no --><b/>&lt;&#x5F20;<![CDATA[<&>]]><c>三</c></n:a>
    """

  @Test(arguments: [1, 2, 3, 5, 64, 100_000]) func `gives names, attributes and text`(
    piece: Int
  ) {
    let (text, fault) = read(xml(Array(Self.document.utf8), piece: piece))
    #expect(text == "<a x=1&2 y=张><b></b><张<&><?>三</?></a>")
    #expect(fault == nil)
  }

  @Test(arguments: ["GB18030", "GBK", "gb2312", "GB2312"]) func `reads Chinese encodings`(
    name: String
  ) throws {
    // 镕 is in GBK, not in GB2312, which documents declare all the same.
    let body: [UInt8] = [0xD5, 0xC5, 0xE9, 0x46]
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"\(name)\"?><a x=\"".utf8) + body
      + Array("\">".utf8) + body + Array("</a>".utf8)
    for piece in [1, 3, 1000] {
      let (text, fault) = read(xml(bytes, piece: piece))
      #expect(text == "<a x=张镕>张镕</a>")
      #expect(fault == nil)
    }
  }

  @Test func `reads a long document of GB18030 over many pieces`() {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>".utf8)
    for index in 0..<40_000 { bytes += [0xD5, 0xC5] + Array("\(index % 10)".utf8) }
    let (text, fault) = read(xml(bytes + Array("</a>".utf8), piece: 4097))
    #expect(fault == nil)
    #expect(text.unicodeScalars.count == 80_000 + 7)
    #expect(text.hasPrefix("<a>张0张1张2") && text.hasSuffix("张8张9</a>"))
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian]) func `reads UTF-16`(
    encoding: String.Encoding
  ) throws {
    let data = try #require("\u{FEFF}<a x=\"1\">张三</a>".data(using: encoding))
    let (text, fault) = read(xml(Array(data), piece: 7))
    #expect(text == "<a x=1>张三</a>")
    #expect(fault == nil)
  }

  @Test func `refuses a document type, before and without reading what it names`() {
    let outside = """
      <?xml version="1.0"?>
      <!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>
      <a>&e;</a>
      """
    let (text, fault) = read(xml(Array(outside.utf8)))
    #expect(text == "")
    #expect(fault?.kind == .doctype)
    #expect(fault?.place.line == 2)
    let dtd = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>"
    #expect(read(xml(Array(dtd.utf8))).1?.kind == .doctype)
  }

  @Test func `does not laugh`() {
    var laughs = "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
    for index in 1..<30 { laughs += "<!ENTITY l\(index) \"&l\(index - 1);&l\(index - 1);\">" }
    let (text, fault) = read(xml(Array((laughs + "]><a>&l29;</a>").utf8), piece: 50))
    #expect(text == "")
    #expect(fault?.kind == .doctype)
  }

  @Test func `knows no entity but the five`() {
    let (text, fault) = read(xml(Array("<a>1&apos;&nbsp;2</a>".utf8)))
    #expect(text == "<a>1'")
    #expect(fault?.kind == .malformedXML(code: 26))
  }

  @Test func `has a bottom`() {
    let deep = String(repeating: "<a>", count: 60)
    let (_, fault) = read(xml(Array(deep.utf8), limits: .init(depth: 50)))
    #expect(fault?.kind == .tooDeep(limit: 50))
    let flat = "<a>" + String(repeating: "<b></b>", count: 60) + "</a>"
    #expect(read(xml(Array(flat.utf8), limits: .init(depth: 2))).1 == nil)
  }

  @Test func `has no end of a tag in reach`() {
    let long = "<a x=\"" + String(repeating: "v", count: 300_000)
    let (_, fault) = read(xml(Array(long.utf8), limits: .init(tokenBytes: 100_000)))
    #expect(fault?.kind == .tokenTooLong(limit: 100_000))
  }

  @Test(arguments: ["<b>%</b>", "<b><![CDATA[%]]></b>"]) func `takes a text of ten megabytes`(
    form: String
  ) {
    let text = String(repeating: "一二三四", count: 1 << 20)
    let (result, fault) = read(xml(Array(form.replacing("%", with: text).utf8)))
    #expect(fault == nil)
    #expect(result.utf8.count == 12 << 20 + 7)
  }

  @Test func `gives all before a fault, then its line and column`() {
    let (text, fault) = read(xml(Array("<a>\n<b>1</b>\n<b>2</c></a>".utf8)))
    #expect(text.hasPrefix("<a>\n<b>1</b>\n<b>2"))
    #expect(fault?.kind == .malformedXML(code: 76))
    #expect(fault?.place.line == 3)
    #expect((fault?.place.column ?? 0) > 4)
  }

  @Test(arguments: ["", "   ", "<a>", "<a/><b/>", "text", "<a>\u{1}</a>", "<a x=1/>"])
  func `does not pass what is not well-formed`(text: String) {
    let fault = read(xml(Array(text.utf8))).1
    guard case .malformedXML = fault?.kind else {
      Issue.record("\(text): \(String(describing: fault))")
      return
    }
  }

  @Test func `reports bytes that the encoding does not have, and an unknown encoding`() {
    let bad = Array("<a>\n".utf8) + [0xD5, 0xC5] + Array("</a>".utf8)
    #expect(read(xml(bad)).1?.kind == .badEncoding)
    #expect(read(xml(bad)).1?.place.line == 2)
    let gb =
      Array("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>".utf8) + [0xD5, 0xFF, 0xFF]
      + Array("</a>".utf8)
    #expect(read(xml(gb)).1?.kind == .badEncoding)
    let unknown = "<?xml version=\"1.0\" encoding=\"X-NONE\"?><a>1</a>"
    #expect(read(xml(Array(unknown.utf8))).1?.kind == .unknownEncoding)
  }

  @Test func `hands on the fault of its source`() {
    let stream = XMLStream(path: "p") { _, buffer in
      if !buffer.isEmpty { throw ContainerFault("p", .cutOff) }
      buffer += Array("<a>".utf8)
      return 3
    }
    #expect(read(stream).1?.kind == .cutOff)
  }
}
