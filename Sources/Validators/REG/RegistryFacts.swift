import Findings
import Records
import References
import Registries

/// What the REG rules work out of a record once: its place in the business registry.
package struct RegistryFacts: Sendable {
  /// What the match rests on.
  package enum Match: UInt8, Sendable {
    case none, creditCode, creditCodeInLicence, licenceNumber, creditCodeInDocument,
      licenceInDocument
  }

  private var known = false
  private var found: Int32 = -1
  package private(set) var match = Match.none

  package init() {}

  /// Place of the record's organisation in the registry, or nil. Looked up by the unified
  /// credit code, else by the licence number, else by the document number; never by name.
  package mutating func place(_ record: RecordView, in registry: RegistryIndex) -> Int? {
    if !known {
      known = true
      lookUp(record, registry)
    }
    return found < 0 ? nil : Int(found)
  }

  private mutating func lookUp(_ record: RecordView, _ registry: RegistryIndex) {
    let code = record[.creditCode]
    if let place = registry.place(creditCode: code) { return found(place, .creditCode) }
    let licence = record[.licenceNumber]
    if licence.count == 18, let place = registry.place(creditCode: licence) {
      return found(place, .creditCodeInLicence)
    }
    if let place = registry.place(licenceNumber: licence) { return found(place, .licenceNumber) }
    if !code.isEmpty { return }
    let document = record[.documentNumber]
    if document.count == 18, let place = registry.place(creditCode: document) {
      return found(place, .creditCodeInDocument)
    }
    if document.count == 15, let place = registry.place(licenceNumber: document) {
      return found(place, .licenceInDocument)
    }
  }

  private mutating func found(_ place: Int, _ match: Match) {
    found = Int32(place)
    self.match = match
  }

  /// Appends how the match was made and the day the registry speaks of.
  package func writeGrade(
    to evidence: inout [UInt8], _ registry: RegistryIndex, in language: Language
  ) {
    switch match {
    case .none:
      evidence.append(zh: "未匹配到登记信息", en: "no match in the registry", in: language)
    case .creditCode:
      evidence.append(
        zh: "按统一社会信用代码精确匹配", en: "exact match by unified social credit code", in: language)
    case .creditCodeInLicence:
      evidence.append(
        zh: "按登记在营业执照号栏的统一社会信用代码精确匹配",
        en: "exact match by the credit code recorded as licence number", in: language)
    case .licenceNumber:
      evidence.append(
        zh: "按营业执照注册号精确匹配", en: "exact match by business licence number", in: language)
    case .creditCodeInDocument:
      evidence.append(
        zh: "按登记在证件号码栏的统一社会信用代码精确匹配",
        en: "exact match by the credit code recorded as document number", in: language)
    case .licenceInDocument:
      evidence.append(
        zh: "按登记在证件号码栏的营业执照注册号精确匹配",
        en: "exact match by the licence number recorded as document number", in: language)
    }
    evidence.append(zh: "，登记信息数据日期", en: "; registry data of ", in: language)
    evidence.append(day: registry.asOf)
  }
}
