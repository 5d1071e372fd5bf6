import Addresses
import Records
import TestSupport
import Testing

@testable import Validators

/// Which addresses are one door, and which say too little.
@Suite struct `The door of an address` {
  static let shared = AddressSharedByMany(.sample())

  private func key(_ address: String) -> PackedKey? {
    let batch = RecordBatch(party: .person, records: [[.address: address]])
    var facts = Facts()
    return Self.shared.key(batch[0], &facts)
  }

  @Test(arguments: [
    "江西省赣州市章贡区红旗大道86号3栋2单元501室", "章贡区红旗大道86号3栋2单元501室",
    "江西省赣州市章贡区红旗大道８６号３栋２单元５０１室", "江西省 赣州市 章贡区 红旗大道86号3栋2单元501室",
    "江西省赣州市章贡区红旗大道86号3栋2单元501室（左手边）",
    "江西省赣州市章贡区红旗大道86号3栋2单元501室 13970712345",
    "江西省赣州市章贡区紅旗大道86號3棟2單元501室",
  ])
  func `is the same however it is written`(_ address: String) {
    let other = key("江西省赣州市章贡区红旗大道86号3栋2单元501室")
    #expect(other != nil && key(address) == other)
  }

  @Test(arguments: [
    "江西省赣州市章贡区红旗大道86号3栋2单元502室", "江西省赣州市章贡区红旗大道86号32栋单元501室",
    "江西省赣州市章贡区红旗大道863号栋2单元501室", "江西省赣州市南康区红旗大道86号3栋2单元501室",
    "江西省赣州市章贡区红旗大道86号3栋2单元501",
  ])
  func `is another with any other character`(_ address: String) {
    #expect(key(address) != key("江西省赣州市章贡区红旗大道86号3栋2单元501室"))
  }

  @Test(arguments: [
    "", "无", "江西省赣州市章贡区", "江西省赣州市章贡区红旗大道", "江西省赣州市大余县新城镇水南村",
    "江西省赣州市大余县新城镇水南村5组", "红旗大道86号3栋2单元501室", "江西省赣州市章贡区阳光花园",
  ])
  func `is none without a number that leads to one`(_ address: String) {
    #expect(key(address) == nil)
  }

  @Test(arguments: [
    ("江西省赣州市章贡区红旗大道86号", true), ("江西省赣州市章贡区红旗大道86号江西理工大学3栋501室", true),
    ("江西省赣州市章贡区水泥厂宿舍3栋501室", true), ("江西省赣州市章贡区武警支队2号楼", true),
    ("江西省赣州市章贡区红旗大道86号3栋501室", false), ("江西省赣州市章贡区阳光花园3-2-501", false),
    ("江西省赣州市大余县新城镇水南村5组12号", false),
  ])
  func `is collective where many live or work`(_ address: String, _ isCollective: Bool) throws {
    let found = try #require(key(address))
    #expect((found.high >> 56 == 0x81) == isCollective)
  }

  @Test func `is found in any bytes without a fault`() {
    var random = SeededGenerator(seed: 17)
    let gazetteer = Self.shared.gazetteer
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      if let gazetteer { _ = AddressDoorKey(bytes.span, in: 360_702, gazetteer) }
    }
    #expect(gazetteer != nil)
  }
}
