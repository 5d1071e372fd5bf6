import Records
import References

/// How an address was read, for people.
package struct AddressExplanation {
  private let gazetteer: AddressGazetteer
  private let language: Language

  package init(_ gazetteer: AddressGazetteer, _ language: Language) {
    self.gazetteer = gazetteer
    self.language = language
  }

  /// Appends some lines on what was read in `text`.
  package func write(_ address: Address, of text: Span<UInt8>, to output: inout [UInt8]) {
    var lines = [String(text)]
    for part in address.components where part.kind != .separator {
      lines.append("  \(part.kind.text[language])\t\(String(text.extracting(part.range)))")
    }
    if address.code != 0 {
      lines.append(words("区划：", "division: ") + "\(address.code) \(path(address.code))")
    }
    if address.township != 0 {
      lines.append(words("乡级代码：", "township code: ") + "\(address.township)")
    }
    if address.isUndecided {
      lines.append(
        words("区划未能确定，可能是：", "undecided; might be: ") + path(address.best)
          + (address.runnerUp == 0 ? "" : words("；或：", " or ") + path(address.runnerUp)))
    } else if address.runnerUp != 0 {
      lines.append(words("次选：", "runner-up: ") + path(address.runnerUp))
    }
    if address.code != 0 {
      lines.append(words("把握：", "confidence: ") + "\(address.confidence) %")
    }
    if address.past != 0, let row = gazetteer.divisions.row(of: address.past) {
      lines.append(
        words("旧区划：", "former division: ")
          + "\(address.past) \(gazetteer.divisions.name(of: row))")
    }
    lines.append(
      words("等级：", "grade: ") + address.grade.letter + " " + address.grade.text[language])
    if !address.missing.isEmpty {
      lines.append(
        words("缺少：", "missing: ")
          + address.missing.texts.map { $0[language] }.joined(separator: words("、", ", ")))
    }
    let standard = StandardAddress(address, of: text, gazetteer)
    lines.append(words("规范写法：", "standard form: ") + standard.text)
    if !standard.changes.isEmpty {
      lines.append(
        words("改动：", "changed: ")
          + standard.changes.map { $0.kind.text[language] }.joined(separator: words("；", "; ")))
    }
    if !standard.pieces.isEmpty {
      lines.append(
        words("未照写：", "not as written: ")
          + standard.pieces.map { String(text.extracting($0.range)) }
          .joined(separator: words("、", ", ")))
    }
    output.append(contentsOf: (lines.joined(separator: "\n") + "\n\n").utf8)
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func path(_ code: Int32) -> String {
    var bytes: [UInt8] = []
    gazetteer.divisions.appendPath(of: code, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension AddressComponent.Kind {
  /// The name for people.
  package var text: Text {
    switch self {
    case .country: Text(zh: "国家", en: "country")
    case .province: Text(zh: "省级", en: "province")
    case .city: Text(zh: "地级", en: "city")
    case .county: Text(zh: "县级", en: "county")
    case .township: Text(zh: "乡镇街道", en: "township")
    case .corps: Text(zh: "兵团", en: "corps")
    case .zone: Text(zh: "功能区", en: "zone")
    case .village: Text(zh: "村或社区", en: "village")
    case .hamlet: Text(zh: "村民小组或自然村", en: "hamlet")
    case .road: Text(zh: "道路", en: "road")
    case .lane: Text(zh: "街巷", en: "lane")
    case .number: Text(zh: "门牌号", en: "number")
    case .building: Text(zh: "楼栋", en: "building")
    case .unit: Text(zh: "单元", en: "unit")
    case .floor: Text(zh: "楼层", en: "floor")
    case .room: Text(zh: "房号", en: "room")
    case .pointOfInterest: Text(zh: "小区或单位", en: "compound or institution")
    case .postcode: Text(zh: "邮编", en: "postcode")
    case .telephone: Text(zh: "电话", en: "telephone")
    case .recipient: Text(zh: "姓名", en: "recipient")
    case .note: Text(zh: "附注", en: "note")
    case .repetition: Text(zh: "重复内容", en: "repetition")
    case .secondAddress: Text(zh: "另一地址", en: "another address")
    case .separator: Text(zh: "分隔", en: "separator")
    case .remainder: Text(zh: "其余", en: "remainder")
    }
  }
}
