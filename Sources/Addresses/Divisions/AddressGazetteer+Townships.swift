import Records
import References

/// Questions about the townships of a county, without reading an address in full.
extension AddressGazetteer {
  /// What stands behind the divisions of an address.
  package enum TownshipStanding: Sendable, Equatable {
    /// No word that a township's name ends with.
    case notWritten
    /// A township of the county, in force or of the past, by its whole name.
    case known
    /// Only reading the address can tell.
    case unclear
  }

  /// Whether all townships of a county stand in the ministry's list, so that a name that is
  /// not among them says something. O(log n).
  package func listsTownships(of county: Int32) -> Bool {
    let counties = storage.value.listedCounties
    var (low, high) = (0, counties.count)
    while low < high {
      let middle = (low + high) / 2
      if counties[middle] < county { low = middle + 1 } else { high = middle }
    }
    return low < counties.count && counties[low] == county
  }

  /// What `address` says of a township from `start` on, where a county ends. Looks at twelve
  /// characters; no allocation.
  package func standing(
    of address: Span<UInt8>, from start: Int, in county: Int32
  ) -> TownshipStanding {
    var text = InlineArray<14, UInt16>(repeating: 0)
    var count = 0
    var place = start
    var ending = false
    while place + 2 < address.count, count < 12 {
      let lead = UInt16(address[place])
      if lead & 0xF0 != 0xE0 {
        // A number or a mark ends the name; marks before it do not count.
        if count > 0 { break }
        place += 1
        continue
      }
      let scalar =
        lead << 12 | UInt16(address[place + 1] & 0x3F) << 6 | UInt16(address[place + 2] & 0x3F)
      text[count] = characters.fold(scalar)
      // Numbers, because a switch over characters compares them one after another.
      switch text[count] {
      case 0x9547, 0x4E61, 0x8857, 0x6728, 0x529E, 0x5904:  // 镇 乡 街 木 办 处
        ending = ending || count > 0
      default: break
      }
      count += 1
      place += 3
    }
    if !ending || count < 3 { return .notWritten }
    for entry in NameSequence(self, text[0], text[1], text[2]) {
      let length = Int(entry.length)
      guard entry.isTownship, length < count else { continue }
      let first = Int(entry.textStart)
      var agrees = true
      for offset in 2..<max(2, length)
      where storage.value.text[first + offset] != text[offset] {
        agrees = false
        break
      }
      guard agrees, Self.namesKind(text, length) else { continue }
      if !townships(entry, nearest: firstCounty(entry), from: county, to: county).isEmpty {
        return .known
      }
    }
    return .unclear
  }

  private static func namesKind(_ text: InlineArray<14, UInt16>, _ place: Int) -> Bool {
    switch text[place] {
    case 0x9547, 0x4E61: return true  // 镇, 乡
    case 0x8857: return text[place + 1] == 0x9053  // 街道
    case 0x6C11: return text[place + 2] == 0x4E61 || text[place + 2] == 0x82CF  // 民族乡, 民族苏木
    case 0x82CF: return text[place + 1] == 0x6728  // 苏木
    default: return false
    }
  }

  /// Counties in force of a prefecture, or of the whole province of a county directly below
  /// it, that have a township of a name written with the word for its kind. Allocates.
  package func counties(
    withTownship name: Span<UInt8>, near county: Int32
  ) -> [Int32] {
    var reader = AddressText()
    reader.read(name, characters)
    let prefecture = divisions.prefecture(of: county)
    let (low, high) =
      prefecture == 0
      ? (county / 10_000 * 10_000, county / 10_000 * 10_000 + 9_999)
      : (prefecture, prefecture + 99)
    var found: [Int32] = []
    for entry in NameSequence(self, reader[0], reader[1], reader[2]) {
      guard entry.isTownship, matches(entry, reader, at: 0),
        TownshipWords.kind(reader, at: Int(entry.length)) != nil
          || Int(entry.length) == reader.count
      else { continue }
      for place in townships(entry, nearest: firstCounty(entry), from: low, to: high) {
        let township = storage.value.townships[place]
        if !township.isPast, !found.contains(township.county) { found.append(township.county) }
      }
    }
    return found
  }
}
