/// Reads what stands behind the divisions of an address, from the left: names up to the word
/// that ends them, numbers up to the word that says of what they are.
struct TailReader {
  let text: AddressText
  var place: Int
  /// Where reading ends.
  var end: Int
  /// Whether this is what stands before the first division.
  var isHead = false
  /// Whether no division was found at all.
  var isLonely = false
  /// First character of the name that is being read.
  var nameStart: Int
  /// Kinds of parts that were found.
  var found: UInt32 = 0

  init(_ text: AddressText, start: Int, hasTownship: Bool) {
    self.text = text
    place = start
    nameStart = start
    end = text.count
    if hasTownship { found |= Self.bit(.township) }
  }

  @inline(__always) static func bit(_ kind: AddressComponent.Kind) -> UInt32 {
    1 << UInt32(kind.rawValue)
  }
  @inline(__always) func has(_ kind: AddressComponent.Kind) -> Bool {
    found & Self.bit(kind) != 0
  }

  mutating func read(_ address: inout Address) {
    while place < end {
      let sign = text.sign(place)
      if text.isSpaced(place), place - nameStart >= 2 { flush(&address, place) }
      switch sign {
      case .separator, .dash, .close, .blank, .hash:
        flush(&address, place)
        emit(&address, .separator, place, place + 1)
      case .open: bracket(&address)
      case .digit, .letter, .numeral, .stem: number(&address)
      case .ending:
        place += 1
        finishName(&address)
      default:
        if text.sign(place + 1).isNumeric, place + 1 < end,
          text.at(place, "附") || text.at(place, "负") || text.at(place, "第")
        {
          number(&address)
        } else {
          place += 1
        }
      }
    }
    flush(&address, end)
  }

  /// Adds a part and goes on behind it.
  mutating func emit(
    _ address: inout Address, _ kind: AddressComponent.Kind, _ start: Int, _ stop: Int
  ) {
    if start < stop {
      address.append(AddressComponent(kind, text.start(start), text.end(stop - 1)))
      found |= Self.bit(kind)
    }
    place = max(stop, place)
    nameStart = stop
  }

  /// A note between brackets; without the second one up to the end.
  private mutating func bracket(_ address: inout Address) {
    flush(&address, place)
    var stop = place + 1
    while stop < end, text.sign(stop) != .close { stop += 1 }
    emit(&address, .note, place, min(stop + 1, end))
  }

  /// Ends the name before `stop`, which no word of its own has ended.
  mutating func flush(_ address: inout Address, _ stop: Int) {
    let start = nameStart
    if start >= stop { return }
    let kind = NameKinds.kind(of: text, start, stop, self)
    let next = place
    emit(&address, kind, start, stop)
    place = next
    nameStart = stop
  }

  /// Looks whether the name up to the character before `place` has come to its end.
  private mutating func finishName(_ address: inout Address) {
    let length = place - nameStart
    if length < 2 { return }
    if has(.road), text.at(nameStart, "与") || text.at(nameStart, "和"), length > 2 {
      emit(&address, .note, nameStart, nameStart + 1)
    }
    guard let (kind, more) = NameEndings.ending(of: text, nameStart, place, self) else { return }
    let stop = min(place + more, end)
    emit(&address, kind, nameStart, stop)
  }
}
