import Records

/// Writes an invented list of names: customers and people behind them whom a run has to find,
/// and entries that look like customers and are none, whom it must not find.
struct WatchListWriter {
  let persons: PersonFaults
  let personCount: Int
  let organisations: OrganisationFaults
  let organisationCount: Int

  /// Titles of the columns and their data elements.
  static let columns: [(title: String, element: String)] = [
    ("名称", "name"), ("证件类型", "document_type"), ("证件号码", "document_number"),
    ("统一社会信用代码", "credit_code"), ("别名", "former_name"), ("出生日期", "birth_date"),
    ("列入日期", "listed_date"), ("列入原因", "listing_reason"), ("移出日期", "delisted_date"),
  ]

  private static let reasons = ["虚构：涉案账户持有人", "虚构：本行内控关注", "虚构：外部通报"]

  /// What an entry has.
  private struct Entry {
    var name = ""
    var document = ""
    var creditCode = ""
    var alias = ""
    var birth = ""
    var isRemoved = false
  }

  private var world: SampleWorld { persons.world }
  /// Whether anything is planted at all: near misses are there all the same.
  private var plants: Bool { persons.share > 0 }

  /// UTF-8, commas. Returns what has to be found.
  func write(put: ([UInt8]) throws -> Void) throws -> [PlantedFault] {
    var text = Array((Self.columns.map(\.title).joined(separator: ",") + "\n").utf8)
    var truth: [PlantedFault] = []
    func add(_ entry: Entry, _ random: inout SampleRandom) throws {
      let listed = world.asOf.adding(days: -random.in(40...900))
      let cells = [
        entry.name, entry.document.isEmpty ? "" : "居民身份证", entry.document, entry.creditCode,
        entry.alias, entry.birth, listed.description, Self.reasons[random.below(3)],
        entry.isRemoved ? listed.adding(days: 25).description : "",
      ]
      text.append(contentsOf: cells.joined(separator: ",").utf8)
      text.append(0x0A)
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    for index in 0..<personCount {
      var random = SampleRandom(seed: world.seed, stream: 20, index: index)
      if random.chance(1) { try add(stranger(&random), &random) }
      guard random.chance(2), let entry = person(index, &random, &truth) else { continue }
      try add(entry, &random)
    }
    for index in 0..<organisationCount {
      var random = SampleRandom(seed: world.seed, stream: 21, index: index)
      guard random.chance(12), let entry = organisation(index, &random, &truth) else { continue }
      try add(entry, &random)
    }
    try put(text)
    return truth
  }

  /// Somebody who is no customer. No person of the bank has a sequence of 999 or 000.
  private func stranger(_ random: inout SampleRandom) -> Entry {
    let male = random.chance(700)
    let birth = world.asOf.adding(days: -random.in(8000...25_000))
    var name: [UInt8] = []
    _ = world.names.append(male: male, birthYear: birth.year, &random, to: &name)
    return Entry(
      name: String(decoding: name, as: UTF8.self), document: otherNumber(birth, male: male))
  }

  private func otherNumber(_ birth: Day, male: Bool) -> String {
    var number: [UInt8] = []
    SampleIdentity.append(
      region: 360_702, birth: birth, sequence: male ? 999 : 0, to: &number)
    return String(decoding: number, as: UTF8.self)
  }

  private func person(
    _ index: Int, _ random: inout SampleRandom, _ truth: inout [PlantedFault]
  ) -> Entry? {
    // Who has a fault, or whose document somebody else has, is left alone.
    let distance = PersonFaults.distance
    for other in [index - distance, index, index + distance]
    where persons.kind(max(other, 0)) != nil { return nil }
    var fields = FieldBuffer<PersonField>()
    let traits = persons.maker.fill(index, &fields)
    let (name, number) = (fields.text(.name), fields.text(.documentNumber))
    guard traits.hasResidentCard, fields.text(.documentType) == "1010", number.count == 18,
      name.count >= 2
    else { return nil }
    func plant(_ rule: String, _ field: PersonField) {
      truth.append(
        PlantedFault(
          source: "persons", recordKey: fields.text(.customerKey), rule: rule,
          element: field.element))
    }
    let choice = random.below(6)
    if choice < 4, !plants { return nil }
    switch choice {
    case 0:
      plant("LST001", .documentNumber)
      return Entry(name: name, document: number)
    case 1:
      plant("LST001", .documentNumber)
      let old = traits.birth.year < 1999 ? number.prefix(6) + number.dropFirst(8).prefix(9) : ""
      return Entry(name: name, document: old.isEmpty ? number.lowercased() : String(old))
    case 2:
      plant("LST002", .name)
      return Entry(name: name, birth: traits.birth.description)
    case 3:
      plant("LST002", .name)
      return Entry(name: "无影\(index)", alias: name, birth: traits.birth.description)
    case 4:
      let birth = traits.birth.adding(days: -400)
      return Entry(name: name, document: otherNumber(birth, male: traits.male))
    default: return Entry(name: name, document: number, isRemoved: true)
    }
  }

  private func organisation(
    _ index: Int, _ random: inout SampleRandom, _ truth: inout [PlantedFault]
  ) -> Entry? {
    let distance = OrganisationFaults.distance
    for other in [index - distance, index, index + distance]
    where organisations.kind(max(other, 0)) != nil { return nil }
    var others: [PlantedFault] = []
    let made = organisations.make(index, &others)
    let fields = made.organisation.fields
    guard others.isEmpty, made.stranger == nil, made.organisation.kind == .company else {
      return nil
    }
    func plant(_ rule: String, _ field: OrganisationField) {
      truth.append(
        PlantedFault(
          source: "organisations", recordKey: fields.text(.customerKey), rule: rule,
          element: field.element))
    }
    let (name, code) = (fields.text(.name), fields.text(.creditCode))
    let owner = fields.text(.beneficialOwnerDocumentNumber)
    let representative = fields.text(.legalRepresentativeDocumentNumber)
    let choice = random.below(6)
    if choice < 4, !plants { return nil }
    switch choice {
    case 0:
      plant("LST001", .creditCode)
      return Entry(name: name, creditCode: code.lowercased())
    case 1:
      plant("LST002", .name)
      return Entry(name: name.hasSuffix("有限公司") ? name.dropLast(4) + "有限责任公司" : name)
    case 2:
      plant("LST003", .legalRepresentative)
      return Entry(name: fields.text(.legalRepresentative), document: representative)
    case 3:
      plant("LST003", owner == representative ? .legalRepresentative : .beneficialOwner)
      return Entry(name: fields.text(.beneficialOwner), document: owner)
    case 4:
      let other = organisations.maker.make(organisationCount * 4 + 100_000 + index)
      return Entry(name: name, creditCode: other.registry.creditCode)
    default: return Entry(name: name, creditCode: code, isRemoved: true)
    }
  }
}
