import Findings
import Records
import References
import Registries

/// What the IND rules work out of a record once: what its industry code stands for.
package struct IndustryFacts: Sendable {
  package enum Standing: UInt8, Sendable {
    case empty
    /// In no edition of GB/T 4754.
    case unknown
    /// A section, a division or a group.
    case coarse
    /// A class of the current edition, as far as the record tells.
    case current
    /// A class of older editions only, or of an older edition by what the record tells.
    case superseded
  }

  private var known = false
  package private(set) var standing = Standing.empty
  /// Place of the code in `IndustryCodes`, or -1.
  package private(set) var place: Int = -1
  /// Editions that the code may be meant in, after what else the record tells.
  package private(set) var plausible: IndustryEditions = []
  /// What scope and name say against the code, once a rule has asked.
  package var verdict: ScopeVerdict?

  package init() {}

  package mutating func read(_ record: RecordView, _ industry: Industry) {
    if known { return }
    known = true
    let text = record[.industryCode]
    if text.isEmpty { return }
    let reading = industry.codes.read(text)
    if reading.place < 0 {
      standing = .unknown
      return
    }
    place = reading.place
    let entry = industry.codes[place]
    plausible = entry.editions
    if entry.level != .class {
      standing = .coarse
      return
    }
    let current = industry.current
    let moved = entry.moved(in: current)
    if moved.isEmpty, !entry.editions.isDisjoint(with: .since(current)) {
      standing = .current
      return
    }
    narrow(record, reading, industry)
    let older = plausible.isSubset(of: .before(current))
    standing =
      older && (!entry.editions.contains(current) || plausible.isSubset(of: moved))
      ? .superseded : .current
  }

  /// Leaves out the editions that the rest of the record speaks against; evidence that
  /// would leave none is not heard.
  private mutating func narrow(
    _ record: RecordView, _ reading: IndustryCodes.Reading, _ industry: Industry
  ) {
    keep(IndustryEditions.stated(in: record[.industryEdition]))
    if reading.letter != 0 {
      var fitting: IndustryEditions = []
      for edition in IndustryEdition.allCases
      where industry.codes.section(place, in: edition) == reading.letter {
        fitting.insert(IndustryEditions(edition))
      }
      keep(fitting)
    }
    let name = record[.industryName]
    if !name.isEmpty, name.count <= 300 {
      keep(industry.codes.editions(place, named: IndustryCodes.hash(name), among: plausible))
    }
    if case .day(let opened) = DateReading(record[.openedDate]) {
      keep(.since(.inForce(on: opened)))
    }
  }

  private mutating func keep(_ editions: IndustryEditions) {
    let kept = plausible.intersection(editions)
    if !kept.isEmpty { plausible = kept }
  }

  /// Older editions in which the code stands for something else than it does now, where
  /// the record does not tell which edition is meant.
  package func ambiguous(_ industry: Industry) -> IndustryEditions {
    guard standing == .current, place >= 0, plausible.contains(industry.current) else { return [] }
    return plausible.intersection(industry.codes[place].moved(in: industry.current))
  }
}

/// The classification as of a day, as the IND rules use it.
package struct Industry: Sendable {
  package let codes: IndustryCodes
  /// The edition to check against.
  package let current: IndustryEdition
  /// Where industry codes may be looked up; nil where no registry carries them.
  private let registry: RegistryIndex?

  package init?(_ context: Context) {
    guard let codes = context.reference(IndustryCodes.self) else { return nil }
    self.codes = codes
    current = context.industryEdition
    let registry = context.registry("business")
    self.registry = registry.flatMap { $0.records.carries(.industryCode) ? $0 : nil }
  }

  /// Whether a code is a class of the current edition.
  package func isCurrentClass(_ place: Int) -> Bool {
    codes[place].level == .class && codes[place].editions.contains(current)
  }

  /// The class of the current edition that the business registry gives the record's
  /// organisation, or nil.
  package func registered(_ record: RecordView, _ facts: inout Facts) -> Int? {
    guard let registry, let match = facts.registry.place(record, in: registry) else { return nil }
    let place = codes.read(registry.records[match][.industryCode]).place
    guard place >= 0, isCurrentClass(place), codes[place].moved(in: current).isEmpty else {
      return nil
    }
    return place
  }

  /// The only class of the current edition with the record's industry name, or nil.
  package func named(_ record: RecordView) -> Int? {
    codes.place(named: record[.industryName], in: current)
  }

  /// Appends `3825 光伏设备及元器件制造`.
  package func write(_ place: Int, _ edition: IndustryEdition, to text: inout [UInt8]) {
    codes.appendCode(place, to: &text)
    text.append(UInt8(ascii: " "))
    codes.appendName(place, in: edition, to: &text)
  }

  /// Appends some classes of the current edition, at most eight.
  package func write(_ places: [Int], to text: inout [UInt8], in language: Language) {
    for (index, place) in places.prefix(8).enumerated() {
      if index > 0 { text.append(zh: "；", en: "; ", in: language) }
      write(place, current, to: &text)
    }
    if places.count > 8 {
      text.append(zh: "；等共", en: "; … in all ", in: language)
      text.append(decimal: places.count)
      text.append(zh: "个", en: "", in: language)
    }
  }

  /// Proposes a class of the current edition; the customer confirms.
  package func propose(
    _ place: Int, confidence: Int, zh: StaticString, en: StaticString,
    _ finding: inout FindingWriter
  ) {
    codes.appendCode(place, to: &finding.suggestion)
    if finding.expected.isEmpty { write(place, current, to: &finding.expected) }
    finding.confidence = confidence
    finding.action = .confirm
    finding.evidence.append(zh: zh, en: en, in: finding.language)
  }

  /// Proposes what the registry or the recorded name says, in this order; false for nothing.
  package func propose(
    for record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) -> Bool {
    if let place = registered(record, &facts) {
      propose(
        place, confidence: 90, zh: "登记信息的行业代码；", en: "industry code of the registry; ", &finding)
      if let registry {
        facts.registry.writeGrade(to: &finding.evidence, registry, in: finding.language)
      }
      return true
    }
    if let place = named(record) {
      propose(
        place, confidence: 90, zh: "登记的行业名称与该小类名称一致",
        en: "the recorded industry name is the name of this class", &finding)
      return true
    }
    return false
  }
}
