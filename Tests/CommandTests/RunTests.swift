import Findings
import Foundation
import TestSupport
import Testing

@Suite struct `hedui run` {
  @Test func `leaves the same bytes on 1, 2 and 7 cores`() throws {
    let bank = try SmallBank(persons: 60_000, worklists: true)
    #expect(try Program.run(["run", bank.job, "--jobs", "1"]).status == 1)
    let first = try bank.outputs()
    #expect(first.count >= 7)
    for jobs in ["2", "7"] {
      #expect(try Program.run(["run", bank.job, "--jobs", jobs]).status == 1)
      #expect(try bank.outputs() == first, "\(jobs) cores")
    }
  }

  @Test func `finds the same in one file and in several`() throws {
    func findings(_ files: Int) throws -> [String] {
      let bank = try SmallBank(persons: 3_000, files: files)
      _ = try Program.run(["run", bank.job])
      let text = String(decoding: try bank.folder.read("out/findings.csv"), as: UTF8.self)
      // The last column is the line, which a cut changes; evidence of repeats has lines too.
      return text.split(separator: "\n").map { row in
        row.split(separator: ",", omittingEmptySubsequences: false).dropLast().joined(
          separator: ",")
      }
    }
    #expect(try findings(1) == findings(4))
  }

  @Test func `finds the same where the state of rules on all records goes to the disk`() throws {
    func outputs(memory: Int?) throws -> [String: Data] {
      let bank = try SmallBank(persons: 150_000, memory: memory)
      let lines = try bank.folder.read("persons-0.txt").split(separator: 0x0A)
      // Customers who stand there once more.
      let again = [lines[0]] + lines[70_000..<70_500] + lines[140_000..<140_500]
      _ = try bank.folder.write("persons-1.txt", Array(again.joined(separator: [0x0A])) + [0x0A])
      #expect(try Program.run(["run", bank.job]).status == 1)
      #expect(try bank.leftovers().isEmpty)
      return try bank.outputs()
    }
    let whole = try outputs(memory: nil)
    let text = String(decoding: whole["findings.csv"] ?? Data(), as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.contains(",DUP006,") } == 2000)
    #expect(try outputs(memory: 1) == whole)
  }

  @Test func `keeps the parties apart where a rule speaks of several`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("persons.txt", Array("NO|NAME\nC1|王小明\nC1|王小明\nC2|李小红\n".utf8))
    _ = try folder.write("organisations.txt", Array("NO|NAME\nC2|甲公司\nC3|乙公司\nC3|丙公司\n".utf8))
    let sources = [("persons", "person"), ("organisations", "organisation")].map { name, party in
      """
        \(name):
          party: \(party)
          path: \(name).txt
          format: delimited
          delimiter: "|"
          encoding: UTF-8
          columns: {NO: customer_key, NAME: name}
      """
    }
    let job = """
      version: 1
      asOf: 2026-10-31
      sources:
      \(sources.joined(separator: "\n"))
      rules: {select: DUP006}
      output: {folder: out}

      """
    _ = try folder.write("job.yaml", Array(job.utf8))
    let result = try Program.run(["run", folder.path + "/job.yaml"])
    #expect(result.status == 1, "\(result.errors)")
    let reader = try FindingsReader(path: folder.path + "/out/findings.csv")
    var found: [String] = []
    while try reader.next() { found.append(reader.text(.party) + " " + reader.text(.recordKey)) }
    #expect(found == ["person C1", "person C1", "organisation C3", "organisation C3"])
  }

  @Test func `compares employers with the organisations of the run where there are any`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(
      "persons.txt",
      Array("NO|EMP|OCC\nP1|赣州章江软件有限公司|50102\nP2|赣州章江软件有限公司|40202\nP3||50102\n".utf8))
    _ = try folder.write(
      "organisations.txt", Array("NO|NAME|IND\nC1|赣州章江软件有限公司|6513\n".utf8))
    func counts(_ organisations: String) throws -> [Int] {
      let job = """
        version: 1
        asOf: 2026-10-31
        sources:
          persons: {party: person, path: persons.txt, format: delimited, delimiter: "|", columns:
            {NO: customer_key, EMP: employer, OCC: occupation_code}}
        \(organisations)
        rules: {select: [OCC012]}
        """
      _ = try folder.write("job.yaml", Array(job.utf8))
      let result = try Program.run([
        "run", folder.path + "/job.yaml", "--out", folder.path + "/out",
      ])
      #expect(result.status == 0, "\(result.errors)")
      let summary =
        try JSONSerialization.jsonObject(
          with: Data(try folder.read("out/summary.json"))) as? [String: Any]
      let rules = summary?["rules"] as? [[String: Any]] ?? []
      let tally = try #require(rules.first)
      return ["passed", "failed", "not_applicable", "not_evaluated"].map { tally[$0] as? Int ?? -1 }
    }
    let both = """
        organisations: {party: organisation, path: organisations.txt, format: delimited,
          delimiter: "|", columns: {NO: customer_key, NAME: name, IND: industry_code}}
      """
    #expect(try counts(both) == [0, 1, 2, 0])
    #expect(try counts("") == [0, 0, 3, 0])
  }

  @Test func `accounts for every row in the manifest`() throws {
    let bank = try SmallBank(persons: 100)
    var text = try bank.folder.read("persons-0.txt")
    text.append(contentsOf: Array("broken|row\n".utf8))
    _ = try bank.folder.write("persons-0.txt", text)
    _ = try Program.run(["run", bank.job])
    let manifest =
      try JSONSerialization.jsonObject(
        with: Data(try bank.folder.read("out/manifest.json"))) as? [String: Any]
    let input = try #require((manifest?["inputs"] as? [[String: Any]])?.first)
    #expect(input["rowsRead"] as? Int == 101)
    #expect(input["rowsChecked"] as? Int == 100)
    #expect(input["rowsRejected"] as? Int == 1)
    let rejects = String(decoding: try bank.folder.read("out/rejects.csv"), as: UTF8.self)
    #expect(rejects.contains("persons,102,"))
    #expect(rejects.contains("wrong-number-of-cells: expected 4, found 2"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `shows how far it is on a terminal, and takes that away at its end`() throws {
    let bank = try SmallBank(persons: 400_000)
    let process = Program.start([])
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qec", "'\(Program.path)' run '\(bank.job)'", "/dev/null"]
    let (output, input) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let erase = "\r\u{1B}[K"
    #expect(text.contains(erase + "检核 persons："))
    let last = try #require(text.components(separatedBy: erase).last)
    #expect(last.contains("findings.csv") && !last.contains("检核 persons："))
  }

  @Test func `says nothing of its progress where nobody watches`() throws {
    let bank = try SmallBank(persons: 60_000)
    #expect(try Program.run(["run", bank.job]).errors == "")
  }

  @Test func `lists every fault of a job and writes nothing`() throws {
    let bank = try SmallBank(persons: 10)
    let text = String(decoding: try bank.folder.read("job.yaml"), as: UTF8.self)
      .replacing("delimiter: \"|\"", with: "delimiter: \"|\"\n    colour: red")
      .replacing("IDN014", with: "IDN914")
    _ = try bank.folder.write("job.yaml", Array(text.utf8))
    let result = try Program.run(["run", bank.job, "--lang", "en"])
    #expect(result.status == 78)
    #expect(result.errors.contains("colour"))
    #expect(result.errors.contains("IDN914"))
    #expect(result.errors.contains("2 faults; nothing was run"))
    #expect(!FileManager.default.fileExists(atPath: bank.out))
    #expect(try bank.leftovers() == [])
  }

  @Test func `refuses an extract that its control file contradicts and keeps the earlier output`()
    throws
  {
    let bank = try SmallBank(persons: 20)
    _ = try Program.run(["run", bank.job])
    let before = try bank.outputs()
    let text = String(decoding: try bank.folder.read("job.yaml"), as: UTF8.self)
      .replacing("encoding: UTF-8", with: "encoding: UTF-8\n    control: ok")
    _ = try bank.folder.write("job.yaml", Array(text.utf8))
    _ = try bank.folder.write("persons-0.ok", Array("rows=21\n".utf8))
    let result = try Program.run(["run", bank.job])
    #expect(result.status == 65)
    #expect(result.errors.contains("21"))
    #expect(try bank.outputs() == before)
    _ = try bank.folder.write("persons-0.ok", Array("rows=20\n".utf8))
    #expect(try Program.run(["run", bank.job]).status == 1)
  }

  @Test func `leaves the earlier output whole when it is killed`() throws {
    let bank = try SmallBank(persons: 30_000, worklists: true)
    _ = try Program.run(["run", bank.job])
    let before = try bank.outputs()
    for milliseconds in [0, 20, 60, 120, 200, 350, 600, 1000] {
      let process = Program.start(["run", bank.job])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try bank.outputs() == before, "after \(milliseconds) ms")
    }
    // The next run takes away what the killed ones left.
    #expect(try Program.run(["run", bank.job]).status == 1)
    #expect(try bank.leftovers() == [])
    #expect(try bank.outputs() == before)
  }

  @Test func `leaves the earlier output whole and no trace when it is interrupted`() throws {
    let bank = try SmallBank(persons: 60_000, worklists: true)
    _ = try Program.run(["run", bank.job])
    let before = try bank.outputs()
    for milliseconds in [100, 300] {
      let process = Program.start(["run", bank.job])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      #expect([1, 130].contains(process.terminationStatus))
      #expect(try bank.outputs() == before, "after \(milliseconds) ms")
      #expect(try bank.leftovers() == [])
    }
  }

  @Test func `leaves the earlier output whole and no trace when files may not grow`() throws {
    let bank = try SmallBank(persons: 30_000)
    _ = try Program.run(["run", bank.job])
    let before = try bank.outputs()
    let result = try Program.run(["run", bank.job], shell: "ulimit -f 100;")
    #expect(result.status == 74)
    #expect(try bank.outputs() == before)
    #expect(try bank.leftovers() == [])
  }

  @Test func `keeps files in the output folder that are not its own`() throws {
    let bank = try SmallBank(persons: 20)
    _ = try Program.run(["run", bank.job])
    _ = try bank.folder.write("out/notes.txt", Array("mine".utf8))
    _ = try Program.run(["run", bank.job])
    #expect(try bank.folder.read("out/notes.txt") == Array("mine".utf8))
  }

  @Test func `writes for its owner's eyes only`() throws {
    let bank = try SmallBank(persons: 20, worklists: true)
    _ = try Program.run(["run", bank.job])
    let names = FileManager.default.enumerator(atPath: bank.out)?.compactMap { $0 as? String } ?? []
    #expect(names.count >= 7)
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: bank.out + "/" + name)
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
      #expect(mode & 0o077 == 0, "\(name)")
    }
  }

  @Test func `says what a customer's cell would compute as text`() throws {
    let bank = try SmallBank(persons: 2)
    _ = try bank.folder.write(
      "persons-0.txt", Array("NO|NAME|PHONE|BR\n=1+1||13800000000|360700\n".utf8))
    _ = try Program.run(["run", bank.job])
    let text = String(decoding: try bank.folder.read("out/findings.csv"), as: UTF8.self)
    #expect(text.contains(",'=1+1,"))
  }
}

