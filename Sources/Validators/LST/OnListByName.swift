import Findings
import Records
import References
import Registries

/// LST002: a list of names has somebody of the customer's name, and nothing known tells the
/// two apart.
///
/// Names are compared as `PersonName` and `CompanyName` do, aliases and former names too. A
/// namesake with another identification number, date of birth, sex or credit code is another.
/// Half a name, one character apart and a region written otherwise are no match. Where nothing
/// but the name speaks for it, the finding is a notice; it is never more than a review.
package struct OnListByName: RecordValidator {
  package static let rule = Rule(
    id: "LST002", name: "on-list-by-name", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [.name],
    alsoReads: [
      .documentNumber, .documentType, .birthDate, .sex, .creditCode, .organisationCode, .formerName,
    ],
    authority: Authority("中华人民共和国反洗钱法（2024年修订）", clause: "第四十条"),
    title: Text(zh: "姓名（名称）与名单相符", en: "Name on a list of names"),
    claim: Text(
      zh: "名单中有同名者，且已知信息不能排除是同一人；仅姓名相符的为提示；作业未列名单的不适用",
      en:
        "A list has somebody of the customer's name, and nothing known rules the customer out; a notice where the name alone agrees; not applicable where the job names no list."
    ),
    remedy: Text(
      zh: "核对证件、出生日期和住址，判断是否名单所指；排除的记录理由，不能排除的报合规部门",
      en:
        "Compare document, date of birth and address; record why it is somebody else, or report to compliance."
    ),
    examples: [
      .fails([.name: "慕容清越", .birthDate: "1979-04-02"], action: .review, "date of birth agrees"),
      .fails([.name: "慕容清越"], action: .review, "nothing but the name"),
      .fails([.name: "慕容清樾", .birthDate: "1979-04-02"], action: .review, "an alias on the list"),
      .fails([.name: "阿依古丽•木拉提"], action: .review, "another middle dot"),
      .fails([.name: "阿依古麗木拉提"], action: .review, "traditional characters, no dot"),
      .fails([.name: "慕容清?"], action: .review, "a character that could not be stored"),
      .fails([.name: "SMITHSON Orlando Q"], action: .review, "words in another order"),
      .fails([.name: "龙虎山 云笈商贸有限责任公司", .creditCode: ""], action: .review, party: .organisation),
      .fails(
        [.name: "龙虎山新名商贸有限公司", .formerName: "龙虎山云笈商贸有限公司", .creditCode: ""],
        action: .review, party: .organisation, "under its former name"),
      .passes([.name: "慕容清越", .birthDate: "1980-04-02"], "born on another day"),
      .passes(
        [.name: "郑霁岚", .documentType: "1010", .documentNumber: "11010119850101005X"],
        "another identification number"),
      .passes([.name: "郑霁岚", .birthDate: "1990-03-07", .sex: "1"], "another sex"),
      .passes([.name: "慕容清远"], "one character apart"),
      .passes([.name: "阿依古丽"], "half a name"),
      .passes([.name: "慕?"], "may be anybody"),
      .passes([.name: "贺兰若"], "taken off the list"),
      .passes(
        [.name: "赣州（香港）贸易有限公司", .creditCode: "91360702MA36T0A18J"], party: .organisation,
        "another credit code"),
      .notApplicable([.name: ""], "IDN014 speaks of it"),
      .notApplicable([.name: "测试"], "IDN015 speaks of it"),
      .notApplicable([.name: "慕"], "one character"),
      .notApplicable(
        [.name: "郑霁岚", .documentType: "1010", .documentNumber: "11010119900307010X"],
        "LST001 speaks of it"),
      .notApplicable([.name: "慕容清越"], without: "list", "the job names no list"),
    ])

  private let list: NameList?

  package init(_ context: Context) { list = context.nameList() }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let list else { return .notApplicable }
    switch facts.identity.name(record) {
    case .empty, .placeholder: return .notApplicable
    case .plain, .strange: break
    }
    let name = record[.name]
    if name.count <= 4, FoldedText.count(name) < 2 { return .notApplicable }
    let ofOrganisation = record.isOrganisation
    if list.first(byNameOf: .customer, record, ofOrganisation: ofOrganisation) != nil {
      let isByNumber =
        list.first(byNumberOf: .customer, record, ofOrganisation: ofOrganisation) != nil
      return isByNumber ? .notApplicable : .failed
    }
    return list.hasNames && list.forms != nil ? .passed : .notEvaluated(.referenceMissing)
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let list else { return }
    let language = finding.language
    finding.element = .name
    finding.value.append(record[.name])
    finding.expected.append(zh: "不在名单中", en: "on no list", in: language)
    var entries = ListedEntries()
    entries.write(
      byNameOf: .customer, record, ofOrganisation: record.isOrganisation, list,
      to: &finding.evidence, in: language)
    entries.writeRest(to: &finding.evidence, in: language)
    finding.confidence = entries.confidence
    finding.isLowered = entries.isNameAlone
    finding.action = .review
  }
}
