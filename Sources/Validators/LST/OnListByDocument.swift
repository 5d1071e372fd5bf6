import Findings
import Records
import Registries

/// LST001: a list of names has the customer's document number or code.
///
/// The lists are the registries of kind `list` of the job. Without one there is nothing to
/// screen against, and the rule speaks of nobody; the manifest says how many were screened. A
/// list with neither documents nor codes cannot be asked, which is "not evaluated". An entry
/// that was taken off its list by the day of the data does not count.
package struct OnListByDocument: RecordValidator {
  package static let rule = Rule(
    id: "LST001", name: "on-list-by-document", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [],
    alsoReads: [
      .documentNumber, .documentType, .creditCode, .licenceNumber, .organisationCode, .name,
    ],
    authority: Authority("中华人民共和国反洗钱法（2024年修订）", clause: "第四十条"),
    title: Text(zh: "证件号码在名单中", en: "Document on a list of names"),
    claim: Text(
      zh: "客户的证件号码（统一社会信用代码）在作业所列名单中，且未移出；作业未列名单的不适用",
      en:
        "A list of names of the job has the customer's document number or credit code and has not removed it; not applicable where the job names no list."
    ),
    remedy: Text(
      zh: "立即报合规部门核实，按名单性质采取管控措施并报告；核实前不得告知客户",
      en:
        "Report to compliance at once, restrict and report as the kind of list requires; do not tell the customer before."
    ),
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "11010119900307010X", .name: "郑霁岚"],
        action: .review, party: .person, "on two lists"),
      .fails(
        [.documentType: "1010", .documentNumber: "11010119900307010x", .name: "郑霁岚"],
        action: .review, party: .person, "a small letter"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101 1990-0307 ０１０Ｘ", .name: ""],
        action: .review, party: .person, "blanks, hyphens, full width"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101900307010", .name: "郑霁岚"],
        action: .review, party: .person, "15 digits against 18"),
      .fails(
        [.documentType: "1010", .documentNumber: "362101196512190024", .name: "欧阳听澜"],
        action: .review, party: .person, "18 digits against 15"),
      .fails(
        [.documentType: "1010", .documentNumber: "11010119900307010X", .name: "冯望舒"],
        action: .review, party: .person, "under another name"),
      .fails(
        [.creditCode: "91360702MA36T0E567", .name: "赣州（香港）贸易有限公司"], action: .review,
        party: .organisation),
      .fails(
        [.organisationCode: "MA36T0E5-6", .name: "赣州（香港）贸易有限公司"], action: .review,
        party: .organisation, "the organisation code inside the credit code"),
      .fails(
        [.creditCode: "", .documentNumber: "91360702ma36t0e567", .name: ""], action: .review,
        party: .organisation, "the code in the place of a document number"),
      .passes(
        [.documentType: "1010", .documentNumber: "11010119850101005X", .name: "郑霁岚"],
        party: .person, "the name alone is not the number"),
      .passes(
        [.documentType: "1050", .documentNumber: "110101900307010", .name: "郑霁岚"],
        party: .person, "the same figures on a passport"),
      .passes(
        [.documentType: "1010", .documentNumber: "110101198501010033", .name: "贺兰若"],
        party: .person, "was on the list and is removed"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司"],
        party: .organisation),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "", .name: "郑霁岚"], party: .person,
        "IDN001 speaks of it"),
      .notApplicable([.documentNumber: "无", .name: "郑霁岚"], party: .person),
      .notEvaluated([.name: "郑霁岚"], .columnMissing, party: .person, "the source has no column"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "11010119900307010X"],
        without: "list", party: .person, "the job names no list"),
    ])

  private let list: NameList?

  package init(_ context: Context) { list = context.nameList() }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let list else { return .notApplicable }
    let ofOrganisation = record.isOrganisation
    if list.first(byNumberOf: .customer, record, ofOrganisation: ofOrganisation) != nil {
      return .failed
    }
    var isAsked = record.carries(.documentNumber)
    var hasNumber = ListNumber.isNumber(record[.documentNumber])
    if ofOrganisation {
      for element in NameList.codes {
        if record.carries(element) { isAsked = true }
        if ListNumber.isNumber(record[element]) { hasNumber = true }
      }
    }
    if !isAsked { return .notEvaluated(.columnMissing) }
    if !hasNumber { return .notApplicable }
    return list.hasDocuments || (ofOrganisation && list.hasCodes)
      ? .passed : .notEvaluated(.referenceMissing)
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let list else { return }
    let (language, ofOrganisation) = (finding.language, record.isOrganisation)
    finding.element = .documentNumber
    _ = list.first(byNumberOf: .customer, record, ofOrganisation: ofOrganisation) { _, element in
      finding.element = element
      finding.value.append(record[element])
      return true
    }
    finding.expected.append(zh: "不在名单中", en: "on no list", in: language)
    var entries = ListedEntries()
    entries.write(
      byNumberOf: .customer, record, ofOrganisation: ofOrganisation, list,
      to: &finding.evidence, in: language)
    entries.writeRest(to: &finding.evidence, in: language)
    finding.confidence = entries.confidence
    finding.action = .review
  }
}
