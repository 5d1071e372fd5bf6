import Findings
import Records
import References
import Registries
import TestSupport
import Testing
import Validators

/// A context whose job names one list with the entries given.
private func context(_ entries: [[DataElement: String]]) -> Context {
  let batch = RecordBatch(party: .organisation, records: entries)
  let index = RegistryIndex(
    name: "watch", asOf: Day("2026-10-20")!,
    records: FrozenRecords(layout: batch.layout, batches: [batch]))
  return Context(
    asOf: exampleDay, mappings: Repository.mappings, registries: ["list": index])
}

private func outcome<V: RecordValidator>(
  _ type: V.Type, _ party: Party, _ record: [DataElement: String], _ context: Context
) -> Outcome {
  let batch = RecordBatch(party: party, records: [record])
  var facts = Facts()
  return V(context).check(batch[0], &facts)
}

private func finding<V: RecordValidator>(
  _ type: V.Type, _ party: Party, _ record: [DataElement: String], _ context: Context
) throws -> WrittenFinding {
  let batch = RecordBatch(party: party, records: [record])
  let validator = V(context)
  var facts = Facts()
  #expect(validator.check(batch[0], &facts) == .failed)
  var writer = FindingWriter(language: .zh)
  writer.begin(
    FindingWriter.RulePrefix(V.rule, severity: V.rule.severity, language: .zh), party: party,
    key: batch[0][.customerKey], branch: batch[0][.branch], owner: batch[0][.owner], source: "例",
    row: 1)
  validator.explain(batch[0], &facts, &writer)
  writer.end()
  return try #require(WrittenFinding(firstOf: writer))
}

@Suite struct `A list of names` {
  @Test func `is told of with every list that has the customer`() throws {
    let found = try finding(
      OnListByDocument.self, .person,
      [.documentType: "1010", .documentNumber: "11010119900307010X", .name: "郑霁岚"], .sample())
    let evidence = found.text(.evidence)
    for part in [
      "“watch”", "2026-10-20", "2026-05-11", "涉案（虚构）", "“own”", "2026-09-30", "15位与18位换算",
    ] {
      #expect(evidence.contains(part), "\(part): \(evidence)")
    }
    #expect(found.text(.element) == "document_number")
    #expect(found.text(.severity) == "error")
  }

  @Test func `makes a notice of a name alone and an error of a date of birth with it`() throws {
    let alone = try finding(OnListByName.self, .person, [.name: "慕容清越"], .sample())
    #expect(alone.text(.severity) == "notice")
    #expect(alone.text(.evidence).contains("出生日期无法比对"))
    let born = try finding(
      OnListByName.self, .person, [.name: "慕容清越", .birthDate: "19790402"], .sample())
    #expect(born.text(.severity) == "error")
    #expect(born.text(.evidence).contains("出生日期一致"))
    for found in [alone, born] { #expect(found.action == .review) }
    let (low, high) = (Int(alone.text(.confidence)) ?? 0, Int(born.text(.confidence)) ?? 0)
    #expect(low > 0 && low <= 40 && high > low && high < 90)
  }

  @Test func `leaves a common name alone whose number is another`() {
    let list = context([
      [.name: "张伟", .documentType: "1010", .documentNumber: "110101198501010033"]
    ])
    func check(_ record: [DataElement: String]) -> Outcome {
      outcome(OnListByName.self, .person, record.merging([.name: "张伟"]) { $1 }, list)
    }
    #expect(check([.documentType: "1010", .documentNumber: "11010119900307010X"]) == .passed)
    #expect(check([.birthDate: "1990-03-07"]) == .passed)
    #expect(check([.sex: "2"]) == .passed)
    #expect(check([:]) == .failed)
    #expect(check([.documentType: "1050", .documentNumber: "E12345678"]) == .failed)
    #expect(
      check([.documentType: "1050", .documentNumber: "E12345678", .birthDate: "1990-03-07"])
        == .passed)
  }

  @Test func `finds by name a number that is keyed wrong in one place`() throws {
    let list = context([
      [.name: "张伟", .documentType: "1010", .documentNumber: "110101198501010033"]
    ])
    let slip: [DataElement: String] = [
      .name: "张伟", .documentType: "1010", .documentNumber: "110101198501010034",
    ]
    #expect(outcome(OnListByDocument.self, .person, slip, list) == .passed)
    let found = try finding(OnListByName.self, .person, slip, list)
    #expect(found.text(.severity) == "error")
    #expect(found.text(.evidence).contains("仅一位不同"))
  }

  @Test func `counts an entry from the day on which it is listed until it is taken off`() {
    for (removed, expected) in [
      ("", Outcome.failed), ("9999-12-31", .failed), ("2026-11-01", .failed),
      ("2026-10-31", .passed), ("2026-01-01", .passed), ("已移出", .passed),
    ] {
      let list = context([
        [.documentType: "1010", .documentNumber: "110101198501010033", .delistedDate: removed]
      ])
      let found = outcome(
        OnListByDocument.self, .person,
        [.documentType: "1010", .documentNumber: "110101198501010033"], list)
      #expect(found == expected, "\(removed)")
    }
  }

