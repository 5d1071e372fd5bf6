/// A part of an address: what it is, and the bytes that it takes of the text.
package struct AddressComponent: BitwiseCopyable, Sendable, Equatable {
  /// What a part says. Raw values are stored by nobody.
  package enum Kind: UInt8, BitwiseCopyable, Sendable, CaseIterable {
    case country, province, city, county, township
    /// 兵团, 第八师: the corps of Xinjiang, written among the divisions.
    case corps
    /// 开发区, 工业园区 and the like: no division, though people write it as one.
    case zone
    /// 村, 社区, 居委会, 嘎查.
    case village
    /// 组, 队, 屯 and other places within a village.
    case hamlet
    case road, lane, number, building, unit, floor, room
    /// A compound, an institution, a shop: any name that is none of the above.
    case pointOfInterest
    case postcode, telephone, recipient
    /// In brackets, or a direction such as 对面.
    case note
    /// The address once more, or another address.
    case repetition, secondAddress
    /// Blanks and marks between parts.
    case separator
    case remainder
  }

  package let kind: Kind
  /// First byte of the part, counted from 0.
  package let start: UInt32
  /// The byte behind it.
  package let end: UInt32

  package init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}

extension AddressComponent.Kind {
  /// The name in JSON.
  package var name: String {
    switch self {
    case .pointOfInterest: "poi"
    case .secondAddress: "second-address"
    default: "\(self)"
    }
  }
}