@Suite struct `A bank's own mappings` {
  @Test func `are laid over the product's, and the manifest says so`() throws {
    let bank = try SmallBank(persons: 40)
    let alias = Array("code,alias\n3825,本行叫法\n".utf8)
    _ = try bank.folder.write("own/codes/gbt4754-aliases.csv", alias)
    _ = try bank.folder.write(
      "own/rule-sets/ours.yaml",
      Array("version: 1\nname: ours\nrules: [IND003, IDN014]\n".utf8))
    _ = try bank.folder.write(
      "organisations.txt", Array("NO|CODE|NAME\nC1|3825|本行叫法\nC2|5911|\n".utf8))
    let text = """
      version: 1
      asOf: 2026-10-31
      mappings: own
      sources:
        organisations:
          party: organisation
          path: organisations.txt
          format: delimited
          delimiter: "|"
          encoding: UTF-8
          columns: {NO: customer_key, CODE: industry_code, NAME: industry_name}
      rules: {set: ours, select: IND003}
      output: {folder: out}

      """
    _ = try bank.folder.write("job.yaml", Array(text.utf8))
    let result = try Program.run(["run", bank.job])
    #expect(result.status == 1, "\(result.errors)")
    let manifest =
      try JSONSerialization.jsonObject(with: Data(try bank.folder.read("out/manifest.json")))
      as? [String: Any]
    let tables = try #require(manifest?["tables"] as? [[String: Any]])
    let aliases = tables.filter { $0["path"] as? String == "codes/gbt4754-aliases.csv" }
    #expect(aliases.map { $0["origin"] as? String } == ["product", "bank"])
    #expect(Set(aliases.map { $0["sha256"] as? String }).count == 2)
    let newest = tables.first { $0["path"] as? String == "codes/gbt4754-2019.csv" }
    #expect(newest?["edition"] as? String == "GB/T 4754-2017/XG1-2019")

    _ = try bank.folder.write("own/codes/gbt4754-aliases.csv", Array("code,alias\n3825\n".utf8))
    let refused = try Program.run(["run", bank.job, "--lang", "en"])
    #expect(refused.status == 78)
    #expect(refused.errors.contains("own/codes/gbt4754-aliases.csv:2: 1 cells, expected 2"))
  }
}
