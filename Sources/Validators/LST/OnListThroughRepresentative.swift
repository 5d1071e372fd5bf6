import Findings
import Records
import Registries

/// LST003: a list of names has the legal representative or a beneficial owner of the
/// organisation: by document, else by name, which is a notice.
///
/// Without a list in the job the rule speaks of nobody. A finding tells of both roles.
package struct OnListThroughRepresentative: RecordValidator {
  package static let rule = Rule(
    id: "LST003", name: "on-list-through-representative", parties: [.organisation],
    dimension: .validity, severity: .error, reads: [],
    alsoReads: [
      .legalRepresentative, .legalRepresentativeDocumentType, .legalRepresentativeDocumentNumber,
      .beneficialOwner, .beneficialOwnerDocumentType, .beneficialOwnerDocumentNumber,
    ],
    authority: Authority("中华人民共和国反洗钱法（2024年修订）", clause: "第二十九条、第四十条"),
    title: Text(zh: "法定代表人或受益所有人在名单中", en: "Representative or owner on a list of names"),
    claim: Text(
      zh: "法定代表人（负责人）或受益所有人在作业所列名单中，且未移出；仅姓名相符的为提示；作业未列名单的不适用",
      en:
        "A list of names of the job has the legal representative or a beneficial owner; a notice where the name alone agrees; not applicable where the job names no list."
    ),
    remedy: Text(
      zh: "报合规部门核实是否名单所指，按名单性质采取管控措施；核实前不得告知客户",
      en:
        "Have compliance verify who is meant and restrict as the kind of list requires; do not tell the customer before."
    ),
    examples: [
      .fails(
        [
          .legalRepresentative: "郑霁岚", .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "11010119900307010X",
        ], action: .review),
      .fails(
        [
          .legalRepresentative: "", .legalRepresentativeDocumentNumber: "110101900307010",
          .legalRepresentativeDocumentType: "",
        ], action: .review, "by the number alone, of 15 digits"),
      .fails(
        [
          .beneficialOwner: "甄一平、欧阳听澜", .beneficialOwnerDocumentType: "1010",
          .beneficialOwnerDocumentNumber: "11010119850101005X；362101196512190024",
        ], action: .review, "one of several owners"),
      .fails([.legalRepresentative: "慕容清越"], action: .review, "nothing but the name"),
      .fails(
        [.beneficialOwner: "阿依古丽•木拉提", .beneficialOwnerDocumentNumber: ""],
        action: .review, "nothing but the name of the owner"),
      .passes([
        .legalRepresentative: "郑霁岚", .legalRepresentativeDocumentType: "1010",
        .legalRepresentativeDocumentNumber: "11010119850101005X",
      ]),
      .passes([.legalRepresentative: "钟小军", .beneficialOwner: "钟小军"]),
      .passes(
        [
          .legalRepresentative: "贺兰若", .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "110101198501010033",
        ], "taken off the list"),
      .passes(
        [
          .legalRepresentative: "慕容清越", .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "11010119850101005X",
        ], "born on another day"),
      .notApplicable(
        [.legalRepresentative: "", .beneficialOwner: "无"], "CMP002 speaks of it"),
      .notEvaluated(
        [.name: "赣州市章贡区向阳商贸有限公司"], .columnMissing, "the source has neither"),
      .notApplicable([.legalRepresentative: "慕容清越"], without: "list", "the job names no list"),
    ])

  private let list: NameList?
  private static let roles: [ListedRole] = [.legalRepresentative, .beneficialOwner]

  package init(_ context: Context) { list = context.nameList() }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let list else { return .notApplicable }
    var (isCarried, isSomebody, isUnasked) = (false, false, false)
    for role in Self.roles {
      if list.first(byNumberOf: role, record, ofOrganisation: true) != nil
        || list.first(byNameOf: role, record, ofOrganisation: true) != nil
      {
        return .failed
      }
      if record.carries(role.name) || record.carries(role.documentNumber) { isCarried = true }
      let (name, number) = (record[role.name], record[role.documentNumber])
      let hasName =
        switch NameReading(name, ofOrganisation: false) {
        case .empty, .placeholder: false
        case .plain, .strange: true
        }
      let hasNumber = ListNumber.isNumber(number)
      if hasName || hasNumber { isSomebody = true }
      // One of the two ways of asking is enough.
      if hasName || hasNumber, !(hasName && list.hasNames), !(hasNumber && list.hasDocuments) {
        isUnasked = true
      }
    }
    if !isCarried { return .notEvaluated(.columnMissing) }
    if !isSomebody { return .notApplicable }
    return isUnasked || list.forms == nil ? .notEvaluated(.referenceMissing) : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let list else { return }
    let language = finding.language
    finding.expected.append(zh: "不在名单中", en: "on no list", in: language)
    var isFirst = true
    var isNameAlone = true
    var confidence = 0
    for role in Self.roles {
      var entries = ListedEntries()
      var evidence: [UInt8] = []
      entries.write(
        byNumberOf: role, record, ofOrganisation: true, list, to: &evidence, in: language)
      // Who is found by number needs no namesakes.
      if entries.count == 0 {
        entries.write(
          byNameOf: role, record, ofOrganisation: true, list, to: &evidence, in: language)
      }
      if entries.count == 0 { continue }
      entries.writeRest(to: &evidence, in: language)
      if isFirst {
        finding.element = role.name
        finding.value.append(record[role.name])
      } else {
        finding.evidence.append(zh: "。", en: ". ", in: language)
      }
      if role == .legalRepresentative {
        finding.evidence.append(zh: "法定代表人：", en: "legal representative: ", in: language)
      } else {
        finding.evidence.append(zh: "受益所有人：", en: "beneficial owner: ", in: language)
      }
      finding.evidence.append(contentsOf: evidence)
      if !entries.isNameAlone { isNameAlone = false }
      confidence = max(confidence, entries.confidence)
      isFirst = false
    }
    finding.isLowered = isNameAlone
    finding.confidence = confidence
    finding.action = .review
  }
}
