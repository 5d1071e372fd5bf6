import Records

/// Faults of address, telephone and e-mail.
extension OrganisationFaults {
  func plantPlace(
    _ fault: OrganisationFault, _ random: inout SampleRandom, _ made: inout Made
  ) -> OrganisationFault.Planted? {
    let county = world.regions.counties[made.organisation.county]
    let phone = made.organisation.fields.text(.phone)
    func plant(_ rule: String, _ field: OrganisationField, _ text: String)
      -> OrganisationFault.Planted
    {
      made.organisation.fields.set(field, text)
      return [(rule, field)]
    }
    /// The registry has the same address.
    func plantInBoth(_ rule: String, _ address: String) -> OrganisationFault.Planted {
      made.registry?.address = address
      return plant(rule, .address, address)
    }
    switch fault {
    case .addressMissing: return plant("ADR001", .address, "")
    case .addressPlaceholder:
      return plant("ADR002", .address, ["无", "不详", "见营业执照", "同上"][random.below(2)])
    case .addressWithoutCounty:
      // The registry has the same road, and says in which county.
      let text = "红旗路\(random.in(11...280))号\(random.in(1...30))栋"
      made.registry?.address = String(decoding: county.fullName, as: UTF8.self) + text
      return plant("ADR003", .address, text)
    case .regionUnknown: return plant("ADR005", .regionCode, ["360799", "360798"][random.below(2)])
    case .regionSuperseded:
      let codes = world.regions.births[county.birth].codes
      guard let old = codes.last(where: { $0 != 0 && Int($0) != county.code }) else { return nil }
      return plant("ADR006", .regionCode, String(old))
    case .regionContradicts:
      let others = world.regions.counties.filter {
        $0.city == county.city && $0.code != county.code
      }
      guard !others.isEmpty else { return nil }
      return plant("ADR007", .regionCode, String(others[random.below(others.count)].code))
    case .postcodeContradicts:
      return plant("ADR008", .postcode, ["100080", "510000"][random.below(2)])
    case .addressTooShort:
      made.organisation.fields.set(.address, county.name)
      return [("ADR004", .address), ("ADR015", .address)]
    case .addressWithoutDetail:
      return plantInBoth("ADR004", String(decoding: county.fullName, as: UTF8.self) + "工业大道")
    case .addressAbolished:
      guard let former = county.formerName else { return nil }
      let above = county.fullName.dropLast(county.name.utf8.count)
      return plantInBoth(
        "ADR010",
        String(decoding: above, as: UTF8.self) + former + "工业大道\(random.in(11...280))号")
    case .townshipUnknown:
      let name = SampleRegions.inventedTownships[random.below(3)]
      return plantInBoth(
        "ADR016",
        String(decoding: county.fullName, as: UTF8.self) + name
          + "工业大道\(random.in(11...280))号")
    case .addressOfBank:
      let branches = world.branches.branches.filter { $0.county == made.organisation.county }
      guard !branches.isEmpty else { return nil }
      return plantInBoth("ADR014", branches[random.below(branches.count)].address)
    case .phoneOfBank:
      let branches = world.branches.branches.filter { $0.county == made.organisation.county }
      guard !branches.isEmpty else { return nil }
      return plant("CTC007", .phone, branches[random.below(branches.count)].phone)
    case .areaCodeContradicts:
      let area = ["010", "021", "0755", "0571"][random.below(4)]
      let local = world.phones.landline(random.below(1_000_000), digits: 8)
      return plant("CTC005", .phone, "\(area)-\(String(decoding: local, as: UTF8.self))")
    case .emailMalformed:
      return plant("CTC009", .email, ["caiwu163.com", "office@", "kj@@qq.com"][random.below(3)])
    case .phoneMissing: return plant("CTC001", .phone, "")
    case .phoneMalformed:
      guard phone.hasPrefix("1") else { return nil }
      return plant("CTC002", .phone, String(phone.dropLast()))
    case .phonePlaceholder:
      return plant("CTC003", .phone, ["88888888", "12345678", "13800000000"][random.below(3)])
    case .prefixUnassigned:
      guard phone.hasPrefix("1") else { return nil }
      return plant("CTC004", .phone, "142" + phone.dropFirst(3))
    default:
      guard phone.hasPrefix("0") else { return nil }
      return plant("CTC008", .phone, String(phone.drop { $0 != "-" }.dropFirst()))
    }
  }
}
