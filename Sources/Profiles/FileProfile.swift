import Addresses
import Dispatch
import Extracts
import Findings
import Records
import Synchronization

/// The profile of every column of a file.
package struct FileProfile: Sendable, Mergeable {
  /// Records that were read.
  package private(set) var rows = 0
  /// Records that could not be cut into cells.
  package private(set) var unreadable = 0
  /// Records with more or fewer cells than there are titles.
  package private(set) var ragged = 0
  package private(set) var columns: [ColumnProfile]

  /// Reads a file on several cores, and once more where a column has too many different
  /// values to keep: so the counts of the frequent ones are right, and the same on any
  /// number of cores.
  ///
  /// - Parameter gazetteer: called at most once, where a column may hold addresses; nil for
  ///   not looking at addresses.
  package init(
    _ table: RawTable, jobs: Int, gazetteer load: () throws -> AddressGazetteer?
  ) throws {
    var first = RawRows()
    _ = try RawRowSource(table).next(into: &first)
    let sample = AddressColumns(first, columns: table.titles.count)
    let gazetteer = sample.isWorthLooking ? try load() : nil
    let addresses = sample.found(gazetteer)
    let blank = FileProfile(columns: addresses.map { ColumnProfile(isAddress: $0) })
    self = try Self.read(table, jobs, gazetteer, blank) { column, value, reader in
      column.add(value, &reader)
    }
    if columns.contains(where: { !$0.values.isExact || !$0.patterns.isExact }) {
      var open = blank
      for place in columns.indices {
        if !columns[place].values.isExact {
          open.columns[place].values = columns[place].values.emptied
        }
        if !columns[place].patterns.isExact {
          open.columns[place].patterns = columns[place].patterns.emptied
        }
      }
      let counted = try Self.read(table, jobs, nil, open) { column, value, reader in
        column.recount(value, &reader)
      }
      for place in columns.indices {
        if !columns[place].values.isExact { columns[place].values = counted.columns[place].values }
        if !columns[place].patterns.isExact {
          columns[place].patterns = counted.columns[place].patterns
        }
      }
    }
  }

  private init(columns: [ColumnProfile]) { self.columns = columns }

  package mutating func merge(_ other: consuming FileProfile) {
    rows += other.rows
    unreadable += other.unreadable
    ragged += other.ragged
    let theirs = other.columns
    for place in columns.indices { columns[place].merge(theirs[place]) }
  }

  /// Takes in rows; cells that a row lacks are empty.
  private mutating func take(
    _ block: borrowing RawRows,
    _ body: (inout ColumnProfile, Span<UInt8>) -> Void
  ) {
    rows += block.count
    unreadable += block.unreadable
    for row in 0..<block.count {
      if block.isRagged(row, columns: columns.count) { ragged += 1 }
      for column in columns.indices {
        let range = block.cell(row, column)?.range ?? 0..<0
        body(&columns[column], block.bytes.span.extracting(range))
      }
    }
  }

  /// Every column's `body` for every row, on several cores.
  private static func read(
    _ table: RawTable, _ jobs: Int, _ gazetteer: AddressGazetteer?, _ blank: FileProfile,
    _ body: @Sendable (inout ColumnProfile, Span<UInt8>, inout ValueReader) -> Void
  ) throws -> FileProfile {
    let source = try RawRowSource(table)
    let state = Mutex<(whole: FileProfile?, fault: (any Error)?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, 16))) { _ in
      var own = blank
      var reader = ValueReader(gazetteer)
      var rows = RawRows()
      do {
        while try source.next(into: &rows) { own.take(rows) { body(&$0, $1, &reader) } }
      } catch {
        state.withLock { $0.fault = $0.fault ?? error }
      }
      let part = own
      state.withLock { state in
        if state.whole == nil { state.whole = part } else { state.whole?.merge(part) }
      }
    }
    let end = state.withLock { $0 }
    if let fault = end.fault { throw fault }
    return end.whole ?? blank
  }
}
