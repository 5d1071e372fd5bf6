import Findings
import Records
import References
import Registries

/// Where a credit code that is missing may be found in the record itself or in the registry.
enum CreditCodeSource {
  /// An element of the record in which a sound credit code stands instead; nil for none.
  static func element(_ record: RecordView) -> DataElement? {
    for element in [DataElement.licenceNumber, .documentNumber, .taxNumber, .organisationCode] {
      let value = record[element]
      if value.count == 18, CreditCodeReading(value) == .sound { return element }
    }
    return nil
  }

  /// Whether the record has a number from the time before the credit code, in whichever field.
  static func hasLegacy(_ record: RecordView) -> Bool {
    isNumber(record[.licenceNumber]) || isNumber(record[.organisationCode])
  }

  private static func isNumber(_ value: Span<UInt8>) -> Bool {
    !value.isEmpty && !DocumentReading.isPlaceholder(value) && CreditCodeReading(value) != .sound
  }

  /// Proposes the code that the registry or another field of the record has.
  static func suggest(
    _ record: RecordView, _ registry: RegistryIndex?, _ finding: inout FindingWriter
  ) {
    if let element = element(record) {
      finding.suggestion.append(record[element])
      for index in finding.suggestion.indices {
        finding.suggestion[index] = finding.suggestion[index].uppercased
      }
      finding.confidence = element == .organisationCode ? 90 : 95
      finding.action = .confirm
      finding.evidence.append(
        zh: "记录的“", en: "the code stands in the field \"", in: finding.language)
      finding.evidence.append(contentsOf: element.facts.title[finding.language].utf8)
      finding.evidence.append(
        zh: "”中就是校验码相符的统一社会信用代码", en: "\", and its check character holds", in: finding.language)
      return
    }
    guard let registry else { return }
    var place = registry.place(licenceNumber: record[.licenceNumber])
    if place == nil { place = registry.place(licenceNumber: record[.creditCode]) }
    let byName = place == nil
    if place == nil { place = registry.place(name: record[.name]) }
    guard let place else { return }
    let known = registry.records[place]
    if known[.creditCode].isEmpty { return }
    finding.suggestion.append(known[.creditCode])
    finding.confidence = byName ? 90 : 98
    finding.action = .confirm
    if byName {
      finding.evidence.append(
        zh: "工商登记信息中同名主体的代码，数据日期", en: "the registry has an organisation of this very name, as of ",
        in: finding.language)
    } else {
      finding.evidence.append(
        zh: "工商登记信息中该注册号对应的代码，数据日期", en: "the registry has this licence number, as of ",
        in: finding.language)
    }
    finding.evidence.append(day: registry.asOf(place))
  }
}
