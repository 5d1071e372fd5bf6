import Records

/// Faults of two records: one person, document or customer number twice.
extension PersonFaults {
  func plantRepeated(
    _ fault: PersonFault, _ index: Int, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>, _ other: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    // The partner is a record without fault, and nobody else's partner.
    let partner = index - Self.distance
    guard partner >= 0, kind(partner) == nil else { return nil }
    let isCard = traits.hasResidentCard && fields[.documentType].elementsEqual("1010".utf8)
    let known = maker.fill(partner, &other)
    if fault == .keyRepeated {
      fields.set(.customerKey) { $0.append(contentsOf: other[.customerKey]) }
      return [("DUP006", .customerKey)]
    }
    guard known.hasResidentCard, isCard else { return nil }
    switch fault {
    case .sameDocument:
      become(&fields, other, traits, known)
      return [("DUP001", .documentNumber)]
    case .sameDocumentOtherName:
      if fields[.name].elementsEqual(other[.name]) { return nil }
      let name = Array(fields[.name])
      become(&fields, other, traits, known)
      fields.set(.name) { $0.append(contentsOf: name) }
      return [("DUP001", .documentNumber), ("DUP002", .name)]
    default:
      // The telephone of some records is another's.
      guard other[.documentType].elementsEqual("1010".utf8), !Self.mayShare(partner) else {
        return nil
      }
      become(&fields, other, traits, known)
      return plantLikeness(known, &random, &fields, other)
    }
  }

  /// Gives a record what is a person's own of another one.
  private func become(
    _ fields: inout FieldBuffer<PersonField>, _ other: FieldBuffer<PersonField>,
    _ traits: PersonTraits, _ known: PersonTraits
  ) {
    for field in [
      PersonField.name, .sex, .birthDate, .nationality, .documentType, .documentNumber,
      .documentExpiryDate, .occupationCode, .occupationText, .employer, .payroll,
    ] {
      if other.isEmpty(field) {
        fields.erase(field)
      } else {
        fields.set(field) { $0.append(contentsOf: other[field]) }
      }
    }
    let opened = max(traits.opened, known.opened)
    fields.set(.openedDate) { $0.append(compact: opened) }
  }

  /// The document of the same person with a wrong check character, in the older form, or not
  /// recorded while the telephone is the same.
  private func plantLikeness(
    _ known: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>, _ other: FieldBuffer<PersonField>
  ) -> PersonFault.Planted {
    var number = Array(fields[.documentNumber])
    switch random.below(3) {
    case 0 where known.birth.year < 2000 && known.sequence < 996:
      fields.set(.documentNumber) {
        $0.append(contentsOf: number[0..<6])
        $0.append(contentsOf: number[8..<17])
      }
      return [("DUP004", .name), ("IDN008", .documentNumber)]
    case 1:
      fields.erase(.documentNumber)
      fields.set(.phone) { $0.append(contentsOf: other[.phone]) }
      return [("DUP004", .name), ("IDN001", .documentNumber)]
    default:
      number[17] =
        number[17] == UInt8(ascii: "X") ? UInt8(ascii: "3") : (number[17] - 0x30 + 4) % 10 + 0x30
      fields.set(.documentNumber) { $0.append(contentsOf: number) }
      return [("DUP004", .name), ("IDN003", .documentNumber)]
    }
  }
}
