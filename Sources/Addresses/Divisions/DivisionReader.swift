import Records
import References

/// Finds the divisions in a text: collects every name in the gazetteer with every meaning,
/// then the way through them that explains the text best. Names may be left out, repeated,
/// stand behind other words or contradict each other; each costs.
struct DivisionReader {
  let gazetteer: AddressGazetteer

  /// Fills the nodes and the costs of the scratch. O(characters · names at a place), and
  /// O(nodes²) with a bounded number of nodes.
  func read(_ scratch: inout AddressScratch) {
    scratch.nodes.removeAll(keepingCapacity: true)
    weigh(&scratch)
    let count = scratch.text.count
    var place = 0
    var found: UInt8 = 0
    scratch.countyEnd = count
    if count > 0 { abbreviation(&scratch) }
    while place < count {
      let sign = scratch.text.sign(place)
      if found > 0, sign == .unit || sign == .ending,
        isTail(scratch.text, place, found, scratch.countyEnd)
      {
        break
      }
      if gazetteer.storage.value.index.mayBegin(scratch.text[place], scratch.text[place + 1]) {
        names(at: place, &found, &scratch)
        if scratch.nodes.count >= AddressScratch.nodeLimit { break }
      }
      place += 1
    }
  }

  /// Adds a node for every name at a place. Apart from the loop that looks for places, which
  /// stays small.
  @inline(never) private func names(
    at place: Int, _ found: inout UInt8, _ scratch: inout AddressScratch
  ) {
    let names = NameSequence(
      gazetteer, scratch.text[place], scratch.text[place + 1], scratch.text[place + 2])
    for entry in names where gazetteer.matches(entry, scratch.text, at: place) {
      if scratch.nodes.count >= AddressScratch.nodeLimit { return }
      if entry.isTownship {
        township(entry, at: place, &scratch)
      } else {
        let level = division(entry, at: place, &scratch)
        found = max(found, level)
        if level == 3 {
          scratch.countyEnd = min(scratch.countyEnd, place + Int(entry.length))
        }
      }
    }
  }

  /// Whether a character belongs to a number of a building or of a house, or, where a county
  /// stands before it, ends the name of a road: divisions lie before it.
  private func isTail(
    _ text: borrowing AddressText, _ place: Int, _ found: UInt8, _ countyEnd: Int
  ) -> Bool {
    // 路南街道, 路下乡 and 路南区 begin with the word, 让胡路区 has it in its name.
    if found == 3, place > countyEnd, text.at(place, "路"), !text.at(place + 1, "街"),
      !text.at(place + 1, "区"), text.sign(place - 1) != .separator
    {
      switch text.character(place - 1) {
      case "县", "区", "市", "旗": break
      default: return true
      }
    }
    guard place > 0, text.sign(place) == .unit, text.sign(place - 1).isNumeric else {
      return false
    }
    switch text.character(place) {
    case "号", "栋", "幢", "室", "单", "座": return true
    default: return false
    }
  }

  /// What leaving characters unexplained costs.
  private func weigh(_ scratch: inout AddressScratch) {
    let count = scratch.text.count
    var sum: Int32 = 0
    var free = 0
    scratch.costs[0] = 0
    for index in 0..<count {
      let sign = scratch.text.sign(index)
      if free <= index, scratch.text.mayBeFiller(index) {
        free = max(free, index + DivisionWords.filler(scratch.text, index))
      }
      if index < free {
        // nothing
      } else if sign == .other || sign == .ending || sign == .unit {
        sum += 12
      } else if sign == .digit || sign == .letter {
        sum += 1
      } else if sign != .separator, sign != .dash {
        sum += 6
      }
      scratch.costs[index + 1] = sum
    }
  }

  /// Cost of what lies between two names, or before the first.
  func gap(_ scratch: borrowing AddressScratch, _ from: Int, _ to: Int) -> Int32 {
    if from >= to { return 0 }
    let cost = scratch.costs[to] - scratch.costs[from]
    if cost == 0 { return 0 }
    // A development zone between a city and its district.
    if from > 0, DivisionWords.endsZone(scratch.text, to) { return min(cost / 4, 20) }
    return min(cost, from == 0 ? 45 : 80)
  }

  /// A province by one character, where an address begins with it.
  private func abbreviation(_ scratch: inout AddressScratch) {
    let code = gazetteer.storage.value.abbreviations[Int(scratch.text[0])]
    if code == 0 { return }
    scratch.nodes.append(
      DivisionNode(
        start: 0, end: 1, level: 1, form: .short, traits: .isTentative, code: code, province: code,
        worth: 2, score: 2))
  }

