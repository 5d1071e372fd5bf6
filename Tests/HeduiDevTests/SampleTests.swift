import Extracts
import Findings
import Foundation
import LocalValidators
import Records
import References
import Registries
import Testing
import TestSupport
import Validators

@testable import hedui_dev

/// The sample in a folder of its own, removed with it.
private final class MadeSample {
  let folder: URL

  init(persons: Int, organisations: Int = 0, seed: UInt64 = 7, plain: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString)")
    let bank = try SampleBank(
      persons: persons, organisations: organisations, seed: seed, faults: 200,
      mappings: URL(filePath: Repository.root + "/mappings"))
    try bank.write(to: folder, plain: plain, allWrong: false)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func lines(_ name: String) throws -> [String] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The cells of every person, by data element.
  func persons() throws -> [[String: String]] {
    let elements = PersonField.allCases.map(\.element)
    return try lines("persons.txt").dropFirst().map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == elements.count)
      return Dictionary(uniqueKeysWithValues: zip(elements, cells))
    }
  }

  /// Key of the record and rule of every planted fault of persons.
  func plantedInPersons() throws -> Set<[String]> {
    Set(
      try lines("truth.csv").dropFirst().map { $0.split(separator: ",").map(String.init) }
        .filter { $0[0] == "persons" }.map { [$0[1], $0[2]] })
  }
}

@Suite struct `The sample bank` {
  @Test func `is the same, byte for byte, for one seed, and another for another`() throws {
    let first = try MadeSample(persons: 400, organisations: 120)
    let second = try MadeSample(persons: 400, organisations: 120)
    let other = try MadeSample(persons: 400, organisations: 120, seed: 8)
    #expect(first.names == second.names)
    #expect(first.names.contains("business-registry.xlsx"))
    for name in first.names {
      #expect(try first.bytes(name) == second.bytes(name), "\(name)")
    }
    #expect(try first.bytes("persons.dat.gz") != other.bytes("persons.dat.gz"))
  }

  @Test func `gives a person the same record however many there are`() throws {
    let few = try MadeSample(persons: 300, plain: true).lines("persons.txt")
    let many = try MadeSample(persons: 9000, plain: true).lines("persons.txt")
    #expect(few == Array(many.prefix(301)))
  }

  @Test(arguments: [0, 1, 2])
  func `can be very small`(_ count: Int) throws {
    let sample = try MadeSample(persons: count, organisations: count, plain: true)
    #expect(try sample.lines("persons.txt").count == count + 1)
    #expect(sample.names.contains("organisations.csv") == (count > 0))
  }

  @Test func `has sound identification numbers, each once, where no fault is planted`() throws {
    let sample = try MadeSample(persons: 5000, plain: true)
    let planted = try sample.plantedInPersons()
    let faulty: Set = ["IDN001", "IDN002", "IDN003", "IDN004", "IDN008", "IDN012", "DUP001"]
    var seen: Set<String> = []
    var sound = 0
    for person in try sample.persons() {
      let key = try #require(person["customer_key"])
      let number = try #require(person["document_number"])
      guard person["document_type"] == "1010",
        !planted.contains(where: { $0[0] == key && faulty.contains($0[1]) })
      else { continue }
      guard case .read(let id) = ResidentID.read(Array(number.utf8).span) else {
        Issue.record("malformed number of \(key)")
        continue
      }
      #expect(id.isSound, "\(key)")
      #expect(seen.insert(number).inserted, "\(key)")
      sound += 1
    }
    #expect(sound > 4000)
  }

  @Test func `has credit codes and licence numbers whose check characters hold`() throws {
    let table = try CSVTable(
      parsing: MadeSample(persons: 0, organisations: 400).bytes("organisations.csv"))
    let codes = try table.values(of: "统一社会信用代码")
    let licences = try table.values(of: "营业执照注册号")
    let sound = codes.count { CreditCode.fault(in: Array($0.utf8).span) == nil }
    // One organisation in five has a fault, few of them in the code.
    #expect(sound > 320 && sound < 400)
    let old = licences.filter { $0.count == 15 }
    let soundOld = old.count { LicenceNumber.fault(in: Array($0.utf8).span) == nil }
    #expect(soundOld > 30 && soundOld >= old.count - 5)
  }

  @Test func `has no two names that are taken for one`() throws {
    let table = try CSVTable(
      parsing: MadeSample(persons: 0, organisations: 500).bytes("organisations.csv"))
    let forms = try CharacterForms(from: Repository.mappings)
    let names = Set(try table.values(of: "客户名称").filter { !$0.isEmpty }).sorted()
    #expect(names.count > 400)
    for (place, name) in names.enumerated() {
      for other in names[(place + 1)...] {
        let grade = CompanyName.compare(name.utf8.span, other.utf8.span, forms)
        if grade.isEqual { Issue.record("\(name) \(other)") }
      }
    }
    let people = Set(try table.values(of: "法定代表人").filter { !$0.isEmpty }).sorted()
    for (place, name) in people.enumerated() {
      for other in people[(place + 1)...] {
        let grade = PersonName.compare(name.utf8.span, other.utf8.span, forms)
        if grade.isEqual { Issue.record("\(name) \(other)") }
      }
    }
  }

  @Test func `lists its faults sorted, with rules and elements that exist`() throws {
    let lines = try MadeSample(persons: 9000, organisations: 2000).lines("truth.csv").dropFirst()
    let faults = lines.map { $0.split(separator: ",").map(String.init) }
    #expect(faults.count > 1000)
    #expect(lines.sorted() == Array(lines))
    let rules = Set(CompiledRules.rules.map(\.id))
    for fault in faults {
      #expect(rules.contains(fault[2]), "\(fault)")
      #expect(DataElement.named(fault[3]) != nil, "\(fault)")
    }
    // Every rule has something to find.
    let planted = Set(faults.map { $0[2] })
    for rule in Catalogue.rules + [CustomerKeyWithBlanks.rule] {
      #expect(planted.contains(rule.id), "nothing planted for \(rule.id)")
    }
  }

  @Test func `has a control file that fits the packed extract`() throws {
    let sample = try MadeSample(persons: 50)
    let control = ControlFile(Array(try sample.bytes("persons.ok")))
    #expect(control.rows == 50)
    let path = sample.folder.appending(path: "persons.dat.gz").path
    #expect(control.sha256 == (try InputReceipt.ofFile(path).sha256))
  }

  @Test func `writes as GB18030 what is read from GB18030`() {
    let text = Array("王·①〇赣𬭎A|+|镕堃".utf8)
    var encoded: [UInt8] = []
    GB18030Encoder.standard.append(text, to: &encoded)
    var decoded: [UInt8] = []
    var bad: [BadByte] = []
    decoded.append(
      gb18030: encoded, 0..<encoded.count, table: GB18030.table, bad: &bad,
      fourBytes: GB18030.scalar(fourBytes:))
    #expect(decoded == text)
    #expect(bad.isEmpty)
  }

  @Test func `gives every number of a permutation once`() {
    for count in [1, 2, 7, 1000, 4097] {
      let permutation = SamplePermutation(count: count, seed: 3)
      #expect(Set((0..<count).map { permutation[$0] }) == Set(0..<count))
    }
  }

  @Test func `has a reading for every surname`() {
    let names = SampleNames()
    #expect(names.surnameCount == names.pinyinCount)
  }
}
