import References

/// Chooses the reading of the divisions, level by level: a level is decided where the best
/// reading stands clear of the best one that says otherwise.
struct DivisionDecision {
  /// What a reading must be ahead of any other one, in the unit of scores.
  static let threshold: Int32 = 24

  private let gazetteer: AddressGazetteer
  private let prior: AddressPrior

  init(_ gazetteer: AddressGazetteer, _ prior: AddressPrior) {
    self.gazetteer = gazetteer
    self.prior = prior
  }

  /// Fills codes, marks and the chain of nodes. O(nodes).
  func decide(_ address: inout Address) {
    address.scratch.chain.removeAll(keepingCapacity: true)
    guard let top = best(address.scratch, bare: 0) else { return }
    let node = address.scratch.nodes[top.index]
    address.best = node.deepest
    follow(top.index, &address)
    // The nodes' own fields, not the prior, say whether the prior made the difference.
    if !prior.isEmpty,
      let alone = DivisionDecision(gazetteer, .none).best(address.scratch, bare: 0),
      address.scratch.nodes[alone.index].deepest != node.deepest
        || isTied(alone, address.scratch)
    {
      address.marks.insert(.prior)
    }
    settle(node, top.score, &address)
    mark(node, &address)
  }

  private struct Choice {
    let index: Int
    let score: Int32
  }

  private func best(_ scratch: borrowing AddressScratch, bare: Int32) -> Choice? {
    var result: Choice?
    for index in scratch.nodes.indices
    where !scratch.nodes[index].traits.contains(.isTentative) {
      let score = total(scratch.nodes[index])
      if score > result?.score ?? bare { result = Choice(index: index, score: score) }
    }
    return result
  }

  private func isTied(_ choice: Choice, _ scratch: borrowing AddressScratch) -> Bool {
    let node = scratch.nodes[choice.index]
    for other in scratch.nodes
    where other.deepest != node.deepest && other.score > choice.score - Self.threshold {
      return true
    }
    return false
  }

  @inline(__always) private func total(_ node: DivisionNode) -> Int32 {
    if prior.isEmpty { return node.score }
    return node.score
      + Int32(
        prior.weight(
          province: node.province, prefecture: node.prefecture, county: node.county, gazetteer))
  }

  /// Compares with the best readings that say otherwise of each level.
  private func settle(_ node: DivisionNode, _ score: Int32, _ address: inout Address) {
    // To say nothing at all is a reading too.
    var (rivalProvince, rivalPrefecture, rivalCounty): (Int32, Int32, Int32) = (0, 0, 0)
    var (runnerUp, second): (Int32, Int32) = (0, Int32.min)
    for other in address.scratch.nodes where !other.traits.contains(.isTentative) {
      let worth = total(other)
      if other.province != node.province { rivalProvince = max(rivalProvince, worth) }
      if other.province != node.province || other.prefecture != node.prefecture {
        rivalPrefecture = max(rivalPrefecture, worth)
      }
      if other.county != node.county || other.prefecture != node.prefecture
        || other.province != node.province
      {
        rivalCounty = max(rivalCounty, worth)
      }
      if worth > second, !isAbove(other, node) {
        second = worth
        runnerUp = other.deepest
      }
    }
    address.runnerUp = runnerUp
    var margin = score - rivalProvince
    if node.province != 0, margin >= Self.threshold {
      address.province = node.province
      address.confidence = Self.confidence(margin)
    } else {
      if node.province != 0 { address.marks.insert(.undecided) }
      return
    }
    margin = score - rivalPrefecture
    if node.prefecture != 0 {
      guard margin >= Self.threshold else {
        address.marks.insert(.undecided)
        return
      }
      address.prefecture = node.prefecture
      address.confidence = Self.confidence(margin)
    }
    margin = score - rivalCounty
    if node.county != 0 {
      guard margin >= Self.threshold else {
        address.marks.insert(.undecided)
        return
      }
      address.county = node.county
      address.confidence = Self.confidence(margin)
    } else if node.level >= 3 || node.prefecture == 0 && rivalCounty > 0 && rivalCounty == score {
      if !isWithoutCounties(node) { address.marks.insert(.undecided) }
    }
  }

  private func isAbove(_ other: DivisionNode, _ node: DivisionNode) -> Bool {
    (other.province == node.province || other.province == 0)
      && (other.prefecture == node.prefecture || other.prefecture == 0)
      && (other.county == node.county || other.county == 0)
  }

  private func isWithoutCounties(_ node: DivisionNode) -> Bool {
    // A county of the prefecture says that it has one.
    if node.county != 0, node.county / 100 == node.prefecture / 100 { return false }
    return node.prefecture != 0 && gazetteer.divisions.hasNoCounties(node.prefecture)
  }

  /// From what a reading is ahead to how often it is right, of 100.
  private static func confidence(_ margin: Int32) -> UInt8 {
    switch margin {
    case ..<30: 85
    case ..<45: 93
    case ..<70: 97
    case ..<120: 98
    default: 99
    }
  }

  /// Writes down the way to a node.
  private func follow(_ index: Int, _ address: inout Address) {
    var place = Int16(index)
    while place >= 0 {
      address.scratch.chain.append(place)
      place = address.scratch.nodes[Int(place)].back
    }
    address.scratch.chain.reverse()
  }

  private func mark(_ node: DivisionNode, _ address: inout Address) {
    for place in address.scratch.chain {
      let item = address.scratch.nodes[Int(place)]
      if item.traits.contains(.isRepetition) { continue }
      switch item.level {
      case 1: address.marks.insert(.provinceWritten)
      case 2: address.marks.insert(.prefectureWritten)
      case 3: address.marks.insert(.countyWritten)
      default: break
      }
      if item.level < 4 {
        if item.form == .past, address.past == 0 {
          address.past = item.code
          address.marks.insert(.past)
        }
        if item.form == .short || item.form == .informal { address.marks.insert(.short) }
      }
    }
    if node.traits.contains(.contradiction) { address.marks.insert(.contradiction) }
    if node.traits.contains(.repeated) { address.marks.insert(.repeated) }
    if node.traits.contains(.concluded), address.county != 0 {
      address.marks.insert(.countyConcluded)
    }
    if isWithoutCounties(node) { address.marks.insert(.withoutCounties) }
    if node.level == 4 {
      if node.traits.contains(.otherKind) { address.marks.insert(.townshipOther) }
      if node.traits.contains(.isBare) { address.marks.insert(.townshipBare) }
      if address.county == node.county, address.prefecture == node.prefecture {
        address.township = node.township
      }
    }
  }
}
