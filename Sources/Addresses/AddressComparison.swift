import Records

/// How two addresses stand to each other.
package struct AddressComparison: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    case same
    /// Nothing contradicts, and one says more than the other.
    case differentPrecision = "different-precision"
    /// The road, the village or the compound is the same; numbers, buildings or rooms differ.
    case sameRoad = "same-road"
    case different
    case undecided
  }

  package let verdict: Verdict
  /// The kind of part that decided; nil where the divisions did, or all agreed.
  package let decidedBy: AddressComponent.Kind?
  /// Kinds of parts that agree.
  package let agreeing: [AddressComponent.Kind]
  /// Kinds of parts that only one of the two has.
  package let oneSided: [AddressComponent.Kind]

  /// Compares two readings with their texts. O(length).
  package init(
    _ a: Address, _ textA: Span<UInt8>, _ b: Address, _ textB: Span<UInt8>,
    _ gazetteer: AddressGazetteer
  ) {
    var agreeing: [AddressComponent.Kind] = []
    var oneSided: [AddressComponent.Kind] = []
    var differing: [AddressComponent.Kind] = []
    for kind in Self.kinds {
      let first = AddressPartText.text(of: kind, in: a, textA, gazetteer)
      let second = AddressPartText.text(of: kind, in: b, textB, gazetteer)
      if first.isEmpty, second.isEmpty { continue }
      if first.isEmpty || second.isEmpty {
        oneSided.append(kind)
      } else if Self.agree(first, second, kind) {
        agreeing.append(kind)
      } else {
        differing.append(kind)
      }
    }
    self.agreeing = agreeing
    self.oneSided = oneSided
    (verdict, decidedBy) = Self.judge(a, b, agreeing, oneSided, differing)
  }

  /// From the coarse to the fine.
  private static let kinds: [AddressComponent.Kind] = [
    .village, .road, .lane, .pointOfInterest, .hamlet, .number, .building, .unit, .floor, .room,
  ]
  private static let places: [AddressComponent.Kind] = [.village, .road, .pointOfInterest]

  private static func agree(
    _ a: [UInt16], _ b: [UInt16], _ kind: AddressComponent.Kind
  ) -> Bool {
    if a == b { return true }
    guard kind == .pointOfInterest || kind == .village else { return false }
    // 新世纪城 and 新世纪城小区.
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count >= 2 && AddressPartText.contains(long, short)
  }

  private static func judge(
    _ a: Address, _ b: Address, _ agreeing: [AddressComponent.Kind],
    _ oneSided: [AddressComponent.Kind], _ differing: [AddressComponent.Kind]
  ) -> (Verdict, AddressComponent.Kind?) {
    if a.grade == .none || b.grade == .none { return (.undecided, nil) }
    if differs(a.province, b.province) { return (.different, .province) }
    if differs(a.prefecture, b.prefecture) { return (.different, .city) }
    if differs(a.county, b.county) { return (.different, .county) }
    let isPlaced = places.contains { agreeing.contains($0) }
    if let place = [.road, .village].first(where: { differing.contains($0) }) {
      // One compound may have entrances on two roads.
      return agreeing.contains(.pointOfInterest) ? (.undecided, place) : (.different, place)
    }
    // Without a division on one side nothing holds two equal roads together.
    if a.code == 0 || b.code == 0 { return (.undecided, nil) }
    let isCountyKnown =
      a.county == b.county && (a.county != 0 || a.marks.contains(.withoutCounties))
    if !isCountyKnown, a.county != 0, b.county != 0 { return (.undecided, .county) }
    if differing.contains(.pointOfInterest) {
      let isSameDoor = agreeing.contains(.road) && agreeing.contains(.number)
      if !isSameDoor { return (isPlaced ? .sameRoad : .different, .pointOfInterest) }
    }
    if let fine = differing.first(where: { $0 != .pointOfInterest }) {
      return isPlaced ? (.sameRoad, fine) : (.undecided, fine)
    }
    let anchors = places.filter { oneSided.contains($0) }
    if !isPlaced, anchors.count > 1 { return (.undecided, anchors[0]) }
    if differs(a.township, b.township), !isPlaced { return (.different, .township) }
    let isEqual =
      oneSided.isEmpty && a.county == b.county && a.prefecture == b.prefecture && isPlaced
    return isEqual ? (.same, nil) : (.differentPrecision, oneSided.first)
  }

  private static func differs(_ a: Int32, _ b: Int32) -> Bool { a != 0 && b != 0 && a != b }

  /// Why, in words.
  package var text: Text {
    let kind = decidedBy?.text
    let (zh, en) = (kind?.zh ?? "区划", kind?.en ?? "divisions")
    switch verdict {
    case .same: return Text(zh: "同一地址", en: "the same address")
    case .differentPrecision:
      return Text(zh: "同一地点，详细程度不同（\(zh)只有一方写明）", en: "the same place, one says more (\(en))")
    case .sameRoad:
      return Text(zh: "同一道路、村或小区，\(zh)不同", en: "same road, village or compound, \(en) differs")
    case .different: return Text(zh: "不同地址（\(zh)不同）", en: "different (\(en))")
    case .undecided: return Text(zh: "无法判断（\(zh)）", en: "undecided (\(en))")
    }
  }
}

/// Parts of an address in a form that can be compared: numbers as digits.
enum AddressPartText {
  /// The parts of a kind, one behind the other; empty where there is none. O(length).
  static func text(
    of kind: AddressComponent.Kind, in address: Address, _ text: Span<UInt8>,
    _ gazetteer: AddressGazetteer
  ) -> [UInt16] {
    var result: [UInt16] = []
    var reader = AddressText()
    for part in address.components where part.kind == kind {
      reader.read(text.extracting(part.range), gazetteer.characters)
      switch kind {
      case .number, .building, .unit, .floor, .room, .hamlet: append(number: reader, to: &result)
      default: for index in 0..<reader.count { result.append(reader[index]) }
      }
    }
    return result
  }

  /// Digits and letters alone, 十二 as 12; a name without a number as it is.
  private static func append(number reader: AddressText, to result: inout [UInt16]) {
    if !result.isEmpty { result.append(0x2D) }
    let start = result.count
    var value = 0
    var digit = 0
    var isChinese = false
    func close() {
      if isChinese { result.append(contentsOf: String(value + digit).utf16) }
      (value, digit, isChinese) = (0, 0, false)
    }
    for index in 0..<reader.count {
      switch reader.sign(index) {
      case .numeral:
        isChinese = true
        switch reader.character(index) {
        case "十", "拾":
          value += max(digit, 1) * 10
          digit = 0
        case "百":
          value += max(digit, 1) * 100
          digit = 0
        default: digit = digit * 10 + ones(reader.character(index))
        }
      case .digit, .letter, .stem, .dash:
        close()
        result.append(reader[index])
      default: close()
      }
    }
    close()
    if result.count == start { for index in 0..<reader.count { result.append(reader[index]) } }
  }

  private static func ones(_ character: Unicode.Scalar) -> Int {
    switch character {
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    case "廿": 20
    default: 0
    }
  }

  static func contains(_ long: [UInt16], _ short: some Collection<UInt16>) -> Bool {
    if short.count > long.count { return false }
    return (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
  }
}
