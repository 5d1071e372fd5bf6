import Records

/// Faults of industry and size.
extension OrganisationFaults {
  func plantIndustry(
    _ fault: OrganisationFault, _ random: inout SampleRandom, _ organisation: inout Organisation
  ) -> OrganisationFault.Planted? {
    let code = organisation.fields.text(.industryCode)
    let size = organisation.fields.text(.enterpriseSize)
    switch fault {
    case .industryMissing:
      organisation.fields.erase(.industryCode)
      return [("IND001", .industryCode)]
    case .industryUnknown:
      organisation.fields.set(.industryCode, ["9999", "0000", "8765"][random.below(3)])
      return [("IND002", .industryCode)]
    case .industrySuperseded:
      organisation.fields.set(.industryCode, ["5911", "6510", "5912"][random.below(3)])
      organisation.fields.erase(.industryName)
      organisation.fields.erase(.industryEdition)
      return [("IND003", .industryCode)]
    case .industryCoarse:
      organisation.fields.set(.industryCode, String(code.prefix(random.in(2...3))))
      organisation.fields.erase(.industryName)
      return [("IND004", .industryCode)]
    case .industryNameOther:
      let others = maker.trades.companies.filter { $0.code.prefix(2) != code.prefix(2) }
      organisation.fields.set(.industryName, others[random.below(others.count)].name)
      organisation.fields.set(.industryEdition, "2017")
      return [("IND005", .industryCode)]
    case .industryAmbiguous:
      guard organisation.opened.year < 2017, organisation.kind == .company else { return nil }
      organisation.fields.set(.industryCode, "2644")
      organisation.fields.erase(.industryName)
      organisation.fields.erase(.industryEdition)
      return [("IND006", .industryCode)]
    case .sizeContradicts:
      guard !size.isEmpty else { return nil }
      organisation.fields.set(.enterpriseSize, size == "微型" ? "中型" : "微型")
      return [("IND009", .enterpriseSize)]
    default:
      guard !size.isEmpty else { return nil }
      organisation.fields.erase(.enterpriseSize)
      return [("IND010", .enterpriseSize)]
    }
  }
}
