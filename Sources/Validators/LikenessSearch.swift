import Dispatch
import Records
import Synchronization

/// Finds records that are likely the same among those that share a key.
///
/// Of two records that are alike one is doubtful, so that most records need only be held
/// against those that are. A key that more than `largest` of them share tells nobody apart and
/// is no reason to compare them. So the time is O(records) for every key, on as many cores as
/// there are keys, and the memory beside the features some bytes a doubtful record.
struct LikenessSearch<Validator: LikenessValidator> {
  /// Records of a key beyond which they are not compared for it.
  static var largest: Int { 50 }

  private struct Chunk {
    let part: Int
    /// Number of the chunk in its part.
    let number: Int
    /// Place of the first record in its part.
    let offset: Int
    /// The same among all records.
    let start: Int
  }

  private struct Pair: Sendable {
    let first: UInt32
    let second: UInt32
    let likeness: Likeness

    var order: UInt64 { UInt64(first) << 32 | UInt64(second) }
  }

  private let chunks: [Chunk]
  private let arrays: [ChunkedArray<Validator.Features>]
  private let rosters: [Roster]
  private let count: Int
  /// Places of the doubtful records.
  private let doubtful: [UInt32]

  init(_ parts: [(features: ChunkedArray<Validator.Features>, roster: Roster)]) {
    var chunks: [Chunk] = []
    var start = 0
    var doubtful: [UInt32] = []
    for (part, entry) in parts.enumerated() {
      for number in 0..<entry.features.chunkCount {
        let features = entry.features.chunk(number)
        let offset = number * ChunkedArray<Validator.Features>.chunk
        chunks.append(Chunk(part: part, number: number, offset: offset, start: start))
        for index in features.indices where features[index].isDoubtful {
          doubtful.append(UInt32(start + index))
        }
        start += features.count
      }
    }
    self.chunks = chunks
    arrays = parts.map(\.features)
    self.doubtful = doubtful
    count = start
    rosters = parts.map(\.roster)
  }

  func result() -> LikenessResult {
    var result = LikenessResult()
    if count < 2 { return result }
    let found = Mutex<(pairs: [Pair], counts: LikenessResult.Counts)>(
      ([], LikenessResult.Counts()))
    DispatchQueue.concurrentPerform(iterations: Validator.keys) { key in
      let (pairs, counts) = self.pairs(sharing: key)
      found.withLock { state in
        state.pairs += pairs
        state.counts.compared += counts.compared
        state.counts.largeGroups += counts.largeGroups
        state.counts.recordsInLargeGroups += counts.recordsInLargeGroups
      }
    }
    let (pairs, counts) = found.withLock { $0 }
    result.counts = counts
    result.records = records(of: pairs)
    return result
  }

  // MARK: Sharing a key

  private struct Candidate {
    let key: UInt64
    let place: UInt32
  }

  /// The records that share a key with a doubtful one, by key, and a few others.
  private func candidates(_ number: Int) -> [Candidate] {
    // Two bits a slot: whether the key of a doubtful record fell on it, and whether another
    // key did as well. There are so many that few meet a stranger.
    let slotsWanted = max(doubtful.count * 4, min(doubtful.count * 16, 1 << 22))
    var bits = 10
    while 1 << bits < slotsWanted, bits < 40 { bits += 1 }
    let shift = UInt64(64 - bits)
    var words = [UInt64](repeating: 0, count: 1 << (bits - 5))
    var candidates: [Candidate] = []
    var slots = words.mutableSpan
    for place in doubtful {
      let key = Validator.key(number, of: features(at: Int(place)))
      if key == 0 { continue }
      let slot = key >> shift
      let bit = slot & 31 * 2
      let index = Int(truncatingIfNeeded: slot >> 5)
      slots[index] |= (1 + (slots[index] >> bit & 1)) << bit
    }
    for chunk in chunks {
      let read = arrays[chunk.part].chunk(chunk.number)
      let features = read.span
      for index in features.indices where !features[index].isDoubtful {
        let key = Validator.key(number, of: features[index])
        let slot = key >> shift
        let bit = slot & 31 * 2
        let word = Int(truncatingIfNeeded: slot >> 5)
        if slots[word] >> bit & 3 == 0 || key == 0 { continue }
        slots[word] |= 2 << bit
        candidates.append(Candidate(key: key, place: UInt32(chunk.start + index)))
      }
    }
    for place in doubtful {
      let key = Validator.key(number, of: features(at: Int(place)))
      let slot = key >> shift
      if key == 0 || slots[Int(truncatingIfNeeded: slot >> 5)] >> (slot & 31 * 2) & 2 == 0 {
        continue
      }
      candidates.append(Candidate(key: key, place: place))
    }
    candidates.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    return candidates
  }

