import Findings
import Foundation
import Records
import References
import TestSupport
import Testing

@testable import Validators

/// Invented persons with right numbers, no two alike.
struct InventedPersons {
  private var random: SeededGenerator
  private var sequence = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static func check(_ body: [UInt8]) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11]
  }

  static func number(region: Int, date: String, sequence: Int) -> String {
    let body = "\(region)\(date)" + String(format: "%03d", sequence)
    return body + String(decoding: [check(Array(body.utf8))], as: UTF8.self)
  }

  mutating func next() -> [DataElement: String] {
    sequence += 1
    let date = String(
      format: "%04d%02d%02d", Int.random(in: 1940...2005, using: &random),
      Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
    let given = ["伟", "芳", "敏", "静", "强", "磊", "军", "艳"]
    return [
      .customerKey: "K\(sequence)",
      .name: ["王", "李", "张", "刘"].randomElement(using: &random)!
        + given.randomElement(using: &random)! + given.randomElement(using: &random)!,
      .documentType: "1010",
      .documentNumber: Self.number(
        region: 360_700 + Int.random(in: 1...40, using: &random), date: date,
        sequence: Int.random(in: 1...998, using: &random)),
      .birthDate: date, .phone: "1\(3_970_000_000 + sequence * 13)",
      .address: "江西省赣州市章贡区红旗大道\(sequence)号",
    ]
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}

@Suite struct `Likely the same person` {
  /// A third of the records are repeated with one thing mistyped.
  static func records(_ count: Int, seed: UInt64) -> [[DataElement: String]] {
    var persons = InventedPersons(seed: seed)
    var records: [[DataElement: String]] = []
    while records.count < count {
      let person = persons.next()
      records.append(person)
      guard persons.below(3) == 0 else { continue }
      var other = person
      other[.customerKey] = "D" + (person[.customerKey] ?? "")
      let number = person[.documentNumber] ?? ""
      switch persons.below(4) {
      case 0: other[.documentNumber] = Self.mistyped(number, &persons)
      case 1: other[.documentNumber] = ""
      case 2:
        other[.documentNumber] = "E\(10_000_000 + persons.below(90_000_000))"
        other[.documentType] = "1050"
      default: other[.documentNumber] = Self.mistyped(number, &persons)
      }
      records.insert(other, at: persons.below(records.count + 1))
    }
    return records
  }

  /// The number with one figure of the first seventeen another.
  static func mistyped(_ number: String, _ persons: inout InventedPersons) -> String {
    var bytes = Array(number.utf8)
    let place = persons.below(17)
    bytes[place] = (bytes[place] - 0x30 + UInt8(1 + persons.below(9))) % 10 + 0x30
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `is found whatever the split and the order of the parts`(_ seed: UInt64) {
    let validator = LikelySamePerson(.sample())
    let records = Self.records(3000, seed: seed)
    let whole = likenesses(validator, records, cores: 1, seed: 1)
    #expect(whole.records.count > 1000)
    let positions = whole.records.map(\.holder.position)
    #expect(positions == positions.sorted())
    for cores in [2, 7, 16] {
      let split = likenesses(validator, records, cores: cores, seed: seed &+ UInt64(cores))
      #expect(lines(split) == lines(whole))
      #expect(split.counts == whole.counts)
    }
  }

  @Test func `is every person with one thing mistyped, and nobody else`() {
    let validator = LikelySamePerson(.sample())
    let records = Self.records(3000, seed: 11)
    let found = likenesses(validator, records, cores: 3, seed: 4)
    let twice = Dictionary(grouping: records.indices) {
      (records[$0][.customerKey] ?? "").drop { $0 == "D" }
    }.values.filter { $0.count == 2 }.flatMap { $0 }.sorted()
    #expect(found.records.map { Int($0.holder.position.line) } == twice)
    for record in found.records {
      let key = String(decoding: record.holder.recordKey, as: UTF8.self)
      let others = record.others.map { String(decoding: $0.holder.recordKey, as: UTF8.self) }
      #expect(others == [key.hasPrefix("D") ? String(key.dropFirst()) : "D" + key])
    }
  }

  @Test func `is judged the same from either side`() {
    var persons = InventedPersons(seed: 21)
    let validator = LikelySamePerson(.sample())
    let base = persons.next()
    var cells: [DataElement: [String]] = [
      .name: ["王小明", "王小亮", ""], .phone: ["13970712345", "13970712346", ""],
      .birthDate: ["1980-01-01", "1980-01-10", "1999-12-12", ""], .sex: ["1", "2", ""],
      .address: ["赣州市章贡区红旗大道12号", ""], .documentType: ["1010", "1050", ""],
    ]
    cells[.documentNumber] = [
      "360721198001011237", "360721198001011287", "360721198001011253", "360721800101123",
      "E12345678", "E12345679", "", "36072119800101123",
    ]
    var likely = 0
    var features: [PersonFeatures] = []
    for _ in 0..<400 {
      var record = base
      for (element, values) in cells { record[element] = values[persons.below(values.count)] }
      let batch = RecordBatch(party: .person, records: [record])
      var facts = Facts()
      features.append(validator.features(batch[0], &facts))
    }
    for a in features {
      for b in features {
        let one = LikelySamePerson.likeness(a, b)
        #expect(one == LikelySamePerson.likeness(b, a))
        if !a.isDoubtful, !b.isDoubtful { #expect(one == nil) }
        if one != nil { likely += 1 }
      }
    }
    #expect(likely > 500)
  }

  @Test func `is not two who share a name and a day of birth`() {
    var persons = InventedPersons(seed: 31)
    var records: [[DataElement: String]] = []
    for _ in 0..<400 {
      let person = persons.next()
      var other = persons.next()
      let date = person[.birthDate] ?? ""
      for element in [DataElement.name, .birthDate] { other[element] = person[element] }
      other[.documentNumber] = InventedPersons.number(
        region: 360_702 + persons.below(20), date: date, sequence: 1 + persons.below(998))
      if persons.below(4) == 0 { other[.documentNumber] = "" }
      records += [person, other]
    }
    let found = likenesses(LikelySamePerson(.sample()), records, cores: 2, seed: 2)
    #expect(found.counts.compared > 50)
    #expect(found.records.isEmpty)
  }

  @Test func `is not brothers and sisters, twins among them`() {
    var persons = InventedPersons(seed: 41)
    var records: [[DataElement: String]] = []
    for _ in 0..<400 {
      let person = persons.next()
      var other = persons.next()
      for element in [DataElement.birthDate, .phone, .address] { other[element] = person[element] }
      let name = person[.name] ?? ""
      other[.name] = String(name.prefix(2)) + (name.hasSuffix("明") ? "亮" : "明")
      let number = person[.documentNumber] ?? ""
      let sequence = (Int(number.dropFirst(14).prefix(3)) ?? 1) % 997 + 1 + persons.below(2)
      other[.documentNumber] = InventedPersons.number(
        region: Int(number.prefix(6)) ?? 0, date: String(number.dropFirst(6).prefix(8)),
        sequence: sequence)
      // Mistyped so that it is one figure off the twin's, or anyhow.
      let twin = other[.documentNumber] ?? ""
      switch persons.below(8) {
      case 0: other[.documentNumber] = String(twin.dropLast()) + number.suffix(1)
      case 1: other[.documentNumber] = Self.mistyped(twin, &persons)
      default: break
      }
      records += [person, other]
    }
    let found = likenesses(LikelySamePerson(.sample()), records, cores: 2, seed: 2)
    #expect(found.counts.compared > 50)
    #expect(found.records.isEmpty)
  }

  @Test func `is not found by numbers of which both are right`() {
    // The check character finds every wrong character and every two neighbours swapped.
    var persons = InventedPersons(seed: 51)
    for _ in 0..<2000 {
      let number = persons.next()[.documentNumber] ?? ""
      var bytes = Array(number.utf8)
      let place = persons.below(16)
      if persons.below(2) == 0 {
        bytes[place] = (bytes[place] - 0x30 + UInt8(1 + persons.below(9))) % 10 + 0x30
      } else {
        bytes.swapAt(place, place + 1)
        if bytes == Array(number.utf8) { continue }
      }
      #expect(InventedPersons.check(Array(bytes[..<17])) != bytes[17])
      let difference = NumberDifference(Array(number.utf8).span, bytes.span)
      #expect(difference == .oneCharacter || difference == .swapped)
    }
  }
}

@Suite struct `Marks of texts` {
  @Test(arguments: [
    ("王小明", " 王小 明", true), ("阿不都·热合曼", "阿不都•热合曼", true), ("阿不都热合曼", "阿不都・热合曼", true),
    ("ERIK MILLER", "ｅｒｉｋ　ｍｉｌｌｅｒ", true), ("王小明", "王晓明", false), ("王小明", "王明小", false),
    ("王", "王王", false), ("王小明王小明", "王小明", false),
  ])
  func `hold names alike as people do`(_ a: String, _ b: String, _ same: Bool) {
    #expect((TextMark.name(Array(a.utf8).span) == TextMark.name(Array(b.utf8).span)) == same)
  }

  @Test(arguments: [
    ("江西省赣州市章贡区红旗大道12号", "赣州市章贡区红旗大道１２号", true),
    ("黑龙江省哈尔滨市道里区新阳路3号", "哈尔滨市道里区 新阳路3号", true),
    ("广西壮族自治区南宁市青秀区民族大道1号", "南宁市青秀区民族大道1号", true),
    ("赣州市章贡区红旗大道12号", "赣州市章贡区红旗大道13号", false),
  ])
  func `hold addresses alike with and without the province`(_ a: String, _ b: String, _ same: Bool)
  {
    let (one, two) = (TextMark.address(Array(a.utf8).span), TextMark.address(Array(b.utf8).span))
    #expect(one != 0 && two != 0 && (one == two) == same)
  }

  @Test(arguments: ["", "不详", "123", "江西省赣州市章贡区", "江西省赣州市章贡区红旗大道", "红旗大道12号", "\u{FEFF}"])
  func `tell no house where none is`(_ address: String) {
    #expect(TextMark.address(Array(address.utf8).span) == 0)
  }

  @Test func `are made of any bytes`() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        UInt8.random(in: 0x28...0xFF, using: &random)
      }
      #expect(TextMark.name(bytes.span) == TextMark.name(bytes.span))
      _ = TextMark.address(bytes.span)
      _ = OrganisationNameParts(bytes.span, Context.sample().reference(Divisions.self))
    }
  }
}
