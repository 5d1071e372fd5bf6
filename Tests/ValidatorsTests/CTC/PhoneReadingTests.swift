import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `The telephone field` {
  static func read(_ text: String) -> PhoneReading { PhoneReading(Array(text.utf8).span) }

  @Test(arguments: [
    ("", PhoneReading.Kind.empty, 0), ("无", .words, 0), ("13970712345", .mobile, 11),
    ("+8613970712345", .mobile, 11), ("86-13970712345", .mobile, 11),
    ("8613970712345", .mobile, 11),
    ("(+86)139 7071 2345", .mobile, 11), ("１３９－７０７１－２３４５", .mobile, 11),
    ("0797-8123456", .landline, 11), ("07978123456", .landline, 11),
    ("(0797)8123456", .landline, 11),
    ("（０７９７）8123456", .landline, 11), ("010-65521234", .landline, 11),
    ("021-65521234-801", .landline, 11), ("0797-8123456转801", .landline, 11),
    ("+86 10 6552 1234", .landline, 10), ("86-797-8123456", .landline, 10),
    ("0797-95533", .service, 9), ("4001234567", .service, 10), ("800-810-1234", .service, 10),
    ("95588", .service, 5), ("95013123", .service, 8), ("+852-91234567", .international, 11),
    ("85291234567", .international, 11), ("0085291234567", .international, 11),
    ("+1 (212) 555-0100", .international, 11), ("8123456", .local, 7), ("65521234", .local, 8),
    ("6552-1234", .local, 8), ("8123456-801", .local, 7), ("1064812345678", .machine, 13),
    ("1441234567890", .machine, 13), ("1397071234", .malformed, 10),
    ("139707123456", .malformed, 12),
    ("0797-812345", .malformed, 10), ("+12", .malformed, 2), ("0", .malformed, 1),
    ("13970712345/0797-8123456", .mobile, 11), ("0797-8123456、13970712345", .landline, 11),
    ("1397071234;13970712345", .mobile, 11), ("13970712345 13970712346", .mobile, 11),
    ("手机:13970712345", .mobile, 11), ("8123456，13970712345", .mobile, 11),
  ]) func `is read`(text: String, kind: PhoneReading.Kind, count: Int) {
    let reading = Self.read(text)
    #expect(reading.kind == kind)
    #expect(Int(reading.count) == count)
  }

  @Test func `keeps the digits of a mobile number however it is written`() {
    let plain = Self.read("13970712345")
    #expect(plain.prefix == 1397)
    for text in [
      "+86 139 7071 2345", "0086-13970712345", "139-7071-2345", "１３９７０７１２３４５", "(139)70712345",
      "013970712345", "13970712345转1", "13970712345（本人）",
    ] {
      let reading = Self.read(text)
      #expect(reading.kind == .mobile, "\(text)")
      #expect(reading.digits == plain.digits, "\(text)")
    }
  }

  @Test func `takes every mobile number and no other length`() {
    var random = PhoneRandom(seed: 7)
    for _ in 0..<5000 {
      let number = 13_000_000_000 + Int(random.next() % 7_000_000_000)
      #expect(Self.read("\(number)").kind == .mobile)
      #expect(Self.read("\(number)" + "5").kind == .malformed)
      #expect(Self.read(String("\(number)".dropLast())).kind == .malformed)
    }
  }

  @Test func `stands any bytes`() {
    var random = PhoneRandom(seed: 20_261_031)
    let alphabet = Array("0123456789012345678901+-() /、转０１８＋".utf8)
    for _ in 0..<30_000 {
      let bytes = (0..<(random.next() % 40)).map { _ in
        random.next() % 8 == 0
          ? UInt8(truncatingIfNeeded: random.next())
          : alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      let reading = PhoneReading(bytes.span)
      #expect((reading.kind == .empty) == bytes.isEmpty)
      #expect(reading.count >= reading.areaCount)
      if reading.kind == .mobile { #expect(reading.count == 11 && reading.digit(0) == 1) }
      if reading.kind == .local { #expect(reading.count == 7 || reading.count == 8) }
    }
  }

  @Test func `is no placeholder for want of luck`() {
    let placeholders = PhonePlaceholders(Context(asOf: exampleDay, mappings: nil))
    var random = PhoneRandom(seed: 11)
    var hits = 0
    for _ in 0..<100_000 {
      let number = 13_000_000_000 + Int(random.next() % 7_000_000_000)
      if placeholders.contains(Self.read("\(number)")) { hits += 1 }
    }
    #expect(hits <= 5)
  }
}

struct PhoneRandom {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