  /// The pairs that share a key and are likely the same.
  private func pairs(sharing number: Int) -> (pairs: [Pair], counts: LikenessResult.Counts) {
    let candidates = candidates(number)
    var pairs: [Pair] = []
    var counts = LikenessResult.Counts()
    var group: [Validator.Features] = []
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, candidates[end].key == candidates[start].key { end += 1 }
      defer { start = end }
      if end - start == 1 { continue }
      if end - start > Self.largest {
        counts.largeGroups += 1
        counts.recordsInLargeGroups += end - start
        continue
      }
      group.removeAll(keepingCapacity: true)
      for index in start..<end { group.append(features(at: Int(candidates[index].place))) }
      for second in group.indices {
        for first in 0..<second {
          if !group[first].isDoubtful, !group[second].isDoubtful { continue }
          counts.compared += 1
          guard let likeness = Validator.likeness(group[first], group[second]) else { continue }
          pairs.append(
            Pair(
              first: candidates[start + first].place, second: candidates[start + second].place,
              likeness: likeness))
        }
      }
    }
    return (pairs, counts)
  }

  // MARK: Who they are

  /// The records of the pairs with their others; a pair may have been found by several keys.
  private func records(of pairs: [Pair]) -> [LikenessResult.Record] {
    let ordered = pairs.sorted { $0.order < $1.order }
    var holders: [UInt32: Holder] = [:]
    var others: [UInt32: [(place: UInt32, likeness: Likeness)]] = [:]
    for (index, pair) in ordered.enumerated() {
      if index > 0, ordered[index - 1].order == pair.order { continue }
      let first = holders[pair.first] ?? holder(at: Int(pair.first))
      let second = holders[pair.second] ?? holder(at: Int(pair.second))
      // One customer, whose number is repeated.
      if first.recordKey == second.recordKey { continue }
      (holders[pair.first], holders[pair.second]) = (first, second)
      others[pair.first, default: []].append((pair.second, pair.likeness))
      others[pair.second, default: []].append((pair.first, pair.likeness))
    }
    var records: [LikenessResult.Record] = []
    for (place, alike) in others {
      guard let holder = holders[place] else { continue }
      var named = alike.compactMap { entry in
        holders[entry.place].map { (holder: $0, likeness: entry.likeness) }
      }
      named.sort {
        ($1.likeness.points, $0.holder.position) < ($0.likeness.points, $1.holder.position)
      }
      // One more than is named shows that there are more.
      records.append(
        LikenessResult.Record(
          holder: holder, others: Array(named.prefix(LikenessResult.most + 1))))
    }
    return records.sorted { $0.holder.position < $1.holder.position }
  }

  /// The chunk that a place among all records lies in. O(log of the chunks).
  private func chunk(of place: Int) -> Int {
    var (low, high) = (0, chunks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if chunks[middle].start <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func features(at place: Int) -> Validator.Features {
    let chunk = chunks[chunk(of: place)]
    return arrays[chunk.part].element(at: chunk.offset + place - chunk.start) ?? .none
  }

  private func holder(at place: Int) -> Holder {
    let chunk = chunks[chunk(of: place)]
    return rosters[chunk.part].holder(at: chunk.offset + place - chunk.start)
  }
}
