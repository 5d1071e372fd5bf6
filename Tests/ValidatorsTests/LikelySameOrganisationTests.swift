import Findings
import Records
import References
import TestSupport
import Testing

@testable import Validators

@Suite struct `Names of organisations taken apart` {
  static let divisions = Context.sample().reference(Divisions.self)

  private func parts(_ name: String) -> OrganisationNameParts {
    OrganisationNameParts(Array(name.utf8).span, Self.divisions)
  }

  @Test(arguments: [
    ("赣州市虔邦新材料有限公司", "虔邦新材料"), ("江西省赣州市章贡区虔邦新材料有限责任公司", "虔邦新材料"),
    ("江西虔邦新材料股份有限公司", "虔邦新材料"), ("虔邦新材料（赣州）有限公司", "虔邦新材料"),
    ("虔邦 新材料(赣州市)有限公司", "虔邦新材料"), ("赣州虔邦股权投资（有限合伙）", "虔邦股权投资"),
  ])
  func `lose place and legal form`(_ name: String, _ core: String) {
    #expect(parts(name).core == TextMark.name(Array(core.utf8).span))
    #expect(parts(name).region != 0 && parts(name).form != 0)
  }

  @Test(arguments: [
    "吉安商店", "虔邦新材料（集团）有限公司", "赣州市虔邦新材料有限公司吉安分公司", "长安汽车服务部", "都市丽人服饰店",
  ])
  func `keep what tells them from others`(_ name: String) {
    let plain = name.replacing("有限公司", with: "", maxReplacements: name.hasSuffix("有限公司") ? 1 : 0)
    let shortened = plain.replacing("赣州市", with: "")
    #expect(parts(name).core == TextMark.name(Array(shortened.utf8).span))
  }

  @Test func `tell the place with or without the word for its kind`() {
    let one = parts("赣州市虔邦新材料有限公司")
    #expect(one.region == parts("江西赣州虔邦新材料有限公司").region)
    #expect(one.region != parts("吉安市虔邦新材料有限公司").region)
    #expect(one.form == parts("赣州市虔邦新材料有限责任公司").form)
    #expect(one.form != parts("赣州市虔邦新材料股份有限公司").form)
  }

  @Test func `are nothing where there is no name`() {
    for name in ["", " ", "·"] { #expect(parts(name).core == 0) }
    #expect(parts("有限公司").core != 0)
  }
}

@Suite struct `Likely the same organisation` {
  /// Invented companies; some are repeated with the name written otherwise and no code.
  static func records(_ count: Int, seed: UInt64) -> [[DataElement: String]] {
    var random = SeededGenerator(seed: seed)
    var records: [[DataElement: String]] = []
    let first = Array("虔橘橙钨稻榕樟楠梓栎汀沣湛澄漾沐霁岚屿峤嵘岳崧峻璟瑾琮琛珩曜")
    let second = Array("邦沃禾源晟尚卓诚和盛泰丰隆达昌兴辰航锐创联信程宇润茂鼎嘉朗佰")
    for index in 0..<count {
      let word = "\(first[index % 30])\(second[index / 30 % 30])"
      let trade = ["商贸", "新材料", "建筑工程", "物流", "家具"][index % 5]
      let company: [DataElement: String] = [
        .customerKey: "C\(index)", .name: "赣州市\(word)\(trade)有限公司", .creditCode: "",
        .legalRepresentative: ["钟小军", "李木生", "曾祥福"][index % 3],
        .phone: "0797-8\(100_000 + index)", .address: "江西省赣州市章贡区红旗大道\(index / 4)号",
      ]
      records.append(company)
      if Int.random(in: 0..<4, using: &random) == 0 {
        var other = company
        other[.customerKey] = "D\(index)"
        other[.name] = "\(word)\(trade)（赣州）有限责任公司"
        records.insert(other, at: Int.random(in: 0...records.count, using: &random))
      }
    }
    return records
  }

  @Test func `is found whatever the split, and nobody else is`() {
    let validator = LikelySameOrganisation(.sample())
    let records = Self.records(900, seed: 3)
    let whole = likenesses(validator, records, cores: 1, seed: 1)
    let twice = Dictionary(grouping: records.indices) {
      (records[$0][.customerKey] ?? "").dropFirst()
    }.values.filter { $0.count == 2 }.flatMap { $0 }.sorted()
    #expect(twice.count > 300)
    #expect(whole.records.map { Int($0.holder.position.line) } == twice)
    for cores in [2, 7] {
      let split = likenesses(validator, records, cores: cores, seed: UInt64(cores))
      #expect(lines(split) == lines(whole))
    }
  }
}
