import Findings
import Records
import References

/// IDN016: characters that names do not have.
package struct NameWithForeignCharacters: RecordValidator {
  package static let rule = Rule(
    id: "IDN016", name: "name-with-foreign-characters", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.name],
    authority: Authority("民委发〔2016〕33号", clause: "第一条（姓名间隔符统一为“·”，U+00B7）；GB 18030-2022"),
    title: Text(zh: "客户名称含异常字符", en: "Strange characters in the name"),
    claim: Text(
      zh: "姓名中有数字、符号、空格、夹在汉字间的字母、不规范的间隔点，或名称有乱码、不可见字符、系统自造字",
      en:
        "The name has figures, symbols, blanks, Latin letters between Chinese characters, the wrong middle dot, or garbled, invisible or home-made characters in it."
    ),
    remedy: Text(
      zh: "按证件上的写法更正；整体乱码的可按建议值还原，请客户确认；少数民族姓名的间隔点用“·”（U+00B7）；系统自造字按现行国家标准字符更换",
      en:
        "Write it as on the document; where the whole name is garbled, have the customer confirm the suggestion; the middle dot of names is U+00B7; home-made characters give way to those of the standard."
    ),
    examples: [
      .fails([.name: "阿卜杜热西提•吾甫尔"], suggests: "阿卜杜热西提·吾甫尔", action: .confirm, "U+2022"),
      .fails([.name: "买买提．艾力"], suggests: "买买提·艾力", action: .confirm, "U+FF0E"),
      .fails([.name: "买买提.艾力"], suggests: "买买提·艾力", action: .confirm),
      .fails([.name: "古丽‧巴哈尔"], suggests: "古丽·巴哈尔", action: .confirm, "U+2027"),
      .fails([.name: "张 伟"], suggests: "张伟", action: .confirm, "a blank between"),
      .fails([.name: "李四2"], action: .review),
      .fails([.name: "赵C"], action: .review),
      .fails([.name: "王(小)明"], action: .review),
      .fails(
        [.name: "刘\u{E863}"], suggests: "刘䶮", action: .confirm,
        "kept in the private use area by older systems"),
      .fails([.name: "刘\u{E000}"], action: .review, "home-made"),
      .fails([.name: "张\u{FFFD}"], action: .review),
      .fails([.name: "锟斤拷"], action: .review, "decoded wrongly twice"),
      .fails(
        [.name: "寮犱紵"], suggests: "张伟", action: .confirm, "UTF-8 read as GBK, nothing lost"),
      .fails([.name: "寮犱笁涓"], action: .review, "UTF-8 read as GBK, the third character lost"),
      .fails([.name: "ÕÅÎ°"], suggests: "张伟", action: .confirm, "GBK read as Western text"),
      .fails(
        [.name: "å¼\u{A0}ä¼Ÿ"], suggests: "张伟", action: .confirm, "UTF-8 read as Western text"),
      .fails(
        [.name: "脮脜脦掳"], suggests: "张伟", action: .confirm,
        "GBK read as Western text, then UTF-8 as GBK"),
      .fails([.name: "李?华"], action: .review, "a mark for a character that could not be written"),
      .fails([.name: "张\u{200B}伟"], suggests: "张伟", action: .confirm, "an invisible character"),
      .fails([.name: "ＪＯＨＮ ＬＥＥ"], suggests: "JOHN LEE", action: .confirm),
      .fails([.name: "向阳商贸\u{FFFD}限公司", .creditCode: ""], action: .review, party: .organisation),
      .fails([.name: "\u{E010}山商贸有限公司", .creditCode: ""], action: .review, party: .organisation),
      .passes([.name: "张伟"]),
      .passes([.name: "迪丽热巴·迪力木拉提"]),
      .passes([.name: "刘䶮"], "CJK extension A"),
      .passes([.name: "王𬭊"], "CJK extension E"),
      .passes([.name: "何〇"]),
      .passes([.name: "濮冲安"], "its bytes in GBK are those of other characters in UTF-8"),
      .passes([.name: "John O'Neill-Smith Jr."]),
      .passes([.name: "José Müller"]),
      .passes([.name: "山田たろう"]),
      .passes([.name: "张**"], "IDN015 speaks of masked names"),
      .passes(
        [.name: "3M中国有限公司（上海）", .creditCode: ""], party: .organisation,
        "organisations may be called so"),
      .notApplicable([.name: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.name(record) {
    case .empty: .notApplicable
    case .plain, .placeholder: .passed
    case .strange: .failed
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let name = record[.name]
    finding.value.append(name)
    guard case .strange(let fault) = facts.identity.name(record) else { return }
    if fault.kind == .conversion, let broken = BrokenConversion(name) {
      finding.explain(broken) {
        NameReading($0, ofOrganisation: record.isOrganisation) == .plain
      }
      finding.expected.append(
        zh: "与证件上的写法一致", en: "the name as the document writes it", in: finding.language)
      return
    }
    if let repaired = NameText.repaired(name, ofOrganisation: record.isOrganisation) {
      finding.suggest(repaired.span, confidence: 95, .confirm)
    }
    finding.expected.append(
      zh: "与证件上的写法一致", en: "the name as the document writes it", in: finding.language)
    let place = name.extracting(0..<min(Int(fault.offset), name.count)).characterCount + 1
    var index = Int(fault.offset)
    let scalar = NameText.nextScalar(in: name, at: &index)
    finding.evidence.append(zh: "第", en: "character ", in: finding.language)
    finding.evidence.append(decimal: place)
    finding.evidence.append(zh: "个字符（U+", en: " (U+", in: finding.language)
    let digits = String(scalar, radix: 16, uppercase: true)
    finding.evidence.append(
      contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, 4 - digits.count)))
    finding.evidence.append(contentsOf: digits.utf8)
    finding.evidence.append(zh: "）", en: ") ", in: finding.language)
    switch fault.kind {
    case .conversion: break
    case .lost:
      finding.evidence.append(
        zh: "是乱码，原字已丢失", en: "is garbled: what was there is lost", in: finding.language)
    case .privateUse:
      finding.evidence.append(
        zh: "是系统自造字，其他系统无法显示", en: "is of the private use area: other systems cannot show it",
        in: finding.language)
    case .invisible:
      finding.evidence.append(zh: "是不可见字符", en: "cannot be seen", in: finding.language)
    case .dot:
      finding.evidence.append(
        zh: "不是规范的间隔点“·”（U+00B7）", en: "is not the middle dot U+00B7", in: finding.language)
    case .blank:
      finding.evidence.append(
        zh: "是汉字间的空格", en: "is a blank between Chinese characters", in: finding.language)
    case .digit:
      finding.evidence.append(zh: "是数字", en: "is a figure", in: finding.language)
    case .letter:
      finding.evidence.append(
        zh: "是夹在汉字间的字母", en: "is a letter among Chinese characters", in: finding.language)
    case .wide:
      finding.evidence.append(zh: "是全角字母", en: "is a full-width letter", in: finding.language)
    case .symbol where scalar == 0x3F:
      finding.evidence.append(
        zh: "是问号，常是转码时无法表示的生僻字",
        en: "is a question mark, often for a rare character that could not be converted",
        in: finding.language)
    case .symbol:
      finding.evidence.append(
        zh: "是姓名中不会有的符号", en: "is a symbol that names do not have", in: finding.language)
    }
  }
}
