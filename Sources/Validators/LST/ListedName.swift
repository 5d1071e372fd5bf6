import Findings
import Records
import References
import Registries

/// A match by name, with what speaks for it and against it. What is known to be another's is
/// none: another citizen identification number, date of birth, sex or credit code.
struct ListedName {
  /// What two dates of birth say.
  enum Birth { case unknown, sameYear, same }

  let agreement: Agreement
  /// Whether the name is an alias or former name on the list, or a former one of the customer.
  let isAlias: Bool
  private(set) var birth = Birth.unknown
  private(set) var isSexKnown = false
  /// Whether the numbers of the documents are one but for a slip of the hand.
  private(set) var isSlip = false
  private(set) var isOfOrganisation = false

  /// How sure it is that customer and entry are one, in percent: never as sure as by number.
  var confidence: Int {
    var result = isOfOrganisation ? 60 : 30
    if !agreement.isEqual { result -= 10 }
    if isAlias { result -= 5 }
    switch birth {
    case .same: result += 40
    case .sameYear: result += 15
    case .unknown: break
    }
    if isSexKnown { result += 5 }
    if isSlip { result += 20 }
    return min(result, 85)
  }

  /// Whether nothing but the name speaks for it.
  var isNameAlone: Bool { birth != .same && !isSlip }

  /// Compares whom `role` means with an entry; nil where the names are not one's or something
  /// known contradicts. O(length).
  init?(
    _ name: Span<UInt8>, isFormer: Bool, _ role: ListedRole, _ record: RecordView,
    ofOrganisation: Bool, _ entry: RecordView, _ forms: CharacterForms?
  ) {
    let isSought = ofOrganisation && role == .customer
    func grade(_ listed: Span<UInt8>) -> Agreement? {
      isSought
        ? Self.grade(CompanyName.compare(name, listed, forms))
        : Self.grade(PersonName.compare(name, listed, forms))
    }
    if let agreement = grade(entry[.name]) {
      self.agreement = agreement
      isAlias = isFormer
    } else {
      var best: Agreement?
      CompanyName.forEach(in: entry[.formerName]) { part in
        if best?.isEqual != true, let agreement = grade(part.trimmed) { best = agreement }
      }
      guard let best else { return nil }
      agreement = best
      isAlias = true
    }
    isOfOrganisation = isSought
    let isKnown =
      isSought ? !contradictsOrganisation(record, entry) : readPerson(role, record, entry)
    if !isKnown { return nil }
    if case .similar(.substitute) = agreement, !isSought, birth != .same, !isSlip {
      // 王□ may be anybody.
      var (known, text) = (0, FoldedText())
      while true {
        let scalar = text.next(in: name)
        if scalar == 0 { break }
        if scalar >= 0x4E00, scalar <= 0x9FFF { known += 1 }
      }
      if known < 2 { return nil }
    }
  }

  /// Grades that speak for one and the same; one character apart and half a name do not.
  private static func grade(_ agreement: Agreement) -> Agreement? {
    switch agreement {
    case .exact, .equalAfterNormalisation: agreement
    case .similar(.substitute), .similar(.variantCharacter), .similar(.wordOrder),
      .similar(.remark), .similar(.bracketsLeftOut), .similar(.formWording):
      agreement
    case .similar, .different, .notComparable: nil
    }
  }

  private func contradictsOrganisation(_ record: RecordView, _ entry: RecordView) -> Bool {
    guard let mine = NameList.organisationKey(record), let its = NameList.organisationKey(entry)
    else { return false }
    return mine != its
  }

  /// False where something contradicts.
  private mutating func readPerson(
    _ role: ListedRole, _ record: RecordView, _ entry: RecordView
  ) -> Bool {
    let mine = ListNumber(record[role.documentNumber])
    let its = ListNumber(entry[.documentNumber])
    isSlip = mine.isSlip(of: its)
    let (myID, itsID) = (mine.resident, its.resident)
    guard readBirth(record, entry, myID, itsID) else { return false }
    // Organisations have no such fields: of their representatives the number alone tells.
    if let mySex = Self.sex(record[.sex], myID), let itsSex = Self.sex(entry[.sex], itsID) {
      if mySex != itsSex { return false }
      isSexKnown = true
    }
    if mine.key == nil || its.key == nil || isSlip { return true }
    if let myID, let itsID {
      // With the same key but another check character one of the two is keyed wrong.
      return mine.key == its.key || !(myID.isSound && itsID.isSound) && birth == .same
    }
    let (type, listed) = (record[role.documentType], entry[.documentType])
    if type.isEmpty || listed.isEmpty || ListedDocument.contradict(type, listed) { return true }
    // A passport gets another number when it is renewed.
    return mine.key == its.key || ListedDocument.isRenumbered(listed) && birth == .same
  }

  /// Sex by the field and by the number; nil where unknown or where the two disagree.
  private static func sex(_ field: Span<UInt8>, _ id: ResidentID?) -> Bool? {
    let recorded = RecordedSex.isMale(field)
    guard let id, id.isSound else { return recorded }
    return recorded == nil || recorded == id.isMale ? id.isMale : nil
  }

  private mutating func readBirth(
    _ record: RecordView, _ entry: RecordView, _ myID: ResidentID?, _ itsID: ResidentID?
  ) -> Bool {
    var days: [Day] = []
    if case .day(let day) = DateReading(record[.birthDate]) { days.append(day) }
    if let day = myID?.birth { days.append(day) }
    if days.isEmpty { return true }
    let listed = entry[.birthDate]
    var listedDays: [Day] = []
    if case .day(let day) = DateReading(listed) { listedDays.append(day) }
    if let day = itsID?.birth { listedDays.append(day) }
    if listedDays.isEmpty {
      guard listed.count >= 4, listed.extracting(0..<4).isAllDigits,
        let year = listed.extracting(0..<4).decimalValue, year >= 1880
      else { return true }
      birth = .sameYear
      return days.contains { $0.year == year }
    }
    birth = .same
    return days.contains { listedDays.contains($0) }
  }

  /// Appends grade and what speaks for and against the match.
  func write(to evidence: inout [UInt8], in language: Language) {
    evidence.append(agreement, in: language)
    if isAlias {
      evidence.append(zh: "（曾用名或别名）", en: " (alias or former name)", in: language)
    }
    if isOfOrganisation {
      evidence.append(
        zh: "；双方没有可比对的统一社会信用代码", en: "; no credit codes that could be compared", in: language)
      return
    }
    switch birth {
    case .same: evidence.append(zh: "；出生日期一致", en: "; date of birth agrees", in: language)
    case .sameYear: evidence.append(zh: "；出生年份一致", en: "; year of birth agrees", in: language)
    case .unknown:
      evidence.append(zh: "；出生日期无法比对", en: "; dates of birth cannot be compared", in: language)
    }
    if isSexKnown { evidence.append(zh: "，性别一致", en: ", sex agrees", in: language) }
    evidence.append(
      zh: "；证件号码", en: "; document numbers ", in: language)
    if isSlip {
      evidence.append(
        zh: "仅一位不同，其中一方校验不符", en: "differ in one place, and one cannot be right", in: language)
    } else {
      evidence.append(zh: "无法比对", en: "cannot be compared", in: language)
    }
  }
}
