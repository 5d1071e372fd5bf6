import Records
import References

extension DivisionReader {
  /// Finds the best way to a node from those before it, or from the beginning.
  func link(_ node: inout DivisionNode, isChanged: Bool, _ scratch: borrowing AddressScratch) {
    let own = node
    node.score = isChanged ? -1 : own.worth - start(own, scratch)
    for index in scratch.nodes.indices where scratch.nodes[index].end <= own.start {
      let other = scratch.nodes[index]
      guard let step = step(from: other, to: own), step.score > node.score else { continue }
      if isChanged, step.traits.contains(.contradiction) { continue }
      if isMunicipality(own, after: other, scratch) { continue }
      let gap = gap(scratch, Int(other.end), Int(own.start))
      if step.isRepetition, gap > 0 { continue }
      if step.score - gap <= node.score { continue }
      node = own
      if step.isRepetition { node.takeDivision(from: other) }
      node.traits = step.traits
      node.score = step.score - gap
      node.back = Int16(index)
    }
  }

  /// Whether 重庆市 stands once more: then it is not the city of Sichuan that it was.
  private func isMunicipality(
    _ node: DivisionNode, after other: DivisionNode, _ scratch: borrowing AddressScratch
  ) -> Bool {
    guard node.form == .past, node.level == 2, other.level == 1, node.prefecture == 0,
      node.province == other.code, other.end - other.start > 1
    else { return false }
    return (0..<Int(min(node.end - node.start, other.end - other.start))).allSatisfy {
      scratch.text[Int(node.start) + $0] == scratch.text[Int(other.start) + $0]
    }
  }

  /// What beginning with a node costs.
  private func start(_ node: DivisionNode, _ scratch: borrowing AddressScratch) -> Int32 {
    var cost = gap(scratch, 0, Int(node.start))
    // 郊区 and 新区 are words before they are names.
    if node.end - node.start == 2, cost > 0 { cost += 120 }
    if node.form == .short {
      cost += node.level == 3 ? 40 : 15
      let place = Int(node.start)
      if cost > 15, place > 0, !scratch.text.isSpaced(place),
        scratch.text.sign(place - 1) != .separator
      {
        cost += 20
      }
    }
    return cost
  }

  /// A way from one node to the next.
  private struct Step {
    let score: Int32
    let traits: DivisionNode.Traits

    var isRepetition: Bool { traits.contains(.isRepetition) }
  }

  /// The way over `from` to `to`, or nil where none leads there.
  @inline(__always) private func step(from: DivisionNode, to: DivisionNode) -> Step? {
    let isContained = to.level > from.level && contains(from, to)
    var traits = from.traits
    if traits.contains(.isTentative), to.start != from.end || !(isContained || to.code == from.code)
    {
      return nil
    }
    traits.subtract([.isRepetition, .isTentative])
    if isContained {
      var score = from.score + to.worth + (to.level == from.level + 1 ? 30 : 20)
      // A name of the past belongs to what stood above it then.
      if to.form == .past, from.level == 2, to.prefectureThen != from.code { score -= 25 }
      return Step(score: score, traits: traits)
    }
    if to.level > from.level {
      // A county of the past that was divided, or a name that says less than its way.
      if from.form == .short { return nil }
      traits.insert(.contradiction)
      let isNear = from.province != 0 && from.province == to.province
      return Step(score: from.score + to.worth - (isNear ? 110 : 180), traits: traits)
    }
    // Once more the same, or what it lies in.
    let isSame =
      to.level == 1
      ? to.province == from.province
      : to.level == 2
        ? to.prefecture != 0 && to.prefecture == from.prefecture
        : to.county != 0 && to.county == from.county
    if isSame {
      // 江西理工大学 in Jiangxi is no repetition, and the whole address once more is not read here.
      if to.form == .short { return nil }
      traits.insert([.repeated, .isRepetition])
      var score = from.score + 15
      if from.form == .short, to.level == from.level { score += max(0, to.worth - from.worth) }
      return Step(score: score, traits: traits)
    }
    // 伊犁州 has two prefectures below it.
    if from.prefecture == 654_000, from.level == 2, to.level == 2,
      to.prefecture == 654_200 || to.prefecture == 654_300
    {
      return Step(score: from.score + to.worth, traits: traits)
    }
    // 上海市上海县, 巢湖市 then and now: a prefecture's name for one of its counties.
    return nil
  }

  /// Whether a node lies in what another one names, then or now.
  @inline(__always) private func contains(_ above: DivisionNode, _ below: DivisionNode) -> Bool {
    let province = above.code / 10_000
    if above.level == 1 {
      return below.code / 10_000 == province || below.province / 10_000 == province
        || below.province == above.province
    }
    if above.level == 2 {
      if below.prefectureThen != 0, below.prefectureThen == above.code { return true }
      guard above.prefecture != 0 else { return false }
      return below.prefecture == above.prefecture || below.prefectureThen == above.prefecture
    }
    return false
  }

