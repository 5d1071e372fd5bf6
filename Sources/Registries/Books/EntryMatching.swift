import Records

/// Register entries held against postings: by key, amount and a window of days; one to one,
/// one to several and several to one. The order of the entries makes no difference.
package struct EntryMatching: Sendable {
  /// Most days that two entries that belong together lie apart.
  package let days: Int
  /// Whether several entries may belong to one.
  package let many: Bool
  /// Most entries among which sets of two or three are looked for.
  package let limit: Int

  package init(days: Int, many: Bool, limit: Int = 300) {
    self.days = days
    self.many = many
    self.limit = limit
  }

  /// Entries that found nothing on the other side, in canonical order, among entries of which
  /// those with one key are all here. Those with a key are held against those with the same
  /// key, those without one against those without. O(n log n), plus the searches for sets.
  package func open(_ entries: [BookEntry]) -> [BookEntry] {
    var open: [BookEntry] = []
    Self.eachGroup(entries.sorted(by: Self.precedes)) { group in
      open += unmatched(group, hasKey: group[group.startIndex].key != BookEntry.noKey)
    }
    return open
  }

  /// Of entries that are left over, those that are still open when entries without a key may
  /// belong to entries with one. O(n log n).
  package func openRegardingKeys(_ entries: [BookEntry]) -> [BookEntry] {
    if !entries.contains(where: { $0.key == BookEntry.noKey }) { return sorted(entries) }
    var open = pairedAcrossKeys(sorted(entries))
    if many {
      var left: [BookEntry] = open.filter { $0.key != BookEntry.noKey }
      Self.eachGroup(open.filter { $0.key == BookEntry.noKey }) { left += withoutSets(Array($0)) }
      open = left
    }
    return sorted(open)
  }

  /// Canonical order: key, account, currency, day, amount, name.
  private func sorted(_ entries: [BookEntry]) -> [BookEntry] {
    entries.sorted(by: Self.precedes)
  }

  private static func precedes(_ a: BookEntry, _ b: BookEntry) -> Bool {
    if a.currency != b.currency { return a.currency < b.currency }
    if a.account != b.account { return a.account < b.account }
    if a.key != b.key { return a.key < b.key }
    if a.day != b.day { return a.day < b.day }
    if a.amount != b.amount { return a.amount < b.amount }
    if a.isRegister != b.isRegister { return a.isRegister }
    if a.identity != b.identity { return a.identity < b.identity }
    return a.place < b.place
  }

  /// Calls `body` for every group of one currency, account and key.
  private static func eachGroup(
    _ sorted: [BookEntry], _ body: (ArraySlice<BookEntry>) -> Void
  ) {
    var start = 0
    while start < sorted.count {
      let first = sorted[start]
      var end = start + 1
      while end < sorted.count, sorted[end].key == first.key,
        sorted[end].account == first.account, sorted[end].currency == first.currency
      {
        end += 1
      }
      body(sorted[start..<end])
      start = end
    }
  }

  /// What is left of a group.
  private func unmatched(_ group: ArraySlice<BookEntry>, hasKey: Bool) -> [BookEntry] {
    let left = paired(Array(group))
    // Sets of entries without a key are looked for among all that is left in the end.
    if !many || left.isEmpty || !hasKey { return left }
    // What is registered under a key is cleared when all of it is.
    let sum = left.reduce(Int128(0)) { $0 + Int128($1.isRegister ? $1.amount : -$1.amount) }
    let both = left.contains(where: \.isRegister) && left.contains { !$0.isRegister }
    let numbers = left.map(\.day.number)
    if sum == 0, both, let first = numbers.min(), let last = numbers.max(),
      Int(last) - Int(first) <= days
    {
      return []
    }
    return withoutSets(left)
  }

  /// What is left when entries of one amount have been matched one to one, the earliest with
  /// the earliest: no other way matches more of them.
  private func paired(_ entries: [BookEntry]) -> [BookEntry] {
    let register = entries.filter(\.isRegister)
    let postings = entries.filter { !$0.isRegister }
    if register.isEmpty || postings.isEmpty { return entries }
    func byAmount(_ entries: [BookEntry]) -> [BookEntry] {
      entries.sorted { ($0.amount, $0.day, $0.identity) < ($1.amount, $1.day, $1.identity) }
    }
    let (first, second) = (byAmount(register), byAmount(postings))
    var open: [BookEntry] = []
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      if i == first.count || j < second.count && isBefore(second[j], first[i]) {
        open.append(second[j])
        j += 1
      } else if j == second.count || isBefore(first[i], second[j]) {
        open.append(first[i])
        i += 1
      } else {
        i += 1
        j += 1
      }
    }
    return sorted(open)
  }

  /// Whether `a` can belong to neither `b` nor what follows it by amount and day.
  private func isBefore(_ a: BookEntry, _ b: BookEntry) -> Bool {
    a.amount < b.amount
      || a.amount == b.amount && a.day.number < b.day.number - Int32(clamping: days)
  }

  /// One to one again, where exactly one of the two lacks a key.
  private func pairedAcrossKeys(_ entries: [BookEntry]) -> [BookEntry] {
    struct Amount: Hashable {
      let currency: BookCurrency
      let account: PackedKey
      let amount: Int64
    }
    let groups = Dictionary(grouping: entries.indices) {
      Amount(
        currency: entries[$0].currency, account: entries[$0].account, amount: entries[$0].amount)
    }
    var matched: Set<Int> = []
    for members in groups.values {
      for keyed in [true, false] {
        // Register entries with a key against postings without, then the other way round.
        func side(_ isRegister: Bool) -> [Int] {
          members.filter { place in
            let entry = entries[place]
            return !matched.contains(place) && entry.isRegister == isRegister
              && (entry.key != BookEntry.noKey) == (isRegister == keyed)
          }.sorted {
            (entries[$0].day, entries[$0].identity, $0) < (
              entries[$1].day, entries[$1].identity, $1
            )
          }
        }
        let (first, second) = (side(true), side(false))
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
          let apart = entries[first[i]].day.number - entries[second[j]].day.number
          if apart.magnitude <= UInt32(clamping: days) {
            matched.formUnion([first[i], second[j]])
            i += 1
            j += 1
          } else if apart < 0 {
            i += 1
          } else {
            j += 1
          }
        }
      }
    }
    return entries.indices.filter { !matched.contains($0) }.map { entries[$0] }
  }

  /// What is left when every entry has been matched with the only set of two or three of the
  /// other side that adds up to it within the days. Entries of several equal sets stay open:
  /// which set it is cannot be told.
  private func withoutSets(_ entries: [BookEntry]) -> [BookEntry] {
    var left = entries
    if entries.count > limit * 50 { return left }
    for ofRegister in [true, false] {
      for entry in left where entry.isRegister == ofRegister {
        let others = left.filter {
          $0.isRegister != ofRegister
            && ($0.day.number - entry.day.number).magnitude <= UInt32(clamping: days)
        }
        if others.count < 2 || others.count > limit { continue }
        let search = SubsetSearch(
          others.map {
            SubsetSearch.Candidate(
              figures: BookFigures(debit: Int128($0.amount)), identity: $0.identity)
          }, limit: limit)
        let target = BookFigures(debit: Int128(entry.amount))
        sizes: for size in 2...3 {
          switch search.sets(of: size, adding: target) {
          case .none: continue
          case .one(let places):
            let set = places.map { others[$0] } + [entry]
            for member in set {
              if let place = left.firstIndex(of: member) { left.remove(at: place) }
            }
            break sizes
          case .several, .tooMany: break sizes
          }
        }
      }
    }
    return left
  }
}
