import Findings
import Records
import References
import Registries

/// The lists of names of a job, searched by document and by name: entries in force only.
///
/// A plain value over frozen memory: who is not listed costs a look-up for every number and
/// name, and nothing is allocated. Made once a run, in O(entries · length of a name).
package struct NameList: Sendable {
  let index: RegistryIndex
  /// nil where the table of traditional characters is not there.
  let forms: CharacterForms?
  private let keys: NameKeys
  private let numbers: ListPlaces
  private let persons: ListPlaces
  private let organisations: ListPlaces
  /// By names one character of which could not be stored.
  private let lostPersons: ListPlaces
  private let lostOrganisations: ListPlaces
  /// Whether entries themselves have characters that could not be stored.
  private let hasLostEntries: Bool
  /// Whether any list has a column with numbers of documents, with codes of organisations,
  /// with names.
  let (hasDocuments, hasCodes, hasNames): (Bool, Bool, Bool)

  package init(_ index: RegistryIndex, _ forms: CharacterForms?, asOf: Day) {
    self.index = index
    self.forms = forms
    keys = NameKeys(forms)
    hasDocuments = index.records.carries(.documentNumber)
    hasCodes = Self.codes.contains { index.records.carries($0) }
    hasNames = index.records.carries(.name)
    var made = Tables()
    for place in 0..<index.records.count {
      let entry = index.records[place]
      if RegistryListing.isInForce(entry, on: asOf) { made.add(entry, Int32(place), keys) }
    }
    numbers = ListPlaces(made.numbers)
    persons = ListPlaces(made.persons)
    organisations = ListPlaces(made.organisations)
    lostPersons = ListPlaces(made.lostPersons)
    lostOrganisations = ListPlaces(made.lostOrganisations)
    hasLostEntries = made.hasLostEntries
  }

  /// Elements with codes of organisations, of which one is enough.
  static let codes: [DataElement] = [.creditCode, .licenceNumber, .organisationCode]

  /// The key of an organisation's code, its own or the one inside its credit code, if that is
  /// sound: of a code that is not sound nothing is believed.
  static func organisationKey(_ record: RecordView) -> PackedKey? {
    let own = record[.organisationCode]
    if !own.isEmpty, OrganisationCode.fault(in: own) == nil { return OrganisationKey.of(own) }
    return OrganisationKey.inside(soundCreditCode: record[.creditCode])
  }

  // MARK: By number

  /// The first entry, by its place, with a number of the customer that `body` wants; nil where
  /// there is none. Kinds of document that contradict each other are no match.
  @inline(__always) func first(
    byNumberOf role: ListedRole, _ record: RecordView, ofOrganisation: Bool,
    where body: (Int, DataElement) -> Bool = { _, _ in true }
  ) -> Int? {
    if let place = first(number: role.documentNumber, record, role, ofOrganisation, body) {
      return place
    }
    if role != .customer || !ofOrganisation { return nil }
    for element in Self.codes {
      if let place = first(number: element, record, role, true, body) { return place }
    }
    guard let code = Self.organisationKey(record) else { return nil }
    return numbers.first(ListNumber.key(organisation: code)) { body($0, .creditCode) }
  }

  @inline(__always) private func first(
    number element: DataElement, _ record: RecordView, _ role: ListedRole, _ ofOrganisation: Bool,
    _ body: (Int, DataElement) -> Bool
  ) -> Int? {
    let text = record[element]
    if text.isEmpty { return nil }
    let number = ListNumber(text)
    if number.isSeveral { return firstOfSeveral(text, element, record, role, ofOrganisation, body) }
    return first(number, element, record, role, ofOrganisation, body)
  }

  @inline(__always) private func first(
    _ number: ListNumber, _ element: DataElement, _ record: RecordView, _ role: ListedRole,
    _ ofOrganisation: Bool, _ body: (Int, DataElement) -> Bool
  ) -> Int? {
    guard let key = number.key else { return nil }
    return numbers.first(key) { place in
      matches(number, element, record, role, ofOrganisation, place) && body(place, element)
    }
  }

  /// Several beneficial owners in one field.
  @inline(never) private func firstOfSeveral(
    _ text: Span<UInt8>, _ element: DataElement, _ record: RecordView, _ role: ListedRole,
    _ ofOrganisation: Bool, _ body: (Int, DataElement) -> Bool
  ) -> Int? {
    var found: Int?
    CompanyName.forEach(in: text) { part in
      let number = ListNumber(part.trimmed)
      if found == nil, !number.isSeveral {
        found = first(number, element, record, role, ofOrganisation, body)
      }
    }
    return found
  }

  private func matches(
    _ number: ListNumber, _ element: DataElement, _ record: RecordView, _ role: ListedRole,
    _ ofOrganisation: Bool, _ place: Int
  ) -> Bool {
    let entry = index.records[place]
    let isSought = ofOrganisation && role == .customer
    if isSought ? ListedDocument.isOfPerson(entry[.documentType]) : Self.isOfOrganisation(entry) {
      return false
    }
    if element == role.documentNumber,
      ListedDocument.contradict(record[role.documentType], entry[.documentType])
    {
      return false
    }
    if number.isSame(as: ListNumber(entry[.documentNumber])) { return true }
    return isSought && Self.codes.contains { number.isSame(as: ListNumber(entry[$0])) }
  }

  /// Whether an entry has a code that organisations alone have.
  static func isOfOrganisation(_ entry: RecordView) -> Bool {
    codes.contains { !entry[$0].isEmpty }
  }

  // MARK: By name

  /// The first entry, by its place, whose name or alias may be the one given, that `body`
  /// wants; nil where there is none. Whether it is, `body` has to find out.
  @inline(__always) func first(
    byName name: Span<UInt8>, of kind: NameKeys.Kind, where body: (Int) -> Bool
  ) -> Int? {
    let key = keys.key(name, of: kind)
    if key.count < 2 && !key.hasGroup { return nil }
    if let place = (kind == .person ? persons : organisations).first(key.number, where: body) {
      return place
    }
    if key.lost == 0, !key.hasGroup, !hasLostEntries { return nil }
    return firstOfLost(key, name, kind, body)
  }

  /// The same where characters are lost on either side. Rare.
  @inline(never) private func firstOfLost(
    _ key: NameKeys.Key, _ name: Span<UInt8>, _ kind: NameKeys.Kind, _ body: (Int) -> Bool
  ) -> Int? {
    let (whole, lost) =
      kind == .person ? (persons, lostPersons) : (organisations, lostOrganisations)
    if key.lost > 0, let place = lost.first(key.number, where: body) { return place }
    if key.hasGroup, kind == .person {
      let filled = keys.key(name, of: kind, filling: true)
      if let place = lost.first(filled.number, where: body) { return place }
    }
    if !hasLostEntries || key.lost > 0 { return nil }
    for place in 0..<key.count {
      let losing = keys.key(name, of: kind, losing: place)
      if let place = whole.first(losing.number, where: body) { return place }
    }
    return nil
  }

  // MARK: Making

  private struct Tables {
    typealias Pairs = [(key: UInt64, place: Int32)]

    var numbers: Pairs = []
    var persons: Pairs = []
    var organisations: Pairs = []
    var lostPersons: Pairs = []
    var lostOrganisations: Pairs = []
    var hasLostEntries = false

    mutating func add(_ entry: RecordView, _ place: Int32, _ keys: NameKeys) {
      for element in NameList.codes + [.documentNumber] {
        if let key = ListNumber(entry[element]).key { numbers.append((key, place)) }
      }
      if let code = NameList.organisationKey(entry) {
        numbers.append((ListNumber.key(organisation: code), place))
      }
      add(entry[.name], entry, place, keys)
      CompanyName.forEach(in: entry[.formerName]) { add($0, entry, place, keys) }
    }

    private mutating func add(
      _ name: Span<UInt8>, _ entry: RecordView, _ place: Int32, _ keys: NameKeys
    ) {
      let name = name.trimmed
      let isOrganisation = NameList.isOfOrganisation(entry)
      if name.isEmpty { return }
      if !isOrganisation, NameReading(name, ofOrganisation: false) != .placeholder {
        add(name, .person, place, keys)
      }
      if !ListedDocument.isOfPerson(entry[.documentType]), entry[.birthDate].isEmpty,
        NameReading(name, ofOrganisation: true) != .placeholder
      {
        add(name, .organisation, place, keys)
      }
    }

    private mutating func add(
      _ name: Span<UInt8>, _ kind: NameKeys.Kind, _ place: Int32, _ keys: NameKeys
    ) {
      var (whole, lost): (Pairs, Pairs) = ([], [])
      let key = keys.key(name, of: kind)
      let least = kind == .person ? 2 : 4
      if key.count >= least { whole.append((key.number, place)) }
      if key.lost > 0 { hasLostEntries = true }
      if key.hasGroup, kind == .person {
        let filled = keys.key(name, of: kind, filling: true)
        hasLostEntries = true
        if filled.count >= least { whole.append((filled.number, place)) }
      }
      if key.count >= least, key.lost == 0 {
        for character in 0..<key.count {
          lost.append((keys.key(name, of: kind, losing: character).number, place))
        }
      }
      switch kind {
      case .person:
        persons += whole
        lostPersons += lost
      case .organisation:
        organisations += whole
        lostOrganisations += lost
      }
    }
  }
}
