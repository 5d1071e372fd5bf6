/// One record of a document; kept by the caller and filled anew for every record.
package struct XMLRecord: Sendable {
  package struct Value: Sendable, BitwiseCopyable {
    package var start: UInt32 = 0
    package var end: UInt32 = 0
    /// The element or attribute was there, if only empty.
    package var present = false
    /// It was there more than once; the first one counts.
    package var repeated = false

    /// Where the value stands in the bytes of the record.
    package var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// Values in UTF-8.
  package internal(set) var bytes: [UInt8] = []
  /// Values by field, in the order of the field paths.
  package internal(set) var values: [Value] = []
  /// Line, from 1, where the start tag of the record ends.
  package internal(set) var line = 0
  /// Number of the record, from 1.
  package internal(set) var number = 0

  package init() {}

  package func text(_ field: Int) -> String {
    String(decoding: bytes[values[field].range], as: UTF8.self)
  }
}

/// The records of a document of XML, by paths of local names; no tree is built.
///
/// A field path is relative to the record: `NAME`, `CUST/NAME`, `@id`, `CUST/@id`, or `.` for
/// the text of the record itself. The value is the text directly within the element, blanks
/// included. Memory is bounded by one record. Not safe for several threads at once.
package final class XMLRecordReader {
  private struct Node {
    var children: [(name: XMLStream.Name, node: Int)] = []
    var attributes: [(name: XMLStream.Name, field: Int)] = []
    var field: Int?
  }

  private let stream: XMLStream
  private let recordBytes: Int
  private let steps: [XMLStream.Name]
  /// The fields as a tree of names; the record is number 0.
  private var nodes = [Node()]
  private let fieldCount: Int
  /// Elements open, and how many of them, from the root, lie on the way to a record.
  private var depth = 0
  private var matched = 0
  private var number = 0
  /// Nodes of the open elements of a record; -1 for one that is not asked for.
  private var open: [Int] = []

  /// Throws `ContainerFault` for a path that cannot be read.
  package init(
    _ stream: XMLStream, recordPath: String, fieldPaths: [String], recordBytes: Int = 64 << 20
  ) throws {
    self.stream = stream
    self.recordBytes = min(recordBytes, Int(UInt32.max))
    fieldCount = fieldPaths.count
    let parts = recordPath.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].isEmpty, parts.dropFirst().allSatisfy(Self.isName) else {
      throw ContainerFault(stream.path, .badPath(recordPath))
    }
    steps = parts.dropFirst().map { stream.name(Self.local($0)) }
    for (field, path) in fieldPaths.enumerated() { try add(field, path) }
  }

  private static func isName(_ step: Substring) -> Bool {
    !step.isEmpty && !step.contains { "@[]()*. \t".contains($0) && $0 != "." } && step != "."
      && step != ".."
  }

  /// Without the prefix of a namespace.
  private static func local(_ step: Substring) -> String {
    String(step.split(separator: ":").last ?? step)
  }

  private func add(_ field: Int, _ path: String) throws {
    let fault = ContainerFault(stream.path, .badPath(path))
    var node = 0
    var steps = path.split(separator: "/", omittingEmptySubsequences: false)
    let last = steps.removeLast()
    if path == "." {
      nodes[0].field = field
      return
    }
    let isAttribute = last.hasPrefix("@")
    if !isAttribute { steps.append(last) }
    for step in steps {
      guard Self.isName(step) else { throw fault }
      let name = stream.name(Self.local(step))
      if let child = nodes[node].children.first(where: { $0.name == name }) {
        node = child.node
      } else {
        nodes.append(Node())
        nodes[node].children.append((name, nodes.count - 1))
        node = nodes.count - 1
      }
    }
    if isAttribute {
      guard Self.isName(last.dropFirst()) else { throw fault }
      let name = stream.name(Self.local(last.dropFirst()))
      if nodes[node].attributes.contains(where: { $0.name == name }) { throw fault }
      nodes[node].attributes.append((name, field))
    } else {
      if nodes[node].field != nil { throw fault }
      nodes[node].field = field
    }
  }

  /// Reads the next record; false after the last one, with the document read to its end.
  package func nextRecord(into record: inout XMLRecord) throws -> Bool {
    while let event = try stream.next() {
      switch event {
      case .start(let name):
        if matched == depth, depth < steps.count, steps[depth] == name { matched += 1 }
        depth += 1
        if depth == steps.count, matched == depth {
          number += 1
          try readRecord(into: &record)
          depth -= 1
          matched = min(matched, depth)
          return true
        }
      case .end:
        depth -= 1
        matched = min(matched, depth)
      case .text: break
      }
    }
    return false
  }

  private func readRecord(into record: inout XMLRecord) throws {
    record.bytes.removeAll(keepingCapacity: true)
    record.values.removeAll(keepingCapacity: true)
    for _ in 0..<fieldCount { record.values.append(XMLRecord.Value()) }
    record.number = number
    record.line = stream.line
    open.removeAll(keepingCapacity: true)
    try enter(0, &record)
    while let event = try stream.next() {
      switch event {
      case .start(let name):
        let parent = open[open.count - 1]
        var node = -1
        if parent >= 0 {
          for child in nodes[parent].children where child.name == name { node = child.node }
        }
        try enter(node, &record)
      case .end:
        open.removeLast()
        if open.isEmpty { return }
      case .text:
        let node = open[open.count - 1]
        guard node >= 0, let field = nodes[node].field, !record.values[field].repeated else {
          break
        }
        try append(stream.textRange, to: field, &record)
      }
    }
  }

  private func enter(_ node: Int, _ record: inout XMLRecord) throws {
    open.append(node)
    if node < 0 { return }
    if let field = nodes[node].field { begin(field, &record) }
    for (name, field) in nodes[node].attributes {
      guard let range = stream.attribute(name), begin(field, &record) else { continue }
      try append(range, to: field, &record)
    }
  }

  /// Returns whether it is the first value of the field.
  @discardableResult private func begin(_ field: Int, _ record: inout XMLRecord) -> Bool {
    if record.values[field].present {
      record.values[field].repeated = true
      return false
    }
    let place = UInt32(record.bytes.count)
    record.values[field] = XMLRecord.Value(start: place, end: place, present: true)
    return true
  }

  private func append(_ range: Range<Int>, to field: Int, _ record: inout XMLRecord) throws {
    let value = record.values[field]
    if Int(value.end) != record.bytes.count {
      // Text after a child element: move what there is to the end, so that it stays in one piece.
      let start = UInt32(record.bytes.count)
      let old = Array(record.bytes[value.range])
      record.bytes.append(contentsOf: old)
      record.values[field].start = start
    }
    stream.append(range, to: &record.bytes)
    record.values[field].end = UInt32(record.bytes.count)
    if record.bytes.count > recordBytes { throw stream.fault(.recordTooLong(limit: recordBytes)) }
  }
}
