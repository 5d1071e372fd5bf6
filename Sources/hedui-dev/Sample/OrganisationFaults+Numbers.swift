import Records

/// Faults of credit code, licence and documents.
extension OrganisationFaults {
  func plantNumber(
    _ fault: OrganisationFault, _ random: inout SampleRandom, _ organisation: inout Organisation
  ) -> OrganisationFault.Planted? {
    var code = Array(organisation.fields.text(.creditCode).uppercased().utf8)
    // Codes of the pilot are older than the standard, and what it asks is not asked of them.
    if organisation.fields.text(.creditCode).dropFirst(8).hasPrefix("M0000") { return nil }
    let isNew = !organisation.hasOldLicence && organisation.kind != .institution
    func set(_ bytes: [UInt8], _ field: OrganisationField, _ organisation: inout Organisation) {
      organisation.fields.set(field, String(decoding: bytes, as: UTF8.self))
    }
    switch fault {
    case .codeMissing:
      guard isNew else { return nil }
      organisation.fields.erase(.creditCode)
      return [("IDN017", .creditCode)]
    case .codeMalformed:
      code.remove(at: random.in(9...15))
      set(code, .creditCode, &organisation)
      return [("IDN018", .creditCode)]
    case .codeCheckWrong:
      code[17] = code[17] == UInt8(ascii: "3") ? UInt8(ascii: "7") : UInt8(ascii: "3")
      set(code, .creditCode, &organisation)
      return [("IDN019", .creditCode)]
    case .authorityUnknown:
      guard isNew else { return nil }
      code.replaceSubrange(0..<2, with: Array("XX".utf8))
      code[17] = SampleNumbers.creditCheck(Array(code[0..<17]))
      set(code, .creditCode, &organisation)
      return [("IDN020", .creditCode)]
    case .organisationCodeWrong:
      guard isNew else { return nil }
      code[16] = code[16] == UInt8(ascii: "5") ? UInt8(ascii: "8") : UInt8(ascii: "5")
      code[17] = SampleNumbers.creditCheck(Array(code[0..<17]))
      set(code, .creditCode, &organisation)
      return [("IDN021", .creditCode)]
    case .licenceLegacy:
      guard organisation.hasOldLicence else { return nil }
      organisation.fields.set(.creditCode, organisation.fields.text(.licenceNumber))
      return [("IDN022", .creditCode)]
    case .licenceCheckWrong:
      guard organisation.hasOldLicence else { return nil }
      var licence = Array(organisation.fields.text(.licenceNumber).utf8)
      licence[14] = (licence[14] - 0x30 + 3) % 10 + 0x30
      set(licence, .licenceNumber, &organisation)
      organisation.fields.erase(.creditCode)
      return [("IDN022", .creditCode), ("IDN023", .licenceNumber)]
    case .representativeDocumentWrong:
      var number = Array(organisation.fields.text(.legalRepresentativeDocumentNumber).utf8)
      number[17] =
        number[17] == UInt8(ascii: "X") ? UInt8(ascii: "3") : (number[17] - 0x30 + 4) % 10 + 0x30
      set(number, .legalRepresentativeDocumentNumber, &organisation)
      return [("IDN024", .legalRepresentativeDocumentNumber)]
    case .representativeDocumentExpired:
      let day = world.asOf.adding(days: -random.in(10...1500))
      organisation.fields.set(.legalRepresentativeDocumentExpiryDate, day.description)
      return [("IDN025", .legalRepresentativeDocumentExpiryDate)]
    default:
      let day = max(
        organisation.established.adding(days: 20), world.asOf.adding(days: -random.in(10...900)))
      organisation.fields.set(.licenceExpiryDate, day.description)
      return [("IDN026", .licenceExpiryDate)]
    }
  }
}
