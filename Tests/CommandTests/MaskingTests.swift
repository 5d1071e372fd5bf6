import Findings
import Foundation
import TestSupport
import Testing

@Suite struct `A masked run` {
  /// Elements whose values are long enough to be told from other text.
  private static let secret = ["document_number", "phone", "email", "address", "employer"]

  @Test func `leaves no value of a hidden class in any file`() throws {
    let (open, masked) = (try ScratchFolder(), try ScratchFolder())
    try run(masking: "[]", into: open)
    try run(masking: "[C2, C3]", into: masked)
    var values = Set<String>()
    var elements = Set<String>()
    let reader = try FindingsReader(path: open.path + "/out/findings.csv")
    while try reader.next() {
      let value = reader.text(.value)
      if Self.secret.contains(reader.text(.element)), value.count >= 11 {
        values.insert(value)
        elements.insert(reader.text(.element))
      }
    }
    #expect(elements.count >= 4 && values.count > 300)
    for name in ["findings.csv", "corrections.csv", "rejects.csv"] {
      let text = String(decoding: try masked.read("out/" + name), as: UTF8.self)
      let shown = values.filter { text.contains($0) }
      #expect(shown.isEmpty, "\(name): \(shown.prefix(3))")
      let rows = text.split(separator: "\n").count
      let clear = String(decoding: try open.read("out/" + name), as: UTF8.self)
      #expect(rows == clear.split(separator: "\n").count, "no row is lost: \(name)")
    }
  }

  private func run(masking classes: String, into folder: ScratchFolder) throws {
    let sample = Repository.root + "/sample-data/"
    var text = try String(contentsOfFile: sample + "job.yaml", encoding: .utf8)
    text = text.replacing("    path: ", with: "    path: \(sample)")
    text = text.replacing(
      "  folder: ../build/demo", with: "  folder: out\n  mask: \(classes)")
    _ = try folder.write("job.yaml", Array(text.utf8))
    let result = try Program.run(["run", folder.path + "/job.yaml"])
    #expect(result.status == 1, "\(result.errors)")
  }
}
