import Findings
import Records
import References

/// CON008: a text that the regulator's field has no room for.
///
/// Lengths are counted as the template counts: EAST 5.0 in bytes of UTF-8, three for a Chinese
/// character. Where a template does not say, characters are counted, the lenient reading.
package struct TextTooLongForTarget: RecordValidator {
  /// What the fields of the templates are filled with.
  private static let elements: [DataElement] = DataElement.allCases.filter { element in
    let facts = element.facts
    return facts.type == .text
      && (facts.parties.contains(.person) || facts.parties.contains(.organisation))
  }

  package static let rule = Rule(
    id: "CON008", name: "text-too-long-for-target", parties: [.person, .organisation],
    dimension: .validity, severity: .error, reads: [], alsoReads: elements,
    authority: Authority(
      "EAST 5.0（2021版）", clause: "个人基础信息表、对公客户信息表 数据格式（字段长度，UTF-8字节）"),
    title: Text(zh: "内容超出报送字段长度", en: "Text too long for the regulator's field"),
    claim: Text(
      zh: "登记内容比监管报送字段允许的长度还长，报送时会被退回或截断",
      en: "The text is longer than the regulator's field allows: it would be rejected or cut."),
    remedy: Text(
      zh: "核对是否重复录入或混入无关内容；确实较长的，按填报说明规范简写，不得自行截断证照上的全称",
      en:
        "See whether it was entered twice or holds what does not belong there; else shorten it as the reporting rules allow, and never cut the official name."
    ),
    parameters: [
      Parameter(
        "templates", default: ["east5"],
        zh: "按哪些报送模板的字段长度检核：east5、ybt2、pboc-aml-300、credit2",
        en: "Templates whose lengths are asked for: east5, ybt2, pboc-aml-300, credit2")
    ],
    examples: [
      .fails(
        [.occupationText: "从事农产品收购、分拣、包装、冷链运输以及线上线下批发零售业务等"], action: .review,
        "31 characters, 93 bytes, where 90 go in"),
      .fails(
        [.employer: "赣州市第一中学", .position: String(repeating: "高级教师", count: 13)],
        action: .review, "any of the fields"),
      .fails(
        [.legalRepresentative: String(repeating: "张三、", count: 17)], action: .review,
        party: .organisation, "several names in the field of one"),
      .fails(
        [
          .creditCode: "",
          .phone: "0797-8123456、0797-8123457、0797-8123458、0797-8123459、0797-8123450",
        ],
        action: .review, party: .organisation),
      .passes(
        [.occupationText: "从事农产品收购、分拣、包装、冷链运输以及线上线下批发零售业务"],
        "30 characters, 90 bytes"),
      .passes([.employer: "赣州市章贡区向阳商贸有限公司", .address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.creditCode: "", .phone: "0797-8123456"], party: .organisation),
      .notApplicable([.employer: "", .address: ""], "nothing to report"),
      .notEvaluated([.sex: "1"], .columnMissing, "no field of the template is filled from it"),
      .notEvaluated(
        [.employer: "赣州市第一中学"], .referenceMissing, without: "template-fields"),
    ])

  private struct Limit: BitwiseCopyable, Sendable {
    /// Raw value of the element.
    let element: UInt8
    let unit: FieldLength.Unit
    let longest: Int32
  }

  private let personLimits: FrozenArray<Limit>
  private let organisationLimits: FrozenArray<Limit>
  /// The fields themselves, for people.
  private let fields: [TemplateFields.Field]

  package init(_ context: Context) {
    let wanted = Set(context.texts(Self.rule, "templates").map { $0.uppercased() })
    let fields = (context.reference(TemplateFields.self)?.fields ?? []).filter {
      wanted.contains($0.template.uppercased())
    }
    self.fields = fields
    personLimits = Self.limits(fields, .person)
    organisationLimits = Self.limits(fields, .organisation)
  }

  private static func limits(
    _ fields: [TemplateFields.Field], _ party: Party
  ) -> FrozenArray<Limit> {
    FrozenArray(
      fields.filter { $0.party == party }.map {
        Limit(element: $0.element.rawValue, unit: $0.unit, longest: Int32(clamping: $0.longest))
      })
  }

  /// Whether a text does not fit. O(1) for nearly all: no text has more characters than bytes.
  @inline(__always) private static func exceeds(
    _ text: Span<UInt8>, _ unit: FieldLength.Unit, _ longest: Int
  ) -> Bool {
    text.count > longest && (unit == .bytes || text.characterCount > longest)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let limits = record.isOrganisation ? organisationLimits : personLimits
    if limits.isEmpty { return .notEvaluated(.referenceMissing) }
    var outcome = Outcome.notEvaluated(.columnMissing)
    for index in limits.indices
    where record.carries(DataElement(rawValue: limits[index].element)) {
      if judge(record, limits[index], &outcome) { break }
    }
    return outcome
  }

  package func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) {
    if block.isEmpty { return }
    let all = batch[block.lowerBound].isOrganisation ? organisationLimits : personLimits
    // Of all fields only those whose element the source carries.
    let limits = all.indices.map { all[$0] }
      .filter { batch.layout.carries(DataElement(rawValue: $0.element)) }
    let none = Outcome.notEvaluated(all.isEmpty ? .referenceMissing : .columnMissing)
    var outcomes = outcomes.mutableSpan
    for place in 0..<block.count {
      let record = batch[block.lowerBound + place]
      var outcome = none
      for limit in limits where judge(record, limit, &outcome) { break }
      outcomes[place] = outcome.code
    }
  }

  /// Adds what one carried element says to the outcome of the record; true where that settles
  /// it.
  @inline(__always) private func judge(
    _ record: RecordView, _ limit: Limit, _ outcome: inout Outcome
  ) -> Bool {
    let text = record[DataElement(rawValue: limit.element)]
    if text.isEmpty {
      if outcome != .passed { outcome = .notApplicable }
      return false
    }
    let exceeds = Self.exceeds(text, limit.unit, Int(limit.longest))
    outcome = exceeds ? .failed : .passed
    return exceeds
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let party: Party = record.isOrganisation ? .organisation : .person
    var isFirst = true
    for element in Self.elements {
      let text = record[element]
      let broken = fields.filter {
        $0.party == party && $0.element == element && Self.exceeds(text, $0.unit, $0.longest)
      }
      guard let field = broken.min(by: { $0.longest < $1.longest }) else { continue }
      if !isFirst { finding.next() }
      isFirst = false
      explain(text, element, field, broken, &finding)
    }
  }

  private func explain(
    _ text: Span<UInt8>, _ element: DataElement, _ field: TemplateFields.Field,
    _ broken: [TemplateFields.Field], _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.element = element
    finding.action = .review
    finding.value.append(text)
    finding.expected.append(zh: "不超过", en: "at most ", in: language)
    finding.expected.append(decimal: field.longest)
    finding.expected.append(Self.unit(field), in: language)
    for (index, one) in broken.enumerated() {
      if index > 0 { finding.evidence.append(zh: "；", en: "; ", in: language) }
      finding.evidence.append(contentsOf: "\(one.template) \(one.title)".utf8)
      finding.evidence.append(zh: "：长度", en: ": length ", in: language)
      finding.evidence.append(decimal: one.longest)
      finding.evidence.append(Self.unit(one), in: language)
      finding.evidence.append(zh: "，现有", en: ", it has ", in: language)
      finding.evidence.append(decimal: one.unit == .bytes ? text.count : text.characterCount)
    }
  }

  private static func unit(_ field: TemplateFields.Field) -> Text {
    field.unit == .bytes
      ? Text(zh: "个字节（UTF-8，一个汉字3个字节）", en: " bytes of UTF-8")
      : Text(zh: "个字符", en: " characters")
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: Text, in language: Language) {
    append(contentsOf: text[language].utf8)
  }
}
