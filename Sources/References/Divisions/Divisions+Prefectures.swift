extension Divisions {
  /// First four digits of the codes in force of a province's prefectures, or of the counties
  /// that stand in their place; the province is given by two digits. O(codes).
  package func prefectures(of province: Int) -> Set<Int> {
    var found: Set<Int> = []
    for row in 0..<count where standing(of: row) == .current && level(of: row) == .county {
      let code = Int(code(of: row))
      if code / 10_000 == province { found.insert(code / 100) }
    }
    return found
  }
}
