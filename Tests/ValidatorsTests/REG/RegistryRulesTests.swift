import Findings
import Records
import Registries
import TestSupport
import Testing
import Validators

@Suite struct `Words for the standing of an organisation` {
  @Test(arguments: [
    ("存续", RegistryStatus.active), ("在业", .active), ("存续（在营、开业、在册）", .active), ("开业", .active),
    ("迁入", .active), ("注销", .deregistered), ("已注销", .deregistered), ("注销登记", .deregistered),
    ("注销企业", .deregistered), ("吊销，已注销", .deregistered), ("吊销,已注销", .deregistered),
    ("吊销后注销", .deregistered), ("吊销，未注销", .revoked), ("吊销,未注销", .revoked), ("吊销未注销", .revoked),
    ("吊销", .revoked), ("已吊销", .revoked), ("撤销", .undone), ("责令关闭", .undone), ("拟注销", .other),
    ("正在注销", .other), ("简易注销公告", .other), ("迁出", .movedOut), ("已迁出", .movedOut),
    ("迁出至广东省", .movedOut), ("停业", .other), ("清算", .other),
    ("歇业", .other), ("天书", .other),
  ])
  func `are understood`(_ word: String, _ status: RegistryStatus) {
    let read = RegistryStatus(word.utf8.span)
    #expect(read == status)
  }

  @Test func `say nothing when there are none`() {
    let read = RegistryStatus("".utf8.span)
    #expect(read == nil)
  }
}

@Suite struct `Names of companies and persons` {
  @Test func `are found in lists of former names`() {
    let list = "甲有限公司；乙(香港)公司, 丙厂、丁店/戊行|己社\n庚"
    for name in ["甲有限公司", "乙（香港）公司", "丙厂", "丁店", "戊行", "己社", "庚"] {
      #expect(among(list, name), "\(name)")
    }
    for name in ["甲", "乙公司", "", "甲有限公司；乙(香港)公司"] { #expect(!among(list, name), "\(name)") }
    #expect(!among("", "甲"))
    #expect(!among("；；", ""))
  }

  @Test func `are alike in percent`() {
    #expect(likeness("甲乙丙公司", "甲乙丙公司") == 100)
    #expect(likeness("甲", "甲") == 100)
    #expect(likeness("甲乙", "丙丁") == 0)
    #expect(likeness("", "") == 100)
    let part = likeness("赣州向阳商贸公司", "赣州向阳商贸有限公司")
    #expect(part > 50 && part < 100)
    #expect(part == likeness("赣州向阳商贸有限公司", "赣州向阳商贸公司"))
  }

  @Test func `of persons do without dots and blanks`() {
    #expect(samePerson("买买提·艾力", "买买提．艾力"))
    #expect(samePerson("·买买提艾力·", "买买提 艾力"))
    #expect(!samePerson("王伟", "王玮"))
    #expect(!samePerson("王伟", "王"))
  }

  func among(_ list: String, _ name: String) -> Bool {
    CompanyName.isAmong(list.utf8.span, name.utf8.span)
  }
  func likeness(_ a: String, _ b: String) -> Int { CompanyName.likeness(a.utf8.span, b.utf8.span) }
  func samePerson(_ a: String, _ b: String) -> Bool { PersonName.equal(a.utf8.span, b.utf8.span) }
}

@Suite struct `The rules on the business registry` {
  let context = Context.sample()

  /// Cells of a record of the sample registry, as if the bank had copied them.
  func copy(_ index: Int) -> [DataElement: String] {
    let registry = RegistryIndex.sample
    let record = registry.records[index]
    var cells: [DataElement: String] = [:]
    for element in registry.parts[0].records.layout.elements {
      cells[element] = String(record[element])
    }
    return cells
  }

