import Findings
import Records

/// In what two records agree and in what they contradict each other.
package struct Likeness: Equatable, BitwiseCopyable, Sendable {
  /// Points from which on two records are likely the same.
  package static let least: Int32 = 8
  /// Points from which on hardly anything else is thinkable.
  private static let strong: Int32 = 11

  private var reasons: UInt32 = 0
  package private(set) var points: Int32 = 0

  package init() {}

  package var isLikely: Bool { points >= Self.least }
  package var isStrong: Bool { points >= Self.strong }

  package mutating func add(_ reason: LikenessReason) {
    reasons |= 1 << UInt32(reason.rawValue)
    points += Int32(reason.points)
  }

  package func has(_ reason: LikenessReason) -> Bool {
    reasons >> UInt32(reason.rawValue) & 1 == 1
  }

  /// Appends the reasons, those for it first.
  package func append(to text: inout [UInt8], _ party: Party, _ language: Language) {
    var isFirst = true
    for reason in LikenessReason.allCases where has(reason) {
      if !isFirst { text.append(zh: "；", en: "; ", in: language) }
      isFirst = false
      text.append(contentsOf: reason.text(party)[language].utf8)
    }
  }
}

/// What speaks for or against two records being the same customer, and how much.
///
/// Eight points are needed. A name and a day of birth, which strangers share, are six. Numbers with a check character that differ and are
/// both right belong to two customers, whatever else agrees: a mistyped one is never right,
/// for the check characters of GB 11643 and GB 32100 find every single wrong character, and
/// that of GB 11643 every two neighbours swapped.
package enum LikenessReason: UInt8, CaseIterable, Sendable {
  case sameName, coreName, coreNameElsewhere
  case sameBirthDate
  case sameNumber, numberOneCharacter, numberSwapped, numberOneMissing, numberAlike
  case sameRepresentative, samePhone, sameAddress
  case numberOfOtherKind
  case otherName, otherSex, otherBirthDate, otherRepresentative, wrongNumberDiffers, otherNumber

  /// Points for, or below 0 against.
  package var points: Int {
    switch self {
    case .sameName: 4
    case .coreName: 3
    case .coreNameElsewhere: 2
    case .sameBirthDate: 2
    case .sameNumber: 7
    case .numberOneCharacter, .numberSwapped, .numberOneMissing: 4
    // Passports of a family may be numbered one after another.
    case .numberAlike: 2
    case .sameRepresentative: 2
    case .samePhone: 3
    case .sameAddress: 2
    case .numberOfOtherKind: 0
    case .otherName: -6
    case .otherSex: -3
    case .otherBirthDate: -4
    case .otherRepresentative: -1
    case .wrongNumberDiffers: -3
    case .otherNumber: -20
    }
  }

  /// For people, of one kind of record.
  package func text(_ party: Party) -> Text {
    let isPerson = party == .person
    let name = isPerson ? "姓名" : "名称"
    let number = isPerson ? "证件号码" : "信用代码"
    let english = isPerson ? "document numbers" : "credit codes"
    return switch self {
    case .sameName: Text(zh: name + "相同", en: "same name")
    case .coreName: Text(zh: "名称除地区、组织形式外相同", en: "same name but for place or legal form")
    case .coreNameElsewhere: Text(zh: "字号和行业相同，地区不同", en: "same name, but in another place")
    case .sameBirthDate: Text(zh: "出生日期相同", en: "same date of birth")
    case .sameNumber: Text(zh: number + "相同，写法不同", en: "same number, written in another way")
    case .numberOneCharacter:
      Text(zh: number + "仅一位不同", en: english + " differ in one character")
    case .numberSwapped:
      Text(zh: number + "仅相邻两位颠倒", en: english + " differ by two neighbours swapped")
    case .numberOneMissing:
      Text(zh: number + "仅多或少一位", en: english + " differ by one character too many or too few")
    case .numberAlike: Text(zh: number + "相近", en: english + " nearly the same")
    case .sameRepresentative: Text(zh: "法定代表人相同", en: "same legal representative")
    case .samePhone: Text(zh: "电话相同", en: "same telephone")
    case .sameAddress: Text(zh: "地址相同", en: "same address")
    case .numberOfOtherKind:
      Text(zh: isPerson ? "证件种类不同" : "代码种类不同", en: english + " are of different kinds")
    case .otherName: Text(zh: "但\(name)不同", en: "but other name")
    case .otherSex: Text(zh: "但性别不同", en: "but other sex")
    case .otherBirthDate: Text(zh: "但出生日期不同", en: "but other date of birth")
    case .otherRepresentative: Text(zh: "但法定代表人不同", en: "but other legal representative")
    case .wrongNumberDiffers:
      Text(zh: "但\(number)不同（其中有不合规的）", en: "but other number, one of which cannot be right")
    case .otherNumber: Text(zh: "但\(number)不同", en: "but other number")
    }
  }
}
