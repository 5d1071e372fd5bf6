import Addresses
import Records
import References
import TestSupport
import Testing

@Suite struct `The head of an address` {
  static let divisions = try! Divisions(from: Repository.mappings)

  static func head(_ text: String) -> AddressHead {
    AddressHead(Array(text.utf8).span, divisions)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let province: Int32
    let prefecture: Int32
    let county: Int32
    let head: String
    init(_ text: String, _ province: Int32, _ prefecture: Int32, _ county: Int32, _ head: String) {
      (self.text, self.province, self.prefecture, self.county) = (
        text, province, prefecture, county
      )
      self.head = head
    }
    var testDescription: String { text }
  }

  @Test func `is the same the short way and the long way`() throws {
    let divisions = try Divisions(from: Repository.mappings)
    var short = 0
    for row in 0..<divisions.count {
      var path: [UInt8] = []
      divisions.appendPath(of: divisions.code(of: row), to: &path)
      var name: [UInt8] = []
      divisions.appendName(of: row, to: &name)
      let tails = [
        "", "解放路1号", "城关镇", "章贡区", "市辖区", " 人民路", "，", "东", "县", "区政府", "市", "滨江路", "红旗大道",
        "江西省", "赣州路", "南昌市青山湖区", "福建路", "鼓楼区", String(name.span),
      ]
      for tail in tails {
        let text = path + Array(tail.utf8)
        guard let head = AddressHead(text.span, divisions, countyAt: row) else { continue }
        short += 1
        #expect(head == AddressHead(text.span, divisions), "\(String(text.span))")
      }
    }
    #expect(short > 35_000)
  }

  @Test(arguments: [
    Case("江西省赣州市章贡区红旗大道86号", 360_000, 360_700, 360_702, "江西省赣州市章贡区"),
    Case("江西赣州章贡区红旗大道", 360_000, 360_700, 360_702, "江西赣州章贡区"),
    Case("中国江西省 赣州市，大余县 南安镇", 360_000, 360_700, 360_723, "中国江西省 赣州市，大余县"),
    Case("江西省江西省赣州市赣州市章贡区", 360_000, 360_700, 360_702, "江西省江西省赣州市赣州市章贡区"),
    Case("江西省赣州市江西省赣州市章贡区", 360_000, 360_700, 360_702, "江西省赣州市江西省赣州市章贡区"),
    Case("江西省赣州市市辖区章贡区", 360_000, 360_700, 360_702, "江西省赣州市市辖区章贡区"),
    Case("章贡区红旗大道", 360_000, 360_700, 360_702, "章贡区"),
    Case("赣州市红旗大道", 360_000, 360_700, 0, "赣州市"),
    Case("江西路12号", 0, 0, 0, ""),
    Case("北京东路12号", 0, 0, 0, ""),
    Case("河南南阳路12号", 0, 0, 0, ""),
    Case("上海市南京东路", 310_000, 0, 0, "上海市"),
    Case("南昌市西湖大道", 360_000, 360_100, 0, "南昌市"),
    Case("鼓楼区五四路", 0, 0, 0, "鼓楼区"),
    Case("福建省福州市鼓楼区五四路", 350_000, 350_100, 350_102, "福建省福州市鼓楼区"),
    Case("内蒙古赤峰市红山区", 150_000, 150_400, 150_402, "内蒙古赤峰市红山区"),
    Case("广西壮族自治区南宁市青秀区", 450_000, 450_100, 450_103, "广西壮族自治区南宁市青秀区"),
    Case("恩施州利川市", 420_000, 422_800, 422_802, "恩施州利川市"),
    Case("湖北省宜昌市长阳县龙舟坪镇", 420_000, 420_500, 420_528, "湖北省宜昌市长阳县"),
    Case("北京市北京市朝阳区建国路", 110_000, 0, 110_105, "北京市北京市朝阳区"),
    Case("重庆南岸区", 500_000, 0, 500_108, "重庆南岸区"),
    Case("湖北省省直辖县级行政区划仙桃市", 420_000, 0, 429_004, "湖北省省直辖县级行政区划仙桃市"),
    Case("广东东莞长安镇", 440_000, 441_900, 0, "广东东莞"),
    Case("青海海南州共和县", 630_000, 632_500, 632_521, "青海海南州共和县"),
    Case("浙江江山市", 330_000, 330_800, 330_881, "浙江江山市"),
    Case("新疆伊犁州塔城地区塔城市", 650_000, 654_200, 654_201, "新疆伊犁州塔城地区塔城市"),
    Case("江苏省扬州市泰兴市", 320_000, 321_200, 321_283, "江苏省扬州市泰兴市"),
    Case("四川省重庆市渝中区", 500_000, 0, 500_103, "四川省重庆市渝中区"),
    Case("吉林省吉林市船营区", 220_000, 220_200, 220_204, "吉林省吉林市船营区"),
  ]) func `is read for sure or not at all`(c: Case) {
    let head = Self.head(c.text)
    #expect(head.province == c.province)
    #expect(head.prefecture == c.prefecture)
    #expect(head.county == c.county)
    #expect(head.end == c.head.utf8.count)
    #expect(c.text.hasPrefix(c.head))
  }

