import Records

/// Finds the mapped columns among the titles of a file.
enum ColumnPlan {
  /// What happens to the cells of every column of the file.
  static func columns(
    titles: [String], mappings: [ColumnMapping], columns: [CellReader.Column], path: String,
    line: Int
  ) throws(ReadFault) -> [CellReader.Column] {
    var plan = [CellReader.Column](repeating: CellReader.Column(), count: titles.count)
    for (index, mapping) in mappings.enumerated() {
      let places = titles.indices.filter { titles[$0] == mapping.column }
      if places.count > 1 {
        throw ReadFault(path: path, line: line, kind: .columnRepeated(mapping.column))
      }
      guard let place = places.first else {
        throw ReadFault(
          path: path, line: line,
          kind: .columnMissing(
            column: mapping.column, nearest: Nearest.word(to: mapping.column, among: titles)))
      }
      plan[place] = columns[index]
    }
    return plan
  }
}
