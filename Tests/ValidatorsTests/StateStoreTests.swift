import Findings
import Foundation
import Records
import TestSupport
import Testing

@testable import Validators

@Suite struct `State that has outgrown memory` {
  static let chunk = ChunkedArray<PackedKey>.chunk

  @Test func `comes back from the disk as it was, and leaves no file`() throws {
    let folder = try ScratchFolder()
    let store = StateStore(megabytes: 1, in: folder.path)
    var array = ChunkedArray<PackedKey>(in: store)
    let count = Self.chunk * 3 + 7
    func value(_ place: Int) -> PackedKey {
      PackedKey(high: UInt64(place) &* 0x9E37_79B9, low: UInt64(place))
    }
    for place in 0..<count { array.append(value(place)) }
    #expect(store.hasSpilled)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(array.count == count)
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let place = Int.random(in: 0..<count, using: &random)
      #expect(array.element(at: place) == value(place))
    }
    var place = 0
    for number in 0..<array.chunkCount {
      for element in array.chunk(number) {
        if element != value(place) { Issue.record("place \(place)") }
        place += 1
      }
    }
    #expect(place == count)
    #expect(store.fault == nil)
  }

  @Test func `gives the same groups as in memory`() throws {
    let folder = try ScratchFolder()
    let batch = RecordBatch(party: .person, records: [[.customerKey: "K", .name: "王小明"]])
    func groups(_ stores: [StateStore?]) -> [(key: PackedKey, holders: [Holder])] {
      var random = SeededGenerator(seed: 7)
      var parts = stores.map {
        (keys: KeyedHolders(in: $0), roster: Roster(keepingNames: true, in: $0))
      }
      for line in 0..<(Self.chunk * 3) {
        let part = line % parts.count
        parts[part].roster.add(
          batch[0], party: .person, at: RecordPosition(source: 0, file: 0, line: line))
        // One key in five comes again; one in seven records has none.
        let number = UInt64.random(in: 0..<UInt64(Self.chunk * 8), using: &random)
        parts[part].keys.add([line % 7 == 0 ? nil : PackedKey(high: 1, low: number)], count: 1)
      }
      return KeyedHolders.groups(parts)
    }
    let plain = groups([nil, nil])
    let store = StateStore(megabytes: 1, in: folder.path)
    let spilled = groups([store, store])
    #expect(store.hasSpilled && store.fault == nil)
    #expect(plain.count > 10_000)
    #expect(spilled.map(\.key) == plain.map(\.key))
    #expect(spilled.map(\.holders) == plain.map(\.holders))
  }

  @Test func `says so where the disk takes nothing`() throws {
    let store = StateStore(megabytes: 1, in: "/nowhere/at/all")
    var array = ChunkedArray<PackedKey>(in: store)
    for place in 0..<(Self.chunk * 2) { array.append(PackedKey(high: 0, low: UInt64(place))) }
    // What could not be put away is not lost.
    #expect(array.element(at: 5) == PackedKey(high: 0, low: 5))
    #expect(array.element(at: Self.chunk + 5) == PackedKey(high: 0, low: UInt64(Self.chunk + 5)))
    array.append(PackedKey(high: 0, low: 1))
    #expect(store.fault?.action == "create")
  }
}
