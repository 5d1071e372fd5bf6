import Records

/// Faults of name and document.
extension PersonFaults {
  func plantDocument(
    _ fault: PersonFault, _ index: Int, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    var number = Array(fields[.documentNumber])
    switch fault {
    case .documentMissing:
      fields.erase(.documentNumber)
      return [("IDN001", .documentNumber)]
    case .idMalformed:
      if random.chance(500) {
        number.remove(at: random.in(7...14))
      } else {
        number[random.in(4...12)] = UInt8(ascii: "O")
      }
      fields.set(.documentNumber) { $0.append(contentsOf: number) }
      return [("IDN002", .documentNumber)]
    case .idCheckWrong:
      number[17] =
        number[17] == UInt8(ascii: "X") ? UInt8(ascii: "3") : (number[17] - 0x30 + 4) % 10 + 0x30
      fields.set(.documentNumber) { $0.append(contentsOf: number) }
      return [("IDN003", .documentNumber)]
    case .idDateImpossible:
      number.replaceSubrange(10..<14, with: Array(random.chance(500) ? "0230".utf8 : "1131".utf8))
      number[17] = SampleIdentity.check(number[0..<17])
      fields.set(.documentNumber) { $0.append(contentsOf: number) }
      return [("IDN004", .documentNumber)]
    case .idRegionUnknown:
      guard traits.birth.year < 2015 else { return nil }
      number.replaceSubrange(
        0..<6, with: Array(["362199", "123457", "365101"][random.below(3)].utf8))
      number[17] = SampleIdentity.check(number[0..<17])
      fields.set(.documentNumber) { $0.append(contentsOf: number) }
      return [("IDN005", .documentNumber)]
    case .birthContradicts:
      let day = traits.birth.adding(days: random.in(1...9))
      fields.set(.birthDate) { $0.append(compact: day) }
      return [("IDN006", .birthDate)]
    case .sexContradicts:
      fields.set(.sex, traits.male ? "女" : "男")
      return [("IDN007", .sex)]
    case .idFifteen:
      guard traits.birth.year < 2000, traits.sequence < 996 else { return nil }
      fields.set(.documentNumber) {
        $0.append(contentsOf: number[0..<6])
        $0.append(contentsOf: number[8..<17])
      }
      return [("IDN008", .documentNumber)]
    case .expired, .expiresSoon:
      guard traits.age >= 12, traits.age < 62 else { return nil }
      let days = fault == .expired ? -random.in(15...900) : random.in(4...80)
      fields.set(.documentExpiryDate) { $0.append(compact: world.asOf.adding(days: days)) }
      return [(fault == .expired ? "IDN009" : "IDN010", .documentExpiryDate)]
    case .validityContradicts:
      guard traits.age < 45 else { return nil }
      fields.set(.documentExpiryDate, "长期")
      return [("IDN011", .documentExpiryDate)]
    case .typeContradicts, .permitMalformed:
      fields.set(.documentNumber) {
        $0.append(fault == .typeContradicts ? "H" : "X")
        $0.append(number: maker.permitNumber(index), width: 8)
      }
      if fault == .typeContradicts { return [("IDN012", .documentType)] }
      fields.set(.documentType, "1070")
      return [("IDN013", .documentNumber)]
    default:
      fields.set(.nationality, ["USA", "JPN", "GBR"][random.below(3)])
      return [("CON001", .nationality)]
    }
  }

  func plantName(
    _ fault: PersonFault, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    let name = Array(fields[.name])
    switch fault {
    case .nameMissing:
      fields.erase(.name)
      return [("IDN014", .name)]
    case .nameMisread:
      guard let wrong = Misreading.any(of: name, &random) else { return nil }
      fields.set(.name) { $0.append(contentsOf: wrong) }
      return [("IDN016", .name)]
    case .namePlaceholder:
      fields.set(.name, ["测试", "无", "***", "测试客户", "某某"][random.below(5)])
      return [("IDN015", .name)]
    case .nameStrange:
      let way = random.below(4)
      fields.set(.name) { text in
        switch way {
        case 0:
          text.append(contentsOf: name)
          text.append(0x32)
        case 1:
          text.append(contentsOf: name.prefix(3))
          text.append(0x20)
          text.append(contentsOf: name.dropFirst(3))
        case 2:
          text.append(contentsOf: name)
          text.append("？")
        default:
          text.append(contentsOf: name.prefix(3))
          text.append("A")
        }
      }
      return [("IDN016", .name)]
    default:
      let county = world.regions.counties[traits.county]
      fields.set(.name) {
        world.employers.append(
          .company, in: county, city: world.regions.cities[county.city], &random, to: &$0)
      }
      return [("CON004", .name)]
    }
  }
}
