import Addresses
import Findings
import Records
import References

/// ADR009: the divisions of one address do not lie in each other.
package struct AddressDivisionsContradictEachOther: RecordValidator {
  package static let rule = Rule(
    id: "ADR009", name: "address-divisions-contradict-each-other",
    parties: [.person, .organisation], dimension: .consistency, severity: .error,
    reads: [.address], authority: Authority("GB/T 2260-2007", clause: "及民政部现行行政区划代码"),
    title: Text(zh: "地址中的省市县互相矛盾", en: "Divisions of the address contradict each other"),
    claim: Text(
      zh: "地址里写的市或县不属于它前面写的省或市，历史上也不属于",
      en: "A city or county of the address does not lie in what stands before it, and never did."),
    remedy: Text(
      zh: "与客户核对所在省、市、县，改正写错的一级",
      en: "Ask the customer for province, city and county and mend the wrong one."),
    examples: [
      .fails([.address: "江西省长沙市岳麓区麓山路1号"], action: .review),
      .fails([.address: "江西省赣州市东湖区八一大道1号"], action: .review, "东湖区 lies in 南昌市"),
      .fails([.address: "江西省广东省深圳市"], action: .review, party: .organisation),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "江苏省扬州市泰兴市"], "lay there until 1996"),
      .passes([.address: "新疆伊犁哈萨克自治州塔城地区塔城市"], "a prefecture below another"),
      .passes([.address: "江西省赣州市开发区金岭路"], "no division's name"),
      .passes([.address: "上海市南京东路1号"], "a street"),
      .notApplicable([.address: ""]),
      .notEvaluated([.address: "江西省长沙市岳麓区"], .referenceMissing, without: "divisions"),
    ])

  private let divisions: Divisions?

  package init(_ context: Context) { divisions = context.reference(Divisions.self) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if record[.address].isEmpty { return .notApplicable }
    guard let divisions else { return .notEvaluated(.referenceMissing) }
    return facts.region.head(record, divisions).marks.contains(.contradiction) ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.action = .review
    guard let divisions else { return }
    let head = facts.region.head(record, divisions)
    finding.expected.append(
      zh: "省、市、县逐级隶属", en: "divisions that lie in each other", in: finding.language)
    divisions.appendPath(of: head.stranger, to: &finding.evidence)
    finding.evidence.append(zh: "，不属于", en: " does not lie in ", in: finding.language)
    finding.evidence.append(address.extracting(0..<head.end))
  }
}
