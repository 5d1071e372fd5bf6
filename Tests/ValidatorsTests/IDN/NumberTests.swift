import Records
import Testing
import Validators

/// Numbers from a fixed seed.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func digits(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(below(10)) + 0x30 } }
  mutating func pick(_ alphabet: String, _ count: Int) -> [UInt8] {
    let bytes = Array(alphabet.utf8)
    return (0..<count).map { _ in bytes[below(bytes.count)] }
  }
}

private let creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
private let figuresAndLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
private func residentID(_ number: [UInt8]) -> ResidentID.Reading { ResidentID.read(number.span) }
private func residentID(_ number: String) -> ResidentID.Reading { residentID(bytes(number)) }
private func isPilot(_ code: String) -> Bool { CreditCode.isPilot(bytes(code).span) }

@Suite struct `A resident id` {
  /// The table of weights and check characters as the standard prints it.
  private static func check(_ digits: [UInt8]) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return bytes("10X98765432")[sum % 11]
  }

  private static func made(_ numbers: inout SeededNumbers) -> [UInt8] {
    let day = Day(number: Int32(numbers.below(45_000)) - 25_000)
    var text = bytes("1101")
    text += numbers.digits(2)
    var date: [UInt8] = []
    date.append(day: day)
    text += date.filter { $0 != 0x2D }
    text += numbers.digits(3)
    return text + [check(text)]
  }

  @Test func `that is made as the standard says is sound`() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<5000 {
      let text = Self.made(&numbers)
      guard case .read(let id) = ResidentID.read(text.span) else {
        Issue.record("\(String(decoding: text, as: UTF8.self)) is not read")
        return
      }
      #expect(id.isSound && !id.isFifteen)
      #expect(id.expectedCheck == text[17])
      #expect(id.isMale == (text[16] % 2 == 1))
      var date: [UInt8] = []
      if let birth = id.birth { date.append(day: birth) }
      #expect(date.filter { $0 != 0x2D } == Array(text[6..<14]))
    }
  }

  @Test func `with one character changed or two neighbours swapped is not sound`() {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<2000 {
      let text = Self.made(&numbers)
      let place = numbers.below(17)
      var changed = text
      changed[place] = (changed[place] - 0x30 + UInt8(1 + numbers.below(9))) % 10 + 0x30
      #expect(residentID(changed) != residentID(text))
      guard case .read(let id) = ResidentID.read(changed.span) else { continue }
      #expect(!id.checkHolds, "\(String(decoding: changed, as: UTF8.self))")
      let neighbour = numbers.below(16)
      guard text[neighbour] != text[neighbour + 1] else { continue }
      var swapped = text
      swapped.swapAt(neighbour, neighbour + 1)
      guard case .read(let other) = ResidentID.read(swapped.span) else { continue }
      #expect(!other.checkHolds, "\(String(decoding: swapped, as: UTF8.self))")
    }
  }

  @Test func `of fifteen digits has the form of eighteen that the standard gives it`() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<2000 {
      let long = Self.made(&numbers)
      guard long[6] == UInt8(ascii: "1"), !long[14...16].elementsEqual(bytes("996")),
        long[14] != UInt8(ascii: "9")
      else { continue }
      let short = Array(long[0..<6] + long[8..<17])
      guard case .read(let id) = ResidentID.read(short.span) else {
        Issue.record("not read")
        return
      }
      var result: [UInt8] = []
      id.appendEighteen(short.span, to: &result)
      #expect(result == long)
    }
  }

  @Test(arguments: [
    ("1101011990030777", NumberFault.length(16)), ("11010119900307771５", .character(position: 18)),
    ("11010119900307771A", .character(position: 18)),
    ("1101O1199003077715", .character(position: 5)),
    ("11010190030777X", .character(position: 15)), ("", .length(0)),
    ("身份证", .character(position: 1)),
  ]) func `of the wrong form says where it is wrong`(text: String, fault: NumberFault) {
    #expect(residentID(text) == .malformed(fault))
  }

  @Test func `takes a small x for a capital`() {
    #expect(residentID("11010119850101005x") == residentID("11010119850101005X"))
  }
}

@Suite struct `A number with check characters` {
  enum Kind: CaseIterable, Sendable { case creditCode, organisationCode, licence, lei, luhn }

  private static func fault(_ kind: Kind, _ number: [UInt8]) -> NumberFault? {
    switch kind {
    case .creditCode: CreditCode.fault(in: number.span)
    case .organisationCode: OrganisationCode.fault(in: number.span)
    case .licence: LicenceNumber.fault(in: number.span)
    case .lei: LegalEntityIdentifier.fault(in: number.span)
    case .luhn: LuhnNumber.fault(in: number.span)
    }
  }

