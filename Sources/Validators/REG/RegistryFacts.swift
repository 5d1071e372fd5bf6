import Findings
import Records
import References
import Registries

/// What the REG rules work out of a record once: its place in the business registry.
package struct RegistryFacts: Sendable {
  /// What the match rests on.
  package enum Match: UInt8, BitwiseCopyable, Sendable {
    case none, creditCode, creditCodeInLicence, licenceNumber, creditCodeInDocument,
      licenceInDocument, organisationCode, name

    /// The number of the registry that was met.
    var key: RegistryIndex.Key? {
      switch self {
      case .creditCode, .creditCodeInLicence, .creditCodeInDocument: .creditCode
      case .licenceNumber, .licenceInDocument: .licenceNumber
      case .organisationCode: .organisationCode
      case .none, .name: nil
      }
    }
  }

  private var known = false
  private var found: Int32 = -1
  package private(set) var match = Match.none
  /// Place of the organisation whose name the record bears: -2 not looked for, -1 none.
  private var other: Int32 = -2

  package init() {}

  /// Place of the record's organisation in the registry, or nil. Looked up by the unified
  /// credit code, else by the licence number, the document number, the organisation code; and
  /// by the full name where the record has no number at all and the registry has the name once.
  package mutating func place(_ record: RecordView, in registry: RegistryIndex) -> Int? {
    if !known {
      known = true
      if let hit = Self.lookUp(record, registry) {
        found = Int32(hit.place)
        match = hit.match
      }
    }
    return found < 0 ? nil : Int(found)
  }

  /// Place of the organisation in the registry that bears the record's name, where the
  /// record's credit code is that of one with another name; nil otherwise. A name that the
  /// match bore once, a name that several bear, and the right legal representative speak
  /// against it.
  package mutating func namesake(
    _ record: RecordView, in registry: RegistryIndex, _ forms: CharacterForms?
  ) -> Int? {
    if other == -2 {
      other = -1
      if let place = place(record, in: registry), match.key == .creditCode {
        other = Int32(Self.namesake(record, of: place, registry, forms) ?? -1)
      }
    }
    return other < 0 ? nil : Int(other)
  }

  private static func namesake(
    _ record: RecordView, of place: Int, _ registry: RegistryIndex, _ forms: CharacterForms?
  ) -> Int? {
    let name = record[.name]
    let registered = registry.records[place]
    if name.isEmpty || registered[.name].isEmpty || name.equals(registered[.name]) { return nil }
    guard let namesake = registry.place(name: name), namesake != place else { return nil }
    let (mine, its) = (registered[.creditCode], registry.records[namesake][.creditCode])
    if its.isEmpty || its.equals(mine) || registry.isNameShared(namesake) { return nil }
    // With the right representative the code is right: the name was given up and taken over.
    let person = record[.legalRepresentative]
    if !person.isEmpty, PersonName.equal(person, registered[.legalRepresentative]) { return nil }
    // Many shops bear one name, most of them in registries that the bank does not have.
    if mine.starts(with: "92"),
      person.isEmpty || !PersonName.equal(person, registry.records[namesake][.legalRepresentative])
    {
      return nil
    }
    let agreement = CompanyName.compare(
      name, registered[.name], former: registered[.formerName], forms)
    return agreement.isEqual || agreement == .similar(.formerName) ? nil : namesake
  }

  /// The record of an organisation in any registry, and what the match rests on.
  static func lookUp(
    _ record: RecordView, _ registry: RegistryIndex
  ) -> (place: Int, match: Match)? {
    let code = record[.creditCode]
    if let place = registry.place(creditCode: code) { return (place, .creditCode) }
    let licence = record[.licenceNumber]
    if licence.count == 18, let place = registry.place(creditCode: licence) {
      return (place, .creditCodeInLicence)
    }
    if let place = registry.place(licenceNumber: licence) { return (place, .licenceNumber) }
    let document = record[.documentNumber]
    if code.isEmpty {
      if document.count == 18, let place = registry.place(creditCode: document) {
        return (place, .creditCodeInDocument)
      }
      if document.count == 15, let place = registry.place(licenceNumber: document) {
        return (place, .licenceInDocument)
      }
    }
    if let place = organisation(record, registry) { return (place, .organisationCode) }
    if code.isEmpty, licence.isEmpty, document.isEmpty, record[.organisationCode].isEmpty,
      CompanyNameParts.hasForm(record[.name]),
      let place = registry.place(writtenName: record[.name]), !registry.isNameShared(place)
    {
      return (place, .name)
    }
    return nil
  }

  /// The record of an organisation by its organisation code, if that is sound: of a credit
  /// code that is not sound nothing is believed.
  private static func organisation(_ record: RecordView, _ registry: RegistryIndex) -> Int? {
    let own = record[.organisationCode]
    if !own.isEmpty {
      guard OrganisationCode.fault(in: own) == nil, let key = OrganisationKey.of(own) else {
        return nil
      }
      return registry.place(organisationCode: key)
    }
    return OrganisationKey.inside(soundCreditCode: record[.creditCode])
      .flatMap { registry.place(organisationCode: $0) }
  }

  /// Appends how the match was made and the day the registry speaks of.
  package func writeGrade(
    to evidence: inout [UInt8], _ registry: RegistryIndex, in language: Language
  ) {
    Self.write(match, Int(found), to: &evidence, registry, in: language)
  }

  /// The same of the record at `place`, found by `match`.
  static func write(
    _ match: Match, _ place: Int, to evidence: inout [UInt8], _ registry: RegistryIndex,
    in language: Language
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
    case .organisationCode:
      evidence.append(
        zh: "按组织机构代码匹配（统一社会信用代码第9至17位）",
        en: "match by organisation code (places 9 to 17 of the credit code)", in: language)
    case .name:
      evidence.append(
        zh: "本行未登记证件号码，仅按名称匹配，请先核实是否同一主体",
        en: "no number is recorded: match by the name alone, to be verified first", in: language)
    }
    write(extractOf: place, to: &evidence, registry, in: language)
  }

  /// Appends the day that the record at `place` speaks of and, where there are several, the
  /// extract that has it.
  static func write(
    extractOf place: Int, to evidence: inout [UInt8], _ registry: RegistryIndex,
    in language: Language
  ) {
    if registry.parts.count > 1 {
      evidence.append(zh: "，来源", en: "; source ", in: language)
      evidence.append(contentsOf: registry.part(of: place).name.utf8)
    }
    evidence.append(zh: "，登记信息数据日期", en: "; registry data of ", in: language)
    evidence.append(day: registry.asOf(place))
  }
}