  @Test func `find no fault with a copy of the registry`() {
    for index in 0..<RegistryIndex.sample.records.count {
      let cells = copy(index)
      #expect(Judgement(NotInRegistry(context), cells).outcome == .passed)
      #expect(Judgement(NameChanged(context), cells).outcome == .passed)
      for outcome in [
        Judgement(Deregistered(context), cells).outcome,
        Judgement(LicenceRevoked(context), cells).outcome,
        Judgement(LegalRepresentativeChanged(context), cells).outcome,
        Judgement(RegisteredAddressChanged(context), cells).outcome,
        Judgement(RegisteredCapitalChanged(context), cells).outcome,
        Judgement(BusinessScopeChanged(context), cells).outcome,
        Judgement(EnterpriseTypeChanged(context), cells).outcome,
        Judgement(IndustryDiffersFromRegistry(context), cells).outcome,
        Judgement(MovedOut(context), cells).outcome,
        Judgement(CreditCodeMatchesAnotherName(context), cells).outcome,
      ] { #expect(outcome == .passed || outcome == .notApplicable, "\(cells)") }
    }
  }

  @Test func `notice any change of a character of the name`() {
    for index in 0..<RegistryIndex.sample.records.count {
      var cells = copy(index)
      let name = Array<Character>(cells[.name] ?? "")
      for place in name.indices where !"（）".contains(name[place]) {
        var changed = name
        changed[place] = "某"
        cells[.name] = String(changed)
        let judgement = Judgement(NameChanged(context), cells)
        #expect(judgement.outcome == .failed)
        #expect(judgement.expected == String(name))
      }
    }
  }

  @Test func `say how old the registry is and how the match was made`() {
    let dead = Judgement(
      Deregistered(context), [.licenceNumber: "91360702MA36T0A18J", .creditCode: ""])
    #expect(dead.outcome == .failed)
    #expect(dead.evidence.contains("2026-10-15"))
    #expect(dead.evidence.contains("精确匹配"))
    let renamed = Judgement(
      NameChanged(context), [.creditCode: "91360700MA36T0D414", .name: "赣州云算电脑有限公司"],
      language: .en)
    #expect(renamed.evidence.contains("exact match by unified social credit code"))
    #expect(renamed.evidence.contains("former name"))
  }

  @Test func `say which lists and why`() {
    let listed = Judgement(
      AbnormalOperationsOrSeriousViolationList(context), [.creditCode: "91360702MA36T0H8XJ"])
    #expect(listed.outcome == .failed, "removed once and listed again")
    #expect(listed.evidence.contains("2025-07-02列入"))
    #expect(listed.evidence.contains("未按规定公示年度报告"))
    #expect(listed.evidence.contains("2026-10-15"))
    let alone = Context(
      asOf: exampleDay, mappings: nil, registries: ["abnormal": .sampleAbnormal])
    let rule = AbnormalOperationsOrSeriousViolationList(alone)
    #expect(Judgement(rule, [.creditCode: "91360702MA36T0H8XJ"]).outcome == .failed)
    let other = Judgement(rule, [.creditCode: "91360702MA36T0A18J"]).outcome
    #expect(other == .notEvaluated(.referenceMissing))
  }

  @Test func `compare nothing else where the code is another's`() {
    var cells = copy(0)
    cells[.name] = "赣州客家建材有限公司"
    cells[.legalRepresentative] = "曾祥福"
    cells[.registeredCapital] = "1"
    cells[.registryStatus] = ""
    cells[.address] = "江西省赣州市章贡区红旗大道86号"
    #expect(Judgement(CreditCodeMatchesAnotherName(context), cells).outcome == .failed)
    for outcome in [
      Judgement(NameChanged(context), cells).outcome,
      Judgement(LegalRepresentativeChanged(context), cells).outcome,
      Judgement(RegisteredCapitalChanged(context), cells).outcome,
      Judgement(RegisteredAddressChanged(context), cells).outcome,
      Judgement(Deregistered(context), cells).outcome, Judgement(MovedOut(context), cells).outcome,
    ] { #expect(outcome == .notApplicable) }
  }

  @Test func `give the grade with its reason`() {
    let renamed = Judgement(
      NameChanged(context),
      [.creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限责任公司"])
    #expect(renamed.evidence.contains("相近（“有限公司”与“有限责任公司”之别）"))
    let lost = Judgement(
      LegalRepresentativeChanged(context),
      [.creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟?军"], language: .en)
    #expect(lost.evidence.contains("similar (the bank's has substitutes for rare characters)"))
    let wider = Judgement(
      BusinessScopeChanged(context),
      [.creditCode: "91360702MA35F5H94J", .businessScope: "日用百货销售；烟草制品零售"])
    #expect(wider.evidence.contains("登记信息另有「办公用品销售」「文具用品零售"))
    #expect(wider.evidence.contains("仅本行登记有「烟草制品零售」"))
  }

  @Test func `say how many days old the extract is beyond the set age`() throws {
    let later = Context(
      asOf: try #require(Day("2027-04-14")), mappings: Repository.mappings,
      registries: ["business": .sample])
    let cells: [DataElement: String] = [.creditCode: "91360702MA36T0A18J"]
    #expect(Judgement(Deregistered(later), cells).evidence.contains("181天"))
    #expect(!Judgement(Deregistered(context), cells).evidence.contains("滞后"))
    let patient = Context(
      asOf: try #require(Day("2027-04-14")), mappings: Repository.mappings,
      parameters: ["REG002": ["max-age-days": .integer(181)]],
      registries: ["business": .sample])
    #expect(!Judgement(Deregistered(patient), cells).evidence.contains("滞后"))
  }

  @Test func `take an empty term for none where the registry writes it so`() {
    func outcome(_ terms: [String]) -> Outcome {
      let batch = RecordBatch(
        party: .organisation,
        records: terms.enumerated().map {
          [.creditCode: "9136070\($0)MA35F5H94J", .termEndDate: $1, .name: "甲"]
        })
      let registry = RegistryIndex(
        name: "business", asOf: exampleDay,
        records: FrozenRecords(layout: batch.layout, batches: [batch]))
      let context = Context(asOf: exampleDay, mappings: nil, registries: ["business": registry])
      return Judgement(BusinessTermEnded(context), [.creditCode: "91360700MA35F5H94J"]).outcome
    }
    #expect(outcome(["", "2040-01-01"]) == .passed)
    #expect(outcome(["", "2040-01-01", "长期"]) == .notApplicable)
    #expect(outcome(["2026-10-30"]) == .failed)
    #expect(outcome(["2026-10-31"]) == .passed)
    #expect(outcome(["不详"]) == .notEvaluated(.cellUnreadable))
  }

  @Test func `say so where the extract is old`() throws {
    let cells: [DataElement: String] = [.creditCode: "91360702MA36T0J90F"]
    #expect(!Judgement(NotInRegistry(context), cells).evidence.contains("滞后"))
    let later = Context(
      asOf: try #require(Day("2027-02-01")), mappings: nil, registries: ["business": .sample])
    #expect(Judgement(NotInRegistry(later), cells).evidence.contains("滞后"))
    let patient = Context(
      asOf: try #require(Day("2027-02-01")), mappings: nil,
      parameters: ["REG001": ["max-age-days": .integer(365)]], registries: ["business": .sample])
    #expect(!Judgement(NotInRegistry(patient), cells).evidence.contains("滞后"))
  }

  @Test func `say nothing where the registry lacks the column`() throws {
    let batch = RecordBatch(
      party: .organisation, records: [[.creditCode: "91360702MA35F5H94J", .name: "甲"]])
    let narrow = RegistryIndex(
      name: "business", asOf: exampleDay,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
    let context = Context(asOf: exampleDay, mappings: nil, registries: ["business": narrow])
    let cells: [DataElement: String] = [
      .creditCode: "91360702MA35F5H94J", .name: "甲", .legalRepresentative: "乙",
    ]
    let missing = Outcome.notEvaluated(.referenceMissing)
    #expect(Judgement(Deregistered(context), cells).outcome == missing)
    #expect(Judgement(LicenceRevoked(context), cells).outcome == missing)
    #expect(Judgement(LegalRepresentativeChanged(context), cells).outcome == missing)
    #expect(Judgement(NameChanged(context), cells).outcome == .passed)
    #expect(
      Judgement(NotInRegistry(context), [.creditCode: "", .licenceNumber: "360700210001230"])
        .outcome
        == missing)
  }

  @Test func `take any bytes`() {
    var random = FixedRandom(21)
    for round in 0..<2000 {
      let code =
        round % 3 == 0
        ? Array("91360700MA36T0D414".utf8)
        : round % 3 == 1 ? Array("91360702MA35F5H94J".utf8) : random.bytes(upTo: 18)
      let batch = record(
        .organisation,
        [
          (.creditCode, code), (.name, random.bytes(upTo: 60)),
          (.licenceNumber, random.bytes(upTo: 15)), (.legalRepresentative, random.bytes(upTo: 30)),
          (.registryStatus, random.bytes(upTo: 20)), (.address, random.bytes(upTo: 60)),
          (.registeredCapital, random.bytes(upTo: 20)), (.businessScope, random.bytes(upTo: 90)),
          (.registrationType, random.bytes(upTo: 20)), (.industryCode, random.bytes(upTo: 8)),
          (.licenceExpiryDate, random.bytes(upTo: 12)),
        ])
      #expect(Judgement(RegisteredAddressChanged(context), batch).count <= 1)
      #expect(Judgement(RegisteredCapitalChanged(context), batch, .en).count <= 1)
      #expect(Judgement(BusinessTermEnded(context), batch).count <= 1)
      #expect(Judgement(BusinessScopeChanged(context), batch, .en).count <= 1)
      #expect(Judgement(EnterpriseTypeChanged(context), batch).count <= 1)
      #expect(Judgement(IndustryDiffersFromRegistry(context), batch).count <= 1)
      #expect(Judgement(AbnormalOperationsOrSeriousViolationList(context), batch).count <= 1)
      #expect(Judgement(MovedOut(context), batch).count <= 1)
      #expect(Judgement(CreditCodeMatchesAnotherName(context), batch).count <= 1)
      #expect(Judgement(NotInRegistry(context), batch).count <= 1)
      #expect(Judgement(Deregistered(context), batch).count <= 1)
      #expect(Judgement(LicenceRevoked(context), batch).count <= 1)
      #expect(Judgement(NameChanged(context), batch, .en).count <= 1)
      #expect(Judgement(LegalRepresentativeChanged(context), batch).count <= 1)
    }
  }
}
