import Addresses
import Findings
import Records
import References
import Registries
import TestSupport
import Testing
import Validators

@Suite struct `Rules on employers` {
  let context = Context.sample()

  private func outcome<V: RecordValidator>(
    _ validator: V, _ cells: [DataElement: String]
  ) -> Outcome {
    let batch = RecordBatch(party: .person, records: [cells])
    var facts = Facts()
    return validator.check(batch[0], &facts)
  }

  @Test func `have endings that each name one kind`() throws {
    let kinds = try EmployerKinds(from: Repository.mappings)
    #expect(kinds.kinds.count > 10)
    for (word, name) in [
      ("赣州市中级人民法院", "法院"), ("赣州爱宠动物医院", "动物医院"), ("赣州市第五人民医院", "医院"),
      ("中国农业银行股份有限公司", "银行"), ("赣州向阳商贸有限公司", "公司"), ("信丰县公安局", "公安机关"),
      ("某某有限责任公司", "公司"),
    ] {
      let kind = kinds.kind(of: word.utf8.span)
      #expect(kind.map { kinds.kinds[$0].name } == name, "\(word)")
    }
    for text in ["", "人民法院", "医院", "法院路小卖部", "赣州市人民法院旁", "abc", "院院院"] {
      #expect(kinds.kind(of: text.utf8.span) == nil, "\(text)")
    }
  }

  @Test func `let every occupation be at its expected employer`() throws {
    let rule = OccupationContradictsEmployer(context)
    let kinds = try EmployerKinds(from: Repository.mappings)
    let table = try ReferenceTable("codes/gbt6565-2015.csv", from: Repository.mappings)
    let words = try ReferenceTable("keywords/occupation-employers.csv", from: Repository.mappings)
    let column = try words.column("words")
    for (number, kind) in kinds.kinds.enumerated() {
      for word in words.text(number, column).split(separator: ";") {
        for row in 0..<table.count {
          let (code, name) = (table.text(row, 0), table.text(row, 3))
          guard kind.expected.contains(where: { code.hasPrefix($0) }) else { continue }
          let cells: [DataElement: String] = [
            .employer: "赣州市" + word, .occupationCode: code, .occupationText: name,
          ]
          #expect(outcome(rule, cells) != .failed, "\(code) \(name) \(word)")
        }
      }
    }
  }

  @Test func `refuse a table with a code that is none`() throws {
    for cell in ["9999999", "S806", "农民", "5,3"] {
      let folder = try ScratchFolder()
      _ = try folder.write(
        "keywords/occupation-employers.csv",
        Array("kind,contradicts\n法院,\"\(cell)\"\n".utf8))
      #expect(throws: ReferenceFault.self) {
        try EmployerKinds(
          from: MappingsFolder(path: Repository.root + "/mappings", overlay: folder.path))
      }
    }
  }

  @Test func `take a bank's own kind of employer`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(
      "keywords/occupation-employers.csv",
      Array("kind,words,contradicts,source,verified\n戏院,大戏院,5,bank,yes\n".utf8))
    let own = Context(
      asOf: exampleDay,
      mappings: MappingsFolder(path: Repository.root + "/mappings", overlay: folder.path))
    let cells: [DataElement: String] = [.employer: "赣州大戏院", .occupationCode: "50102"]
    #expect(outcome(OccupationContradictsEmployer(own), cells) == .failed)
    #expect(outcome(OccupationContradictsEmployer(context), cells) == .notApplicable)
  }

  @Test func `find every name of the registry, however it is written`() {
    let rule = EmployerNotInRegistry(context)
    let records = RegistryIndex.sample.records
    for index in 0..<records.count {
      let name = String(records[index][.name])
      for written in [
        name, name.replacing("有限公司", with: "有限责任公司"), name.replacing("（", with: "("),
        name.map { String($0) }.joined(separator: " "), "江西省" + name,
      ] {
        let found = outcome(rule, [.employer: written])
        #expect(found == .passed || found == .notApplicable, "\(written)")
      }
      #expect(
        outcome(rule, [.employer: name]) == (name.hasSuffix("公司") ? .passed : .notApplicable))
    }
  }

  @Test func `leave companies of any other prefecture alone`() throws {
    let rule = EmployerNotInRegistry(context)
    let table = try ReferenceTable("codes/divisions.csv", from: Repository.mappings)
    let (code, name) = (try table.column("code"), try table.column("name"))
    let level = try table.column("level")
    var covered = 0
    for row in 0..<table.count where table.text(row, level) != "county" {
      let employer = table.text(row, name) + "红日电子科技有限公司"
      let isHere = table.text(row, code) == "360700"
      #expect(outcome(rule, [.employer: employer]) == (isHere ? .failed : .notApplicable))
      covered += isHere ? 1 : 0
    }
    #expect(covered == 1)
  }

  @Test func `read any bytes without a crash`() throws {
    let divisions = try Divisions(from: Repository.mappings)
    let kinds = try EmployerKinds(from: Repository.mappings)
    var random = SeededGenerator(seed: 23)
    let pieces: [[UInt8]] = [
      Array("赣州".utf8), Array("有限公司".utf8), Array("有限".utf8), Array("责任".utf8), [0xE5],
      [0xFF, 0xB8],
      Array("（".utf8), Array("市".utf8), Array("合伙企业（有限合伙）".utf8), [0x20], Array("院".utf8),
    ]
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      _ = kinds.kind(of: bytes.span)
      if let parts = CompanyNameParts(bytes.span, divisions) {
        #expect(parts.core.lowerBound >= 0 && parts.core.upperBound <= bytes.count)
      }
      _ = CompanyName.key(bytes.span)
    }
  }
}
