import Records
import Testing
import Validators

@Suite struct `The age of a person` {
  private static let asOf = Day("2026-10-31")!

  private static func age(_ cells: [DataElement: String]) -> Int? {
    let batch = RecordBatch(party: .person, records: [cells])
    var facts = IdentityFacts()
    let first = facts.age(batch[0], asOf: asOf)
    let second = facts.age(batch[0], asOf: asOf)
    #expect(second == first, "asked twice")
    return first
  }

  @Test func `comes from the date of birth`() {
    #expect(Self.age([.birthDate: "1990-10-31"]) == 36)
    #expect(Self.age([.birthDate: "1990-11-01"]) == 35)
    #expect(Self.age([.birthDate: "20261031"]) == 0)
  }

  @Test func `comes from a sound resident id where there is no date of birth`() {
    #expect(Self.age([.documentType: "1010", .documentNumber: "110101199003077715"]) == 36)
    #expect(Self.age([.documentNumber: "110101900307771"]) == 36)
    #expect(Self.age([.birthDate: "9999-12-31", .documentNumber: "110101199003077715"]) == 36)
    #expect(Self.age([.birthDate: "1900-01-01", .documentNumber: "110101199003077715"]) == 36)
    #expect(Self.age([.birthDate: "1990-02-30", .documentNumber: "110101199003077715"]) == 36)
  }

  @Test func `is not known without either, or where it cannot be true`() {
    #expect(Self.age([.name: "张伟"]) == nil)
    #expect(Self.age([.birthDate: "1900-01-01"]) == nil)
    #expect(Self.age([.birthDate: "2026-11-01"]) == nil)
    #expect(Self.age([.documentType: "1010", .documentNumber: "110101199003077710"]) == nil)
    #expect(Self.age([.documentType: "1050", .documentNumber: "110101199003077715"]) == nil)
    #expect(Self.age([.documentType: "1010", .documentNumber: "110101189003077713"]) == nil)
  }
}

@Suite struct `The reading of a name` {
  private static func read(_ name: [UInt8], organisation: Bool = false) -> NameReading {
    NameReading(name.span, ofOrganisation: organisation)
  }

  @Test func `finds a strange character wherever it stands`() {
    let name = Array("阿卜杜热西提吾甫尔".utf8)
    let strange: [(String, NameFault.Kind)] = [
      ("•", .dot), ("．", .dot), (" ", .blank), ("7", .digit), ("７", .digit), ("B", .letter),
      ("Ｂ", .letter),
      ("%", .symbol), ("、", .symbol), ("😀", .symbol), ("\u{FFFD}", .lost),
      ("\u{E000}", .privateUse),
      ("\u{200B}", .invisible), ("\u{7}", .invisible), ("锟斤拷", .lost),
    ]
    for (text, kind) in strange {
      for place in 1..<9 {
        var changed = name
        changed.insert(contentsOf: text.utf8, at: place * 3)
        #expect(Self.read(changed) == .strange(NameFault(kind, place * 3)), "\(text)")
      }
    }
  }

  @Test func `takes every unified ideograph for one`() {
    for range in [
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFA6D, 0x20000...0x2A6DF, 0x30000...0x323AF,
    ] {
      for value in stride(from: range.lowerBound, through: range.upperBound, by: 7) {
        guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .otherLetter,
          scalar != "某"
        else { continue }
        let name = Array("王\(Character(scalar))".utf8)
        #expect(Self.read(name) == .plain, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func `sees bytes cut from a name`() {
    let name = Array("迪丽热巴·迪力木拉提".utf8)
    for count in 1..<name.count {
      let whole = String(decoding: name[..<count], as: UTF8.self).unicodeScalars.allSatisfy {
        $0 != "\u{FFFD}"
      }
      for organisation in [false, true] {
        let reading = Self.read(Array(name[..<count]), organisation: organisation)
        if case .strange(let fault) = reading {
          #expect(!whole && fault.kind == .lost)
        } else {
          #expect(whole)
        }
      }
    }
  }

  @Test func `never stops the program, whatever the bytes`() {
    var numbers = SeededNumbers(seed: 9)
    var strange = 0
    for _ in 0..<20_000 {
      let name = (0..<1 + numbers.below(20)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
      for organisation in [false, true] {
        if case .strange(let fault) = Self.read(name, organisation: organisation) {
          strange += 1
          #expect(Int(fault.offset) < name.count)
        }
      }
    }
    #expect(strange > 20_000, "most random bytes are no name")
  }
}
