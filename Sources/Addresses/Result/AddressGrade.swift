import Records

/// How far an address leads.
package enum AddressGrade: UInt8, BitwiseCopyable, Sendable, Comparable, CaseIterable {
  /// To a room, or to the number of a house in a village, a lane or a compound.
  case deliverable
  /// To a building, or to a number on a road.
  case building
  /// To a village, a community, a road or a compound.
  case place
  /// To a county, at best a township.
  case county
  /// To a city or less.
  case city
  /// Not an address.
  case none

  package static func < (a: Self, b: Self) -> Bool { a.rawValue > b.rawValue }

  /// A to F.
  package var letter: String {
    switch self {
    case .deliverable: "A"
    case .building: "B"
    case .place: "C"
    case .county: "D"
    case .city: "E"
    case .none: "F"
    }
  }

  package var text: Text {
    switch self {
    case .deliverable: Text(zh: "可投递到户", en: "deliverable")
    case .building: Text(zh: "到楼栋或路牌号", en: "to a building or a number on a road")
    case .place: Text(zh: "到村、社区、道路或小区", en: "to a village, community, road or compound")
    case .county: Text(zh: "只到县级或乡镇", en: "to a county or township only")
    case .city: Text(zh: "只到地市或更粗", en: "to a city or less")
    case .none: Text(zh: "不是地址", en: "not an address")
    }
  }
}

/// What an address lacks, as it can be asked for.
package struct AddressGaps: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The city, and with it the province.
  package static let city = AddressGaps(rawValue: 1)
  package static let county = AddressGaps(rawValue: 2)
  package static let township = AddressGaps(rawValue: 4)
  /// A village, a community, a road or a compound.
  package static let place = AddressGaps(rawValue: 8)
  /// The number on the road.
  package static let number = AddressGaps(rawValue: 16)
  /// The number of the building.
  package static let building = AddressGaps(rawValue: 32)
  package static let room = AddressGaps(rawValue: 64)
  /// The number or the group in a village.
  package static let house = AddressGaps(rawValue: 128)

  private static let words: [(AddressGaps, String, Text)] = [
    (.city, "city", Text(zh: "省、市", en: "province and city")),
    (.county, "county", Text(zh: "县（市、区）", en: "county or district")),
    (.township, "township", Text(zh: "乡镇或街道", en: "township or sub-district")),
    (.place, "place", Text(zh: "村（社区）、道路或小区名称", en: "village, community, road or compound")),
    (.number, "number", Text(zh: "门牌号", en: "number on the road")),
    (.house, "house", Text(zh: "村民小组和门牌号", en: "group and house number in the village")),
    (.building, "building", Text(zh: "楼栋号", en: "building")),
    (.room, "room", Text(zh: "单元和房号", en: "unit and room")),
  ]

  /// Names in JSON, the coarsest first.
  package var names: [String] { Self.words.filter { contains($0.0) }.map(\.1) }
  /// Words for whoever asks the customer, the coarsest first.
  package var texts: [Text] { Self.words.filter { contains($0.0) }.map(\.2) }
}
