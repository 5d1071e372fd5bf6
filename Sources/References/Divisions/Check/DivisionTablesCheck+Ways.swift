import Records

extension DivisionTablesCheck {
  /// The division with a code and a name that a year has.
  private func life(_ code: String, _ name: String, in year: Int) -> Int? {
    places[code, default: []].first {
      lives[$0].isRegular && lives[$0].name == name && lives[$0].contains(year)
    }
  }

  /// The record of changes: both sides existed, one ended or changed in that year, every
  /// division that went has a way forward, and none comes back to itself.
  mutating func checkChanges() throws(ReferenceFault) {
    let (oldCode, oldName) = (try changes.column("old_code"), try changes.column("old_name"))
    let (newCode, newName) = (try changes.column("new_code"), try changes.column("new_name"))
    let (year, scope) = (try changes.column("year"), try changes.column("scope"))
    var onward: [Int: [(next: Int, row: Int)]] = [:]
    for row in 0..<changes.count {
      guard let year = number(changes, row, year) else { continue }
      let (from, to) = (changes.text(row, oldCode), changes.text(row, newCode))
      let after = life(to, changes.text(row, newName), in: year)
      if after == nil {
        faults.append(
          changes.fault(row, .unknownCode(to, column: "new_code", table: history.name)))
      }
      // New without a known origin.
      if from.isEmpty { continue }
      guard let before = life(from, changes.text(row, oldName), in: year) else {
        faults.append(
          changes.fault(row, .unknownCode(from, column: "old_code", table: history.name)))
        continue
      }
      if changes.text(row, scope) == "part" { continue }
      if lives[before].last != year { faults.append(changes.fault(row, .badValue(column: "year"))) }
      if let after { onward[before, default: []].append((after, row)) }
    }
    for (place, life) in lives.enumerated()
    where life.isRegular && life.last != nil && onward[place] == nil {
      faults.append(
        history.fault(life.row, .noWayForward(life.code, crosswalk: changes.name)))
    }
    checkCircles(onward)
  }

  private mutating func checkCircles(_ onward: [Int: [(next: Int, row: Int)]]) {
    // Places whose every way was followed to its end.
    var done: Set<Int> = []
    for start in onward.keys.sorted() where !done.contains(start) {
      var path: [Int] = []
      var open: [(place: Int, row: Int, depth: Int)] = [(start, 0, 0)]
      while let (place, row, depth) = open.popLast() {
        while path.count > depth { done.insert(path.removeLast()) }
        if let first = path.firstIndex(of: place) {
          let circle = (path[first...] + [place]).map { lives[$0].code }
          faults.append(changes.fault(row, .cycle(circle)))
          continue
        }
        if done.contains(place) { continue }
        path.append(place)
        for (next, row) in onward[place] ?? [] { open.append((next, row, depth + 1)) }
      }
      done.formUnion(path)
    }
  }

  /// The table of present codes: every code that went is there, and what it leads to is in
  /// force. `none` in `certainty` is the reason why a code leads nowhere; a division that
  /// went leads somewhere.
  mutating func checkCurrent() throws(ReferenceFault) {
    let (code, name) = (try current.column("old_code"), try current.column("old_name"))
    let (kind, from) = (try current.column("kind"), try current.column("valid_from"))
    let (primary, all) = (try current.column("current_code"), try current.column("current_all"))
    let (count, certainty) = (try current.column("n_current"), try current.column("certainty"))
    var told: Set<String> = []
    for row in 0..<current.count {
      let old = current.text(row, code)
      told.insert("\(old) \(current.text(row, name)) \(number(current, row, from) ?? 0)")
      let targets = current.text(row, all).split(separator: ";").map(String.init)
      for target in targets where inForce[target] == nil {
        faults.append(
          current.fault(row, .unknownCode(target, column: "current_all", table: present.name)))
      }
      let first = current.text(row, primary)
      // Of several found by likeness none need be the likeliest.
      let isOpen = first.isEmpty && targets.count > 1 && current.text(row, kind) != "regular"
      if !targets.isEmpty, !targets.contains(first), !isOpen {
        faults.append(
          current.fault(row, .unknownCode(first, column: "current_code", table: current.name)))
      }
      if number(current, row, count) ?? 0 != targets.count {
        faults.append(current.fault(row, .badValue(column: "n_current")))
      }
      let isReasoned =
        current.text(row, certainty) == "none" && current.text(row, kind) != "regular"
      if targets.isEmpty, !isReasoned {
        faults.append(current.fault(row, .noWayForward(old, crosswalk: current.name)))
      }
    }
    for life in lives where !(life.isRegular && life.last == nil) {
      if told.contains("\(life.code) \(life.name) \(life.first)") { continue }
      faults.append(
        history.fault(life.row, .noWayForward(life.code, crosswalk: current.name)))
    }
  }
}
