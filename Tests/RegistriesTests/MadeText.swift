import TestSupport

/// Invented texts, and the same texts written otherwise.
enum MadeText {
  private static let regions = ["江西", "赣州市", "赣州", "兴国县", "赣州市章贡区", "江西省赣州市", "于都"]
  private static let words = [
    "向阳", "宏达", "客家", "云算", "东华", "鑫源", "金岭", "绿野", "红土地", "章江", "虔诚", "丰盛", "广济", "鹏程",
  ]
  private static let trades = ["商贸", "建材", "食品", "物流", "科技", "家具", "电子", "纺织", "餐饮", "农业"]
  private static let forms = ["有限公司", "有限责任公司", "股份有限公司", "厂", "店", "专业合作社"]

  static func company(_ random: inout SeededGenerator) -> String {
    let (region, word) = (
      regions.randomElement(using: &random)!, words.randomElement(using: &random)!
    )
    let (trade, form) = (
      trades.randomElement(using: &random)!, forms.randomElement(using: &random)!
    )
    return Bool.random(using: &random) && Bool.random(using: &random)
      ? "\(word)（\(region)）\(trade)\(form)" : "\(region)\(word)\(trade)\(form)"
  }

  private static let surnames = ["钟", "刘", "陈", "谢", "曾", "欧阳", "買買提", "罗"]
  private static let given = ["小军", "桂英", "大文", "建平", "祥福", "丽", "伟", "子轩", "晓东"]

  static func person(_ random: inout SeededGenerator) -> String {
    surnames.randomElement(using: &random)! + given.randomElement(using: &random)!
  }

  private static let traditional: [Character: Character] = [
    "东": "東", "华": "華", "贸": "貿", "农": "農", "电": "電", "业": "業", "广": "廣", "济": "濟", "于": "于",
    "军": "軍", "陈": "陳", "刘": "劉", "罗": "羅", "晓": "曉", "轩": "軒", "伟": "偉",
  ]

  /// The same text with other brackets, blanks, widths and traditional characters.
  static func rewritten(_ text: String, _ random: inout SeededGenerator) -> String {
    let pairs: [(Character, Character)] = [
      ("（", "）"), ("(", ")"), ("〔", "〕"), ("【", "】"), ("[", "]"),
    ]
    let pair = pairs.randomElement(using: &random)!
    var result = ""
    for character in text {
      if UInt.random(in: 0..<8, using: &random) == 0 {
        result += [" ", "\u{3000}", "\u{A0}", "\u{200B}"].randomElement(using: &random)!
      }
      switch character {
      case "（": result.append(pair.0)
      case "）": result.append(pair.1)
      default:
        let other = Bool.random(using: &random) ? traditional[character] : nil
        result.append(other ?? character)
      }
    }
    return result
  }

  /// The text with a few characters lost, added, exchanged or replaced.
  static func damaged(_ text: String, _ random: inout SeededGenerator) -> String {
    var characters = Array<Character>(text)
    for _ in 0..<Int.random(in: 0...2, using: &random) where !characters.isEmpty {
      let place = characters.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<5, using: &random) {
      case 0: characters.remove(at: place)
      case 1: characters[place] = ["?", "□", "\u{E000}", "*"].randomElement(using: &random)!
      case 2: characters.insert(contentsOf: "（赣州）", at: place)
      case 3: characters[place] = ["一", "A", "省", "公", "·"].randomElement(using: &random)!
      default: characters.swapAt(place, 0)
      }
    }
    return String(characters)
  }

  /// Any bytes, of which some are Chinese.
  static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var result: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: result.append(UInt8.random(in: 0...255, using: &random))
      case 1: result += Array("公司".utf8)
      case 2: result += Array("（".utf8)
      default: result += Array("万元·1.5?*，；：年".utf8).prefix(Int.random(in: 1...20, using: &random))
      }
    }
    return result
  }
}
