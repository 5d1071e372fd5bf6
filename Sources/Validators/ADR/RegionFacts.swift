import Addresses
import Records
import References

/// What the ADR rules work out of a record once: the standing of its region code, the
/// divisions that its address begins with, whether the address says anything, and, where a
/// rule asks for it, all its parts.
package struct RegionFacts: Sendable {
  private var storedRow: Int32 = 0
  private var storedHead = AddressHead()
  private var storedPlaceholder = AddressPlaceholders.Kind.none
  private var storedSummary = AddressSummary()
  private var known: UInt8 = 0

  package init() {}

  /// Row of the region code; nil where it is empty or never was one.
  package mutating func row(_ record: RecordView, _ divisions: Divisions) -> Int? {
    if known & 1 == 0 {
      known |= 1
      storedRow = Int32(divisions.row(of: record[.regionCode]) ?? -1)
    }
    return storedRow < 0 ? nil : Int(storedRow)
  }

  /// The divisions that the address begins with.
  package mutating func head(_ record: RecordView, _ divisions: Divisions) -> AddressHead {
    if known & 2 == 0 {
      known |= 2
      let address = record[.address]
      if address.isEmpty { return storedHead }
      if let row = row(record, divisions),
        let head = AddressHead(address, divisions, countyAt: row)
      {
        storedHead = head
      } else {
        storedHead = AddressHead(address, divisions)
      }
    }
    return storedHead
  }

  /// The address read in full. Some microseconds: to be asked for only where the divisions
  /// at its head do not decide.
  mutating func summary(_ record: RecordView, _ reading: AddressReading) -> AddressSummary {
    if known & 8 == 0 {
      known |= 8
      storedSummary = reading.summary(of: record[.address])
    }
    return storedSummary
  }

  /// Whether the address only fills the field.
  package mutating func placeholder(
    _ record: RecordView, _ placeholders: AddressPlaceholders
  ) -> AddressPlaceholders.Kind {
    if known & 4 == 0 {
      known |= 4
      storedPlaceholder = placeholders.kind(of: record[.address])
    }
    return storedPlaceholder
  }
}

extension RegionFacts {
  /// The one division in force that the region code stands for, or nil.
  package mutating func region(_ record: RecordView, _ divisions: Divisions) -> Int32? {
    guard let row = row(record, divisions) else { return nil }
    switch divisions.standing(of: row) {
    case .current: return divisions.code(of: row)
    case .summary:
      // 市辖区 of a prefecture: the prefecture itself.
      let above = divisions.parent(of: row)
      guard let parent = divisions.row(of: above) else { return nil }
      return divisions.standing(of: parent) == .current ? above : nil
    case .superseded:
      return divisions.successorCount(of: row) == 1 ? divisions.successor(of: row, 0) : nil
    case .outside, .unverified: return nil
    }
  }
}
