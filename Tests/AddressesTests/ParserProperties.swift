import Addresses
import Records
import References
import TestSupport
import Testing

/// One gazetteer for all tests of this target.
let parser: AddressParser = {
  do { return AddressParser(try AddressGazetteer(from: Repository.mappings)) } catch {
    fatalError("\(error)")
  }
}()

func read(_ text: String, _ prior: AddressPrior = .none) -> Address {
  parser.parse(Array(text.utf8).span, prior: prior)
}

/// Parts as they show in a failure: kind and text.
func parts(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return parser.parse(bytes.span).components.filter { $0.kind != .separator }
    .map { "\($0.kind.name) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
}

let ordinary = [
  "江西省赣州市大余县南安镇新世纪城3栋2单元501室", "江西省赣州市章贡区红旗大道86号",
  "北京市海淀区中关村大街27号院3号楼", "上海市徐汇区漕溪北路120弄5号301室", "广东省东莞市虎门镇太沙路12号",
  "湖北省仙桃市龙华山街道仙桃大道8号", "湖南省邵阳市武冈市邓元泰镇木瓜村7组3号",
  "新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放西路100号", "内蒙古自治区呼和浩特市新城区新华大街55号",
  "四川省凉山彝族自治州西昌市航天大道2段5号", "重庆市渝中区民族路188号", "海南省儋州市那大镇中兴大街3号",
]

@Suite struct `An address that is complete` {
  @Test(arguments: ordinary) func `reads the same in its standard form`(_ text: String) {
    let bytes = Array(text.utf8)
    let first = parser.parse(bytes.span)
    let standard = StandardAddress(first, of: bytes.span, parser.gazetteer)
    let second = read(standard.text)
    #expect(second.code == first.code)
    #expect(second.township == first.township)
    #expect(second.grade == first.grade)
    let again = StandardAddress(second, of: Array(standard.text.utf8).span, parser.gazetteer)
    #expect(again.text == standard.text)
    #expect(again.changes.isEmpty)
    #expect(parts(standard.text) == parts(again.text))
  }

  @Test(arguments: ordinary) func `keeps its code without its province`(_ text: String) throws {
    let bytes = Array(text.utf8)
    let whole = parser.parse(bytes.span)
    let province = try #require(whole.first(.province))
    // A municipality is province and city in one.
    if whole.prefecture == 0, whole.county % 10_000 < 9_000 { return }
    let cut = Array(bytes[Int(province.end)...])
    let rest = parser.parse(cut.span)
    #expect(rest.code == whole.code)
    #expect(rest.grade == whole.grade)
  }

  @Test(arguments: ordinary) func `reads the same in full width`(_ text: String) {
    let wide = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
    let (narrow, other) = (read(text), read(wide))
    #expect(other.code == narrow.code)
    #expect(other.township == narrow.township)
    #expect(other.grade == narrow.grade)
    #expect(other.components.map(\.kind) == narrow.components.map(\.kind))
  }

  @Test(arguments: ordinary) func `keeps its code between blanks`(_ text: String) {
    let spaced = text.map { "市县区省".contains($0) ? "\($0) " : "\($0)" }.joined()
    #expect(read("  " + spaced + "　").code == read(text).code)
  }

  @Test(arguments: ordinary) func `says more or as much when more is written`(_ text: String) {
    // Cut anywhere, it never leads elsewhere.
    let bytes = Array(text.utf8)
    let whole = parser.parse(bytes.span)
    for end in bytes.indices {
      let cut = Array(bytes[..<end])
      let part = parser.parse(cut.span)
      #expect(part.county == 0 || part.county == whole.county, "\(text) \(end)")
    }
  }
}

@Suite struct `What a name may mean` {
  @Test func `stays open where several counties have it`() {
    let address = read("鼓楼区中山北路88号")
    #expect(address.code == 0 && address.isUndecided && address.runnerUp != 0)
    #expect(address.missing.contains(.county))
  }

  @Test func `is decided by what else is known`() {
    #expect(read("鼓楼区中山北路88号", AddressPrior(region: 320_106)).county == 320_106)
    #expect(read("鼓楼区中山北路88号", AddressPrior(branch: 350_102)).county == 350_102)
    let address = read("鼓楼区中山北路88号", AddressPrior(region: 320_106))
    #expect(address.marks.contains(.prior))
  }

  @Test func `is not overruled by what else is known`() {
    #expect(read("江西省赣州市章贡区红旗大道", AddressPrior(region: 440_106)).county == 360_702)
  }

  @Test func `follows abolished names to today`() {
    #expect(read("襄樊市襄阳区").county == 420_607)
    #expect(read("江西省赣州地区赣县梅林镇").county == 360_704)
    #expect(read("北京市宣武区广安门内大街").county == 110_102)
  }

  @Test func `is held to be a contradiction where nothing fits`() {
    let address = read("江西省赣州市岳麓区枫林路1号")
    #expect(address.county == 0 || address.marks.contains(.contradiction))
    #expect(read("湖南省赣州市章贡区").marks.contains(.contradiction))
  }
}

@Suite struct `Two addresses` {
  func compare(_ a: String, _ b: String) -> AddressComparison.Verdict {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    return AddressComparison(
      parser.parse(x.span), x.span, parser.parse(y.span), y.span, parser.gazetteer
    ).verdict
  }

  @Test(arguments: [
    ("江西省赣州市章贡区红旗大道86号", "赣州章贡区红旗大道８６号", AddressComparison.Verdict.same),
    ("江西省赣州市章贡区红旗大道86号", "赣州市章贡区红旗大道八十六号", .same),
    ("江西省赣州市章贡区红旗大道86号", "赣州市章贡区红旗大道", .differentPrecision),
    ("江西省赣州市章贡区红旗大道86号", "赣州市章贡区红旗大道88号", .sameRoad),
    ("江西省赣州市章贡区红旗大道86号", "赣州市章贡区文清路86号", .different),
    ("江西省赣州市章贡区红旗大道86号", "江西省赣州市南康区红旗大道86号", .different),
    ("鼓楼区中山北路88号", "南京市鼓楼区中山北路88号", .undecided),
    ("你好", "南京市鼓楼区中山北路88号", .undecided),
  ])
  func `are compared part by part`(
    _ a: String, _ b: String, _ expected: AddressComparison.Verdict
  ) {
    #expect(compare(a, b) == expected)
    #expect(compare(b, a) == expected)
  }
}
