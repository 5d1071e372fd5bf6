import Records
import References
import TestSupport
import Testing

@Suite struct `Occupation lists` {
  static let codes = Result { try OccupationCodes(from: Repository.mappings) }
  static let unclear = Result { try UnclearOccupations(from: Repository.mappings) }
  static let keywords = Result { try OccupationKeywords(from: Repository.mappings) }

  private func standing(_ code: String) throws -> OccupationStanding? {
    try Self.codes.get()[Array(code.utf8).span]
  }

  @Test(arguments: [
    ("codes/gbt6565-2015.csv", OccupationLists.gbt6565of2015),
    ("codes/occupations-1999.csv", .catalogue1999), ("codes/occupations-2022.csv", .catalogue2022),
  ])
  func `hold every code of a table`(_ table: String, _ list: OccupationLists) throws {
    let rows = try ReferenceTable(table, from: Repository.mappings)
    let (code, name) = (try rows.column("code"), try rows.column("name"))
    for row in 0..<rows.count {
      let found = try standing(rows.text(row, code))
      #expect(found?.lists.contains(list) == true, "\(rows.text(row, code))")
      #expect(try standing(rows.text(row, name)) != nil, "\(rows.text(row, name))")
    }
  }

  @Test func `give a code of GB/T 6565-2015 its row and level`() throws {
    let codes = try Self.codes.get()
    let rows = try ReferenceTable("codes/gbt6565-2015.csv", from: Repository.mappings)
    for row in 0..<rows.count {
      let text = rows.text(row, 0)
      let found = try #require(try standing(text))
      #expect(Int(found.row) == row)
      #expect(found.level == (text.hasSuffix("0000") ? 1 : text.hasSuffix("00") ? 2 : 3))
      var shown: [UInt8] = []
      codes.appendCode(row, to: &shown)
      #expect(String(decoding: shown, as: UTF8.self) == text)
      #expect(!found.isSuperseded)
    }
  }

  @Test func `say nothing where they contradict each other`() throws {
    // 13 is 专业技术人员 in GB/T 2261.4 and 教师 at a bank; 17 is 职员 and 学生.
    #expect(try standing("17")?.status == .unknown)
    #expect(try standing("8")?.status == .unknown)
    // 20901: 文艺创作 of 2015, 高等教育教师 of 1999; both professionals.
    #expect(try standing("20901")?.status == .working)
    #expect(try standing("20901")?.middle == -1)
    #expect(try standing("80")?.status == .retired)
    #expect(try standing("Y")?.status == .residual)
  }

  @Test func `know only what stands in them`() throws {
    for code in ["29998", "00000", "99999", "9-99", "205000", "ABC", "没有这个类别", "2-05-08-99"] {
      #expect(try standing(code) == nil, "\(code)")
    }
    let codes = try Self.codes.get()
    func mayBeDetailed(_ code: String) -> Bool { codes.mayBeDetailed(Array(code.utf8).span) }
    #expect(mayBeDetailed("2-05-08-99"))
    #expect(!mayBeDetailed("2-99-99-01"))
  }

  @Test func `call a code unclear where every list says so`() throws {
    let codes = try Self.codes.get()
    let kinds = codes.kinds(try Self.unclear.get())
    func kind(_ code: String) -> UInt8? {
      codes.place(of: Array(code.utf8).span).map { kinds[$0] }
    }
    for code in ["80000", "Y", "y", "Z", "90", "99", "800", "8-00-00-00", "8-00", "其他"] {
      #expect(kind(code) == UnclearOccupations.Class.unclear.rawValue, "\(code)")
    }
    for code in ["29900", "39900", "69900"] {
      #expect(kind(code) == UnclearOccupations.Class.vague.rawValue, "\(code)")
    }
    for code in ["70", "51", "803"] {
      #expect(kind(code) == UnclearOccupations.Class.needsExplanation.rawValue, "\(code)")
    }
    for code in ["8", "17", "20500", "00", "1", "0", "31"] { #expect(kind(code) == 0, "\(code)") }
  }

  @Test func `map titles to codes that exist`() throws {
    let (codes, keywords) = (try Self.codes.get(), try Self.keywords.get())
    let table = try ReferenceTable("keywords/occupation-keywords.csv", from: Repository.mappings)
    var taken = 0
    for row in 0..<table.count {
      guard let meaning = table.read(row, 0, { keywords[$0] }) else { continue }
      taken += 1
      #expect((meaning.major > 0) == (codes.row(of: meaning.code) != nil), "\(table.text(row, 0))")
    }
    #expect(taken > 2000)
    func code(_ text: String) -> String? { keywords[Array(text.utf8).span]?.code.description }
    #expect(code("护士") == "20500")
    #expect(code("Ｃ Ｅ Ｏ") == "10600")
    #expect(code("项目经理") == nil, "needs a context")
    #expect(code("工人") == nil, "a hint only")
    func ending(_ text: String) -> String? {
      keywords.ending(Array(text.utf8).span)?.code.description
    }
    #expect(ending("初中数学教师") == "20800")
    #expect(ending("石头") == nil)
  }

  @Test func `find a text whatever its length`() {
    let texts = (1...60).map { String(repeating: "职", count: $0) + "x\($0)" }
    let map = TextMap(texts.enumerated().map { ($1.uppercased(), Int32($0)) })
    func find(_ text: String) -> Int? { map[Array(text.utf8).span] }
    func normalised(_ text: String) -> Int? { map.normalised(Array(text.utf8).span) }
    for (index, text) in texts.enumerated() {
      #expect(find(text.uppercased()) == index)
      #expect(find(text + "y") == nil)
      if text.utf8.count <= 90 { #expect(normalised(" \(text)\u{3000}") == index) }
    }
  }
}
