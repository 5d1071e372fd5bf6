import Records

/// Plants faults in the records of persons.
struct PersonFaults: Sendable {
  let maker: PersonMaker
  /// Records of a thousand that get a fault.
  let share: Int
  /// The organisations that are customers too, and how many; nil where there are none, nor a
  /// business registry.
  let organisations: (faults: OrganisationFaults, count: Int)?
  /// How far back the record lies whose document or key is repeated.
  static let distance = 61

  var world: SampleWorld { maker.world }

  /// The fault that the seed means for a record, or nil.
  func kind(_ index: Int) -> PersonFault? {
    var random = SampleRandom(seed: world.seed, stream: 2, index: index)
    guard random.chance(share) else { return nil }
    return PersonFault.weighted[random.below(PersonFault.weighted.count)]
  }

  /// Makes the record `index` with the fault that the seed means for it, if any.
  func fill(
    _ index: Int, _ fields: inout FieldBuffer<PersonField>, _ other: inout FieldBuffer<PersonField>,
    _ truth: inout [PlantedFault]
  ) {
    let traits = maker.fill(index, &fields)
    guard let first = kind(index) else {
      sharePhone(index, &fields, &other, &truth)
      shareAddress(index, &fields, &other, &truth)
      return
    }
    // A record that is not fit for the fault gets the next that it is fit for.
    var choice = SampleRandom(seed: world.seed, stream: 9, index: index)
    for fault in PersonFault.order(from: first, &choice) {
      var random = SampleRandom(seed: world.seed, stream: 3, index: index)
      guard let planted = plant(fault, index, traits, &random, &fields, &other) else { continue }
      let key = String(decoding: fields[.customerKey], as: UTF8.self)
      for (rule, element) in planted {
        truth.append(
          PlantedFault(source: "persons", recordKey: key, rule: rule, element: element.element))
      }
      if fault.hasPartner {
        let partner = String(decoding: other[.customerKey], as: UTF8.self)
        for (rule, element) in planted where rule.hasPrefix("DUP") {
          truth.append(
            PlantedFault(
              source: "persons", recordKey: partner, rule: rule, element: element.element))
        }
      }
      return
    }
  }

  /// Whether a record stands where some share a telephone.
  static func mayShare(_ index: Int) -> Bool { (40..<60).contains(index % 2000) }

  /// In every two thousand records, six without another fault that stand close together
  /// share a mobile number: that of one of them.
  private func sharePhone(
    _ index: Int, _ fields: inout FieldBuffer<PersonField>,
    _ other: inout FieldBuffer<PersonField>, _ truth: inout [PlantedFault]
  ) {
    let start = index - index % 2000 + 40
    guard share > 0, Self.mayShare(index) else { return }
    let members = (start..<(start + 20)).filter { kind($0) == nil }.prefix(6)
    guard members.count == 6, members.contains(index) else { return }
    for member in members {
      _ = maker.fill(member, &other)
      if other[.phone].first == UInt8(ascii: "1") {
        fields.set(.phone) { $0.append(contentsOf: other[.phone]) }
        truth.append(
          PlantedFault(
            source: "persons", recordKey: String(decoding: fields[.customerKey], as: UTF8.self),
            rule: "CTC006", element: PersonField.phone.element))
        return
      }
    }
  }

  /// In every two thousand records, eight without another fault that stand close together
  /// share a flat: that of the first of them who has one.
  private func shareAddress(
    _ index: Int, _ fields: inout FieldBuffer<PersonField>,
    _ other: inout FieldBuffer<PersonField>, _ truth: inout [PlantedFault]
  ) {
    let start = index - index % 2000 + 80
    guard share > 0, (start..<(start + 24)).contains(index) else { return }
    // A fixed line would contradict the region of the flat.
    let members = (start..<(start + 24)).filter { member in
      guard kind(member) == nil else { return false }
      _ = maker.fill(member, &other)
      return other[.phone].first == UInt8(ascii: "1")
    }.prefix(8)
    guard members.count == 8, members.contains(index) else { return }
    for member in members {
      _ = maker.fill(member, &other)
      guard String(decoding: other[.address], as: UTF8.self).hasSuffix("室") else { continue }
      for field in [PersonField.address, .regionCode, .postcode] {
        fields.set(field) { $0.append(contentsOf: other[field]) }
      }
      truth.append(
        PlantedFault(
          source: "persons", recordKey: String(decoding: fields[.customerKey], as: UTF8.self),
          rule: "ADR013", element: PersonField.address.element))
      return
    }
  }

