import Findings
import Records
import Registries

extension NameList {
  /// Looks for whom `role` means by name, aliases and several names in one field included, and
  /// calls `body` with every entry that may be meant until it says `true`.
  @inline(__always) func first(
    byNameOf role: ListedRole, _ record: RecordView, ofOrganisation: Bool,
    where body: (Int, ListedName) -> Bool = { _, _ in true }
  ) -> Int? {
    let name = record[role.name]
    if role == .beneficialOwner, name.contains("、") || name.contains("；") || name.contains(0x3B) {
      var found: Int?
      CompanyName.forEach(in: name) { part in
        if found == nil { found = first(part.trimmed, false, role, record, ofOrganisation, body) }
      }
      return found
    }
    if let place = first(name, false, role, record, ofOrganisation, body) { return place }
    let former = role == .customer ? record[.formerName] : record[.formerName].extracting(0..<0)
    if former.isEmpty { return nil }
    var found: Int?
    CompanyName.forEach(in: former) { part in
      if found == nil { found = first(part.trimmed, true, role, record, ofOrganisation, body) }
    }
    return found
  }

  @inline(__always) private func first(
    _ name: Span<UInt8>, _ isFormer: Bool, _ role: ListedRole, _ record: RecordView,
    _ ofOrganisation: Bool, _ body: (Int, ListedName) -> Bool
  ) -> Int? {
    if name.isEmpty { return nil }
    let isSought = ofOrganisation && role == .customer
    return first(byName: name, of: isSought ? .organisation : .person) { place in
      let reading = NameReading(name, ofOrganisation: isSought)
      if reading == .placeholder { return false }
      let listed = ListedName(
        name, isFormer: isFormer, role, record, ofOrganisation: ofOrganisation,
        index.records[place], forms)
      return listed.map { body(place, $0) } ?? false
    }
  }
}

/// The entries of a record that a finding tells of, in the order of the lists.
struct ListedEntries {
  /// Entries by name that are written out; the rest are counted.
  static let most = 5
  private(set) var told: [Int] = []
  private(set) var count = 0
  /// The confidence of the best match.
  private(set) var confidence = 0
  /// Whether nothing but the name speaks for any of them.
  private(set) var isNameAlone = true

  /// Notes every entry that has a number of whom `role` means, and writes it out.
  mutating func write(
    byNumberOf role: ListedRole, _ record: RecordView, ofOrganisation: Bool, _ list: NameList,
    to evidence: inout [UInt8], in language: Language
  ) {
    _ = list.first(byNumberOf: role, record, ofOrganisation: ofOrganisation) { place, element in
      if note(place, 95) {
        list.write(entry: place, to: &evidence, in: language)
        list.write(
          numberOf: role, element, record, at: place, ofOrganisation: ofOrganisation,
          to: &evidence, in: language)
      }
      isNameAlone = false
      return false
    }
  }

  /// The same of every entry that may be meant by name.
  mutating func write(
    byNameOf role: ListedRole, _ record: RecordView, ofOrganisation: Bool, _ list: NameList,
    to evidence: inout [UInt8], in language: Language
  ) {
    _ = list.first(byNameOf: role, record, ofOrganisation: ofOrganisation) { place, listed in
      if note(place, listed.confidence) {
        list.write(entry: place, to: &evidence, in: language)
        listed.write(to: &evidence, in: language)
      }
      if !listed.isNameAlone { isNameAlone = false }
      return false
    }
  }

  private mutating func note(_ place: Int, _ sure: Int) -> Bool {
    if told.contains(place) { return false }
    count += 1
    confidence = max(confidence, sure)
    if told.count == Self.most { return false }
    told.append(place)
    return true
  }

  /// Says how many entries were left out.
  func writeRest(to evidence: inout [UInt8], in language: Language) {
    if count <= told.count { return }
    evidence.append(zh: "；另有", en: "; and ", in: language)
    evidence.append(decimal: count - told.count)
    evidence.append(zh: "条相符的记录", en: " more entries", in: language)
  }
}
