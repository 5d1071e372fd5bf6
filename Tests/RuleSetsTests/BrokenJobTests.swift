import Records
import Testing

@testable import RuleSets

/// A job with faults, and what is said of it, word for word.
struct BrokenJob: Sendable, CustomTestStringConvertible {
  let name: String
  let language: Language
  let job: String
  let message: String

  init(_ name: String, _ language: Language, job: String, says message: String) {
    self.name = name
    self.language = language
    self.job = job
    self.message = message
  }

  var testDescription: String { name }

  static var all: [BrokenJob] {
    brokenYAML + wrongKeys + wrongSources + wrongRegistries + wrongColumns + wrongRules
      + wrongBooks
  }
}

@Suite struct `A job with faults` {
  let folder: JobFolder

  init() throws { folder = try JobFolder() }

  @Test(arguments: BrokenJob.all) func `is told all of them at once`(_ broken: BrokenJob) {
    #expect(folder.message(broken.job, broken.language) == broken.message)
  }

  @Test(arguments: BrokenJob.all) func `has the same places in both languages and with CRLF`(
    _ broken: BrokenJob
  ) {
    guard case .failure(let faults) = folder.load(broken.job),
      case .failure(let again) = folder.load(broken.job.replacing("\n", with: "\r\n"))
    else {
      Issue.record("no fault")
      return
    }
    #expect(again == faults)
    #expect(
      faults.text(.zh).split(separator: "\n").count
        == faults.text(.en).split(separator: "\n").count)
  }

  @Test func `speaks the language that it asks for, as far as it can be read`() {
    func language(_ text: String) -> Language? {
      guard case .failure(let faults) = folder.load(text) else { return nil }
      return faults.language
    }
    #expect(language("language: en\n") == .en)
    #expect(language("language: zh\n") == .zh)
    #expect(language("version: 1\n") == .zh)
    #expect(language("language: en\na: [\n") == .en)
  }

  @Test func `in GB18030 or UTF-16 is told so, with the place`() {
    let gb18030: [UInt8] = Array("version: 1\n# ".utf8) + [0xD6, 0xD0, 0xB9, 0xFA, 0x0A]
    let utf16: [UInt8] = [0xFF, 0xFE] + Array("version: 1".utf8).flatMap { [$0, 0] }
    for (bytes, line, column) in [(gb18030, 2, 3), (utf16, 1, 1)] {
      guard case .failure(let faults) = folder.load(bytes) else {
        Issue.record("no fault")
        continue
      }
      #expect(faults.faults.map(\.kind) == [.notUTF8])
      #expect(faults.faults.first?.line == line)
      #expect(faults.faults.first?.column == column)
    }
  }

  @Test func `shows a part of a very long line`() {
    let long = "version: 1 # " + String(repeating: "长", count: 5_000)
    guard let message = folder.message(long + "\n", .en) else {
      Issue.record("no fault")
      return
    }
    #expect(message.split(separator: "\n").allSatisfy { $0.count <= 180 })
    let late =
      "{" + String(repeating: "\"\": a, ", count: 1) + String(repeating: " ", count: 900)
      + "versoin: 1}\n"
    #expect(folder.message(late, .en)?.contains("…") == true)
    #expect(folder.message(late, .en)?.contains("^^^^^^^\n") == true)
  }
}
