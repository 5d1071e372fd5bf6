import Records

/// Organisations recorded twice, and ways in which the registry differs.
extension OrganisationFaults {
  /// The same organisation under two customer numbers, or one number for two.
  func plantRepeated(
    _ fault: OrganisationFault, _ index: Int, _ random: inout SampleRandom, _ made: inout Made
  ) -> OrganisationFault.Planted? {
    let partner = index - Self.distance
    guard partner >= 0, kind(partner) == nil, difference(partner) == nil else { return nil }
    let other = maker.make(partner)
    if fault == .keyRepeated {
      made.organisation.fields.set(.customerKey, other.fields.text(.customerKey))
      return [("DUP006", .customerKey)]
    }
    // Codes of the pilot are not asked for their check character.
    if fault == .likelySame,
      other.kind != .company || other.fields.text(.creditCode).dropFirst(8).hasPrefix("M0000")
    {
      return nil
    }
    let key = made.organisation.fields.text(.customerKey)
    let branch = made.organisation.fields.text(.branch)
    made.organisation = other
    made.organisation.fields.set(.customerKey, key)
    made.organisation.fields.set(.branch, branch)
    if fault == .sameCode { return [("DUP003", .creditCode)] }
    // The name in another form, and the last character of the code wrong. Where the licence
    // number is the code, the registry is found by it and knows the name.
    let name = other.fields.text(.name)
    if other.hasOldLicence, random.chance(800), name.hasSuffix("有限公司"), !name.hasSuffix("股份有限公司") {
      made.organisation.fields.set(.name, name.dropLast(4) + "有限责任公司")
    }
    var code = Array(other.fields.text(.creditCode).uppercased().utf8)
    code[17] = code[17] == UInt8(ascii: "3") ? UInt8(ascii: "7") : UInt8(ascii: "3")
    made.organisation.fields.set(.creditCode, String(decoding: code, as: UTF8.self))
    return [("DUP005", .name), ("IDN019", .creditCode)]
  }

  func plantRegistry(
    _ fault: OrganisationFault, _ index: Int, _ random: inout SampleRandom, _ made: inout Made
  ) -> OrganisationFault.Planted? {
    // A code of the pilot speaks of a province that the extract does not cover.
    guard var row = made.registry, row.creditCode.dropFirst(2).hasPrefix("36") else { return nil }
    switch fault {
    case .notInRegistry:
      made.registry = nil
      return [("REG001", .creditCode)]
    case .deregistered:
      row.status = random.chance(700) ? "注销" : "吊销，已注销"
      made.registry = row
      return [("REG002", nil)]
    case .revoked:
      row.status = random.chance(800) ? "吊销，未注销" : "撤销"
      made.registry = row
      return [("REG003", nil)]
    case .nameChanged:
      guard made.organisation.kind == .company else { return nil }
      let word = world.employers.word((index * 31 + 7) % world.employers.wordCount)
      row.formerName = row.name
      row.name = "江西\(word)实业有限公司"
      made.registry = row
      return [("REG004", .name)]
    default:
      var name: [UInt8] = []
      repeat {
        name.removeAll()
        _ = world.names.append(
          male: random.chance(600), birthYear: random.in(1968...1996), &random, to: &name)
      } while String(decoding: name, as: UTF8.self) == row.legalRepresentative
      row.legalRepresentative = String(decoding: name, as: UTF8.self)
      made.registry = row
      return [("REG005", .legalRepresentative)]
    }
  }
}
