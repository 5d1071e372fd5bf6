/// Numbers: of roads, buildings, units, floors, rooms; telephones and postcodes.
extension TailReader {
  /// Reads a number at `place`, or goes on with the name where it is part of one.
  mutating func number(_ address: inout Address) {
    let start = place
    var stop = place
    if !text.sign(stop).isNumeric { stop += 1 }  // 附, 负, 第
    stop = run(from: stop)
    let isDigits = text.sign(start) == .digit
    if let (kind, length) = NumberUnits.unit(of: text, start, stop, self) {
      let tail = min(stop + length, end)
      flush(&address, start)
      parts(&address, kind, start, stop, tail)
      return
    }
    if isDigits, let kind = standalone(start, stop) {
      flush(&address, start)
      emit(&address, kind, start, stop)
      return
    }
    let isAtEnd =
      stop >= end || text.isSpaced(stop) || text.sign(stop) == .separator
      || text.sign(stop) == .open || text.sign(stop) == .dash
    let isLetter = text.sign(start) == .letter
    let follows = address.components.last?.kind
    let isBehindBuilding =
      nameStart == start && (follows == .building || follows == .unit || follows == .floor)
    if isDigits || isLetter && isBehindBuilding, isAtEnd || isBehindBuilding {
      flush(&address, start)
      parts(&address, nil, start, stop, stop)
      return
    }
    place = stop
  }

  /// The end of a number: digits, letters, 一二三, 甲乙丙, with dashes between.
  private func run(from start: Int) -> Int {
    var stop = start
    while stop < end {
      let sign = text.sign(stop)
      if sign.isNumeric {
        if stop > start, text.isSpaced(stop) { break }
        stop += 1
      } else if stop > start,
        sign == .dash || text.at(stop, "之") || text.at(stop, "/")
          || text.at(stop, ".") && text.sign(stop + 1) == .digit,
        stop + 1 < end, text.sign(stop + 1).isNumeric
      {
        stop += 1
      } else {
        break
      }
    }
    return stop
  }

  /// Telephones and postcodes, which need no word.
  private func standalone(_ start: Int, _ stop: Int) -> AddressComponent.Kind? {
    var digits = 0
    for index in start..<stop where text.sign(index) == .digit { digits += 1 }
    let isPlain = digits == stop - start
    if isPlain, digits == 11, text.at(start, "1") { return .telephone }
    if text.at(start, "0"), digits >= 10, digits <= 12 { return .telephone }
    if digits >= 7, digits <= 8, isPlain, stop >= end { return .telephone }
    let isAtEdge = isHead || start == 0 || stop >= end && nameStart >= start
    if isPlain, digits == 6, isAtEdge, !has(.building) || has(.room) { return .postcode }
    return nil
  }

  /// Adds a number with the word behind it; of 3-2-501 each part on its own.
  private mutating func parts(
    _ address: inout Address, _ kind: AddressComponent.Kind?, _ start: Int, _ stop: Int,
    _ tail: Int
  ) {
    var count = 1
    for index in start..<stop where text.sign(index) == .dash { count += 1 }
    if let kind, kind != .room || count == 1 {
      emit(&address, kind, start, tail)
      return
    }
    if count == 1 {
      emit(&address, single(stop - start), start, tail)
      return
    }
    if kind == nil, count == 2, has(.road) || has(.lane) || has(.village), !has(.number),
      !has(.building), lastLength(start, stop) < 3
    {
      emit(&address, .number, start, tail)
      return
    }
    if kind == nil, count == 2, has(.building) || has(.number), lastLength(start, stop) < 3 {
      // 22-5: the fifth door of the 22nd floor.
      emit(&address, .room, start, tail)
      return
    }
    var first = start
    for index in start...stop {
      guard index == stop || text.sign(index) == .dash else { continue }
      let isLast = index == stop
      let next: AddressComponent.Kind =
        isLast
        ? .room : has(.building) ? (has(.unit) ? .floor : .unit) : .building
      emit(&address, next, first, isLast ? tail : index)
      if !isLast { emit(&address, .separator, index, index + 1) }
      first = index + 1
    }
  }

  private func lastLength(_ start: Int, _ stop: Int) -> Int {
    var length = 0
    var index = stop - 1
    while index >= start, text.sign(index) != .dash {
      length += 1
      index -= 1
    }
    return length
  }

  /// What a number without a word is, by what was found before it.
  private func single(_ length: Int) -> AddressComponent.Kind {
    if has(.building) || has(.unit) || has(.floor) { return .room }
    if has(.number) { return length >= 3 ? .room : .building }
    if has(.road) || has(.lane) || has(.village) || has(.hamlet) { return .number }
    if has(.pointOfInterest) { return length >= 3 ? .room : .building }
    return .remainder
  }
}
