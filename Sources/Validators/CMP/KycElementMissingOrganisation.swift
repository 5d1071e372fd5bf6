import Findings
import Records

/// CMP002: an element of an organisation's identity that no other rule speaks of is not recorded.
package struct KycElementMissingOrganisation: RecordValidator {
  package static let rule = Rule(
    id: "CMP002", name: "kyc-element-missing-organisation", parties: [.organisation],
    dimension: .completeness, severity: .error, reads: [.customerKey],
    alsoReads: [
      .businessScope, .licenceExpiryDate, .legalRepresentative, .legalRepresentativeDocumentType,
      .legalRepresentativeDocumentNumber, .legalRepresentativeDocumentExpiryDate,
      .beneficialOwner, .creditCode, .licenceNumber,
    ],
    authority: Authority("中国人民银行等令〔2007〕第2号；反洗钱法（2024年修订）", clause: "第三十三条；第二十九条"),
    title: Text(zh: "对公客户身份信息缺失", en: "Identity element of an organisation missing"),
    claim: Text(
      zh: "经营范围、执照有效期、法定代表人及其证件种类、号码、有效期或者受益所有人没有登记（名称、地址、证照号码为空"
        + "由 IDN014、ADR001、IDN017 提示，不重复列示）",
      en:
        "Business scope, validity of the licence, legal representative with document, or beneficial owner is not "
        + "recorded. (IDN014, ADR001 and IDN017 speak of name, address and licence number.)"),
    remedy: Text(
      zh: "从执照影像、工商登记信息和受益所有人信息补录并请客户确认；执照没有期限的登记为“长期”",
      en:
        "Take it from the licence, the business registry and the register of beneficial owners, and have it "
        + "confirmed; a licence without end is 长期."),
    parameters: [
      Parameter(
        "elements",
        default: [
          "business_scope", "licence_expiry_date", "legal_representative",
          "legal_representative_document_type", "legal_representative_document_number",
          "legal_representative_document_expiry_date", "beneficial_owner",
        ],
        zh: "要求登记的数据项", en: "Elements asked for")
    ],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94C", .businessScope: ""], action: .confirm,
        "the business registry has it"),
      .fails([.creditCode: "91360702MA35F5H94C", .beneficialOwner: ""], action: .contact),
      .fails(
        [.legalRepresentative: "张三", .legalRepresentativeDocumentNumber: ""], action: .contact),
      .fails(
        [
          .legalRepresentative: "", .legalRepresentativeDocumentType: "1010",
          .legalRepresentativeDocumentNumber: "110101199003077715",
          .legalRepresentativeDocumentExpiryDate: "",
        ], "two findings"),
      .passes(
        [
          .creditCode: "91360702MA35F5H94C", .businessScope: "日用百货零售", .beneficialOwner: "张三",
          .licenceExpiryDate: "长期",
        ]),
      .passes(
        [.creditCode: "12360702MA35F5H94C", .businessScope: "", .legalRepresentative: "张三"],
        "a public institution has no business scope"),
      .passes(
        [.creditCode: "92360702MA35F5H94C", .beneficialOwner: "", .legalRepresentative: "张三"],
        "a sole trader has no beneficial owner apart"),
      .passes([.legalRepresentative: "张三", .name: ""], "IDN014 speaks of the name"),
      .notApplicable(
        [.creditCode: "12360702MA35F5H94C", .businessScope: ""],
        "nothing that a public institution would have to tell"),
      .notEvaluated([.name: "向阳商贸有限公司"], .columnMissing, "the source carries none of the elements"),
    ])

  private let wanted: WantedElements

  package init(_ context: Context) {
    wanted = WantedElements(context.texts(Self.rule, "elements"), of: Self.rule)
  }

  @inline(__always) private func judge(_ element: DataElement, _ record: RecordView) -> Judgement {
    let standing = record.standing(of: element)
    if standing != .missing { return standing }
    let code = record[.creditCode]
    switch element {
    case .creditCode, .licenceNumber: return record.standing(of: .creditCode, or: .licenceNumber)
    case .beneficialOwner:
      // 91: enterprises. Sole traders, public bodies and associations are not asked; without a
      // credit code the kind is not known.
      return code.starts(with: "91") ? .missing : .excused
    case .businessScope, .licenceExpiryDate:
      // 9 stands for business registration. Others have no business scope, and certificates
      // of their own.
      return code.isEmpty || code[0] == UInt8(ascii: "9") ? .missing : .excused
    default: return .missing
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    wanted.outcome(record) { judge($0, $1) }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    wanted.forEachMissing(record, &finding) {
      judge($0, $1)
    } _: { element, finding in
      finding.expected.append(titleOf: element, in: language)
      switch element {
      case .businessScope, .licenceExpiryDate, .legalRepresentative:
        finding.action = .confirm
        finding.evidence.append(
          zh: "可从企业信用信息公示系统或执照影像带出", en: "the business registry or the licence tells it",
          in: language)
      default: finding.action = .contact
      }
    }
  }
}
