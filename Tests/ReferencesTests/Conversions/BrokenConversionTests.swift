import Records
import References
import TestSupport
import Testing

/// What wrong readers make of a text, by the converter of the C library: nothing of the code
/// under test is used. Nil where something would be lost.
private func misread(_ text: String, _ conversion: WrongConversion) -> String? {
  let (stored, reader) =
    switch conversion {
    case .utf8AsGBK: ("UTF-8", "GB18030")
    case .utf8AsWestern: ("UTF-8", "ISO-8859-1")
    case .gbkAsWestern: ("GBK", "ISO-8859-1")
    case .gbkAsUTF8: ("GBK", "UTF-8")
    }
  return misread(text, stored, reader)
}

private func misread(_ text: String, _ stored: String, _ reader: String) -> String? {
  guard let bytes = Iconv.convert(Array(text.utf8), from: "UTF-8", to: stored),
    let wrong = Iconv.utf8(bytes, from: reader)
  else { return nil }
  return String(decoding: wrong, as: UTF8.self)
}

private func broken(_ text: String) -> BrokenConversion? {
  BrokenConversion(Array(text.utf8).span)
}

private func original(_ text: String) -> String? {
  broken(text).map { String(decoding: $0.original, as: UTF8.self) }
}

@Suite struct `Text broken by a wrong conversion` {
  /// Characters of names: surnames and given names, some of two bytes beyond GB 2312.
  static let names = Array(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚濮佟茅"
      + "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志梅鑫婷浩宇欣怡梓涵子轩雨泽诗琪思远嘉豪俊熙玥珺喆堃昇")
  static let places = Array(
    "江西省赣州市章贡区南康信丰大余上犹崇义安远龙定全宁都于会昌寻乌石城瑞金红旗大道文明路长征巷村组号楼栋室单元花园小区镇乡街道办事处水东水南沙河黄金岭")

  private func name(_ random: inout SeededGenerator) -> String {
    let length = Int.random(in: 2...4, using: &random)
    var name = (0..<length).map { _ in String(Self.names.randomElement(using: &random) ?? "王") }
      .joined()
    if Int.random(in: 0..<10, using: &random) == 0 { name += "·" + name }
    return name
  }

