import Records
import TestSupport
import Testing

@testable import Profiles

private func counted(_ values: [String]) -> FrequentValues {
  var counts = FrequentValues()
  for value in values {
    let bytes = Array(value.utf8)
    counts.add(bytes.span, ByteHash.of(bytes.span))
  }
  return counts
}

/// Values of which a few are frequent, and many more occur once than are kept.
private func skewed(seed: UInt64) -> [String] {
  var random = SeededGenerator(seed: seed)
  var values: [String] = []
  for rank in 0..<40 { values += Array(repeating: "frequent \(rank)", count: 400 - rank * 9) }
  for number in 0..<30_000 { values.append("once \(number)") }
  values.shuffle(using: &random)
  return values
}

@Suite struct `Frequent values` {
  @Test func `are counted right while they are few`() {
    let counts = counted(["b", "a", "b", "长", "a", "b"])
    #expect(counts.isExact && counts.bound == nil && counts.distinct == 3)
    #expect(counts.top(9).map(\.text) == ["b", "a", "长"])
    #expect(counts.top(9).map(\.count) == [3, 2, 1])
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `are right after a second count, however cut`(
    _ seed: UInt64
  ) {
    let values = skewed(seed: seed)
    var random = SeededGenerator(seed: seed + 10)
    let parts = 1 + Int(random.next() % 5)
    var whole = FrequentValues()
    for part in 0..<parts {
      whole.merge(counted(values.indices.filter { $0 % parts == part }.map { values[$0] }))
    }
    #expect(!whole.isExact)
    var second = whole.emptied
    for value in values {
      let bytes = Array(value.utf8)
      second.add(bytes.span, ByteHash.of(bytes.span))
    }
    let found = second.top(1000)
    let bound = second.bound ?? 0
    let expected = (0..<40).map { ("frequent \($0)", 400 - $0 * 9) }.filter { $0.1 > bound }
    #expect(expected.count > 30)
    #expect(found.map(\.text) == expected.map(\.0))
    #expect(found.map(\.count) == expected.map(\.1))
  }

  @Test func `of great length are told apart`() {
    let long = String(repeating: "赣", count: 100)
    let counts = counted([long + "1", long + "2", long + "1"])
    #expect(counts.distinct == 2)
    #expect(counts.top(1).first?.count == 2)
    #expect(counts.top(1).first?.text.hasSuffix("赣…") == true)
  }

  @Test(arguments: [10, 5_000, 60_000, 400_000]) func `are estimated where they are many`(
    _ number: Int
  ) {
    var estimate = DistinctEstimate()
    for index in 0..<(number * 2) {
      let bytes = Array("value \(index % number)".utf8)
      estimate.add(ByteHash.of(bytes.span))
    }
    #expect(abs(estimate.value - number) <= number / 33)
  }

  @Test func `have an estimate that can be merged`() {
    let parts = (0..<4).map { part in
      var estimate = DistinctEstimate()
      for index in 0..<500 {
        let bytes = Array("\(part * 300 + index)".utf8)
        estimate.add(ByteHash.of(bytes.span))
      }
      return estimate
    }
    expectMergeable(parts, empty: DistinctEstimate())
  }
}

@Suite struct `The pattern of a value` {
  @Test(arguments: [
    ("36070219800101123X", "9{17}A", 18), ("张伟", "汉{2}", 2), ("", "", 0),
    ("红旗大道86号", "汉{4}9{2}汉", 7), ("2024-01-31", "9{4}-9{2}-9{2}", 10), ("Ab c", "Aa␣a", 4),
    ("（赣）１２Ｂ", "（汉）９{2}Ａ", 6), ("བོད", "文{3}", 3), ("a\u{0}b", "a□a", 3), ("𠮷", "汉", 1),
  ]) func `counts characters by class`(_ value: String, _ pattern: String, _ length: Int) {
    var reader = ValuePattern()
    reader.read(Array(value.utf8).span)
    #expect(String(decoding: reader.bytes, as: UTF8.self) == pattern)
    #expect(reader.length == length)
  }

  @Test func `survives any bytes`() {
    var random = SeededGenerator(seed: 5)
    var reader = ValuePattern()
    for _ in 0..<2000 {
      let bytes = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next())
      }
      reader.read(bytes.span)
      #expect(reader.length <= bytes.count)
      #expect(String(validating: reader.bytes, as: UTF8.self) != nil)
    }
  }
}
