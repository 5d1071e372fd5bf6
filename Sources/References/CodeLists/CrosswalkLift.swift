import Records

extension Crosswalk {
  /// Adds links between the codes above those that are linked: groups, divisions, sections.
  ///
  /// A correspondence table speaks of the finest codes only. One group carries on another
  /// where a class of it carries on a class of the other; all of it where all do.
  /// O(links · levels).
  package func lifted(from old: CodeList, to new: CodeList) -> Crosswalk {
    var all = Array(links)
    var below = all
    while true {
      var pairs: Set<CrosswalkTable.Pair> = []
      for link in below {
        guard let from = old.parent(Int(link.from)), let to = new.parent(Int(link.to)) else {
          continue
        }
        pairs.insert(CrosswalkTable.Pair(from, to))
      }
      if pairs.isEmpty { break }
      var targets: [Int: Int] = [:]
      var sources: [Int: Int] = [:]
      for pair in pairs {
        targets[pair.old, default: 0] += 1
        sources[pair.new, default: 0] += 1
      }
      below = pairs.map { pair in
        let isSameCode = old.code(pair.old) == new.code(pair.new)
        let relation: CodeRelation =
          switch (targets[pair.old] ?? 0 > 1, sources[pair.new] ?? 0 > 1) {
          case (false, false):
            !isSameCode
              ? .recoded : old.name(pair.old) == new.name(pair.new) ? .unchanged : .renamed
          case (false, true): .merged
          case (true, false): .split
          case (true, true): .partial
          }
        return Link(
          from: pair.old, to: pair.new, relation: relation,
          rank: Link.rank(of: relation, continues: isSameCode))
      }
      all.append(contentsOf: below)
    }
    return Crosswalk(all, oldCount: oldCount, newCount: newCount)
  }
}
