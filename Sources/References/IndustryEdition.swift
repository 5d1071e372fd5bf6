import Records

/// An edition of GB/T 4754, 国民经济行业分类.
package enum IndustryEdition: UInt8, BitwiseCopyable, CaseIterable, Comparable, Sendable {
  case of2002, of2011, of2017, of2019

  package var year: Int {
    switch self {
    case .of2002: 2002
    case .of2011: 2011
    case .of2017: 2017
    case .of2019: 2019
    }
  }

  /// First day in force. The dates are those of `mappings/datapackage.json`; the printed
  /// standards and the text of the amendment were not at hand to compare them with.
  package var inForceFrom: Day {
    switch self {
    case .of2002: Day(number: 11_961)  // 2002-10-01
    case .of2011: Day(number: 15_279)  // 2011-11-01
    case .of2017: Day(number: 17_440)  // 2017-10-01
    case .of2019: Day(number: 17_984)  // 2019-03-29
    }
  }

  /// Number of the standard, as in a table of code lists.
  package var title: StaticString {
    switch self {
    case .of2002: "GB/T 4754-2002"
    case .of2011: "GB/T 4754-2011"
    case .of2017: "GB/T 4754-2017"
    case .of2019: "GB/T 4754-2017/XG1-2019"
    }
  }

  /// Year in the number of the standard: the amendment of 2019 left it as it was.
  package var standardYear: Int { self == .of2019 ? 2017 : year }

  /// Appends a text such as `2011`, `GB/T 4754-2011` or `2002年版` with the year of this
  /// edition's standard in the place of the last year of four digits. O(bytes).
  package func append(to text: inout [UInt8], inPlaceOfYearIn stated: Span<UInt8>) {
    var year = 0..<0
    var index = 0
    while index < stated.count {
      let start = index
      while index < stated.count, stated[index].isDigit { index += 1 }
      if index - start == 4, IndustryEdition.isYear(stated.extracting(start..<index)) {
        year = start..<index
      }
      index = max(index, start + 1)
    }
    text.append(stated.extracting(0..<year.lowerBound))
    text.append(decimal: standardYear)
    text.append(stated.extracting(year.upperBound..<stated.count))
  }

  private static func isYear(_ text: Span<UInt8>) -> Bool {
    allCases.contains { $0.year == text.decimalValue }
  }

  /// The table of its codes.
  package var table: String { "codes/gbt4754-\(year).csv" }

  /// The edition in force on a day; the oldest one before its time.
  package static func inForce(on day: Day) -> IndustryEdition {
    allCases.last { $0.inForceFrom <= day } ?? .of2002
  }

  package static func < (a: IndustryEdition, b: IndustryEdition) -> Bool { a.rawValue < b.rawValue }
}

/// Some editions of GB/T 4754.
package struct IndustryEditions: OptionSet, BitwiseCopyable, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package init(_ edition: IndustryEdition) { rawValue = 1 << edition.rawValue }

  package func contains(_ edition: IndustryEdition) -> Bool {
    rawValue >> edition.rawValue & 1 != 0
  }

  /// `edition` and those after it.
  package static func since(_ edition: IndustryEdition) -> IndustryEditions {
    IndustryEditions(rawValue: 0x0F & (0xFF << edition.rawValue))
  }

  /// Those before `edition`.
  package static func before(_ edition: IndustryEdition) -> IndustryEditions {
    IndustryEditions(rawValue: 0x0F & ~(0xFF << edition.rawValue))
  }

  /// The newest of them, or nil for none.
  package var newest: IndustryEdition? {
    rawValue == 0
      ? nil : IndustryEdition(rawValue: UInt8(7 - (rawValue & 0x0F).leadingZeroBitCount))
  }

  /// What a column such as `2017`, `GB/T 4754-2011` or `2002年版` says; none where it names
  /// no edition. "2017" speaks of the amended edition as well; of several years the newest
  /// counts.
  package static func stated(in text: Span<UInt8>) -> IndustryEditions {
    var result: IndustryEditions = []
    var newest = 0
    var index = 0
    while index < text.count {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isDigit { index += 1 }
      guard index - start == 4, let year = text.extracting(start..<index).decimalValue,
        year > newest
      else { continue }
      switch year {
      case 2002: result = IndustryEditions(.of2002)
      case 2011: result = IndustryEditions(.of2011)
      case 2017: result = [IndustryEditions(.of2017), IndustryEditions(.of2019)]
      case 2019: result = IndustryEditions(.of2019)
      default: continue
      }
      newest = year
    }
    return result
  }
}

/// A class that carries on a class of an older edition.
package struct IndustrySuccessor: BitwiseCopyable, Hashable, Sendable {
  /// The class, as a place in `IndustryCodes`.
  package let place: Int
  /// The least sure relation on the way.
  package let relation: CodeRelation
  /// 0 for a plain continuation; the greater, the smaller the part that is carried on.
  package let rank: Int
  /// Whether it carries on the class as a whole, less parts that went elsewhere; false for
  /// one of the parts into which a class was dissolved.
  package let livesOn: Bool
}
