/// Several sets of records, each with a layout of its own, as one: the extracts of a registry.
public struct JoinedRecords: Sendable {
  private let parts: [FrozenRecords]
  /// Place of the first record of every part, and one behind the last.
  private let starts: [Int]
  /// Number of records.
  public let count: Int

  /// Joins sets of records in their order.
  public init(_ parts: [FrozenRecords]) {
    self.parts = parts
    starts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    count = starts[parts.count]
  }

  /// Number of the set that has the record. O(sets).
  public func part(of place: Int) -> Int {
    var part = 0
    while place >= starts[part + 1] { part += 1 }
    return part
  }

  /// The record at a place, valid for ever. O(sets).
  public subscript(place: Int) -> RecordView {
    @_lifetime(immortal) get {
      let part = part(of: place)
      return parts[part][place - starts[part]]
    }
  }

  /// Places of the records of a set.
  public func places(of part: Int) -> Range<Int> { starts[part]..<starts[part + 1] }

  /// Whether any set has a column for the element.
  public func carries(_ element: DataElement) -> Bool {
    parts.contains { $0.layout.carries(element) }
  }

  /// Whether the set of a record has a column for the element.
  public func carries(_ element: DataElement, at place: Int) -> Bool {
    parts[part(of: place)].layout.carries(element)
  }

  /// Line, in its file, on which the record starts.
  public func line(of place: Int) -> Int {
    let part = part(of: place)
    return parts[part].line(of: place - starts[part])
  }
}
