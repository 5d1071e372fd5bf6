import Foundation
import TestSupport
import Testing

/// The chapter "Write your own rule". `Scripts/conformance-readme` follows the whole of it in a
/// scratch clone; here is what needs no compiler.
@Suite struct `The README's chapter on own rules` {
  private static func commands(_ file: String, _ chapter: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: Repository.root + "/Scripts/readme-commands")
    process.arguments = [Repository.root + "/" + file, chapter]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `has the same commands in both languages`() throws {
    let english = try Self.commands("README.md", "## Write your own rule")
    #expect(english.contains("make new-validator NAME="))
    #expect(try Self.commands("README.zh-CN.md", "## 编写自己的规则") == english)
  }

  @Test func `comes out as it says, in YAML and in another language`() throws {
    let lines = try Self.commands("README.md", "## Write your own rule")
      .components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("make new-validator") })
    let last = try #require(lines.firstIndex { $0.hasPrefix("swift test") })
    let script = (lines[..<first] + lines[(last + 1)...]).joined(separator: "\n")
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/bin/hedui", withDestinationPath: Program.path)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-eu", "-c", script]
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["HEDUI_MAPPINGS"] = Repository.root + "/mappings"
    environment["PATH"] = folder.path + "/bin:" + (environment["PATH"] ?? "")
    process.environment = environment
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(complaint)")
    // Two checks: of one rule, then of both.
    #expect(printed.contains("1 条规则，7 个示例，全部正确"), "\(printed)")
    #expect(printed.contains("2 条规则，14 个示例，全部正确"), "\(printed)")
  }
}
