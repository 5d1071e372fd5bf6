import Foundation
import TestSupport

/// The built program, run as people run it.
enum Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The `hedui` that was built beside the tests.
  static let path: String = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var candidate = folder
    for _ in 0..<5 {
      let program = candidate.appending(path: "hedui")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program.path }
      candidate.deleteLastPathComponent()
    }
    return Repository.root + "/.build/debug/hedui"
  }()

  /// Runs it to its end. `shell` is put before it, such as `ulimit -f 100;`.
  static func run(_ arguments: [String], input: String = "", shell: String? = nil) throws -> Result
  {
    let process = start(arguments, shell: shell)
    let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = standardInput
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaint, as: UTF8.self))
  }

  /// The process, not yet started.
  static func start(_ arguments: [String], shell: String? = nil) -> Process {
    let process = Process()
    if let shell {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", shell + " exec \"$0\" \"$@\"", path] + arguments
    } else {
      process.executableURL = URL(filePath: path)
      process.arguments = arguments
    }
    var environment = ProcessInfo.processInfo.environment
    environment["HEDUI_MAPPINGS"] = Repository.root + "/mappings"
    process.environment = environment
    return process
  }
}

/// A folder with a small extract of persons and its job.
struct SmallBank {
  let folder: ScratchFolder
  var job: String { folder.path + "/job.yaml" }
  var out: String { folder.path + "/out" }

  /// Every tenth person has no name; every seventh of the rest a placeholder for a telephone.
  init(persons: Int, files: Int = 1, worklists: Bool = false, memory: Int? = nil) throws {
    folder = try ScratchFolder()
    let header = "NO|NAME|PHONE|BR\n"
    let lines = (0..<persons).map { index in
      let name = index % 10 == 0 ? "" : "王小明"
      let phone = index % 7 == 0 ? "13800000000" : "1397971\(String(1000 + index % 9000))"
      return "P\(1_000_000 + index)|\(name)|\(phone)|36070\(index % 3)\n"
    }
    let size = max(1, (lines.count + files - 1) / files)
    for number in 0..<files {
      let part = lines.dropFirst(number * size).prefix(size)
      _ = try folder.write("persons-\(number).txt", Array((header + part.joined()).utf8))
    }
    let text = """
      version: 1
      asOf: 2026-10-31
      sources:
        persons:
          party: person
          path: persons-*.txt
          format: delimited
          delimiter: "|"
          encoding: UTF-8
          columns: {NO: customer_key, NAME: name, PHONE: phone, BR: branch}
      rules:
        select: [IDN014, CTC003, CMP004, DUP006]
      output: {folder: out}
      \(memory.map { "memory: \($0)" } ?? "")
      \(worklists ? "worklists: {deadline: 2026-11-30, contact: 数据治理办公室, bank: 样例银行}" : "")

      """
    _ = try folder.write("job.yaml", Array(text.utf8))
  }

  /// Every file of the output but the manifest, with its bytes.
  func outputs() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: out)?.compactMap { $0 as? String } ?? []
    for name in names where name != "manifest.json" {
      files[name] = FileManager.default.contents(atPath: out + "/" + name)
    }
    return files
  }

  /// Names in the bank's folder that a run should not have left.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".") }
  }
}
