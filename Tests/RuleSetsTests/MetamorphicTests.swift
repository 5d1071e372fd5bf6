import Extracts
import Findings
import Foundation
import LocalValidators
import Records
import TestSupport
import Testing
import Validators

/// What makes no difference to what a record says makes none to a rule's verdict on it.
@Suite struct `No rule's verdict changes` {
  /// Records with the same columns, on which one rule is asked.
  struct Sheet: Sendable, CustomTestStringConvertible {
    let type: any RecordValidator.Type
    let party: Party
    let elements: [DataElement]
    let examples: [Example]
    var records: [[DataElement: String]] { examples.map(\.cells) }
    /// Name of a reference that is not there.
    let missing: String?
    var testDescription: String { "\(type.rule.id) \(party.rawValue), \(elements.count) columns" }
  }

  /// The examples of every record rule, by the columns that they have.
  static let sheets: [Sheet] = CompiledRules.recordValidators.flatMap { type in
    struct Key: Hashable {
      let party: Party
      let elements: [DataElement]
      let missing: String?
    }
    let groups = Dictionary(grouping: type.rule.examples) { example in
      Key(
        party: example.party ?? type.rule.parties[0],
        elements: example.cells.keys.sorted { $0.rawValue < $1.rawValue }, missing: example.missing)
    }
    return groups.sorted { $0.value[0].line < $1.value[0].line }
      .filter { !$0.key.elements.isEmpty }
      .map {
        Sheet(
          type: type, party: $0.key.party, elements: $0.key.elements,
          examples: $0.value, missing: $0.key.missing)
      }
  }

  /// How a sheet is written down.
  struct Form {
    var blanks = false
    var encoding = TextEncoding.utf8
    var reversesColumns = false
    /// The records, by their places.
    var order: [Int]
  }

  private static func bytes(
    _ text: String, _ encoding: TextEncoding, _ folder: ScratchFolder
  ) throws -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian:
      return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .gb18030:
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "iconv", "-f", "UTF-8", "-t", "GB18030",
        try folder.write("sheet.utf8", Array(text.utf8)),
      ]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let bytes = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return Array(bytes)
    }
  }

  /// The verdict on every record of a sheet in the order in which it is written, read back from
  /// a file of that form.
  static func verdicts(
    _ sheet: Sheet, _ form: Form, _ folder: ScratchFolder
  ) throws -> [Outcome] {
    let elements = form.reversesColumns ? sheet.elements.reversed() : sheet.elements
    func line(_ cells: [String]) -> String {
      cells.map { cell in
        "\"" + (form.blanks ? " \t" : "") + cell.replacing("\"", with: "\"\"")
          + (form.blanks ? "  \u{3000}" : "") + "\""
      }.joined(separator: ",") + "\n"
    }
    // A column is asked for by its exact title.
    var text = elements.map { "\"\($0.name)\"" }.joined(separator: ",") + "\n"
    for place in form.order {
      text += line(elements.map { sheet.records[place][$0] ?? "" })
    }
    let path = try folder.write("sheet.csv", try Self.bytes(text, form.encoding, folder))
    var format = DelimitedFormat(delimiter: ",")
    format.quoting = .doubled(quote: 0x22)
    let extract = Extract(
      name: "sheet", party: sheet.party, paths: [path], format: .delimited(format),
      encoding: form.encoding,
      mappings: elements.map { ColumnMapping(column: $0.name, element: $0) })
    let reader = try extract.reader()
    var piece = Piece()
    var scratch = CutScratch()
    var found: [Outcome] = []
    func check<V: RecordValidator>(_ type: V.Type, _ batch: borrowing RecordBatch) {
      let validator = V(.sample(without: sheet.missing))
      var facts = [Facts](repeating: Facts.sample, count: batch.count)
      var codes = [UInt8](repeating: 0, count: batch.count)
      validator.check(batch, 0..<batch.count, facts: &facts, outcomes: &codes)
      found += codes.map { Outcome(code: $0) ?? .passed }
    }
    while try reader.next(into: &piece) {
      var batch = RecordBatch(layout: reader.layout)
      var notes = CutNotes()
      reader.cut(&piece, into: &batch, scratch: &scratch, notes: &notes)
      #expect(notes.rejects.isEmpty && notes.badBytes.isEmpty)
      check(sheet.type, batch)
    }
    try FileManager.default.removeItem(atPath: path)
    return found
  }

  @Test(arguments: sheets)
  func `with blanks, the encoding, the order of columns and records, or more records`(
    _ sheet: Sheet
  ) throws {
    let folder = try ScratchFolder()
    let plain = Array(sheet.records.indices)
    let base = try Self.verdicts(sheet, Form(order: plain), folder)
    try #require(base.count == plain.count)
    // What reading leaves as it is comes out as the example says.
    let nulls = Set(CellRules().nulls)
    for (example, outcome) in zip(sheet.examples, base) {
      let isPlain = example.cells.values.allSatisfy {
        $0.trimmingCharacters(in: .whitespacesAndNewlines) == $0 && !nulls.contains($0)
      }
      if isPlain { #expect(outcome == example.outcome, "line \(example.line)") }
    }
    var form = Form(order: plain)
    form.blanks = true
    #expect(try Self.verdicts(sheet, form, folder) == base, "blanks that are trimmed")
    for encoding in [TextEncoding.utf16LittleEndian, .gb18030] {
      var form = Form(order: plain)
      form.encoding = encoding
      #expect(try Self.verdicts(sheet, form, folder) == base, "\(encoding)")
    }
    form = Form(order: plain)
    form.reversesColumns = true
    #expect(try Self.verdicts(sheet, form, folder) == base, "order of the columns")
    // Any order, and records again among the others.
    var random = SeededGenerator(seed: 5)
    let order = (plain + plain.filter { _ in Bool.random(using: &random) })
      .shuffled(using: &random)
    #expect(
      try Self.verdicts(sheet, Form(order: order), folder) == order.map { base[$0] },
      "order of the records")
  }
}
