import Extracts
import Testing

@Suite struct `Records of XML` {
  /// Records as lines: number, line, values; `-` for one that is missing, `+` behind one that
  /// repeats. And the fault at the end.
  func read(
    _ bytes: [UInt8], _ path: String, _ fields: [String], recordBytes: Int = 1 << 20
  ) throws -> ([String], ContainerFault?) {
    let reader = try XMLRecordReader(
      xml(bytes, piece: 50), recordPath: path, fieldPaths: fields, recordBytes: recordBytes)
    var record = XMLRecord()
    var lines: [String] = []
    do {
      while try reader.nextRecord(into: &record) {
        let values = record.values.indices.map { field in
          (record.values[field].present ? record.text(field) : "-")
            + (record.values[field].repeated ? "+" : "")
        }
        lines.append("\(record.number) \(record.line): " + values.joined(separator: "|"))
      }
      return (lines, nil)
    } catch {
      return (lines, error as? ContainerFault)
    }
  }

  static let document = """
    <?xml version="1.0"?>
    <n:ROWS xmlns:n="urn:x">
      <HEAD><ROW><NAME>no record</NAME></ROW></HEAD>
      <n:ROW id="1" n:kind="p">
        <CUST code="c1"><NAME>张三</NAME><NAME>李四</NAME></CUST>
        <n:PHONE><![CDATA[a&b]]>-<!-- x -->&lt;2</n:PHONE><EMPTY/>
        <OTHER><NAME>not asked for</NAME><PHONE>no</PHONE></OTHER>
      </n:ROW>
      <ROW id="2"><PHONE>1<B>2</B>3</PHONE><CUST><NAME/></CUST><ROW><PHONE>inner</PHONE></ROW></ROW>
    </n:ROWS>
    """

  @Test func `are found by path`() throws {
    let (lines, fault) = try read(
      Array(Self.document.utf8), "/ROWS/ROW",
      ["@id", "CUST/NAME", "PHONE", "CUST/@code", "EMPTY", "NAME", "@kind", "PHONE/B"])
    #expect(lines == ["1 4: 1|张三+|a&b-<2|c1||-|p|-", "2 9: 2||13|-|-|-|-|2"])
    #expect(fault == nil)
  }

  @Test func `may be the root, with a text of their own`() throws {
    let (lines, _) = try read(Array("<R a='1'>x<b/>y</R>".utf8), "/R", [".", "@a", "b"])
    #expect(lines == ["1 1: xy|1|"])
  }

  @Test func `before a fault are given, then the fault and its line`() throws {
    let text = "<R>\n<r><v>1</v></r>\n<r><v>2</v></r>\n<r><v>3</w></r>\n</R>"
    let (lines, fault) = try read(Array(text.utf8), "/R/r", ["v"])
    #expect(lines == ["1 2: 1", "2 3: 2"])
    #expect(fault?.kind == .malformedXML(code: 76))
    #expect(fault?.place.line == 4)
  }

  @Test func `in a document that is cut off are no more than the whole ones`() throws {
    let text = "<R>\n<r><v>1</v></r>\n<r><v>2</v>"
    let (lines, fault) = try read(Array(text.utf8), "/R/r", ["v"])
    #expect(lines == ["1 2: 1"])
    #expect(fault?.kind == .malformedXML(code: 5) || fault?.kind == .malformedXML(code: 77))
  }

  @Test func `may be of GB18030`() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='GB18030'?><R><r><v>".utf8) + [0xD5, 0xC5]
      + Array("</v></r></R>".utf8)
    #expect(try read(bytes, "/R/r", ["v"]).0 == ["1 1: 张"])
  }

  @Test func `are bounded`() throws {
    let text = "<R><r><v>" + String(repeating: "x", count: 200) + "</v></r></R>"
    #expect(
      try read(Array(text.utf8), "/R/r", ["v"], recordBytes: 199).1?.kind
        == .recordTooLong(limit: 199))
    #expect(try read(Array(text.utf8), "/R/r", ["v"], recordBytes: 200).1 == nil)
    #expect(try read(Array(text.utf8), "/R/r", ["w"], recordBytes: 1).1 == nil)
  }

  @Test func `of a document without any are none`() throws {
    let (lines, fault) = try read(Array("<R><x><r/></x><r2/></R>".utf8), "/R/r", ["v"])
    #expect(lines.isEmpty)
    #expect(fault == nil)
  }

  @Test(arguments: [
    ("R/r", ["v"]), ("/", ["v"]), ("/R//r", ["v"]), ("/R/r/", ["v"]), ("/R/@r", ["v"]),
    ("/R", [""]),
    ("/R", ["a//b"]), ("/R", ["@"]), ("/R", ["@a/b"]), ("/R", ["a[2]"]), ("/R", ["v", "v"]),
    ("/R", ["@v", "@v"]), ("/R", ["../v"]), ("/R", ["/v"]), ("/R/*", ["v"]),
  ]) func `are not sought by a path that makes no sense`(path: String, fields: [String]) {
    let fault = #expect(throws: ContainerFault.self) {
      try XMLRecordReader(xml([]), recordPath: path, fieldPaths: fields)
    }
    guard case .badPath = fault?.kind else {
      Issue.record("\(path) \(fields)")
      return
    }
  }
}
