import Findings
import Records
import TestSupport
import Testing
import Validators

@Suite struct `Notes on owners of accounts` {
  /// Organisations of the sample registry, some with several records of one customer.
  static let records: [[DataElement: String]] = {
    let codes = [
      "91360702MA35F5H94J", "91360702MA36T0A18J", "91360702MA36T0B22N", "91360703MA36T0C37B",
      "91360700MA36T0D414", "91360702MA36T0E567", "91360702MA36T0J90F", "",
    ]
    var random = SeededGenerator(seed: 17)
    return (0..<300).map { _ in
      [
        .customerKey: "C\(Int.random(in: 0..<120, using: &random))",
        .creditCode: codes.randomElement(using: &random) ?? "",
        .legalRepresentative: ["钟小军", "刘桂英", "王一"].randomElement(using: &random) ?? "",
        .name: "赣州市章贡区向阳商贸有限公司",
        .licenceExpiryDate: ["长期", "2020-01-01", "2025-12-31", ""].randomElement(using: &random)
          ?? "",
        .legalRepresentativeDocumentExpiryDate: ["长期", "2021-05-06"].randomElement(
          using: &random) ?? "",
      ]
    }
  }()

  static func notes(_ records: [[DataElement: String]]) -> [OwnerNote] {
    let reader = OwnerReader(.sample())
    let batch = RecordBatch(party: .organisation, records: records)
    return records.indices.map { place in
      var facts = Facts()
      return reader.note(batch[place], &facts)
    }
  }

  @Test func `merge in any order and grouping`() {
    for start in stride(from: 0, to: 280, by: 20) {
      expectMergeable(Array(Self.notes(Self.records)[start..<(start + 9)]), empty: OwnerNote())
    }
  }

  @Test func `give one table for any split of the organisations`() {
    let reader = OwnerReader(.sample())
    func table(cores: Int, seed: UInt64) -> OwnerTable {
      var random = SeededGenerator(seed: seed)
      var parts = [OwnerCollector](repeating: OwnerCollector(), count: cores)
      for (line, record) in Self.records.enumerated().shuffled(using: &random) {
        let batch = RecordBatch(party: .organisation, records: [record])
        var facts = Facts()
        let note = reader.note(batch[0], &facts)
        parts[Int.random(in: 0..<cores, using: &random)].add(
          batch[0], note, at: RecordPosition(source: 0, file: 0, line: line))
      }
      parts.shuffle(using: &random)
      return OwnerTable(parts)
    }
    let whole = table(cores: 1, seed: 1)
    let keys = Set(Self.records.compactMap { $0[.customerKey] })
    #expect(whole.count == keys.count)
    for cores in [2, 3, 7] {
      let split = table(cores: cores, seed: UInt64(cores))
      #expect(split.count == whole.count)
      for key in keys {
        guard let one = whole.place(key.utf8.span), let other = split.place(key.utf8.span) else {
          Issue.record("\(key) is lost")
          continue
        }
        #expect(whole.note(one) == split.note(other), "\(key)")
        // Texts are those of the customer's first record.
        let first = Self.records.first { $0[.customerKey] == key }
        for table in [(whole, one), (split, other)] {
          let record = table.0.records[table.1]
          #expect(String(record[.creditCode]) == first?[.creditCode])
          #expect(String(record[.legalRepresentative]) == first?[.legalRepresentative])
        }
      }
    }
  }

  struct Case: Sendable {
    let cells: [DataElement: String]
    let holds: [OwnerCondition]
    let unknown: [OwnerCondition]
  }

  static let papers: [DataElement: String] = [
    .licenceExpiryDate: "长期", .legalRepresentativeDocumentExpiryDate: "长期", .name: "",
    .legalRepresentative: "", .registryStatus: "",
  ]
  static let cases = [
    Case(cells: [.creditCode: "91360702MA35F5H94J"], holds: [], unknown: []),
    Case(cells: [.creditCode: "91360702MA36T0A18J"], holds: [.deregistered], unknown: []),
    Case(
      cells: [.creditCode: "91360702MA36T0A18J", .registryStatus: "注销"],
      holds: [.deregistered], unknown: []),
    Case(cells: [.creditCode: "91360702MA36T0B22N"], holds: [.revoked], unknown: []),
    Case(
      cells: [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟大军"],
      holds: [.representativeChanged], unknown: []),
    Case(
      cells: [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳文具店"],
      holds: [.nameChanged], unknown: []),
    Case(cells: [.creditCode: "91360702MA36T0E567"], holds: [.listed], unknown: []),
    Case(
      cells: [
        .creditCode: "91360702MA35F5H94J", .licenceExpiryDate: "2020-01-01",
        .legalRepresentativeDocumentExpiryDate: "20260101",
      ], holds: [.licenceExpired, .representativeDocumentExpired], unknown: []),
    // A unit of another authority has no conditions of the business registry.
    Case(cells: [.creditCode: "12360700MB0X000059"], holds: [], unknown: []),
    // The registry does not cover the province.
    Case(
      cells: [.creditCode: "91440300MA36T0K11W"], holds: [],
      unknown: [.unmatched, .deregistered, .revoked, .nameChanged, .representativeChanged]),
    Case(cells: [.creditCode: "12360700MB0X000053"], holds: [], unknown: []),
    // The number of a person's document; a number that cannot be of a unit of the regulator's,
    // and one that can.
    Case(
      cells: [.creditCode: "11010519491231002X"], holds: [],
      unknown: [.unmatched, .deregistered, .revoked, .nameChanged, .representativeChanged]),
    Case(
      cells: [.creditCode: "BVI 1234567"], holds: [],
      unknown: [.unmatched, .deregistered, .revoked, .nameChanged, .representativeChanged]),
    Case(
      cells: [.creditCode: "91360702MA35F5H94"], holds: [.unmatched],
      unknown: [.deregistered, .revoked, .nameChanged, .representativeChanged]),
    // The registry ought to have it, and does not; or has no status for it.
    Case(
      cells: [.creditCode: "91360702MA36T0J90F"], holds: [.unmatched],
      unknown: [.deregistered, .revoked, .nameChanged, .representativeChanged]),
    Case(
      cells: [.creditCode: "91360702MA36T0H8XJ"], holds: [.listed],
      unknown: [.deregistered, .revoked]),
    Case(
      cells: [.creditCode: "", .licenceExpiryDate: ""], holds: [],
      unknown: [
        .unmatched, .deregistered, .revoked, .nameChanged, .representativeChanged, .listed,
        .licenceExpired,
      ]),
  ]

  @Test(arguments: cases) func `tell what holds and what is not known`(_ c: Case) {
    let note = Self.notes([Self.papers.merging(c.cells) { $1 }])[0]
    for condition in OwnerCondition.allCases {
      let expected: OwnerNote.Standing =
        c.holds.contains(condition) ? .holds : c.unknown.contains(condition) ? .unknown : .holdsNot
      #expect(note.standing(condition) == expected, "\(condition) \(c.cells)")
    }
  }
}
