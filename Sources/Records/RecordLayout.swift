/// Which data elements the records of a source carry, and in which slot of a record.
///
/// Slot 0 of every record is an empty cell: an element that the source does not carry
/// points there, so that reading it needs no branch.
public struct RecordLayout: Sendable {
  /// Kind of record.
  public let party: Party
  /// The elements carried, in the order of their slots, from slot 1.
  public let elements: [DataElement]
  /// Slot of every element; 0 for one that is not carried.
  public let slots: FrozenArray<UInt8>

  /// `elements` must not repeat.
  public init(party: Party, elements: [DataElement]) {
    self.party = party
    self.elements = elements
    var slots = [UInt8](repeating: 0, count: DataElement.allCases.count)
    for (index, element) in elements.enumerated() {
      precondition(slots[Int(element.rawValue)] == 0, "an element stands in one column only")
      slots[Int(element.rawValue)] = UInt8(index + 1)
    }
    self.slots = FrozenArray(slots)
  }

  /// Cells of a record, the empty one included.
  @inlinable public var width: Int { elements.count + 1 }

  /// Whether the source has a column for the element. O(1).
  public func carries(_ element: DataElement) -> Bool { slots[Int(element.rawValue)] != 0 }

  /// Slot of `element`, or `nil` where the source does not carry it.
  public func slot(of element: DataElement) -> Int? {
    let slot = Int(slots[Int(element.rawValue)])
    return slot == 0 ? nil : slot
  }
}
