import Records

/// From the codes of one edition to those of a later one.
///
/// Codes are numbers that the two editions give them. Links are frozen: looking up allocates
/// nothing. Source of the relations: the correspondence tables of the standards.
package struct Crosswalk: Sendable {
  /// An old code and a code that carries it on.
  package struct Link: BitwiseCopyable, Hashable, Sendable {
    package let from: Int32
    package let to: Int32
    /// 0 for a plain continuation; the greater, the smaller the part that is carried on.
    package let rank: Int32
    /// The least sure relation on the way.
    package let relation: CodeRelation
    /// Whether every step on the way is sure enough to act upon.
    package let isVerified: Bool
    /// Whether the old code goes on as the new one, less parts that went elsewhere; false for
    /// one of the parts into which a code was dissolved.
    package let livesOn: Bool

    /// `livesOn` follows from the rank of a single step.
    package init(
      from: Int, to: Int, relation: CodeRelation, rank: Int? = nil, isVerified: Bool = true,
      livesOn: Bool? = nil
    ) {
      self.from = Int32(from)
      self.to = Int32(to)
      self.relation = relation
      self.rank = Int32(rank ?? Self.rank(of: relation, continues: false))
      self.isVerified = isVerified
      self.livesOn = livesOn ?? (self.rank < Self.rank(of: .split, continues: false))
    }

    /// Rank of one step. `continues`: the table says that this part goes on as the old code.
    package static func rank(of relation: CodeRelation, continues: Bool) -> Int {
      switch relation {
      case .unchanged, .renamed, .recoded, .merged: 0
      case .split: continues ? 2 : 4
      case .partial: continues ? 3 : 5
      }
    }

    /// What two ways between the same two codes say together: the likelier one, and of two as
    /// likely the surer relation, and sure where either is; the old code lives on where it does
    /// on any way. Part by part, so that it does not matter whether ways are joined before or
    /// after going on.
    fileprivate func joined(with other: Link) -> Link {
      let better = rank <= other.rank ? self : other
      let isTie = rank == other.rank
      return Link(
        from: Int(from), to: Int(to),
        relation: isTie ? min(relation, other.relation) : better.relation, rank: Int(better.rank),
        isVerified: isTie ? isVerified || other.isVerified : better.isVerified,
        livesOn: livesOn || other.livesOn)
    }
  }

  /// Number of numbers on either side.
  package let oldCount: Int
  package let newCount: Int
  /// By old code, the likeliest successor first.
  private let forward: FrozenArray<Link>
  private let forwardEnds: FrozenArray<Int32>
  /// By new code, the likeliest origin first.
  private let backward: FrozenArray<Link>
  private let backwardEnds: FrozenArray<Int32>

  /// Links between the same two codes are joined. O(n log n).
  package init(_ links: [Link], oldCount: Int, newCount: Int) {
    self.oldCount = oldCount
    self.newCount = newCount
    var joined: [Int64: Link] = [:]
    for link in links {
      let pair = Int64(link.from) << 32 | Int64(link.to)
      joined[pair] = joined[pair].map { $0.joined(with: link) } ?? link
    }
    let kept = joined.values.sorted { ($0.from, $0.rank, $0.to) < ($1.from, $1.rank, $1.to) }
    (forward, forwardEnds) = Self.indexed(kept, oldCount) { $0.from }
    let reversed = kept.sorted { ($0.to, $0.rank, $0.from) < ($1.to, $1.rank, $1.from) }
    (backward, backwardEnds) = Self.indexed(reversed, newCount) { $0.to }
  }

  private static func indexed(
    _ links: [Link], _ count: Int, _ side: (Link) -> Int32
  ) -> (FrozenArray<Link>, FrozenArray<Int32>) {
    var ends: [Int32] = []
    ends.reserveCapacity(count)
    var place = 0
    for number in 0..<count {
      while place < links.count, side(links[place]) == number { place += 1 }
      ends.append(Int32(place))
    }
    precondition(place == links.count, "a link points beyond the codes")
    return (FrozenArray(links), FrozenArray(ends))
  }

  /// Number of links.
  package var count: Int { forward.count }

  /// All links, by old code, the likeliest successor first.
  package var links: FrozenSlice<Link> { FrozenSlice(forward, forward.indices) }

  /// The codes that carry on an old one, the likeliest first. O(1).
  package func successors(of old: Int) -> FrozenSlice<Link> {
    FrozenSlice(forward, (old == 0 ? 0 : Int(forwardEnds[old - 1]))..<Int(forwardEnds[old]))
  }

  /// The codes that a new one carries on, the likeliest first. O(1).
  package func origins(of new: Int) -> FrozenSlice<Link> {
    FrozenSlice(backward, (new == 0 ? 0 : Int(backwardEnds[new - 1]))..<Int(backwardEnds[new]))
  }

  /// From the old codes here to the new ones of `next`, over the codes between.
  ///
  /// The rank of a way is the sum of the ranks of its steps, its relation the least sure of
  /// them. Of several ways between the same two codes the likeliest counts. Composing is
  /// associative. O(ways · log ways).
  package func composed(with next: Crosswalk) -> Crosswalk {
    precondition(newCount == next.oldCount, "the editions between must be the same")
    var found: [Link] = []
    for old in 0..<oldCount {
      for first in successors(of: old) {
        for second in next.successors(of: Int(first.to)) {
          found.append(
            Link(
              from: old, to: Int(second.to), relation: max(first.relation, second.relation),
              rank: Int(first.rank + second.rank),
              isVerified: first.isVerified && second.isVerified,
              livesOn: first.livesOn && second.livesOn))
        }
      }
    }
    return Crosswalk(found, oldCount: oldCount, newCount: next.newCount)
  }
}

extension Crosswalk: Equatable {
  package static func == (a: Crosswalk, b: Crosswalk) -> Bool {
    a.oldCount == b.oldCount && a.newCount == b.newCount && a.links.elementsEqual(b.links)
  }
}
