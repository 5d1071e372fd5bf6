import Records

/// Faults of address, telephone and e-mail.
extension PersonFaults {
  func plantAddress(
    _ fault: PersonFault, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    let county = world.regions.counties[traits.county]
    switch fault {
    case .addressMissing:
      fields.erase(.address)
      return [("ADR001", .address)]
    case .addressPlaceholder:
      fields.set(.address, ["无", "不详", "同上", "123"][random.below(4)])
      return [("ADR002", .address)]
    case .addressWithoutCounty:
      guard traits.hasResidentCard else { return nil }
      fields.set(
        .address, "红旗路\(random.in(11...280))号\(random.in(1...30))栋\(random.in(201...904))室")
      return [("ADR003", .address)]
    case .regionUnknown:
      fields.set(.regionCode, ["360799", "360798", "369901", "000000"][random.below(4)])
      return [("ADR005", .regionCode)]
    case .regionSuperseded:
      let codes = world.regions.births[county.birth].codes
      guard let old = codes.last(where: { $0 != 0 && Int($0) != county.code }) else { return nil }
      fields.set(.regionCode) { $0.append(number: Int(old), width: 6) }
      return [("ADR006", .regionCode)]
    case .regionContradicts:
      let others = world.regions.counties.filter {
        $0.city == county.city && $0.code != county.code
      }
      guard !others.isEmpty else { return nil }
      let code = others[random.below(others.count)].code
      fields.set(.regionCode) { $0.append(number: code, width: 6) }
      return [("ADR007", .regionCode)]
    case .postcodeContradicts:
      fields.set(.postcode, ["100080", "510000", "200120", "000000"][random.below(4)])
      return [("ADR008", .postcode)]
    case .divisionsContradict:
      // Below a city another city of its own would not be read as a county.
      let others = world.regions.counties.filter {
        $0.city != county.city && !$0.name.hasSuffix("市")
      }
      guard !others.isEmpty else { return nil }
      let other = others[random.below(others.count)]
      fields.set(
        .address,
        "江西省\(world.regions.cities[county.city])市\(other.name)人民路\(random.in(11...280))号"
          + "\(random.in(1...30))栋\(random.in(201...904))室")
      return [("ADR009", .address)]
    case .addressGarbled:
      let address = String(decoding: county.fullName, as: UTF8.self)
      fields.set(.address, "\(address)锟斤拷锟斤拷路\(random.in(11...280))号")
      return [("ADR011", .address)]
    case .addressMisread:
      guard let wrong = Misreading.any(of: county.fullName + Array("红旗路".utf8), &random) else {
        return nil
      }
      fields.set(.address) { $0.append(contentsOf: wrong) }
      return [("ADR011", .address)]
    case .addressRepeated:
      let address = Array(fields[.address])
      fields.set(.address) {
        $0.append(contentsOf: address)
        $0.append(contentsOf: address)
      }
      return [("ADR012", .address)]
    case .addressWithoutDetail:
      let towns = county.towns
      fields.set(.address) {
        $0.append(contentsOf: county.fullName)
        towns.append(any: &random, to: &$0)
      }
      return [("ADR004", .address)]
    case .addressAbolished:
      guard let former = county.formerName else { return nil }
      fields.set(.address) {
        $0.append(contentsOf: county.fullName.dropLast(county.name.utf8.count))
        $0.append(contentsOf: former.utf8)
        $0.append(contentsOf: "和平村\(random.in(1...20))组\(random.in(1...90))号".utf8)
      }
      return [("ADR010", .address)]
    case .townshipUnknown:
      let name = SampleRegions.inventedTownships[random.below(3)]
      fields.set(.address) {
        $0.append(contentsOf: county.fullName)
        $0.append(contentsOf: "\(name)和平村\(random.in(1...20))组\(random.in(1...90))号".utf8)
      }
      return [("ADR016", .address)]
    case .addressOfBank:
      guard let branch = branch(in: traits.county, &random) else { return nil }
      fields.set(.address, branch.address)
      return [("ADR014", .address)]
    default:
      fields.set(.address, county.name)
      return [("ADR004", .address), ("ADR015", .address)]
    }
  }

  /// A branch of the bank in a county; nil where it has none.
  func branch(in county: Int, _ random: inout SampleRandom) -> SampleBranches.Branch? {
    let branches = world.branches.branches.filter { $0.county == county }
    return branches.isEmpty ? nil : branches[random.below(branches.count)]
  }

  func plantContact(
    _ fault: PersonFault, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    let phone = Array(fields[.phone])
    switch fault {
    case .phoneMissing:
      fields.erase(.phone)
      return [("CTC001", .phone)]
    case .phoneMalformed:
      guard phone.first == 0x31 else { return nil }
      fields.set(.phone) { $0.append(contentsOf: phone.dropLast(random.in(1...2))) }
      return [("CTC002", .phone)]
    case .phonePlaceholder:
      fields.set(
        .phone, ["13800000000", "13888888888", "11111111111", "12345678"][random.below(4)])
      return [("CTC003", .phone)]
    case .prefixUnassigned:
      guard phone.first == 0x31 else { return nil }
      let prefixes: [StaticString] = ["142", "143", "160", "179"]
      let prefix = prefixes[random.below(prefixes.count)]
      fields.set(.phone) {
        $0.append(prefix)
        $0.append(contentsOf: phone[3...])
      }
      return [("CTC004", .phone)]
    case .landlineBare:
      let local = Array(world.phones.landline(random.below(1_000_000), digits: 7))
      fields.set(.phone) { $0.append(contentsOf: local) }
      return [("CTC008", .phone)]
    case .areaCodeContradicts:
      let area = ["010", "021", "0755", "0571"][random.below(4)]
      let local = world.phones.landline(random.below(1_000_000), digits: 8)
      fields.set(.phone, "\(area)-\(String(decoding: local, as: UTF8.self))")
      return [("CTC005", .phone)]
    case .phoneOfBank:
      guard let branch = branch(in: traits.county, &random) else { return nil }
      fields.set(.phone, branch.phone)
      return [("CTC007", .phone)]
    default:
      fields.set(
        .email, ["zhangsan163.com", "abc@", "lihong@@qq.com", "wu li@126.com"][random.below(4)])
      return [("CTC009", .email)]
    }
  }
}
