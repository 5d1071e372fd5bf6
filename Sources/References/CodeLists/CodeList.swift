import Records

/// An official list of codes in one edition, 代码表.
///
/// A row is a code with its name; looking up allocates nothing on a hit. A table that keeps
/// codes through time has several rows for a code, each with its validity.
package struct CodeList: Sendable {
  /// What the data package says of the table.
  package struct Title: Sendable, Equatable {
    /// File name without its extension, such as `gbt4754-2017`.
    package let name: String
    /// Path inside `mappings/`.
    package let path: String
    package let title: Text
    /// Number of the standard; empty where the package says none.
    package let edition: String
    /// First and last day in force.
    package let validity: Validity
  }

  /// The tables, behind one pointer. By row unless said otherwise.
  struct Storage: Sendable {
    let title: Title
    let codes: NameTable
    let names: NameTable
    let levelNames: [String]
    let levels: FrozenArray<UInt8>
    let parents: FrozenArray<Int32>
    let childEnds: FrozenArray<Int32>
    let children: FrozenArray<Int32>
    /// The next row with the same code, or -1.
    let next: FrozenArray<Int32>
    /// Empty for a table whose rows carry no validity.
    let validities: FrozenArray<Validity>
    let marks: FrozenArray<Bool>
    let lines: FrozenArray<Int32>
    /// First row of a code.
    let byCode: TextMap
    let byName: FrozenHashTable
    /// By name and level.
    let byLevel: FrozenHashTable
  }

  let storage: FrozenBox<Storage>

  package var title: Title { storage.value.title }

  /// Number of rows.
  package var count: Int { storage.value.levels.count }

  // MARK: Looking up

  /// The first row with a code, or nil; in a table through time the oldest. O(length).
  package func row(of code: Span<UInt8>) -> Int? { storage.value.byCode[code] }

  /// The next row with the same code, or nil. O(1).
  package func row(after row: Int) -> Int? {
    let next = Int(storage.value.next[row])
    return next < 0 ? nil : next
  }

  /// The row of a code that was in force on a day: the newest where the years of two touch.
  /// nil where the code was not in force then. O(rows of the code).
  package func row(of code: Span<UInt8>, at day: Day) -> Int? {
    var found: Int?
    var row = self.row(of: code)
    while let here = row {
      if validity(here).contains(day) { found = here }
      row = self.row(after: here)
    }
    return found
  }

  /// The only row with a name, as `FoldedText` reads it; nil where none has it, or several.
  /// O(length).
  package func row(named name: Span<UInt8>) -> Int? {
    name.isEmpty ? nil : storage.value.byName[FoldedText.hash(name)]
  }

  /// The only row of a level with a name; nil where none has it, or several. O(length).
  package func row(named name: Span<UInt8>, level: Int) -> Int? {
    name.isEmpty
      ? nil : storage.value.byLevel[FoldedText.hash(name) &+ UInt64(truncatingIfNeeded: level)]
  }

  // MARK: Rows

  package func code(_ row: Int) -> String { storage.value.codes[row] }
  package func name(_ row: Int) -> String { storage.value.names[row] }

  /// Appends the code of a row.
  package func appendCode(_ row: Int, to text: inout [UInt8]) {
    storage.value.codes.append(row, to: &text)
  }

  /// Appends the name of a row.
  package func appendName(_ row: Int, to text: inout [UInt8]) {
    storage.value.names.append(row, to: &text)
  }

  /// Words of the table for its levels, from the top; empty where it has none.
  package var levelNames: [String] { storage.value.levelNames }

  /// Level of a row as a place in `levelNames`; 0 in a table without levels. O(1).
  package func level(_ row: Int) -> Int { Int(storage.value.levels[row]) }

  /// The row one level up, or nil. O(1).
  package func parent(_ row: Int) -> Int? {
    let parent = Int(storage.value.parents[row])
    return parent < 0 ? nil : parent
  }

  /// The rows one level down, in the table's order. O(1).
  package func children(_ row: Int) -> FrozenSlice<Int32> {
    let ends = storage.value.childEnds
    return FrozenSlice(
      storage.value.children, (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]))
  }

  /// Validity of a row, or that of the whole list where rows have none. O(1).
  package func validity(_ row: Int) -> Validity {
    if storage.value.validities.isEmpty { return title.validity }
    let own = storage.value.validities[row]
    return Validity(from: own.from ?? title.validity.from, to: own.to ?? title.validity.to)
  }

  /// Whether a row is sure enough to call a customer's value wrong; others are good for a
  /// notice. O(1).
  package func isVerified(_ row: Int) -> Bool { storage.value.marks[row] }

  /// Line of a row in our file; 0 for a bank's own row.
  package func line(_ row: Int) -> Int { Int(storage.value.lines[row]) }

  /// The topmost row above a row; the row itself at the top. O(levels).
  package func top(_ row: Int) -> Int {
    var row = row
    while let above = parent(row) { row = above }
    return row
  }
}