  /// Adds a node for every meaning of a name; gives the finest level of a full one, 0 for a
  /// short one.
  private func division(
    _ entry: AddressGazetteer.Entry, at place: Int, _ scratch: inout AddressScratch
  ) -> UInt8 {
    var end = place + Int(entry.length)
    var found: UInt8 = 0
    let first = Int(entry.firstMeaning)
    for index in first..<(first + Int(entry.meaningCount)) {
      let meaning = gazetteer.storage.value.meanings[index]
      if scratch.nodes.count >= AddressScratch.nodeLimit { break }
      var form = DivisionNode.Form(rawValue: meaning.kind.rawValue) ?? .short
      var isChanged = false
      var isTentative = false
      if form == .short {
        // Behind a county they are parts of other names.
        if place >= scratch.countyEnd { break }
        // 浦东区 for 浦东新区, 义乌县 for 义乌市.
        isChanged = meaning.level == 3 && isKind(scratch.text, end)
        isTentative =
          !isChanged && meaning.code < 710_000 && NameNeighbours.goesOn(scratch.text, end)
        if isTentative, meaning.level == 3 { continue }
      } else if NameNeighbours.isPart(scratch.text, end) {
        continue
      }
      let stop = isChanged ? end + (scratch.text.at(end, "新") ? 2 : 1) : end
      if form == .current || form == .informal { found = max(found, meaning.level) }
      // The full name of the same division already stands here.
      if form == .short || form == .informal,
        scratch.nodes.contains(where: {
          Int($0.start) == place && Int($0.end) >= stop && $0.code == meaning.code
            && $0.level == meaning.level
        })
      {
        continue
      }
      let length = Int32(min(Int(entry.length), 6))
      var worth: Int32
      switch form {
      case .current: worth = 100 + length * 20
      case .informal: worth = 90 + length * 20
      case .past: worth = 60 + length * 20
      case .short: worth = (isChanged ? 35 : 25) + length * 20
      }
      // Of a name with several pasts the one that is known to live on is meant.
      if meaning.now == 0 { worth -= 30 }
      if isChanged { form = .informal }
      if meaning.level == 3, form == .short || isChanged { worth -= 10 }
      var node = DivisionNode(
        start: Int16(place), end: Int16(stop), level: meaning.level, form: form)
      node.worth = worth
      node.code = meaning.code
      node.prefectureThen = meaning.prefecture
      fill(&node, meaning)
      link(&node, isChanged: isChanged, scratch)
      if isTentative { node.traits.insert(.isTentative) }
      if node.score > -60 { scratch.nodes.append(node) }
      end = place + Int(entry.length)
    }
    return found
  }

  private func isKind(_ text: borrowing AddressText, _ place: Int) -> Bool {
    // 红谷滩新区 became 红谷滩区.
    if text.at(place, "新", "区") { return true }
    guard text.at(place, "区") || text.at(place, "县") || text.at(place, "市") else { return false }
    return !text.at(place + 1, "场") && !text.at(place + 1, "城")
  }

  private func fill(_ node: inout DivisionNode, _ meaning: Gazetteer.Meaning) {
    switch meaning.level {
    case 1: node.province = meaning.now == 0 ? meaning.code : meaning.now
    case 2:
      node.prefecture = meaning.now
      node.province = meaning.provinceNow * 10_000
      // A prefecture that became a municipality: 重庆市 of Sichuan.
      if meaning.now != 0, meaning.now % 10_000 == 0 { node.prefecture = 0 }
      // One that became a county: 石河子市.
      if meaning.now % 100 != 0 {
        node.county = meaning.now
        node.prefecture = meaning.prefectureNow
      }
    default:
      node.county = meaning.now
      node.province = meaning.provinceNow * 10_000
      node.prefecture = meaning.prefectureNow
      // One that was divided: at least the prefecture, where all its parts lie in one.
      if meaning.now == 0 { node.prefecture = prefecture(ofSuccessors: meaning.code) }
      // A county that became a prefecture's only unit.
      if meaning.now != 0, meaning.now % 100 == 0 {
        node.county = 0
        node.prefecture = meaning.now % 10_000 == 0 ? 0 : meaning.now
      }
    }
  }

  private func prefecture(ofSuccessors code: Int32) -> Int32 {
    guard let row = gazetteer.divisions.row(of: code) else { return 0 }
    var common: Int32 = 0
    for index in 0..<gazetteer.divisions.successorCount(of: row) {
      let next = gazetteer.divisions.prefecture(of: gazetteer.divisions.successor(of: row, index))
      if next == 0 || common != 0 && common != next { return 0 }
      common = next
    }
    return common
  }
}
