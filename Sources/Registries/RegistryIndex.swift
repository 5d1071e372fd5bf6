import Records

/// Another party's data, found by key: credit code, licence number, organisation code or
/// name. May stand on several extracts, of which the more authoritative and then the
/// more recent one is believed.
///
/// A plain value over frozen memory: looking up allocates nothing.
package struct RegistryIndex: Sendable {
  /// A number under which records are found.
  package enum Key: UInt8, Sendable {
    case creditCode, licenceNumber, organisationCode
  }

  /// In ascending order of belief.
  package let parts: [RegistryPart]
  /// Day of the youngest extract.
  package let asOf: Day
  package let records: JoinedRecords
  private let codes: KeyMap
  private let licences: KeyMap
  private let organisations: KeyMap
  private let names: KeyMap
  /// By names as people write them: `CompanyName.key`.
  private let writtenNames: KeyMap

  /// Builds the index. O(n). Of records with one key, that of the more believable extract
  /// counts, and inside an extract the last; but one that says that the organisation moved
  /// away yields to any other of its extract: the authority that it moved to has a record too.
  ///
  /// - Parameter parts: At least one, in the order of the job: of equally believable ones the
  ///   last counts.
  package init(_ parts: [RegistryPart]) {
    precondition(!parts.isEmpty, "a registry stands on an extract")
    let order = parts.indices.sorted { a, b in
      parts[a].yields(to: parts[b]) || (!parts[b].yields(to: parts[a]) && a < b)
    }
    self.parts = order.map { parts[$0] }
    asOf = parts.map(\.asOf).max() ?? parts[0].asOf
    records = JoinedRecords(self.parts.map(\.records))
    func hasLeft(_ record: RecordView) -> Bool {
      RegistryStatus(record[.registryStatus]) == .movedOut
    }
    let hasOrganisations = records.carries(.creditCode) || records.carries(.organisationCode)
    codes = KeyMap(records, .creditCode, yielding: hasLeft)
    licences = KeyMap(records, .licenceNumber, yielding: hasLeft)
    organisations = KeyMap(
      hasOrganisations ? records : JoinedRecords([]), key: { OrganisationKey.of($0) },
      yielding: hasLeft)
    names = KeyMap(records, .name)
    writtenNames = KeyMap(
      records.carries(.name) ? records : JoinedRecords([]),
      key: { $0[.name].isEmpty ? nil : Self.writtenKey($0[.name]) })
  }

  /// A registry of one extract, all of whose rows are kept.
  package init(name: String, asOf: Day, records: FrozenRecords) {
    self.init([RegistryPart(name: name, asOf: asOf, records: records)])
  }

  /// Place of the record with a unified credit code, or nil. O(1).
  package func place(creditCode: Span<UInt8>) -> Int? { codes[creditCode] }
  /// Place of the record with a business licence number, or nil. O(1).
  package func place(licenceNumber: Span<UInt8>) -> Int? { licences[licenceNumber] }
  /// Place of the record with an organisation code, its own or the one inside its credit
  /// code; nil where there is none. O(1).
  package func place(organisationCode key: PackedKey) -> Int? { organisations[key] }
  /// Place of the record with exactly this name, or nil. O(1).
  package func place(name: Span<UInt8>) -> Int? { names[name] }

  /// Place of the record with this name but for blanks, widths, brackets, capitals and the
  /// wording of the legal form; nil where there is none. O(length).
  package func place(writtenName name: Span<UInt8>) -> Int? {
    name.isEmpty ? nil : writtenNames[Self.writtenKey(name)]
  }

  private static func writtenKey(_ name: Span<UInt8>) -> PackedKey {
    PackedKey(high: 0, low: CompanyName.key(name))
  }

  /// The next record with the number of the one at `place`, less believable than it; nil
  /// behind the last. O(1).
  package func next(after place: Int, sharing key: Key) -> Int? {
    switch key {
    case .creditCode: codes.next(after: place)
    case .licenceNumber: licences.next(after: place)
    case .organisationCode: organisations.next(after: place)
    }
  }

  /// Whether the name of the record at `place` is that of others too, such as a shop's. O(1).
  /// The same organisation in several extracts does not count.
  package func isNameShared(_ place: Int) -> Bool {
    let (name, code) = (records[place][.name], records[place][.creditCode])
    var next = name.isEmpty ? nil : writtenNames[Self.writtenKey(name)]
    while let other = next {
      if other != place {
        let its = records[other][.creditCode]
        if its.isEmpty || code.isEmpty
          || PackedKey(foldingCase: its) != PackedKey(foldingCase: code)
        {
          return true
        }
        // Twice in one extract is an organisation too that the name does not tell apart.
        if records.part(of: other) == records.part(of: place) { return true }
      }
      next = writtenNames.next(after: other)
    }
    return false
  }

  /// Of the records with the number of the one at `place`, the most believable that has a
  /// value of `element`; else the one at `place`. O(records of the number).
  package func row(of element: DataElement, from place: Int, sharing key: Key) -> Int {
    if !records[place][element].isEmpty { return place }
    var fallback: Int?
    var next = self.next(after: place, sharing: key)
    while let other = next {
      if !records[other][element].isEmpty { return other }
      if fallback == nil, records.carries(element, at: other) { fallback = other }
      next = self.next(after: other, sharing: key)
    }
    return records.carries(element, at: place) ? place : fallback ?? place
  }

  /// The extract that has the record at `place`.
  package func part(of place: Int) -> RegistryPart { parts[records.part(of: place)] }

  /// Day that the record at `place` speaks of.
  package func asOf(_ place: Int) -> Day { parts[records.part(of: place)].asOf }

  /// Rows of all extracts, kept or not.
  package var rows: Int { parts.reduce(0) { $0 + $1.census.rows } }

  /// Extracts that are declared to have every organisation of a division, six digits.
  package func covering(_ division: Span<UInt8>) -> [RegistryPart] {
    var found: [RegistryPart] = []
    for part in parts where part.coverage?.covers(division) == true { found.append(part) }
    return found
  }

  /// Whether the extract of the record at `place` leaves the term empty for "without end".
  package func leavesEndlessTermsEmpty(_ place: Int) -> Bool {
    parts[records.part(of: place)].census.leavesEndlessTermsEmpty
  }
}
