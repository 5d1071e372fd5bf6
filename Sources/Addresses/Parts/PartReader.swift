import Records
import References

/// Cuts an address into its parts: the names of divisions that were chosen, what lies before
/// and between them, and what follows.
struct PartReader {
  let gazetteer: AddressGazetteer
  let byteCount: Int

  func read(_ address: inout Address) {
    var place = 0
    let text = address.scratch.text
    for index in address.scratch.chain {
      let node = address.scratch.nodes[Int(index)]
      if node.start > place { between(&address, place, Int(node.start), isHead: place == 0) }
      let isZone = node.level == 4 && DivisionWords.endsZone(text, Int(node.end))
      append(
        &address, isZone ? .zone : Self.kind(of: node), Int(node.start), Int(node.end))
      place = Int(node.end)
    }
    var reader = TailReader(text, start: place, hasTownship: address.first(.township) != nil)
    reader.isLonely = address.scratch.chain.isEmpty
    let end = repetition(&address, from: place)
    reader.end = end ?? text.count
    reader.read(&address)
    if let end { append(&address, lateKind(&address, end), end, text.count) }
    finish(&address)
  }

  private static func kind(of node: DivisionNode) -> AddressComponent.Kind {
    if node.traits.contains(.isRepetition) { return .repetition }
    switch node.level {
    case 1: return .province
    case 2: return .city
    case 3: return .county
    default: return .township
    }
  }

  /// Adds the characters from `start` to `end` as a part, and what lies before as a
  /// separator.
  private func append(
    _ address: inout Address, _ kind: AddressComponent.Kind, _ start: Int, _ end: Int
  ) {
    if start >= end { return }
    let part = AddressComponent(
      kind, address.scratch.text.start(start), address.scratch.text.end(end - 1))
    address.append(part)
  }

  /// What stands before or between names of divisions.
  private func between(_ address: inout Address, _ start: Int, _ end: Int, isHead: Bool) {
    let text = address.scratch.text
    var place = start
    if DivisionWords.filler(text, place) > 0 || text.sign(place) == .separator { place = start }
    while place < end {
      let filler = DivisionWords.filler(text, place)
      if filler > 0 {
        let stop = min(place + filler, end)
        append(&address, DivisionWords.kind(text, place), place, stop)
        place = stop
        continue
      }
      var stop = place
      while stop < end, DivisionWords.filler(text, stop) == 0 { stop += 1 }
      var zone = stop
      while zone > place, text.sign(zone - 1) == .separator { zone -= 1 }
      if !isHead, DivisionWords.endsZone(text, zone), zone - place > 2 {
        append(&address, .zone, place, zone)
      } else {
        var reader = TailReader(text, start: place, hasTownship: true)
        reader.end = stop
        reader.isHead = isHead
        reader.read(&address)
      }
      place = stop
    }
  }

  /// Where the whole address, or another one, begins once more behind the parts; nil where
  /// none does.
  private func repetition(_ address: inout Address, from start: Int) -> Int? {
    let text = address.scratch.text
    if address.scratch.chain.isEmpty || text.count < start + 8 { return nil }
    var place = start + 2
    while place + 5 < text.count {
      if text.sign(place) == .other || text.sign(place) == .ending,
        gazetteer.mayBeginUpper(text[place], text[place + 1])
      {
        let length = fullName(text, place, maximum: 2)
        if length > 0, !NameNeighbours.isPart(text, place + length),
          text.at(place + length - 1, "省") || text.at(place + length - 1, "区")
            || fullName(text, place + length, maximum: 3) > 0
        {
          return place
        }
      }
      place += 1
    }
    return nil
  }

  /// Length of the full name in force of a division of at most a level at `place`, or 0.
  private func fullName(_ text: borrowing AddressText, _ place: Int, maximum: UInt8) -> Int {
    for entry in NameSequence(gazetteer, text[place], text[place + 1], text[place + 2]) {
      guard !entry.isTownship, entry.length > 2, gazetteer.matches(entry, text, at: place)
      else { continue }
      let first = Int(entry.firstMeaning)
      for meaning in first..<(first + Int(entry.meaningCount)) {
        let item = gazetteer.storage.value.meanings[meaning]
        if item.kind == .current, item.level <= maximum { return Int(entry.length) }
      }
    }
    return 0
  }

  /// Whether what follows is the same address once more, or its beginning.
  private func lateKind(_ address: inout Address, _ start: Int) -> AddressComponent.Kind {
    let text = address.scratch.text
    let first = Int(address.scratch.chain.first.map { address.scratch.nodes[Int($0)].start } ?? 0)
    for index in start..<text.count where text[index] != text[first + index - start] {
      address.marks.insert(.second)
      return .secondAddress
    }
    address.marks.insert(.repeated)
    return .repetition
  }

  /// Adds the rest of a text that was too long to be looked at, and the bytes at the end.
  private func finish(_ address: inout Address) {
    let end = address.scratch.text.end
    let last = Int(address.components.last?.end ?? 0)
    if byteCount > end {
      address.append(AddressComponent(.remainder, max(last, end), byteCount))
    } else if last < byteCount {
      address.components.append(AddressComponent(.separator, last, byteCount))
    }
  }
}

extension Address {
  /// Adds a part, and the bytes between it and the one before as a separator.
  mutating func append(_ part: AddressComponent) {
    let last = components.last?.end ?? 0
    if part.start > last {
      components.append(AddressComponent(.separator, Int(last), Int(part.start)))
    }
    // Parts of one kind that touch are one, where that loses nothing.
    if part.kind == .separator || part.kind == .remainder || part.kind == .note,
      let previous = components.last, previous.kind == part.kind
    {
      components[components.count - 1] = AddressComponent(
        part.kind, Int(previous.start), Int(part.end))
    } else {
      components.append(part)
    }
  }
}