  private func address(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 3...24, using: &random) {
      text += String(Self.places.randomElement(using: &random) ?? "市")
      if Int.random(in: 0..<8, using: &random) == 0 {
        text += ["86", "-1", "A", "（", "）", "号", "3"].randomElement(using: &random) ?? "1"
      }
    }
    return text
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.count { $0.value >= 0x4E00 && $0.value < 0xA000 } >= 2
  }

  @Test(arguments: [WrongConversion.utf8AsGBK, .utf8AsWestern, .gbkAsWestern])
  func `comes back exactly where nothing was lost`(_ conversion: WrongConversion) {
    var random = SeededGenerator(seed: 20_261_031 + UInt64(conversion.rawValue))
    var found = 0
    for round in 0..<3000 {
      let text = round % 2 == 0 ? name(&random) : address(&random)
      guard isChinese(text), let wrong = misread(text, conversion) else { continue }
      #expect(original(wrong) == text, "\(text) as \(wrong)")
      #expect(broken(wrong)?.conversions == [conversion], "\(text) as \(wrong)")
      #expect(broken(wrong)?.isWhole == true)
      found += 1
    }
    #expect(found > 700, "\(found) were made")
  }

  @Test func `comes back from GBK read as UTF-8, but for words of one other script`() {
    var random = SeededGenerator(seed: 5)
    // Lead C2 to D7, trail A1 to BF: what UTF-8 reads as a letter.
    let characters = (0xC2...0xD7).flatMap { lead in
      (0xA1...0xBF).compactMap { Iconv.utf8([UInt8(lead), UInt8($0)], from: "GBK") }
    }.map { String(decoding: $0, as: UTF8.self) }
    var found = 0
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 3...8, using: &random)).map { _ in
        characters.randomElement(using: &random) ?? "模"
      }.joined()
      guard let wrong = misread(text, .gbkAsUTF8) else { continue }
      let scripts = Set(wrong.unicodeScalars.map { max($0.value, 0x300) >> 7 })
      if scripts.count < 2 { continue }
      // Letters of Latin-1 alone may be bytes of GBK read as Western text, which is far likelier.
      if wrong.unicodeScalars.allSatisfy({ $0.value < 0x100 }) { continue }
      guard let back = broken(wrong) else {
        // Greek and what lies beside it are told apart by blocks of another size.
        let isGreek = wrong.unicodeScalars.allSatisfy { (0x370...0x3FF).contains($0.value) }
        let isCyrillic = wrong.unicodeScalars.allSatisfy { (0x400...0x52F).contains($0.value) }
        let isFar = wrong.unicodeScalars.allSatisfy { (0x590...0x5FF).contains($0.value) }
        #expect(isGreek || isCyrillic || isFar, "\(text) as \(wrong)")
        continue
      }
      #expect(String(decoding: back.original, as: UTF8.self) == text, "\(text) as \(wrong)")
      found += 1
    }
    #expect(found > 1500, "\(found) were made")
  }

  @Test(arguments: [
    (WrongConversion.utf8AsGBK, WrongConversion.utf8AsGBK), (.utf8AsWestern, .utf8AsWestern),
    (.utf8AsWestern, .utf8AsGBK), (.gbkAsWestern, .utf8AsGBK), (.gbkAsWestern, .utf8AsWestern),
    (.utf8AsGBK, .utf8AsWestern),
  ])
  func `comes back from two wrong conversions`(_ first: WrongConversion, _ second: WrongConversion)
  {
    var random = SeededGenerator(seed: 11)
    var found = 0
    for round in 0..<3000 {
      let text = round % 2 == 0 ? name(&random) : address(&random)
      guard isChinese(text), let middle = misread(text, first),
        let wrong = misread(middle, second)
      else { continue }
      #expect(original(wrong) == text, "\(text) as \(wrong)")
      #expect(broken(wrong)?.conversions == [first, second], "\(text) as \(wrong)")
      found += 1
    }
    #expect(found > 12, "\(found) were made")
  }

  @Test func `comes back from Windows, whose code pages have characters of their own`() {
    var random = SeededGenerator(seed: 13)
    var found = 0
    for _ in 0..<3000 {
      let text = name(&random)
      guard isChinese(text) else { continue }
      if let wrong = misread(text, "UTF-8", "WINDOWS-1252") {
        #expect(original(wrong) == text, "\(text) as \(wrong)")
        found += 1
      }
      if let wrong = misread(text, "GBK", "WINDOWS-1252") {
        #expect(original(wrong) == text, "\(text) as \(wrong)")
        found += 1
      }
    }
    #expect(found > 1000)
    // 936 reads byte 80 as €, and A9 89 as a private character.
    #expect(original("涓€涓€") == "一一")
    #expect(original("鐜嬪〾") == "王婉")
    #expect(original("鐜嬪\u{E7E7}") == "王婉")
  }

  @Test func `says what it began with where its end was lost`() {
    for mark in ["", "?", "\u{FFFD}", "？"] {
      let found = broken("寮犱笁涓" + mark)
      #expect(found?.isWhole == false)
      #expect(found?.conversions == [.utf8AsGBK])
      #expect(found.map { String(decoding: $0.original, as: UTF8.self) } == "张三")
    }
    #expect(original("寮犱紵?86") == "张伟")
    #expect(broken("寮犱紵?86")?.isWhole == false)
  }

  @Test(arguments: [
    "", "A", "张", "张伟", "欧阳娜娜", "阿卜杜热西提·吾甫尔", "濮冲安", "茅路", "毛梅", "毛美梅", "José Müller",
    "Þórður Ægisson", "Conceição de São João", "Иван Сан", "Сан", "Αθήνα", "Σοφία", "ΣΩ", "محمد",
    "ئەخمەت", "Āboliņš", "Königstraße 5, Zürich", "Šárka Žižková", "Ñuñez", "Nguyễn Văn Đức",
    "渡辺さくら", "김민지", "中国", "锟斤拷", "???", "€100", "“阳光”幼儿园", "A·B商行", "联通", "涓流路1号",
    "婷婷", "鑫鑫", "盲人按摩店", "猫狗路", "茅茅",
  ])
  func `is not seen in what is right, or not this`(_ text: String) {
    #expect(broken(text) == nil)
  }

  private static func column(_ table: String, _ column: String) throws -> [String] {
    let rows = try ReferenceTable(table, from: Repository.mappings)
    let place = try rows.column(column)
    return (0..<rows.count).map { rows.text($0, place) }
  }

  @Test(arguments: [
    ("codes/divisions.csv", "name"), ("codes/divisions.csv", "parent_name"),
    ("codes/divisions-history.csv", "name"), ("codes/townships.csv", "name"),
    ("codes/townships-history.csv", "name"), ("codes/gbt6565-2015.csv", "name"),
    ("codes/occupations-2022.csv", "name"), ("codes/occupations-1999.csv", "name"),
    ("codes/gbt4754-2019.csv", "name"), ("codes/gbt4754-2002.csv", "name"),
    ("keywords/occupation-keywords.csv", "keyword"), ("keywords/gbt4754-keywords.csv", "keyword"),
    ("keywords/traditional-characters.csv", "traditional"),
  ])
  func `is not seen in the tables`(_ table: String, _ name: String) throws {
    let texts = try Self.column(table, name)
    #expect(texts.count > 400)
    for text in texts { #expect(broken(text) == nil, "\(text)") }
  }

  @Test func `is not seen in random names and addresses`() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<20_000 {
      let (name, address) = (name(&random), address(&random))
      #expect(broken(name) == nil, "\(name)")
      #expect(broken(address) == nil, "\(address)")
    }
    // Every character that can begin a name, beside common ones, rare ones included.
    let all = (0x4E00...0x9FA5).compactMap { Unicode.Scalar($0).map(String.init) }
    for first in all {
      for _ in 0..<3 {
        let name = first + (self.name(&random).prefix(Int.random(in: 1...3, using: &random)))
        #expect(broken(name) == nil, "\(name)")
      }
    }
  }

  @Test func `is read out of any bytes without a crash`() {
    var random = SeededGenerator(seed: 19)
    let pieces: [[UInt8]] = [
      Array("寮犱紵".utf8), Array("涓€".utf8), Array("ÖÐ¹ú".utf8), Array("ä¸­".utf8),
      [0xEF, 0xBF, 0xBD],
      [0xE5], [0xC3], [0xFF], [0xF0, 0x9F], Array("张".utf8), Array("?".utf8), Array("A1".utf8),
      Array("脮脜".utf8), [0xED, 0xA0, 0x80], Array("\u{E15E}".utf8), Array("ģ".utf8),
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      if let found = BrokenConversion(bytes.span) {
        #expect(found.original != bytes)
        #expect(String(validating: found.original, as: UTF8.self) != nil)
        #expect((1...2).contains(found.conversions.count))
      }
    }
  }
}