  private static func body(_ kind: Kind, _ numbers: inout SeededNumbers) -> [UInt8] {
    switch kind {
    case .creditCode: bytes("91") + numbers.digits(6) + numbers.pick(creditAlphabet, 9)
    case .organisationCode: numbers.pick(figuresAndLetters, 8)
    case .licence: numbers.digits(14)
    case .lei: numbers.pick(figuresAndLetters, 18)
    case .luhn: numbers.digits(12 + numbers.below(7))
    }
  }

  /// The body with its check characters, which the fault names.
  private static func made(_ kind: Kind, _ numbers: inout SeededNumbers) -> [UInt8]? {
    let body = body(kind, &numbers)
    let wrong: [[UInt8]] = kind == .lei ? [bytes("00"), bytes("01")] : [bytes("0"), bytes("1")]
    for check in wrong {
      guard case .check(let expected) = fault(kind, body + check) else { continue }
      var number = body
      expected.append(to: &number)
      return number
    }
    return nil
  }

  @Test(arguments: Kind.allCases) func `holds with the check characters that its fault names`(
    kind: Kind
  ) {
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<2000 {
      guard let number = Self.made(kind, &numbers) else {
        Issue.record("two check characters hold")
        return
      }
      #expect(Self.fault(kind, number) == nil, "\(String(decoding: number, as: UTF8.self))")
      let lower = bytes(String(decoding: number, as: UTF8.self).lowercased())
      #expect(Self.fault(kind, lower) == nil)
    }
  }

  @Test(arguments: Kind.allCases) func `does not hold with one figure changed`(kind: Kind) {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<2000 {
      guard var number = Self.made(kind, &numbers) else { continue }
      let place = numbers.below(number.count)
      guard number[place].isDigit else { continue }
      number[place] = (number[place] - 0x30 + UInt8(1 + numbers.below(9))) % 10 + 0x30
      #expect(Self.fault(kind, number) != nil, "\(String(decoding: number, as: UTF8.self))")
    }
  }

  @Test func `of the credit code has no two neighbours that can be swapped`() {
    var numbers = SeededNumbers(seed: 6)
    for _ in 0..<2000 {
      guard var number = Self.made(.creditCode, &numbers) else { continue }
      let place = numbers.below(17)
      guard number[place] != number[place + 1] else { continue }
      number.swapAt(place, place + 1)
      #expect(Self.fault(.creditCode, number) != nil, "\(String(decoding: number, as: UTF8.self))")
    }
  }

  /// Codes that are printed in standards or known to be in force.
  @Test(arguments: [
    (Kind.creditCode, "91350100M000100Y43"), (.creditCode, "91110000600037341L"),
    (.creditCode, "91330106673959654P"), (.organisationCode, "D2143569X"),
    (.organisationCode, "D2143569-X"), (.licence, "110108000000016"),
    (.lei, "529900W18LQJJN6SJ336"),
    (.luhn, "4111111111111111"),
  ]) func `that is known to be good is good`(kind: Kind, text: String) {
    #expect(Self.fault(kind, bytes(text)) == nil)
  }

  @Test(arguments: [
    (Kind.creditCode, "91350100I000100Y43", NumberFault.character(position: 9)),
    (.creditCode, "91350100M000100Y4", .length(17)),
    (.creditCode, "９1350100M000100Y43", .character(position: 1)),
    (.creditCode, "91350100M000100Y4Z", .character(position: 18)),
    (.organisationCode, "D2143569", .length(8)),
    (.organisationCode, "D2143569A", .character(position: 9)),
    (.licence, "11010800000001", .length(14)),
    (.licence, "1101080000000A6", .character(position: 14)),
    (.lei, "529900W18LQJJN6SJ3AB", .character(position: 19)), (.luhn, "411111111111", .length(12)),
    (.luhn, "", .length(0)), (.creditCode, "", .length(0)),
  ]) func `of the wrong form says where it is wrong`(kind: Kind, text: String, fault: NumberFault) {
    #expect(Self.fault(kind, bytes(text)) == fault)
  }

  @Test func `of thirteen digits is an old licence without one`() {
    #expect(Self.fault(.licence, bytes("3201021001234")) == nil)
  }

  @Test func `of the pilot is told from a wrong one`() {
    for code in ["91350211M0000XUF46", "91350100M0001TGQXM", "91350203M0001FUE2P"] {
      #expect(isPilot(code))
    }
    #expect(!isPilot("91350211MA00XUF46X"))
    #expect(!isPilot("91360211M0000XUF46"), "of another province")
  }

  @Test func `never stops the program, whatever the bytes`() {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<20_000 {
      let text = (0..<numbers.below(24)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
      for kind in Kind.allCases where text.count < 9 || text.contains(where: { $0 >= 0x80 }) {
        #expect(Self.fault(kind, text) != nil)
      }
      if case .read = ResidentID.read(text.span) {
        Issue.record("random bytes are read as a resident id")
      }
    }
  }
}
