import Findings
import Records
import Registries
import TestSupport
import Testing
import Validators

@Suite struct `The identity rules` {
  static let types: [any RecordValidator.Type] = [
    IdentityDocumentMissing.self, ResidentIdMalformed.self, ResidentIdCheckDigitWrong.self,
    ResidentIdBirthDateImpossible.self, ResidentIdRegionNeverExisted.self,
    BirthDateContradictsResidentId.self, SexContradictsResidentId.self,
    ResidentIdFifteenDigits.self,
    IdentityDocumentExpired.self, IdentityDocumentExpiresSoon.self,
    DocumentValidityContradictsAge.self,
    DocumentTypeContradictsNumber.self, PermitNumberMalformed.self, NameMissing.self,
    NamePlaceholder.self,
    NameWithForeignCharacters.self, CreditCodeMissing.self, CreditCodeMalformed.self,
    CreditCodeCheckCharacterWrong.self, CreditCodeAuthorityUnknown.self,
    CreditCodeOrganisationCodeWrong.self, LegacyLicenceNumber.self,
    LegacyLicenceCheckDigitWrong.self,
    LegalRepresentativeDocumentWrong.self, LegalRepresentativeDocumentExpired.self,
    LicenceExpired.self,
  ]

  /// Runs a rule on a batch of one record; the finding where it fails.
  private static func run<V: RecordValidator>(_ validator: V, _ batch: RecordBatch) -> (
    Outcome, FindingWriter?
  ) {
    var facts = Facts()
    let outcome = validator.check(batch[0], &facts)
    guard outcome == .failed else { return (outcome, nil) }
    var finding = FindingWriter(language: .en)
    finding.begin(
      FindingWriter.RulePrefix(V.rule, severity: V.rule.severity, language: .en),
      party: batch.layout.party, key: [UInt8]().span, branch: [UInt8]().span, owner: [UInt8]().span,
      source: "test", row: 1)
    validator.explain(batch[0], &facts, &finding)
    return (outcome, finding)
  }

  @Test func `no longer fail when their suggestion is taken`() {
    let context = Context.sample()
    var taken = 0
    func examine<V: RecordValidator>(_ type: V.Type) {
      let validator = V(context)
      for example in V.rule.examples where example.outcome == .failed && example.missing == nil {
        let party = example.party ?? V.rule.parties[0]
        let (_, finding) = Self.run(validator, RecordBatch(party: party, records: [example.cells]))
        guard let finding, !finding.suggestion.isEmpty, let element = finding.element else {
          continue
        }
        var cells = example.cells
        cells[element] = String(decoding: finding.suggestion, as: UTF8.self)
        let (outcome, _) = Self.run(validator, RecordBatch(party: party, records: [cells]))
        #expect(outcome == .passed, "\(V.rule.id) line \(example.line)")
        taken += 1
      }
    }
    for type in Self.types { examine(type) }
    #expect(taken > 30)
  }

  @Test func `say of a malformed number that it is malformed, and nothing else`() {
    let context = Context.sample()
    for number in [
      "110101 199003077715", "1101011990023077", "12345", "11O101199003077715", "1.10101E+17",
    ] {
      let batch = RecordBatch(
        party: .person,
        records: [
          [
            .documentType: "1010", .documentNumber: number, .birthDate: "1980-01-01", .sex: "2",
            .name: "张伟",
          ]
        ])
      func fails<V: RecordValidator>(_ type: V.Type) -> Bool {
        Self.run(V(context), batch).0 == .failed
      }
      let failed = Self.types.filter { $0.rule.parties == [.person] && fails($0) }.map {
        $0.rule.id
      }
      #expect(failed == ["IDN002"], "\(number)")
    }
  }

  @Test func `believe the registry rather than arithmetic`() {
    let known = RecordBatch(
      party: .organisation,
      records: [[.creditCode: "91360702MA35F5H94C", .licenceNumber: "360702210001230"]])
    let registry = RegistryIndex(
      name: "business", asOf: Day("2026-10-15")!,
      records: FrozenRecords(layout: known.layout, batches: [known]))
    let code = RecordBatch(party: .organisation, records: [[.creditCode: "91360702MA35F5H94C"]])
    let licence = RecordBatch(party: .organisation, records: [[.licenceNumber: "360702210001230"]])
    for (registries, outcome) in [([:], Outcome.failed), (["business": registry], .passed)] {
      let context = Context(asOf: exampleDay, mappings: nil, registries: registries)
      #expect(Self.run(CreditCodeCheckCharacterWrong(context), code).0 == outcome)
      #expect(Self.run(LegacyLicenceCheckDigitWrong(context), licence).0 == outcome)
    }
  }

  @Test func `bear any bytes, and find the same alone and in a block`() {
    let context = Context.sample()
    var numbers = SeededNumbers(seed: 10)
    let elements: [DataElement] = [
      .name, .sex, .birthDate, .documentType, .documentNumber, .documentIssueDate,
      .documentExpiryDate,
      .creditCode, .licenceNumber, .organisationCode, .taxNumber, .licenceExpiryDate,
      .legalRepresentativeDocumentType, .legalRepresentativeDocumentNumber,
      .legalRepresentativeDocumentExpiryDate,
    ]
    let material = Self.types.flatMap { $0.rule.examples }.flatMap { $0.cells.values }.map {
      Array($0.utf8)
    }
    var failures = 0
    func examine<V: RecordValidator>(_ type: V.Type, _ batch: RecordBatch) {
      let validator = V(context)
      let (outcome, finding) = Self.run(validator, batch)
      var facts = [Facts()]
      var outcomes = [Outcome.passed.code]
      validator.check(batch, 0..<1, facts: &facts, outcomes: &outcomes)
      #expect(outcomes == [outcome.code])
      guard var finding else { return }
      failures += 1
      #expect((finding.confidence == nil) == finding.suggestion.isEmpty, "\(V.rule.id)")
      #expect(finding.action != .auto || !finding.suggestion.isEmpty, "\(V.rule.id)")
      finding.end()
      #expect(!finding.findings.isEmpty)
    }
    for _ in 0..<400 {
      var batch = RecordBatch(layout: RecordLayout(party: .person, elements: elements))
      batch.cells.append(.empty)
      for _ in elements {
        var value = material[numbers.below(material.count)]
        if numbers.below(3) == 0, !value.isEmpty {
          value[numbers.below(value.count)] = UInt8(truncatingIfNeeded: numbers.next())
        }
        if numbers.below(8) == 0 {
          value = (0..<numbers.below(30)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        }
        let start = batch.bytes.count
        batch.bytes += value
        batch.cells.append(Cell(batch.bytes.span.trimmedRange(start..<batch.bytes.count)))
      }
      batch.lines.append(0)
      for type in Self.types { examine(type, batch) }
    }
    #expect(failures > 500)
  }
}
