/// Grades an address by its parts, and says what it lacks.
enum AddressGrading {
  static func grade(_ address: inout Address) {
    // A constant: a variable that a function takes would be checked at every use.
    let found = address.components.reduce(UInt32(0)) { $0 | TailReader.bit($1.kind) }
    func has(_ kind: AddressComponent.Kind) -> Bool { found & TailReader.bit(kind) != 0 }
    let isOnWay = has(.road) || has(.lane)
    let isInVillage = has(.village) || has(.hamlet)
    let hasPlace = isInVillage || isOnWay || has(.pointOfInterest)
    let isNumbered = has(.number) || has(.building)
    let isRural = isInVillage && !has(.road) && !has(.building)
    var missing: AddressGaps = []
    let lacksCounty = address.county == 0 && !address.marks.contains(.withoutCounties)
    if address.province == 0
      || address.prefecture == 0 && lacksCounty
        && !isMunicipality(address.province)
    {
      missing.insert(.city)
    }
    if lacksCounty { missing.insert(.county) }
    if !hasPlace { missing.insert(.place) }

    let detail: AddressGrade
    if has(.room) || isRural && has(.number) {
      detail = .deliverable
    } else if isNumbered {
      detail = .building
      missing.insert(.room)
      if has(.number), !has(.building), !isCompound(address) { missing.remove(.room) }
      if !has(.building), has(.pointOfInterest), !has(.road) { missing.insert(.building) }
    } else if hasPlace {
      detail = .place
      if isRural {
        missing.insert(.house)
      } else if isOnWay, !has(.pointOfInterest) {
        missing.insert(.number)
      } else {
        missing.formUnion([.building, .room])
      }
    } else {
      detail = .county
      if address.township == 0, !has(.township) { missing.insert(.township) }
      missing.formUnion(.number)
    }
    address.missing = missing
    if address.province == 0, address.best == 0 {
      let isBare = !isOnWay && !isInVillage && !isNumbered
      address.grade = isBare ? .none : .city
    } else if lacksCounty {
      address.grade = .city
    } else {
      address.grade = detail
    }
    if address.grade == .none { address.missing = [.city, .county, .place, .number] }
  }

  private static func isMunicipality(_ province: Int32) -> Bool {
    switch province {
    case 110_000, 120_000, 310_000, 500_000, 710_000, 810_000, 820_000: true
    default: false
    }
  }

  private static func isCompound(_ address: borrowing Address) -> Bool {
    address.components.contains { $0.kind == .pointOfInterest }
  }
}