  /// Adds nodes for a township's name: one for each county that it may lie in.
  func township(
    _ entry: AddressGazetteer.Entry, at place: Int, _ scratch: inout AddressScratch
  ) {
    let bare = place + Int(entry.length)
    let kind = TownshipWords.kind(scratch.text, at: bare)
    let stop = kind.map { bare + $0.1 } ?? bare
    let all = Int(entry.firstMeaning)..<(Int(entry.firstMeaning) + Int(entry.meaningCount))
    let hasWhole = entry.hasWhole
    if kind != nil, NameNeighbours.isPart(scratch.text, stop) { return }
    if kind == nil, !hasWhole, NameNeighbours.bareGoesOn(scratch.text, bare) { return }
    let nearest = gazetteer.firstCounty(entry)
    let first = scratch.nodes.count
    var isPlaced = false
    for index in (0..<first).reversed() {
      // What contains the county says the same and less.
      let level = scratch.nodes[index].level
      if level > 3 || isPlaced && level < 3 || Int(scratch.nodes[index].end) > place { continue }
      let other = scratch.nodes[index]
      if other.traits.contains(.isTentative) { continue }
      let (low, high) = bounds(other)
      if low == 0 { continue }
      let range = gazetteer.townships(entry, nearest: nearest, from: low, to: high)
      if range.isEmpty || range.count > 12 { continue }
      let cost = gap(scratch, Int(other.end), place)
      let isOpen = other.county == 0 && !isWithoutCounties(other)
      add(entry, range, kind?.0, other, Int16(index), place, stop, cost, isOpen, first, &scratch)
      if other.county != 0, other.form != .short { isPlaced = true }
    }
    if !isPlaced, all.count <= 4, kind != nil || hasWhole {
      let cost = gap(scratch, 0, place)
      add(entry, all, kind?.0, nil, -1, place, stop, cost, true, first, &scratch)
    }
  }

  private func isWithoutCounties(_ node: DivisionNode) -> Bool {
    node.prefecture != 0 && node.county == 0 && gazetteer.divisions.hasNoCounties(node.prefecture)
  }

  /// Codes of counties that a node spans.
  private func bounds(_ node: DivisionNode) -> (Int32, Int32) {
    if node.county != 0 { return (node.county, node.county) }
    if node.level == 3 {
      // A county of the past that was divided: its successors are near.
      let near = node.prefecture != 0 ? node.prefecture / 100 * 100 : 0
      return near == 0 ? (0, 0) : (near, near + 99)
    }
    if node.prefecture != 0 { return (node.prefecture, node.prefecture + 99) }
    if node.level == 1 { return (node.province, node.province + 9_999) }
    return (0, 0)
  }

  private func add(
    _ entry: AddressGazetteer.Entry, _ range: Range<Int>,
    _ kind: AddressGazetteer.TownshipKind?, _ from: DivisionNode?, _ back: Int16, _ place: Int,
    _ stop: Int, _ cost: Int32, _ isOpen: Bool, _ first: Int, _ scratch: inout AddressScratch
  ) {
    let counties = isOpen ? distinct(range) : 1
    for index in range {
      let township = gazetteer.storage.value.townships[index]
      let isWhole = township.kind == .whole
      if kind == nil, !isWhole, NameNeighbours.bareGoesOn(scratch.text, stop) { continue }
      let end = isWhole ? place + Int(entry.length) : stop
      if isWhole, township.isQuasi, from == nil { continue }
      var worth: Int32
      if kind == nil, !isWhole {
        // The bare name: evidence where the county is known.
        if isOpen, counties > 1 || from?.level != 2 || cost > 0 { continue }
        worth = isOpen ? 12 : 25
      } else {
        worth = isOpen ? (from == nil ? 40 : counties > 1 ? 45 : 60) : 90
        if township.isQuasi { worth = isOpen ? 12 : 40 }
        if isWhole ? false : kind != township.kind { worth -= 15 }
        if isOpen, from == nil, entry.length > 2 { worth += 15 }
      }
      if township.isPast { worth -= 8 }
      var node = DivisionNode(
        start: Int16(place), end: Int16(end), level: 4, form: township.isPast ? .past : .current)
      if kind != nil, !isWhole, kind != township.kind { node.traits.insert(.otherKind) }
      if township.isPast { node.traits.insert(.otherKind) }
      if kind == nil, !isWhole { node.traits.insert(.isBare) }
      node.code = township.code
      node.township = township.code
      let region = township.county
      node.province = region / 10_000 * 10_000
      if region % 100 == 0 {
        node.prefecture = region
      } else {
        node.county = region
        node.prefecture = township.prefecture
      }
      node.worth = worth
      node.back = back
      if let from {
        node.traits.formUnion(from.traits.subtracting(.isRepetition))
        node.score = from.score + worth + (isOpen ? 0 : 30) - cost
      } else {
        node.score = worth - cost
      }
      if isOpen, node.county != 0 { node.traits.insert(.concluded) }
      if node.score <= -60 { continue }
      keep(node, first, &scratch)
    }
  }

  private func distinct(_ range: Range<Int>) -> Int {
    var count = 0
    var last: Int32 = 0
    for index in range where gazetteer.storage.value.counties[index] != last {
      last = gazetteer.storage.value.counties[index]
      count += 1
    }
    return count
  }

  /// Keeps the better one of two nodes of one name in one county.
  private func keep(_ node: DivisionNode, _ first: Int, _ scratch: inout AddressScratch) {
    for index in first..<max(first, scratch.nodes.count)
    where scratch.nodes[index].county == node.county
      && scratch.nodes[index].prefecture == node.prefecture
      && scratch.nodes[index].end == node.end
    {
      if scratch.nodes[index].score < node.score { scratch.nodes[index] = node }
      return
    }
    if scratch.nodes.count < AddressScratch.nodeLimit { scratch.nodes.append(node) }
  }
}
