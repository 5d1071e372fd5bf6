import Records
import TestSupport
import Testing
import Validators

@Suite struct `A roster` {
  @Test func `gives back every record as it was`() {
    var random = SeededGenerator(seed: 11)
    let pieces = ["0", "7", "X", "a", "z", "-", "_", "客", " 1", "𠮷", "#"]
    var records: [[DataElement: String]] = [[.customerKey: ""]]
    for length in 1...60 {
      for _ in 0..<20 {
        // Of one kind of character up to all of them.
        let kinds = Int.random(in: 1...pieces.count, using: &random)
        let key = (0..<length).map { _ in pieces[Int.random(in: 0..<kinds, using: &random)] }
        records.append([
          .customerKey: "K" + key.joined(), .branch: "B\(length % 7)", .owner: "M\(length % 11)",
          .name: "N" + key.reversed().joined(),
        ])
      }
    }
    let batch = RecordBatch(party: .person, records: records)
    var roster = Roster(keepingNames: true)
    var nameless = Roster()
    for index in 0..<batch.count {
      roster.add(
        batch[index], party: .person, at: RecordPosition(source: 1, file: 2, line: index))
      nameless.add(
        batch[index], party: .person, at: RecordPosition(source: 1, file: 2, line: index))
    }
    for index in 0..<batch.count {
      let holder = roster.holder(at: index)
      #expect(holder.recordKey == Array(records[index][.customerKey]!.utf8))
      #expect(holder.name == Array((records[index][.name] ?? "").utf8))
      #expect(nameless.holder(at: index).name.isEmpty)
      #expect(nameless.holder(at: index).recordKey == holder.recordKey)
      #expect(holder.branch == Array((records[index][.branch] ?? "").utf8))
      #expect(holder.owner == Array((records[index][.owner] ?? "").utf8))
      #expect(holder.position == RecordPosition(source: 1, file: 2, line: index))
    }
  }

  @Test func `keeps what it holds over the border of chunks`() {
    var array = ChunkedArray<Int32>()
    let count = ChunkedArray<Int32>.chunk * 2 + 3
    #expect(array.chunkCount == 0)
    for index in 0..<count { array.append(Int32(index)) }
    #expect(array.count == count)
    #expect((0..<count).allSatisfy { array.element(at: $0) == Int32($0) })
    let chunks = (0..<array.chunkCount).map { array.chunk($0) }
    #expect(chunks.map(\.count) == [array.count / 2 - 1, array.count / 2 - 1, 3])
    #expect(chunks.joined().elementsEqual((0..<count).map { Int32($0) }))
  }

  @Test func `groups records that lie in different chunks`() {
    let count = ChunkedArray<PackedKey>.chunk + 100
    var (keys, roster) = (KeyedHolders(), Roster())
    let batch = RecordBatch(party: .person, records: [[.customerKey: "K"]])
    for line in 0..<count {
      roster.add(batch[0], party: .person, at: RecordPosition(source: 0, file: 0, line: line))
      // Every third record has no key; the last hundred have the keys of the first.
      let number = UInt64(line % ChunkedArray<PackedKey>.chunk)
      keys.add([line % 3 == 0 ? nil : PackedKey(high: 0, low: number)], count: 1)
    }
    let groups = KeyedHolders.groups([(keys, roster)])
    let chunk = ChunkedArray<PackedKey>.chunk
    let expected = (0..<100).filter { $0 % 3 != 0 && ($0 + chunk) % 3 != 0 }
      .map { [$0, $0 + chunk] }
    #expect(groups.map { $0.holders.map { Int($0.position.line) } } == expected)
  }
}
