import Foundation
import Records
import Testing

@testable import Findings

@Suite final class `findings csv read back` {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "findings-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func file(_ text: String, header: Bool = true) throws -> String {
    let path = folder + "/\(UUID().uuidString).csv"
    try OutputFile.write(
      Array((header ? FindingWriter.header : "").utf8) + text.utf8, creating: path)
    return path
  }

  static let rule = Rule(
    id: "IND001", name: "industry-code-missing", parties: [.organisation], dimension: .completeness,
    severity: .error, reads: [.industryCode], authority: Authority("GB/T 4754-2017"),
    title: Text(zh: "行业代码缺失", en: "Industry code missing"), claim: Text(zh: "无", en: "none"),
    remedy: Text(zh: "补", en: "add"), examples: [])

  static let odd = [
    "", "plain", "=1+1", "+86", "-1", "@SUM(A1)", "\tx", "\rx", "'quoted", "''", "a,b", "say \"x\"",
    "\"", "\"\"", "two\nlines", "crlf\r\nend", "中文，标点", "🏦", ",", "\n", "'=1", "x\"", "\u{0}\u{1}",
  ]

  /// A finding whose texts all say `text`.
  static func append(_ text: String, branch: String, to writer: inout FindingWriter) {
    let bytes = Array(text.utf8)
    writer.begin(
      .init(rule, severity: .error, language: .zh), party: .organisation, key: bytes.span,
      branch: Array(branch.utf8).span, owner: bytes.span, source: text, row: 12)
    writer.value = bytes
    writer.expected = bytes
    writer.suggestion = bytes
    writer.evidence = bytes
    writer.confidence = 95
    writer.action = .confirm
    writer.end()
  }

  @Test func `gives every cell as it was written`() throws {
    var writer = FindingWriter(language: .zh)
    for text in Self.odd { Self.append(text, branch: text, to: &writer) }
    let path = try file(String(decoding: writer.findings, as: UTF8.self))
    let reader = try FindingsReader(path: path)
    var line = 2
    for text in Self.odd {
      #expect(try reader.next())
      for column in [
        FindingColumn.recordKey, .branch, .owner, .value, .expected, .suggestion, .evidence,
        .source,
      ] {
        #expect(Array(reader[column]) == Array(text.utf8), "\(column) of \(text.debugDescription)")
      }
      #expect(reader.text(.ruleID) == "IND001")
      #expect(reader.text(.confidence) == "95")
      #expect(reader.text(.action) == "confirm")
      #expect(reader.text(.row) == "12")
      #expect(reader.text(.findingID).count == 16)
      #expect(reader.line == line)
      line += 1 + 8 * text.utf8.count { $0 == 0x0A }
    }
    #expect(try !reader.next())
    #expect(try !reader.next())
  }

  @Test func `has rows longer than what is read at once`() throws {
    var writer = FindingWriter(language: .zh)
    let long = String(repeating: "长\"的,\n值", count: 40_000)
    for text in ["first", long, "last"] { Self.append(text, branch: "b", to: &writer) }
    let path = try file(String(decoding: writer.findings, as: UTF8.self))
    let reader = try FindingsReader(path: path)
    var offsets: [Int] = []
    for text in ["first", long, "last"] {
      #expect(try reader.next())
      #expect(Array(reader[.evidence]) == Array(text.utf8))
      offsets.append(reader.offset)
    }
    try reader.move(to: offsets[1])
    #expect(reader[.value].count == long.utf8.count)
    try reader.move(to: offsets[0])
    #expect(reader.text(.value) == "first")
  }

  @Test func `is found again by branch, in any order`() throws {
    var writer = FindingWriter(language: .zh)
    var expected: [String: [String]] = [:]
    for number in 0..<12_000 {
      let branch = ["", "b", "B", "支行", "a much longer name of a branch, with a comma"][
        number * 7 % 5]
      Self.append("v\(number)", branch: branch, to: &writer)
      expected[branch, default: []].append("v\(number)")
    }
    let reader = try FindingsReader(path: file(String(decoding: writer.findings, as: UTF8.self)))
    let branches = try reader.branches()
    #expect(
      branches.map { String(decoding: $0.name, as: UTF8.self) }
        == expected.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for branch in branches {
      let values = try #require(expected[String(decoding: branch.name, as: UTF8.self)])
      #expect(branch.count == values.count)
      for (offset, value) in zip(branch.offsets, values).reversed() {
        try reader.move(to: offset)
        if reader.text(.value) != value || Array(reader[.branch]) != branch.name {
          Issue.record("another row at \(offset)")
        }
      }
    }
  }

  @Test(arguments: [
    ("", false, 1, FindingsFault.Kind.header), ("a,b,c\n", false, 1, .header),
    (FindingWriter.header.replacing("row", with: "line"), false, 1, .header),
    ("1,2,3\n", true, 2, .cells(expected: 18, found: 3)),
    ("\n", true, 2, .cells(expected: 18, found: 1)),
    (String(repeating: ",", count: 18) + "\n", true, 2, .cells(expected: 18, found: 19)),
    (String(repeating: ",", count: 17), true, 2, .cut),
    (",,,,,\"a\"b,,,,,,,,,,,,\n", true, 2, .textAfterQuote),
    (String(repeating: ",", count: 17) + "\n\"open", true, 3, .cut),
  ])
  func `tells where it is broken`(
    _ text: String, _ header: Bool, _ line: Int, _ kind: FindingsFault.Kind
  ) throws {
    let path = try file(text, header: header)
    let fault = #expect(throws: FindingsFault.self) {
      let reader = try FindingsReader(path: path)
      while try reader.next() {}
    }
    #expect(fault?.kind == kind)
    #expect(fault?.line == line)
    #expect(fault?.path == path)
  }

  @Test func `refuses an offset that a changed file no longer has`() throws {
    let reader = try FindingsReader(path: file(""))
    #expect(throws: FindingsFault.self) { try reader.move(to: 10_000) }
  }
}
