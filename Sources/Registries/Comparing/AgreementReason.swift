import Addresses
import Records

/// Why two values are graded as they are.
package enum AgreementReason: Equatable, Sendable {
  /// On which side a substitute stands.
  package enum Side: Equatable, Sendable { case ours, theirs, both }

  /// Nothing more can be said.
  case unspecified
  /// One of the two is empty, or only fills the field.
  case empty
  /// One of the two cannot be read as what it ought to be.
  case unreadable
  /// Both can be read, and say too little of the same thing.
  case undecided

  // Names
  /// One character is another, missing, too many, or two are exchanged.
  case oneCharacter
  /// Characters that could not be stored are replaced by ?, □, a private character or their
  /// reading in brackets.
  case substitute(Side)
  /// Two ways of writing one character: 堃 and 坤.
  case variantCharacter
  case bracketsLeftOut
  /// The region in front against the region in brackets.
  case regionMoved
  /// 江西省赣州市 against 赣州市, 赣州市 against 赣州.
  case regionWording
  /// 有限公司 against 有限责任公司.
  case formWording
  /// 公司 against 有限公司, 股份公司 against 股份有限公司.
  case formShortened
  /// 有限公司 against 股份有限公司.
  case otherForm
  case formerName
  /// A branch against its head office.
  case branch
  /// 一厂 against 二厂.
  case number
  /// Part of a name of several parts.
  case partOfName
  /// The words of a name in another order.
  case wordOrder
  /// A remark in brackets.
  case remark
  /// Chinese against Latin letters.
  case otherScript
  /// Part of the name is masked.
  case masked

  // Amounts
  /// One of the two is rounded.
  case rounded
  /// Ten thousand times the other: 元 and 万元.
  case tenThousandTimes
  case otherCurrency
  /// One of the two may be in another currency.
  case currencyUnknown

  // Terms
  case oneDay
  /// An end against none.
  case endless

  // Business scope
  /// The same activities in other words.
  case reworded
  /// Ours ends in the middle of an activity.
  case cutOff
  /// Activities that only the registry has, and that only we have.
  case activities(theirs: Int, ours: Int)

  // Codes
  /// The same, at another level of detail.
  case precision
  /// An older edition.
  case olderEdition
  case sameGroup, sameDivision

  // Addresses
  /// The same road, village or compound, another part of this kind.
  case sameRoad(AddressComponent.Kind?)
  /// The part of the address that differs; nil for the divisions.
  case addressPart(AddressComponent.Kind?)

  /// The reason with the two values in the other order.
  package var mirrored: AgreementReason {
    switch self {
    case .substitute(.ours): .substitute(.theirs)
    case .substitute(.theirs): .substitute(.ours)
    case .activities(let theirs, let ours): .activities(theirs: ours, ours: theirs)
    default: self
    }
  }
}

extension AgreementReason {
  /// In words; empty where there is nothing to say.
  package var text: Text {
    switch self {
    case .unspecified: Text(zh: "", en: "")
    case .empty: Text(zh: "一方为空", en: "one of them is empty")
    case .unreadable: Text(zh: "一方无法识别", en: "one of them cannot be read")
    case .undecided: Text(zh: "可比内容不足", en: "too little to compare")
    case .oneCharacter: Text(zh: "一字之差", en: "one character apart")
    case .substitute(.ours):
      Text(zh: "本行以替代符号或拼音登记了生僻字", en: "the bank's has substitutes for rare characters")
    case .substitute(.theirs):
      Text(zh: "登记信息以替代符号或拼音代替了生僻字", en: "the registry's has substitutes for rare characters")
    case .substitute(.both):
      Text(zh: "双方都有生僻字的替代符号", en: "both have substitutes for rare characters")
    case .variantCharacter: Text(zh: "异体字", en: "variant characters")
    case .bracketsLeftOut: Text(zh: "仅差括号或引号", en: "brackets or quotation marks left out")
    case .regionMoved: Text(zh: "文字相同，行政区划位置不同", en: "same words, the region elsewhere")
    case .regionWording: Text(zh: "行政区划的写法或层级不同", en: "the region written otherwise")
    case .formWording: Text(zh: "“有限公司”与“有限责任公司”之别", en: "有限公司 against 有限责任公司")
    case .formShortened: Text(zh: "组织形式未写全", en: "the legal form is shortened")
    case .otherForm: Text(zh: "组织形式不同", en: "another legal form")
    case .formerName: Text(zh: "本行名称为曾用名", en: "ours is a former name")
    case .branch: Text(zh: "一方为分支机构", en: "one of them is a branch")
    case .number: Text(zh: "序号或方位不同", en: "another number or direction")
    case .partOfName: Text(zh: "只写了姓名的一部分", en: "only part of the name")
    case .wordOrder: Text(zh: "姓、名顺序不同", en: "the words in another order")
    case .remark: Text(zh: "一方带有括注", en: "a remark in brackets")
    case .otherScript: Text(zh: "一为中文，一为外文", en: "Chinese against Latin letters")
    case .masked: Text(zh: "一方作了遮盖", en: "one of them is masked")
    case .rounded: Text(zh: "一方经四舍五入", en: "one of them is rounded")
    case .tenThousandTimes:
      Text(zh: "相差一万倍，疑为元与万元混淆", en: "ten thousand times apart: yuan against ten thousands")
    case .otherCurrency: Text(zh: "币种不同", en: "another currency")
    case .currencyUnknown: Text(zh: "一方未注明币种", en: "the currency of one is not known")
    case .oneDay: Text(zh: "相差一天", en: "one day apart")
    case .endless: Text(zh: "一方为长期", en: "one of them has no end")
    case .reworded: Text(zh: "项目相同，表述不同", en: "the same activities in other words")
    case .cutOff: Text(zh: "本行的经营范围被截断", en: "the bank's text is cut off")
    case .activities(let theirs, let ours):
      Text(
        zh: "登记信息多\(theirs)项，本行多\(ours)项",
        en: "\(theirs) only in the registry, \(ours) only in the bank's record")
    case .precision: Text(zh: "详细程度不同", en: "at another level of detail")
    case .olderEdition: Text(zh: "版本不同", en: "of another edition")
    case .sameGroup: Text(zh: "同一中类", en: "same group")
    case .sameDivision: Text(zh: "同一大类", en: "same division")
    case .sameRoad(let kind):
      Text(
        zh: "同一道路、村或小区，\(kind?.text.zh ?? "门牌")不同",
        en: "same road, village or compound, another \(kind?.text.en ?? "number")")
    case .addressPart(let kind):
      Text(zh: "\(kind?.text.zh ?? "区划")不同", en: "another \(kind?.text.en ?? "division")")
    }
  }
}
