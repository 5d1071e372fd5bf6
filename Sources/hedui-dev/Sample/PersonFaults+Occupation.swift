import Records

/// Faults of occupation, employer and pay.
extension PersonFaults {
  func plantOccupation(
    _ fault: PersonFault, _ traits: PersonTraits, _ random: inout SampleRandom,
    _ fields: inout FieldBuffer<PersonField>
  ) -> PersonFault.Planted? {
    switch fault {
    case .occupationMissing:
      guard !traits.isPayroll else { return nil }
      fields.erase(.occupationCode)
      fields.erase(.occupationText)
      return [("OCC001", .occupationCode)]
    case .occupationUnclearText:
      guard !traits.isPayroll else { return nil }
      fields.erase(.occupationCode)
      fields.set(.occupationText, ["其他", "不详", "无"][random.below(3)])
      return [("OCC003", .occupationText)]
    case .minorPaid:
      guard traits.age >= 6, traits.age < 16 else { return nil }
      fields.set(.payroll, "Y")
      fields.set(.employer, "\(world.regions.counties[traits.county].name)育苗实验学校")
      return [("CON003", .payroll)]
    case .occupationOfChild:
      guard traits.age < 15 else { return nil }
      fields.set(.occupationCode, "40102")
      fields.set(.occupationText, "销售人员")
      return [("OCC006", .occupationCode)]
    default: break
    }
    guard traits.isEmployed else { return nil }
    // Shopkeepers, farmers and artists need no employer.
    let code = String(decoding: fields[.occupationCode], as: UTF8.self)
    // A code that meant something else in the catalogue of 1999 does not tell.
    let hasEmployer =
      "123".contains(code.prefix(1)) && !code.hasPrefix("209")
      && !world.occupations.ambiguous.contains(code)
    switch fault {
    case .occupationUnknown:
      fields.set(.occupationCode, ["29998", "20577", "40977", "X1Y2"][random.below(4)])
      return [("OCC002", .occupationCode)]
    case .occupationUnclear:
      fields.set(.occupationCode, "80000")
      fields.set(.occupationText, "不便分类的其他从业人员")
      return [("OCC003", .occupationCode)]
    case .occupationSuperseded:
      fields.set(.occupationCode, ["133", "011", "20806"][random.below(3)])
      return [("OCC004", .occupationCode)]
    case .occupationCoarse:
      fields.set(.occupationCode, code.prefix(1) + "0000")
      return [("OCC005", .occupationCode)]
    case .occupationOtherText:
      fields.set(.occupationCode, "62901")
      fields.set(.occupationText, "小学教师")
      return [("OCC008", .occupationCode)]
    case .employerContradicts:
      let employer = String(decoding: fields[.employer], as: UTF8.self)
      let kinds = ["小学", "中学", "幼儿园", "医院", "卫生院", "公安局", "支行"]
      guard kinds.contains(where: { employer.hasSuffix($0) }) else { return nil }
      fields.set(.occupationCode, "50102")
      fields.set(.occupationText, "农作物生产人员")
      return [("OCC007", .employer)]
    case .employerOtherIndustry:
      guard let school = school(&random) else { return nil }
      fields.set(.employer, school)
      fields.set(.occupationCode, "50102")
      fields.set(.occupationText, "农作物生产人员")
      // Its name tells the kind of employer, too.
      let kinds = ["小学", "中学", "幼儿园"]
      let isTold = kinds.contains(where: { school.hasSuffix($0) })
      return [("OCC012", .employer)] + (isTold ? [("OCC007", .employer)] : [])
    case .employerUnregistered:
      // The extract holds no company of this trade.
      guard organisations != nil else { return nil }
      let word = world.employers.word(random.below(world.employers.wordCount))
      fields.set(.employer, "赣州市\(word)纪念品设计有限公司")
      return [("OCC011", .employer)]
    case .textTooLong:
      let name = String(decoding: fields[.occupationText], as: UTF8.self)
      fields.set(.occupationText, "\(name)，负责日常业务办理、客户接待、资料整理归档和上级交办的各项工作等")
      return [("CON008", .occupationText)]
    case .employerMissing:
      guard !traits.isPayroll, hasEmployer else { return nil }
      fields.erase(.employer)
      return [("OCC009", .employer)]
    default:
      guard hasEmployer else { return nil }
      fields.set(.employer, ["无", "个体", "123", "……"][random.below(4)])
      return [("OCC010", .employer)]
    }
  }
}

extension PersonFaults {
  /// The name of a school among the customers, whose record is in order.
  private func school(_ random: inout SampleRandom) -> String? {
    guard let (faults, count) = organisations, count > 0 else { return nil }
    let first = random.below(count)
    for step in 0..<min(count, 200) {
      let index = (first + step) % count
      if faults.kind(index) != nil { continue }
      let organisation = faults.maker.make(index)
      if organisation.kind == .institution, organisation.fields.text(.industryCode).hasPrefix("83")
      {
        return organisation.fields.text(.name)
      }
    }
    return nil
  }
}