  @Test func `without the columns that a rule asks for leaves it unevaluated`() {
    let names = context([[.name: "郑霁岚"]])
    let documents = context([[.documentNumber: "11010119900307010X"]])
    let person: [DataElement: String] = [
      .name: "甄一平", .documentType: "1010", .documentNumber: "11010119850101005X",
    ]
    let missing = Outcome.notEvaluated(.referenceMissing)
    #expect(outcome(OnListByDocument.self, .person, person, names) == missing)
    #expect(outcome(OnListByName.self, .person, person, names) == .passed)
    #expect(outcome(OnListByDocument.self, .person, person, documents) == .passed)
    #expect(outcome(OnListByName.self, .person, person, documents) == missing)
  }

  @Test func `finds a rare character lost on either side`() {
    let lost = context([[.name: "赵□珩"], [.name: "钱(jue)远"]])
    for name in ["赵玉珩", "赵?珩", "钱珏远"] {
      #expect(outcome(OnListByName.self, .person, [.name: name], lost) == .failed, "\(name)")
    }
    for name in ["赵玉衡", "赵珩", "钱珏"] {
      #expect(outcome(OnListByName.self, .person, [.name: name], lost) == .passed, "\(name)")
    }
  }

  /// Whatever the writing, names that the comparators take for one share a key.
  @Test func `is searched by keys as wide as the comparators`() {
    var random = SeededGenerator(seed: 20_261_031)
    let forms = Context.sample().reference(CharacterForms.self)
    let keys = NameKeys(forms)
    let characters = Array("王李张刘陈赵孙郭馬陳劉張鄭趙東華國龍鳳榮慶寶珏堃坤喆哲明伟")
    for _ in 0..<20_000 {
      let count = Int.random(in: 2...4, using: &random)
      let name = String((0..<count).map { _ in characters.randomElement(using: &random)! })
      var other = name
      switch Int.random(in: 0..<5, using: &random) {
      case 0: other = name.map(String.init).joined(separator: " ")
      case 1: other = name.map(String.init).joined(separator: "·")
      case 2: other = name + "（WANG）"
      case 3: other = String(name.shuffled(using: &random))
      default:
        other = String(name.map { $0 == "堃" ? "坤" : $0 == "張" ? "张" : $0 == "陳" ? "陈" : $0 })
      }
      let agreement = PersonName.compare(name.utf8.span, other.utf8.span, forms)
      let isOne = agreement.isEqual || agreement == .similar(.variantCharacter)
      let (a, b) = (keys.key(name.utf8.span, of: .person), keys.key(other.utf8.span, of: .person))
      if isOne { #expect(a.number == b.number, "\(name) \(other)") }
      if !isOne, agreement.isDifferent { #expect(a.number != b.number, "\(name) \(other)") }
    }
  }

  @Test func `finds a person behind each of the organisations`() throws {
    let record: [DataElement: String] = [
      .legalRepresentative: "郑霁岚", .legalRepresentativeDocumentType: "1010",
      .legalRepresentativeDocumentNumber: "11010119900307010X", .beneficialOwner: "慕容清越",
    ]
    let found = try finding(
      OnListThroughRepresentative.self, .organisation, record, .sample())
    #expect(found.text(.element) == "legal_representative")
    #expect(found.text(.severity) == "error")
    let evidence = found.text(.evidence)
    #expect(evidence.contains("法定代表人：") && evidence.contains("受益所有人："))
    let named = try finding(
      OnListThroughRepresentative.self, .organisation, [.beneficialOwner: "慕容清越"], .sample())
    #expect(named.text(.severity) == "notice")
    #expect(named.text(.element) == "beneficial_owner")
  }
}

@Suite struct `A person behind two organisations` {
  @Test func `is found at each of them`() {
    let records: [[DataElement: String]] = ["甲", "乙"].map {
      [
        .name: $0 + "商贸有限公司", .legalRepresentative: "钟小军",
        .legalRepresentativeDocumentType: "1010",
        .legalRepresentativeDocumentNumber: "11010119900307771X",
        .legalRepresentativeDocumentExpiryDate: "2020-01-01",
      ]
    }
    let batch = RecordBatch(party: .organisation, records: records)
    let context = Context.sample()
    for index in 0..<2 {
      var facts = Facts()
      let (wrong, expired) = (
        LegalRepresentativeDocumentWrong(context), LegalRepresentativeDocumentExpired(context)
      )
      #expect(wrong.check(batch[index], &facts) == .failed)
      #expect(expired.check(batch[index], &facts) == .failed)
    }
  }
}
