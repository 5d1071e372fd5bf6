import Findings
import Records
import References

/// IDN005: no list of divisions since 1980 has the first six digits.
package struct ResidentIdRegionNeverExisted: RecordValidator {
  package static let rule = Rule(
    id: "IDN005", name: "resident-id-region-never-existed", parties: [.person],
    dimension: .validity,
    severity: .error, reads: [.documentNumber, .documentType],
    authority: Authority("GB 11643-1999", clause: "地址码（按 GB/T 2260）"),
    title: Text(zh: "公民身份号码中的地区码从未有过", en: "Region of the resident id never existed"),
    claim: Text(
      zh: "公民身份号码前6位不是1980年以来任何一版行政区划代码表中的代码",
      en: "No list of divisions since 1980 has the first six digits of the number."),
    remedy: Text(
      zh: "与留存的证件影像逐位核对后更正；影像不清的，联系客户出示证件",
      en:
        "Compare digit by digit with the copy of the card; where it cannot be read, ask the customer for the card."
    ),
    examples: [
      .fails([.documentType: "1010", .documentNumber: "88888819900101001X"], action: .review),
      .fails([.documentType: "1010", .documentNumber: "123457199001010018"], action: .review),
      .fails(
        [.documentType: "1010", .documentNumber: "110199900307771"], action: .review, "15 digits"),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715"]),
      .passes(
        [.documentType: "1010", .documentNumber: "510202198203174511"],
        "retired in 1997, but given out before"),
      .passes([.documentType: "1010", .documentNumber: "440305200002290037"]),
      .passes(
        [.documentType: "1010", .documentNumber: "810000199001010019"],
        "residence permit for people from Hong Kong"),
      .passes(
        [.documentType: "1010", .documentNumber: "830000198501010022"],
        "residence permit for people from Taiwan"),
      .notEvaluated(
        [.documentType: "1010", .documentNumber: "110199202603010012"], .referenceMissing,
        "born after the last change we know of: the code may be new"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "1234"], "IDN002 speaks of the form"),
      .notApplicable([.documentType: "1010"]),
      .notApplicable([.documentType: "1050", .documentNumber: "E12345678"]),
      .notEvaluated(
        [.documentType: "1010", .documentNumber: "110101199003077715"], .referenceMissing,
        without: "resident-id-regions"),
    ])

  private let regions: ResidentIDRegions?
  private let year: Int

  package init(_ context: Context) {
    regions = context.reference(ResidentIDRegions.self)
    year = context.asOf.year
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let id = facts.identity.residentID(record) else { return .notApplicable }
    guard let regions else { return .notEvaluated(.referenceMissing) }
    if regions.existed(id.region, upTo: year) { return .passed }
    if let birth = id.birth, birth.year >= regions.latestYear {
      return .notEvaluated(.referenceMissing)
    }
    return .failed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let number = record[.documentNumber]
    finding.value.append(number)
    finding.expected.append(
      zh: "前6位为曾经有过的行政区划代码", en: "a division code of any year in the first six digits",
      in: finding.language)
    finding.evidence.append(zh: "代码", en: "", in: finding.language)
    finding.evidence.append(number.extracting(0..<6))
    finding.evidence.append(
      zh: "未见于1980年以来各年代码表", en: " is in none of the lists since 1980", in: finding.language)
    guard let regions, let id = facts.identity.residentID(record) else { return }
    var place: [UInt8] = []
    regions.appendName(of: id.region / 100 * 100, to: &place)
    if place.isEmpty { regions.appendName(of: id.region / 10_000 * 10_000, to: &place) }
    if place.isEmpty { return }
    finding.evidence.append(zh: "；前几位指向", en: "; the digits before point to ", in: finding.language)
    finding.evidence.append(contentsOf: place)
  }
}
