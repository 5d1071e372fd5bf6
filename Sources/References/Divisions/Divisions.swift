import Records

/// The administrative divisions of China, county and above (GB/T 2260): those in force, all
/// codes there ever were, and where an old one went.
@frozen @usableFromInline package struct Divisions: Reference {
  package static let name = "divisions"
  package static let tables = [
    "codes/divisions.csv", "codes/divisions-history.csv", "crosswalks/divisions-current.csv",
  ]

  /// What a code is today.
  @frozen @usableFromInline package enum Standing: UInt8, Sendable {
    /// In force.
    case current
    /// Printed in the standard, but no division: 市辖区, 县, 省直辖县级行政区划.
    case summary
    /// Was in force once. `successors` are the divisions in force in its place; none where
    /// they are not known.
    case superseded
    /// In lists outside the standard only: development zones, numbers that one list gives
    /// otherwise, regions of permits.
    case outside
    /// In one collection only, its years unknown.
    case unverified
  }

  @frozen @usableFromInline package enum Level: UInt8, BitwiseCopyable, Sendable {
    case province = 1, prefecture, county
  }

  /// How far the successors of a superseded code can be relied on.
  @frozen @usableFromInline enum Succession: UInt8, BitwiseCopyable, Sendable {
    /// Found by likeness, in part at least.
    case likeness
    /// In the record of changes.
    case recorded
    /// Recorded, and one division for the whole area.
    case certain
  }

  /// One code, in 24 bytes.
  @frozen @usableFromInline struct Row: BitwiseCopyable, Sendable {
    @usableFromInline let code: Int32
    /// Code of the division above, of the last year of validity; 0 for a province.
    @usableFromInline let parent: Int32
    @usableFromInline let firstSuccessor: UInt16
    @usableFromInline let successorCount: UInt8
    @usableFromInline let standing: UInt8
    @usableFromInline let level: UInt8
    let succession: Succession
    /// The last year of a superseded code that any source gives; 0 where none does.
    @usableFromInline let lastYear: UInt16
    let nameStart: UInt32
    let nameLength: UInt32
  }

  /// The tables, behind one pointer.
  @frozen @usableFromInline struct Storage: Sendable {
    @usableFromInline let rows: FrozenArray<Row>
    @usableFromInline let slots: FrozenArray<Int16>
    @usableFromInline let successorCodes: FrozenArray<Int32>
    @usableFromInline let text: FrozenArray<UInt8>
    @usableFromInline let gazetteer: Gazetteer
    /// By row: the path of a county in force in `pathText`; empty for any other.
    @usableFromInline let paths: FrozenArray<Cell>
    @usableFromInline let pathText: FrozenArray<UInt8>
    let listDay: Day
  }

  @usableFromInline let storage: FrozenBox<Storage>

  @inlinable var rows: FrozenArray<Row> { storage.value.rows }
  @inlinable var slots: FrozenArray<Int16> { storage.value.slots }
  @inlinable var successorCodes: FrozenArray<Int32> { storage.value.successorCodes }
  @inlinable var text: FrozenArray<UInt8> { storage.value.text }
  /// Names and what they mean, for reading addresses.
  @inlinable package var gazetteer: Gazetteer { storage.value.gazetteer }

  private static let capacity = 16_384
  @inlinable static var mask: Int { 16_383 }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    var source = try DivisionTables(from: folder)
    let current = source.current.sorted { $0.code < $1.code }
    let history = source.history.sorted { $0.code < $1.code }
    var rows: [Row] = []
    var successorCodes: [Int32] = []
    var nextCurrent = 0
    var nextPast = 0
    while nextCurrent < current.count || nextPast < history.count {
      let code = min(
        nextCurrent < current.count ? current[nextCurrent].code : Int32.max,
        nextPast < history.count ? history[nextPast].code : Int32.max)
      let firstPast = nextPast
      while nextPast < history.count, history[nextPast].code == code { nextPast += 1 }
      if nextCurrent < current.count, current[nextCurrent].code == code {
        let now = current[nextCurrent]
        while nextCurrent < current.count, current[nextCurrent].code == code { nextCurrent += 1 }
        rows.append(
          Row(
            code: code, parent: now.parent, firstSuccessor: 0, successorCount: 0,
            standing: Standing.current.rawValue, level: now.level.rawValue, succession: .certain,
            lastYear: 0, nameStart: UInt32(now.name.start), nameLength: UInt32(now.name.length)))
        continue
      }
      let pasts = history[firstPast..<nextPast]
      // The last regular name, else the last of any kind.
      let regular = pasts.filter { $0.kind == .regular }
      let chosen = regular.isEmpty ? Array(pasts) : regular
      guard let last = chosen.max(by: { ($0.to ?? 9999) < ($1.to ?? 9999) }) else { continue }
      var successors: [Int32] = []
      var isRecorded = !regular.isEmpty
      for past in chosen {
        guard let way = source.way(of: code, past.name) else {
          isRecorded = false
          continue
        }
        if !way.isRecorded { isRecorded = false }
        for next in way.successors where !successors.contains(next) { successors.append(next) }
      }
      let standing: Standing
      if !regular.isEmpty {
        standing = .superseded
      } else if chosen.contains(where: { $0.kind == .summary }) {
        standing = last.to == nil || successors.isEmpty ? .summary : .superseded
      } else if chosen.contains(where: { $0.kind == .variant && $0.to != nil }),
        !successors.isEmpty
      {
        standing = .superseded
      } else {
        standing = chosen.allSatisfy { $0.kind == .unverified } ? .unverified : .outside
      }
      rows.append(
        Row(
          code: code, parent: last.parent, firstSuccessor: UInt16(successorCodes.count),
          successorCount: UInt8(successors.count), standing: standing.rawValue,
          level: last.level.rawValue,
          succession: !isRecorded ? .likeness : successors.count == 1 ? .certain : .recorded,
          lastYear: UInt16(clamping: pasts.compactMap(\.latest).max() ?? 0),
          nameStart: UInt32(last.name.start), nameLength: UInt32(last.name.length)))
      successorCodes.append(contentsOf: successors)
    }
    precondition(rows.count * 2 <= Self.capacity)
    var slots = [Int16](repeating: -1, count: Self.capacity)
    for (index, row) in rows.enumerated() {
      var slot = Self.slot(of: row.code)
      while slots[slot] >= 0 { slot = (slot + 1) & Self.mask }
      slots[slot] = Int16(index)
    }
    let theRows = FrozenArray(rows)
    let theSlots = FrozenArray(slots)
    let theSuccessorCodes = FrozenArray(successorCodes)
    let gazetteer = Gazetteer(&source)
    let theText = FrozenArray(source.text)
    let (paths, pathText) = Self.paths(rows, source.text, gazetteer)
    storage = FrozenBox(
      Storage(
        rows: theRows, slots: theSlots, successorCodes: theSuccessorCodes, text: theText,
        gazetteer: gazetteer, paths: FrozenArray(paths), pathText: FrozenArray(pathText),
        listDay: source.listDay))
  }

  /// How a county in force is written in full, for those whose names no other name goes on
  /// from. O(rows).
  private static func paths(
    _ rows: [Row], _ text: [UInt8], _ gazetteer: Gazetteer
  ) -> ([Cell], [UInt8]) {
    let places = Dictionary(rows.indices.map { (rows[$0].code, $0) }) { first, _ in first }
    var paths = [Cell](repeating: .empty, count: rows.count)
    var output: [UInt8] = []
    for (index, row) in rows.enumerated()
    where row.standing == Standing.current.rawValue && row.level == Level.county.rawValue {
      var chain = [index]
      while let above = places[rows[chain[0]].parent], above != chain[0], chain.count < 3 {
        chain.insert(above, at: 0)
      }
      let isWhole =
        rows[chain[0]].level == Level.province.rawValue
        && chain.allSatisfy { rows[$0].standing == Standing.current.rawValue }
      let names = chain.map { place in
        let start = Int(rows[place].nameStart)
        return text[start..<(start + Int(rows[place].nameLength))]
      }
      if !isWhole || names.contains(where: { gazetteer.goesOn(Array($0)) }) { continue }
      let start = output.count
      for name in names { output.append(contentsOf: name) }
      paths[index] = Cell(start..<output.count)
    }
    return (paths, output)
  }

  /// How many bytes of `address` are the county of a row written in full, 江西省赣州市章贡区; 0
  /// where it does not begin so, for any other row, and where a longer name of a division
  /// begins with one of the three. O(length of the path).
  @inlinable package func pathLength(of row: Int, in address: Span<UInt8>) -> Int {
    let cell = storage.value.paths[row]
    let length = Int(cell.end - cell.start)
    if length == 0 || address.count < length { return 0 }
    let path = storage.value.pathText.span.extracting(cell.range)
    return address.extracting(0..<length).equals(path) ? length : 0
  }

  @inlinable @inline(__always) static func slot(of code: Int32) -> Int {
    Int((UInt32(bitPattern: code) &* 2_654_435_769) >> 18)
  }

  /// The day that the list in force speaks of: later changes are not known.
  package var listDay: Day { storage.value.listDay }

  /// Number of codes there ever were.
  package var count: Int { rows.count }

  /// Row of a code, or nil where there never was such a code. O(1).
  @inlinable package func row(of code: Int32) -> Int? {
    var slot = Self.slot(of: code)
    while true {
      let index = Int(slots[slot])
      if index < 0 { return nil }
      if rows[index].code == code { return index }
      slot = (slot + 1) & Self.mask
    }
  }

  /// Row of six ASCII digits, or nil. O(1).
  @inlinable package func row(of code: Span<UInt8>) -> Int? {
    guard code.count == 6, let number = code.decimalValue else { return nil }
    return row(of: Int32(number))
  }

  @inlinable package func code(of row: Int) -> Int32 { rows[row].code }
  @inlinable package func standing(of row: Int) -> Standing {
    Standing(rawValue: rows[row].standing) ?? .unverified
  }
  @inlinable package func level(of row: Int) -> Level {
    Level(rawValue: rows[row].level) ?? .county
  }
  /// Code of the division above; 0 for a province.
  @inlinable package func parent(of row: Int) -> Int32 { rows[row].parent }
  /// Number of divisions in force that stand in the place of a superseded one.
  @inlinable package func successorCount(of row: Int) -> Int { Int(rows[row].successorCount) }
  /// Code of a successor, the likeliest first.
  @inlinable package func successor(of row: Int, _ index: Int) -> Int32 {
    successorCodes[Int(rows[row].firstSuccessor) + index]
  }
  /// Whether exactly one successor is recorded for the whole area.
  package func isSuccessionCertain(_ row: Int) -> Bool { rows[row].succession == .certain }
  /// Whether all successors stand in the record of changes.
  package func isSuccessionRecorded(_ row: Int) -> Bool { rows[row].succession != .likeness }
  /// Whether a code was out of force for all of a year. Years, not days: in the year in which
  /// it went it may still have been right. O(1).
  @inlinable package func isSuperseded(_ row: Int, in year: Int) -> Bool {
    rows[row].standing == Standing.superseded.rawValue && year > Int(rows[row].lastYear)
  }
  /// Name, such as 章贡区; of a superseded code the last one.
  package func appendName(of row: Int, to text: inout [UInt8]) {
    text.append(self.text.span.extracting(nameRange(of: row)))
  }
  package func name(of row: Int) -> String {
    String(text.span.extracting(nameRange(of: row)))
  }
  private func nameRange(of row: Int) -> Range<Int> {
    let start = Int(rows[row].nameStart)
    return start..<(start + Int(rows[row].nameLength))
  }

  /// The prefecture that a division belongs to or is; 0 where there is none above it, as
  /// in the four municipalities and counties directly below a province. O(1).
  @inlinable package func prefecture(of code: Int32) -> Int32 {
    row(of: code).map { prefecture(at: $0) } ?? 0
  }

  /// The same for the division at a row. O(1).
  @inlinable package func prefecture(at row: Int) -> Int32 {
    switch level(of: row) {
    case .province: return 0
    case .prefecture: return code(of: row)
    case .county:
      let above = parent(of: row)
      return above % 10_000 == 0 ? 0 : above
    }
  }

  /// Whether a prefecture in force has no counties: 东莞市, 中山市, 儋州市, 嘉峪关市. O(codes of the prefecture).
  package func hasNoCounties(_ prefecture: Int32) -> Bool {
    guard prefecture % 100 == 0, prefecture % 10_000 != 0, var row = row(of: prefecture) else {
      return false
    }
    // Rows are sorted: its counties follow it.
    row += 1
    while row < rows.count, rows[row].code / 100 == prefecture / 100 {
      if rows[row].standing == Standing.current.rawValue { return false }
      row += 1
    }
    return true
  }

  /// Appends the names from the province down: 江西省赣州市章贡区.
  package func appendPath(of code: Int32, to text: inout [UInt8]) {
    guard let row = row(of: code) else { return }
    let above = parent(of: row)
    if above != 0, above != code { appendPath(of: above, to: &text) }
    appendName(of: row, to: &text)
  }
}

extension Array<UInt8> {
  /// Appends a code with six digits.
  package mutating func append(region code: Int32) {
    var divisor: Int32 = 100_000
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: code / divisor % 10) + 0x30)
      divisor /= 10
    }
  }
}
