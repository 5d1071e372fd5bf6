import Findings
import Records

/// CMP001: an element of a person's identity that no other rule speaks of is not recorded.
package struct KycElementMissingPerson: RecordValidator {
  package static let rule = Rule(
    id: "CMP001", name: "kyc-element-missing-person", parties: [.person], dimension: .completeness,
    severity: .error, reads: [.customerKey],
    alsoReads: [
      .sex, .nationality, .documentType, .documentExpiryDate, .documentNumber, .name,
      .occupationCode, .occupationText, .address, .employerAddress, .phone,
    ],
    authority: Authority("中国人民银行等令〔2007〕第2号", clause: "第三十三条"),
    title: Text(zh: "个人客户身份信息九要素缺失", en: "Identity element of a person missing"),
    claim: Text(
      zh: "九要素中的性别、国籍、证件种类或证件有效期没有登记（姓名、职业、地址、电话、证件号码为空由 IDN014、"
        + "OCC001、ADR001、CTC001、IDN001 提示，不重复列示）",
      en:
        "Of the nine identity elements, sex, nationality, document type or expiry date is not recorded. "
        + "(IDN014, OCC001, ADR001, CTC001 and IDN001 speak of name, occupation, address, telephone and document number.)"
    ),
    remedy: Text(
      zh: "调阅留存的证件影像补录；居民身份证号码可推出性别和国籍；影像上没有的联系客户补充",
      en:
        "Take it from the kept copy of the document; a resident id tells sex and nationality; else ask the customer."
    ),
    autoBasis: Text(
      zh: "公民身份号码校验码相符：第17位按性别分配，居民身份证只发给中国公民",
      en:
        "The resident id's check digit holds: digit 17 is given out by sex, and only citizens get the card."
    ),
    parameters: [
      Parameter(
        "elements", default: ["sex", "nationality", "document_type", "document_expiry_date"],
        zh: "要求登记的数据项；可加 name、occupation_code、address、phone、document_number 以统计全部九要素",
        en:
          "Elements asked for; add name, occupation_code, address, phone and document_number to count all nine"
      ),
      Parameter(
        "withoutExpiry", default: ["1040", "户口簿", "户口本", "出生医学证明"],
        zh: "没有有效期的证件种类", en: "Document types that never expire"),
    ],
    examples: [
      .fails(
        [
          .sex: "", .nationality: "CHN", .documentType: "1050", .documentNumber: "E12345678",
          .documentExpiryDate: "2030-01-01",
        ], action: .contact),
      .fails(
        [
          .sex: "", .nationality: "CHN", .documentType: "1010",
          .documentNumber: "110101199003077715",
          .documentExpiryDate: "2030-01-01",
        ], suggests: "1", action: .auto, "the resident id tells it"),
      .fails(
        [
          .sex: "1", .nationality: "", .documentType: "1010", .documentNumber: "110101199003077715",
          .documentExpiryDate: "长期",
        ], suggests: "CHN", action: .auto),
      .fails(
        [.sex: "", .documentType: "", .documentNumber: "110101199003077715"], suggests: "1",
        action: .confirm, "two findings"),
      .fails(
        [
          .sex: "1", .nationality: "CHN", .documentType: "1010",
          .documentNumber: "110101199003077715",
          .documentExpiryDate: "",
        ], action: .contact),
      .passes(
        [
          .sex: "1", .nationality: "CHN", .documentType: "1010",
          .documentNumber: "110101199003077715",
          .documentExpiryDate: "2030-01-01",
        ]),
      .passes(
        [
          .sex: "1", .nationality: "CHN", .documentType: "1040",
          .documentNumber: "110101201903077715",
          .documentExpiryDate: "",
        ], "a household register never expires"),
      .passes(
        [
          .sex: "1", .nationality: "CHN", .documentType: "", .documentNumber: "",
          .documentExpiryDate: "",
        ], "IDN001 speaks of a missing document"),
      .passes(
        [.sex: "2", .name: ""], "IDN014 speaks of the name; the other columns are not there"),
      .notApplicable(
        [.documentType: "", .documentNumber: "", .documentExpiryDate: ""],
        "IDN001 speaks of a missing document"),
      .notEvaluated([.name: "张三"], .columnMissing, "the source carries none of the elements"),
    ])

  private let wanted: WantedElements
  private let withoutExpiry: FrozenMap

  package init(_ context: Context) {
    wanted = WantedElements(context.texts(Self.rule, "elements"), of: Self.rule)
    withoutExpiry = FrozenMap(
      context.texts(Self.rule, "withoutExpiry").compactMap { ShortKey($0) }.map { ($0, 0) })
  }

  @inline(__always) private func judge(_ element: DataElement, _ record: RecordView) -> Judgement {
    switch element {
    case .address: return record.standing(of: .address, or: .employerAddress)
    case .occupationCode: return record.standing(of: .occupationCode, or: .occupationText)
    case .documentType, .documentExpiryDate:
      let standing = record.standing(of: element)
      if standing != .missing { return standing }
      // IDN001 speaks of a document that is not there at all.
      if record.carries(.documentNumber), record[.documentNumber].isEmpty { return .excused }
      return element == .documentExpiryDate && withoutExpiry[record[.documentType]] != nil
        ? .excused : .missing
    default: return record.standing(of: element)
    }
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    wanted.outcome(record) { judge($0, $1) }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    let id = facts.identity.residentID(record).flatMap { $0.isSound ? $0 : nil }
    // Numbers from 81 are given to residents of Hong Kong, Macao and Taiwan, from 9 to foreigners.
    let isCitizen = id.map { $0.region >= 110_000 && $0.region < 710_000 } ?? false
    let type = DocumentType(record[.documentType])
    let isCard = type == .residentCard || type == .temporaryCard
    wanted.forEachMissing(record, &finding) {
      judge($0, $1)
    } _: { element, finding in
      finding.action = .contact
      finding.expected.append(titleOf: element, in: language)
      guard let id else { return }
      switch element {
      case .sex: finding.suggestion.append(id.isMale ? "1" : "2")
      case .nationality where isCitizen: finding.suggestion.append("CHN")
      case .documentType where isCitizen: finding.suggestion.append("1010")
      default: return
      }
      let isCertain = isCard && !id.isFifteen && isCitizen
      finding.action = isCertain ? .auto : .confirm
      finding.confidence = isCertain ? 100 : 90
      finding.evidence.append(
        zh: "证件号码是公民身份号码", en: "the document number is a citizen identification number",
        in: language)
      if !id.isFifteen {
        finding.evidence.append(zh: "，校验码相符", en: ", and its check digit holds", in: language)
      }
    }
  }
}