  @Test func `keeps a name of the past apart`() {
    let head = Self.head("江西省赣州市南康市东山街道")
    #expect(head.past == 360_782)
    #expect(head.marks.contains(.past) && head.marks.contains(.countyWritten))
    // Its area went to two districts.
    #expect(head.county == 0)
    #expect(Self.head("浙江省杭州市余杭区").past == 0)
  }

  @Test func `notes a division that lies elsewhere`() {
    #expect(Self.head("江西省长沙市岳麓区").stranger == 430_100)
    #expect(Self.head("江西省赣州市章贡区").marks.contains(.contradiction) == false)
    #expect(Self.head("江西省赣州市西湖花园").marks.contains(.contradiction) == false)
  }

  @Test func `finds the county of every full path in force`() throws {
    let table = try ReferenceTable("codes/divisions.csv", from: Repository.mappings)
    let code = try table.column("code")
    let level = try table.column("level")
    for row in 0..<table.count where table.text(row, level) == "county" {
      let number = Int32(try #require(try table.number(row, code)))
      var path: [UInt8] = []
      Self.divisions.appendPath(of: number, to: &path)
      let length = path.count
      path.append(contentsOf: "人民路1号".utf8)
      let head = AddressHead(path.span, Self.divisions)
      #expect(head.county == number, "\(String(decoding: path, as: UTF8.self))")
      #expect(head.end == length && head.past == 0)
      #expect(!head.marks.contains(.contradiction) && !head.marks.contains(.countyShort))
    }
  }

  @Test func `is never wrong about the province of prefecture and county alone`() throws {
    let table = try ReferenceTable("codes/divisions.csv", from: Repository.mappings)
    let code = try table.column("code")
    let name = try table.column("name")
    let level = try table.column("level")
    var told = 0
    for row in 0..<table.count where table.text(row, level) == "county" {
      let number = Int32(try #require(try table.number(row, code)))
      let head = Self.head(table.text(row, name) + "人民路1号")
      // Either this one or not told.
      #expect(head.county == number || head.county == 0, "\(number)")
      if head.county == number { told += 1 }
    }
    #expect(told > 2300)
  }

  @Test func `stands any bytes`() {
    var random = AddressRandom(seed: 20_261_031)
    let pieces = ["江西省", "赣州", "市", "章贡区", "鼓楼区", "伊犁", "州", "北京", "县", "路", " ", "，", "南"]
      .map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<(random.next() % 8) {
        if random.next() % 4 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: random.next()))
        } else {
          let piece = pieces[Int(random.next() % UInt64(pieces.count))]
          bytes.append(contentsOf: piece.prefix(Int(random.next() % 10) + 1))
        }
      }
      let head = AddressHead(bytes.span, Self.divisions)
      #expect(head.end <= bytes.count)
      if head.county != 0 { #expect(head.province == head.county / 10_000 * 10_000) }
      #expect(head == AddressHead(bytes.span, Self.divisions))
    }
  }
}

/// A small generator with a fixed seed.
struct AddressRandom: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