  private func plant(
    _ fault: PersonFault, _ index: Int, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>, _ other: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    let isCard = traits.hasResidentCard && fields[.documentType].elementsEqual("1010".utf8)
    switch fault {
    case .occupationMissing, .occupationUnknown, .occupationUnclear, .occupationUnclearText,
      .occupationSuperseded, .occupationCoarse, .employerMissing, .employerPlaceholder,
      .minorPaid, .occupationOfChild, .occupationOtherText, .employerContradicts,
      .employerOtherIndustry,
      .employerUnregistered, .textTooLong:
      return plantOccupation(fault, traits, &random, &fields)
    case .addressMissing, .addressPlaceholder, .addressWithoutCounty, .regionUnknown,
      .regionSuperseded, .regionContradicts, .postcodeContradicts, .addressTooShort,
      .divisionsContradict, .addressGarbled, .addressRepeated, .addressWithoutDetail,
      .addressAbolished, .townshipUnknown, .addressOfBank, .addressMisread:
      return plantAddress(fault, traits, &random, &fields)
    case .phoneMissing, .phoneMalformed, .phonePlaceholder, .prefixUnassigned, .landlineBare,
      .emailMalformed, .areaCodeContradicts, .phoneOfBank:
      // Of people from elsewhere a number may be foreign.
      return traits.hasResidentCard ? plantContact(fault, traits, &random, &fields) : nil
    case .documentMissing, .idMalformed, .idCheckWrong, .idDateImpossible, .idRegionUnknown,
      .birthContradicts, .sexContradicts, .idFifteen, .expired, .expiresSoon,
      .nationalityContradicts, .validityContradicts, .typeContradicts, .permitMalformed:
      return isCard ? plantDocument(fault, index, traits, &random, &fields) : nil
    case .nameMissing, .namePlaceholder, .nameStrange, .organisationName, .nameMisread:
      return isCard ? plantName(fault, traits, &random, &fields) : nil
    case .elementMissing:
      let choices: [PersonField] = [.sex, .nationality, .documentExpiryDate]
      let element = choices[random.below(choices.count)]
      // A household register has no end.
      guard isCard || element != .documentExpiryDate else { return nil }
      fields.erase(element)
      return [("CMP001", element)]
    case .payrollElementMissing:
      guard traits.isPayroll else { return nil }
      let element: PersonField = random.chance(500) ? .postcode : .regionCode
      fields.erase(element)
      return [("CMP003", element)]
    case .branchMissing:
      fields.erase(.branch)
      return [("CMP004", .branch)]
    case .codeNotInList:
      let (field, value): (PersonField, String) =
        [(.sex, "3"), (.sex, "未填"), (.nationality, "XYZ"), (.nationality, "999"), (.payroll, "2")][
          random.below(5)]
      // Who is known to be paid through the bank has more asked of the record.
      guard field != .payroll || !traits.isPayroll else { return nil }
      fields.set(field, value)
      return [("CON007", field)]
    case .openedBeforeBirth:
      guard traits.birth.year >= 1960 else { return nil }
      let day = traits.birth.adding(days: -random.in(1...900))
      fields.set(.openedDate) { $0.append(compact: day) }
      return [("CON002", .openedDate)]
    case .dateImpossible:
      let day = random.chance(500) ? "20230230" : "20271215"
      fields.set(.openedDate, day)
      return [("CON006", .openedDate)]
    case .sameDocument, .sameDocumentOtherName, .keyRepeated, .likelySame:
      return plantRepeated(fault, index, traits, &random, &fields, &other)
    }
  }

  /// A record in which every field is wrong, for measuring the worst case.
  func fillWrong(_ index: Int, _ fields: inout FieldBuffer<PersonField>) {
    let traits = maker.fill(index, &fields)
    var random = SampleRandom(seed: world.seed, stream: 3, index: index)
    let name = Array(fields[.name])
    fields.set(.name) {
      $0.append(contentsOf: name)
      $0.append(0x32)
    }
    fields.set(.sex, traits.male ? "女" : "男")
    fields.set(.birthDate) { $0.append(compact: traits.birth.adding(days: 1)) }
    fields.set(.nationality, "USA")
    fields.set(.documentType, "1010")
    fields.set(.documentNumber) {
      SampleIdentity.append(
        region: 362_199, birth: traits.birth, sequence: traits.sequence, to: &$0)
    }
    fields.set(.documentExpiryDate) {
      $0.append(compact: world.asOf.adding(days: -random.in(15...900)))
    }
    fields.set(.occupationCode, "29998")
    fields.set(.occupationText, "其他")
    fields.set(.employer, "无")
    fields.set(.address, "红旗路\(random.in(1...99))号")
    fields.set(.regionCode, "360799")
    fields.set(.postcode, "100080")
    fields.set(.phone, "1380000")
    fields.set(.email, "abc@")
    fields.erase(.riskLevel)
    fields.set(.payroll, "Y")
    fields.set(.openedDate) { $0.append(compact: traits.birth.adding(days: -30)) }
    fields.erase(.branch)
  }
}
