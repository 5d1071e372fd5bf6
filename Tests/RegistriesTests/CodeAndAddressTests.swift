import Addresses
import Records
import Registries
import TestSupport
import Testing

@Suite struct `Industry codes` {
  @Test(arguments: [
    ("3812", "3812", Agreement.exact), ("3812", "C3812", .exact),
    ("3812", "38", .similar(.precision)), ("381", "3812", .similar(.precision)),
    ("C", "3812", .similar(.precision)), ("5911", "5951", .similar(.olderEdition)),
    ("3812", "3811", .similar(.sameGroup)), ("3812", "3825", .similar(.sameDivision)),
    ("3812", "6210", .different(.unspecified)), ("38", "62", .different(.unspecified)),
  ])
  func `are graded by level and edition`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.industries(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.industries(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }
}

@Suite struct `Types of enterprises` {
  @Test(arguments: [
    ("112", "112", Agreement.exact), ("112", "私营有限责任公司", .equalAfterNormalisation),
    ("112", "有限责任公司（自然人投资或控股）", .similar(.precision)),
    ("119", "有限责任公司(法人独资)", .similar(.precision)),
    ("111", "有限责任公司（国有独资）", .equalAfterNormalisation),
    ("112", "有限责任公司（国有独资）", .different(.unspecified)),
    ("173", "有限责任公司（自然人独资）", .similar(.precision)),
    ("174", "股份有限公司（非上市、自然人投资或控股）", .similar(.precision)),
    ("112", "股份有限公司(上市)", .different(.unspecified)),
    ("310", "有限责任公司（外商投资企业法人独资）", .equalAfterNormalisation),
    ("112", "有限责任公司（外商投资企业法人独资）", .similar(.precision)),
    ("112", "有限责任公司（中外合资）", .different(.unspecified)),
    ("210", "有限责任公司（港澳台投资、非独资）", .equalAfterNormalisation),
    ("112", "有限责任公司（台港澳法人独资）", .different(.unspecified)),
    ("500", "个体工商户", .equalAfterNormalisation), ("500", "个体户", .equalAfterNormalisation),
    ("400", "农民专业合作社", .equalAfterNormalisation),
    ("150", "有限合伙企业", .equalAfterNormalisation),
    ("140", "个人独资企业", .equalAfterNormalisation),
    ("131", "全民所有制", .equalAfterNormalisation), ("110", "全民所有制", .equalAfterNormalisation),
    ("132", "集体所有制(股份合作)", .equalAfterNormalisation),
    ("112", "一人有限责任公司", .similar(.precision)),
    ("119", "全民所有制", .different(.unspecified)),
    ("100", "股份有限公司", .similar(.precision)), ("500", "有限责任公司", .different(.unspecified)),
    ("民营企业", "有限责任公司", .notComparable(.unreadable)),
    ("112", "有限责任公司分公司", .notComparable(.unreadable)),
    ("", "有限责任公司", .notComparable(.empty)),
  ])
  func `are graded by the lists`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.types(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.types(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }
}

@Suite struct `Registered addresses` {
  static let full = "江西省赣州市章贡区解放街道文清路18号2栋301室"

  @Test(arguments: [
    (full, full, Agreement.exact),
    (full, "江西省赣州市章贡区解放街道文清路１８号２栋３０１室", .equalAfterNormalisation),
    (full, "江西省赣州市章贡区解放街道文清路十八号二幢301", .equalAfterNormalisation),
    (full, "赣州市章贡区文清路18号", .similar(.precision)),
    (full, "江西省赣州市章贡区解放街道文清路20号2栋301室", .similar(.sameRoad(.number))),
    (full, "江西省赣州市章贡区解放街道红旗大道18号2栋301室", .different(.addressPart(.road))),
    (full, "江西省赣州市南康区东山街道文清路18号2栋301室", .different(.addressPart(.county))),
    (full, "广东省深圳市南山区文清路18号2栋301室", .different(.addressPart(.province))),
    (full, "见营业执照", .notComparable(.unreadable)),
    (full, "文清路18号2栋301室", .notComparable(.unreadable)),
    (full, "", .notComparable(.empty)),
  ])
  func `are graded by what they say`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.addresses(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.addresses(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }
}

@Suite struct `Grades` {
  @Test func `say in both languages what they are and why`() {
    let some: [Agreement] = [
      .exact, .equalAfterNormalisation, .similar(.oneCharacter), .different(.unspecified),
      .different(.activities(theirs: 2, ours: 1)), .notComparable(.masked),
      .similar(.sameRoad(.number)), .different(.addressPart(nil)),
    ]
    #expect(Set(some.map(\.text.zh)).count == some.count)
    for grade in some {
      #expect(!grade.text.zh.isEmpty && !grade.text.zh.contains("（）"))
      #expect(!grade.text.en.isEmpty && grade.text.en.allSatisfy(\.isASCII))
      #expect(grade.mirrored.mirrored == grade)
    }
  }
}
