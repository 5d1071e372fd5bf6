import Findings
import Records
import References

/// CON007: the value of a coded element is in its code list neither as a code nor as a name.
///
/// Values are judged as the mapping has translated them. Where a list is not whole, what it
/// lacks is not evaluated.
package struct CodeNotInItsList: RecordValidator {
  package static let rule = Rule(
    id: "CON007", name: "code-not-in-its-list", parties: [.person, .organisation, .account],
    dimension: .validity, severity: .error, reads: [], alsoReads: ElementCodes.elements,
    authority: Authority("EAST5.0、一表通各表代码字段；GB/T 2261.1、GB/T 2659、GB/T 3304 等", clause: "代码表"),
    title: Text(zh: "代码不在代码表中", en: "Code not in its code list"),
    claim: Text(
      zh: "代码型数据项的取值（经字段映射转换后）既不是其代码表中的代码，也不是代码名称；行业、职业、行政区划、登记注册类型由各自的规则检核",
      en:
        "The value of a coded element, as the mapping translates it, is neither a code nor a name of its list. (Industry, occupation, region and registration type have rules of their own.)"
    ),
    remedy: Text(
      zh: "本行自用代码须在字段映射中用 codeList 或 values 对应到标准代码；录入错误的更正",
      en:
        "Map the bank's own codes to the standard's with codeList or values; correct what was entered wrongly."
    ),
    examples: [
      .fails([.sex: "3"], action: .review),
      .fails([.sex: "01"], suggests: "1", action: .review, "a code of another list"),
      .fails([.ethnicity: "77"], action: .review),
      .fails([.nationality: "XYZ"], action: .review),
      .fails([.sex: "1", .payroll: "X"], action: .review, "any of the coded elements"),
      .fails([.enterpriseSize: "CS01"], suggests: "1", action: .review, party: .organisation),
      .fails([.enterpriseSize: "9"], action: .review, party: .organisation),
      .passes([.sex: "1", .nationality: "CHN", .ethnicity: "01", .payroll: "0"]),
      .passes([.sex: "男", .payroll: "Y"], "words and marks that leave no doubt"),
      .passes([.nationality: "中国"], "a name"),
      .passes([.nationality: "156"], "the standard has numbers too"),
      .passes([.documentType: "1010"]),
      .passes([.enterpriseSize: "大型企业"], party: .organisation),
      .passes([.accountNature: "jiben"], party: .account),
      .notApplicable([.sex: "", .nationality: ""], "nothing is recorded"),
      .notEvaluated([.documentType: "1234"], .referenceMissing, "our list is not whole"),
      .notEvaluated([.education: "73"], .referenceMissing, "sources differ on the list"),
      .notEvaluated([.sex: "3"], .referenceMissing, without: "element-codes"),
    ])

  private let codes: ElementCodes?
  private let countries: Countries?
  /// Raw values of the elements.
  private let elements: FrozenArray<UInt8>

  package init(_ context: Context) {
    codes = context.reference(ElementCodes.self)
    countries = context.reference(Countries.self)
    elements = FrozenArray(ElementCodes.elements.map(\.rawValue))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    var outcome = Outcome.notEvaluated(.columnMissing)
    for index in elements.indices {
      let element = DataElement(rawValue: elements[index])
      if record.carries(element), judge(record, element, &outcome) { break }
    }
    return outcome
  }

  package func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) {
    // Of all coded elements only those that the source carries.
    let carried = elements.indices.map { elements[$0] }
      .filter { batch.layout.carries(DataElement(rawValue: $0)) }
    var outcomes = outcomes.mutableSpan
    for place in 0..<block.count {
      let record = batch[block.lowerBound + place]
      var outcome = Outcome.notEvaluated(.columnMissing)
      for element in carried where judge(record, DataElement(rawValue: element), &outcome) {
        break
      }
      outcomes[place] = outcome.code
    }
  }

  /// Adds what one carried element says to the outcome of the record; true where that settles
  /// it.
  @inline(__always) private func judge(
    _ record: RecordView, _ element: DataElement, _ outcome: inout Outcome
  ) -> Bool {
    let text = record[element]
    if text.isEmpty {
      if outcome == .notEvaluated(.columnMissing) { outcome = .notApplicable }
      return false
    }
    guard let codes else {
      outcome = .notEvaluated(.referenceMissing)
      return true
    }
    switch standing(text, element, codes) {
    case .known:
      if outcome != .notEvaluated(.referenceMissing) { outcome = .passed }
      return false
    case .unknown:
      outcome = .failed
      return true
    case .undecided:
      outcome = .notEvaluated(.referenceMissing)
      return false
    }
  }

  private func standing(
    _ text: Span<UInt8>, _ element: DataElement, _ codes: ElementCodes
  ) -> ElementCodes.Standing {
    let standing = codes.standing(text, of: element)
    if case .known = standing { return .known }
    switch element {
    case .nationality:
      // The standard has codes of two letters and of digits beside those of three letters.
      return countries?.region(text) != nil ? .known : standing
    case .documentType, .legalRepresentativeDocumentType, .beneficialOwnerDocumentType:
      return DocumentType(text) != .other ? .known : standing
    default: return standing
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let codes else { return }
    var isFirst = true
    for index in elements.indices {
      let element = DataElement(rawValue: elements[index])
      let text = record[element]
      if text.isEmpty { continue }
      guard case .unknown = standing(text, element, codes) else { continue }
      if !isFirst { finding.next() }
      isFirst = false
      finding.element = element
      explain(text, element, codes, &finding)
    }
  }

  private func explain(
    _ text: Span<UInt8>, _ element: DataElement, _ codes: ElementCodes,
    _ finding: inout FindingWriter
  ) {
    let language = finding.language
    finding.action = .review
    finding.value.append(text)
    finding.evidence.append(zh: "代码表 ", en: "code list ", in: language)
    finding.evidence.append(contentsOf: element.facts.codeList.utf8)
    guard let list = codes.codeList(of: element) else { return }
    if list.count <= Self.mostShown {
      for row in 0..<list.count {
        if row > 0 { finding.expected.append(zh: "；", en: "; ", in: language) }
        list.appendCode(row, to: &finding.expected)
        finding.expected.append(UInt8(ascii: " "))
        list.appendName(row, to: &finding.expected)
      }
    } else {
      finding.expected.append(zh: "代码表中的代码，共", en: "one of the list's ", in: language)
      finding.expected.append(decimal: list.count)
      finding.expected.append(zh: "个", en: " codes", in: language)
    }
    if let row = codes.translated(text, of: element) {
      list.appendCode(row, to: &finding.suggestion)
      finding.confidence = 60
      finding.evidence.append(
        zh: "；该取值是其他代码表的代码", en: "; the value is a code of another list", in: language)
    }
  }

  /// Lists up to this long are shown whole.
  private static let mostShown = 12
}
