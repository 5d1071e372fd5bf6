import Addresses
import Findings
import Records
import References

/// ADR003: no county, district or city of county rank in the address.
package struct AddressWithoutCounty: RecordValidator {
  package static let rule = Rule(
    id: "ADR003", name: "address-without-county", parties: [.person, .organisation],
    dimension: .completeness, severity: .error, reads: [.address],
    alsoReads: [.regionCode, .nationality],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "地址缺县（区）", en: "Address without county"),
    claim: Text(
      zh: "地址中看不出在哪个县、区或县级市",
      en: "The address does not tell in which county or district it lies."),
    remedy: Text(
      zh: "补上省、市、县（区）；行政区划代码可信的，可据此预填后请客户确认",
      en:
        "Add province, city and county; where the region code tells them, fill them in and have the customer confirm."
    ),
    examples: [
      .fails([.address: "红旗大道86号江西理工大学"], action: .contact),
      .fails([.address: "赣州市红旗大道86号"], action: .contact, "the city alone"),
      .fails(
        [.address: "赣州市红旗大道86号", .regionCode: "360702"],
        suggests: "江西省赣州市章贡区红旗大道86号", action: .confirm, "the region code tells the county"),
      .fails(
        [.address: "红旗大道86号2栋", .regionCode: "360702"], suggests: "江西省赣州市章贡区红旗大道86号2栋",
        action: .confirm, party: .organisation),
      .fails(
        [.address: "赣州市红旗大道86号", .regionCode: "110101"], action: .contact,
        "a region code of elsewhere is no help"),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "章贡区红旗大道86号"]),
      .passes([.address: "福建省鼓楼区五四路1号"], "a county, though not told which"),
      .passes([.address: "赣州市南康市东山街道"], "ADR010 speaks of names of the past"),
      .passes([.address: "赣州市赣州经济技术开发区金岭路"], "a zone that no list of divisions has"),
      .passes([.address: "广东省东莞市长安镇"], "a city without counties"),
      .passes([.address: "中山市火炬路1号"], "a city without counties"),
      .passes([.address: "湖北省仙桃市干河街道"], "a county below the province"),
      .passes([.address: "新疆生产建设兵团第八师石河子市北泉镇"], "words of the corps among the divisions"),
      .notApplicable([.address: ""], "ADR001 speaks of an empty address"),
      .notApplicable([.address: "不详"], "ADR002 speaks of placeholders"),
      .notApplicable(
        [.address: "姹熻タ鐪佽担宸炲競绔犺础鍖虹孩鏃楀ぇ閬"], "ADR011 speaks of garbled addresses"),
      .notApplicable([.address: "香港九龙弥敦道1号"], "another system of divisions"),
      .notApplicable([.address: "12 Rue de Rivoli, Paris"], "not a Chinese address"),
      .notApplicable([.address: "美国纽约第五大道", .nationality: "USA"]),
      .notEvaluated([.address: "红旗大道86号"], .referenceMissing, without: "divisions"),
    ])

  private let divisions: Divisions?
  private let placeholders: AddressPlaceholders

  package init(_ context: Context) {
    divisions = context.reference(Divisions.self)
    placeholders = AddressPlaceholders(context)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    let head = facts.region.head(record, divisions)
    if head.county != 0 || head.marks.contains(.countyWritten) { return .passed }
    if head.prefecture != 0, divisions.hasNoCounties(head.prefecture) { return .passed }
    if facts.region.placeholder(record, placeholders) != .none { return .notApplicable }
    if head.province >= 710_000 || Self.isElsewhere(address) { return .notApplicable }
    if Self.isForeigner(record[.nationality]) { return .notApplicable }
    if Self.namesCounty(address, from: head.end) { return .passed }
    return BrokenConversion(address) == nil ? .failed : .notApplicable
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.expected.append(
      zh: "写明县、区或县级市的地址", en: "an address that names the county", in: finding.language)
    finding.action = .contact
    guard let divisions, let region = facts.region.region(record, divisions),
      let row = divisions.row(of: region), divisions.level(of: row) == .county
    else { return }
    let head = facts.region.head(record, divisions)
    if head.province != 0, head.province / 10_000 != region / 10_000 { return }
    let prefecture = divisions.prefecture(of: region)
    if head.prefecture != 0, head.prefecture != prefecture { return }
    if head.marks.contains(.contradiction) { return }
    divisions.appendPath(of: region, to: &finding.suggestion)
    finding.suggestion.append(address.extracting(head.end..<address.count).trimmed)
    finding.confidence = head.prefecture != 0 ? 85 : 70
    finding.action = .confirm
    finding.evidence.append(zh: "行政区划代码 ", en: "region code ", in: finding.language)
    finding.evidence.append(record[.regionCode])
  }

  /// Whether a word that ends the name of a county stands where one may be expected: within
  /// twelve characters of the divisions read, and not as part of 小区, 市场, 红旗大道 and the like.
  static func namesCounty(_ address: Span<UInt8>, from start: Int) -> Bool {
    var place = start
    var characters = 0
    while place + 3 <= address.count, characters < 12 {
      let lead = address[place]
      if lead & 0xF0 != 0xE0 {
        place += 1
        continue
      }
      if characters > 0, endsCounty(address, place) { return true }
      characters += 1
      place += 3
    }
    return false
  }

  private static func endsCounty(_ address: Span<UInt8>, _ place: Int) -> Bool {
    let rest = address.extracting(place..<address.count)
    let before = address.extracting(0..<place)
    let next = address.extracting((place + 3)..<address.count)
    if rest.starts(with: "县") { return !startsStreet(next) }
    if rest.starts(with: "旗") { return !startsStreet(next) && !before.ends(with: "国") }
    if rest.starts(with: "区") {
      return !before.ends(with: "小") && !before.ends(with: "社") && !before.ends(with: "生活")
        && !before.ends(with: "住宅") && !before.ends(with: "校") && !startsStreet(next)
    }
    if rest.starts(with: "市") {
      return !before.ends(with: "超") && !before.ends(with: "门") && !before.ends(with: "夜")
        && !before.ends(with: "菜") && !before.ends(with: "城") && !before.ends(with: "都")
        && !next.starts(with: "场") && !startsStreet(next)
    }
    return false
  }

  private static func startsStreet(_ text: Span<UInt8>) -> Bool {
    text.starts(with: "路") || text.starts(with: "街") || text.starts(with: "道")
      || text.starts(with: "大道") || text.starts(with: "大街") || text.starts(with: "巷")
      || text.starts(with: "政府") || text.starts(with: "委")
  }

  /// An address that no list of divisions of the mainland speaks of.
  private static func isElsewhere(_ address: Span<UInt8>) -> Bool {
    if address.starts(with: "香港") || address.starts(with: "中国香港")
      || address.starts(with: "澳门") || address.starts(with: "中国澳门")
      || address.starts(with: "台湾") || address.starts(with: "中国台湾")
      || address.starts(with: "台北") || address.starts(with: "高雄")
    {
      return true
    }
    // No Chinese character at all.
    for index in address.indices where address[index] >= 0xE3 && address[index] <= 0xE9 {
      return startsAbroad(address)
    }
    return true
  }

  private static func startsAbroad(_ address: Span<UInt8>) -> Bool {
    address.starts(with: "美国") || address.starts(with: "日本") || address.starts(with: "韩国")
      || address.starts(with: "英国") || address.starts(with: "法国")
      || address.starts(with: "德国") || address.starts(with: "加拿大")
      || address.starts(with: "澳大利亚") || address.starts(with: "新西兰")
      || address.starts(with: "新加坡") || address.starts(with: "马来西亚")
      || address.starts(with: "泰国") || address.starts(with: "越南")
      || address.starts(with: "缅甸") || address.starts(with: "老挝")
      || address.starts(with: "柬埔寨") || address.starts(with: "菲律宾")
      || address.starts(with: "印度") || address.starts(with: "俄罗斯")
      || address.starts(with: "意大利") || address.starts(with: "西班牙")
      || address.starts(with: "英属") || address.starts(with: "开曼")
      || address.starts(with: "朝鲜") || address.starts(with: "蒙古国")
      || address.starts(with: "巴基斯坦") || address.starts(with: "孟加拉")
  }

  private static func isForeigner(_ nationality: Span<UInt8>) -> Bool {
    if nationality.isEmpty { return false }
    return
      !(nationality.equals("CHN") || nationality.equals("156") || nationality.equals("CN")
      || nationality.equals("中国") || nationality.equals("中华人民共和国"))
  }
}
