import Findings
import Records
import References

/// OCC010: the field for the employer holds a filler.
package struct EmployerPlaceholder: RecordValidator {
  package static let rule = Rule(
    id: "OCC010", name: "employer-placeholder", parties: [.person], dimension: .validity,
    severity: .error, reads: [.employer], alsoReads: [.occupationCode, .occupationText],
    authority: Authority("EAST 5.0（2021版）", clause: "个人基础信息表 工作单位名称：未采集或无工作单位可空"),
    title: Text(zh: "工作单位为占位内容", en: "Filler for an employer"),
    claim: Text(
      zh: "工作单位填的是“无”“个体”“123”“……”一类内容，不是单位名称",
      en: "The employer is a filler such as 无, 个体, 123 or dots, not a name."),
    remedy: Text(
      zh: "联系客户补录单位全称；确无工作单位的清空该栏，并核对职业",
      en:
        "Ask for the employer's full name; where there is none, empty the field and look at the occupation again."
    ),
    parameters: [
      Parameter(
        "phrases",
        default: [
          "无", "无单位", "无工作单位", "无业", "没有", "暂无", "不详", "不明", "未知", "不清楚", "其他", "其它",
          "保密", "待补充", "待补录", "待定", "未填", "未提供", "空", "测试", "NULL", "N/A", "NA", "NONE", "单位",
          "公司", "工作单位", "XX公司", "某公司",
        ],
        zh: "不是单位名称的内容（全字相同，不计空格、全半角和大小写）",
        en: "Contents that name no employer (the whole field, blanks, width and case apart)"),
      Parameter(
        "ownAccount",
        default: [
          "个体", "个体户", "个体工商户", "个体经营", "自由职业", "自由职业者", "自由", "自雇", "自营", "务农", "在家务农", "农民",
        ],
        zh: "表示自己经营的内容；只有职业属于受雇职业时才算问题",
        en:
          "Contents that mean own account: wrong only with an occupation that goes with an employer"
      ),
    ],
    examples: [
      .fails([.employer: "无", .occupationCode: "20800"], action: .contact),
      .fails(
        [.employer: "个体", .occupationCode: "30101"], action: .contact, "clerks have employers"),
      .fails([.employer: "123", .occupationCode: "40102"], action: .contact),
      .fails([.employer: "……"], action: .contact),
      .fails([.employer: "１２３４"], action: .contact, "full-width digits"),
      .fails([.employer: "哈哈哈"], action: .contact, "one character again and again"),
      .fails([.employer: "厂"], action: .contact, "a single character"),
      .fails(
        [.employer: "n / a", .occupationCode: "20800"], action: .contact, "blanks and letter case"),
      .fails(
        [.employer: "无", .occupationCode: "", .occupationText: ""], action: .contact,
        "no occupation says that there need be none"),
      .passes([.employer: "赣州市章贡区向阳商贸有限公司", .occupationCode: "30101"]),
      .passes([.employer: "360公司", .occupationCode: "20200"]),
      .passes(
        [.employer: "*********", .occupationCode: "30101"], "EAST writes secret institutions so"),
      .passes([.employer: "无锡市第一中学", .occupationCode: "20800"]),
      .passes([.employer: "个体户张三小吃店", .occupationCode: "30101"]),
      .notApplicable([.employer: "", .occupationCode: "20800"], "OCC009 speaks of that"),
      .notApplicable([.employer: "无", .occupationCode: "50101"], "a farmer has none"),
      .notApplicable([.employer: "无", .occupationCode: "", .occupationText: "学生"]),
      .notApplicable([.employer: "个体", .occupationCode: "40102"], "shopkeeper"),
      .notApplicable([.employer: "自由职业", .occupationCode: "80000"], "OCC003 speaks of the code"),
      .notEvaluated(
        [.employer: "无", .occupationCode: "20800"], .referenceMissing, without: "occupations"),
    ])

  private let codes: OccupationCodes?
  private let keywords: OccupationKeywords?
  private let employed: EmployedOccupations?
  /// 1 for phrases that name nothing, 2 for own account.
  private let phrases: TextMap

  package init(_ context: Context) {
    codes = context.reference(OccupationCodes.self)
    keywords = context.reference(OccupationKeywords.self)
    employed = EmployerMissing.occupations(context)
    phrases = TextMap(
      [("phrases", Int32(1)), ("ownAccount", Int32(2))].flatMap { name, kind in
        context.texts(Self.rule, name).flatMap { [($0, kind), ($0.uppercased(), kind)] }
      })
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let employer = record[.employer]
    if employer.isEmpty { return .notApplicable }
    // The longest phrase in full-width letters, with a blank or two.
    let phrase = employer.count <= 40 ? phrases.normalised(employer) ?? 0 : 0
    if phrase == 0 { return employer.isFiller ? .failed : .passed }
    guard let codes, let keywords, let employed else { return .notEvaluated(.referenceMissing) }
    let work = facts.occupation.work(record, codes, keywords)
    if employed.contains(work) { return .failed }
    return phrase == 1 && work.status == .unknown ? .failed : .notApplicable
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.action = .contact
    finding.value.append(record[.employer])
    finding.expected.append(
      zh: "工作单位全称；确无单位的留空", en: "full name of the employer; empty where there is none",
      in: finding.language)
  }
}

extension Span<UInt8> {
  /// Whether the text is a single character, one character again and again, figures only or
  /// signs only. Three asterisks and more are none: EAST 5.0 writes secret institutions so.
  /// Most names are settled by their first two characters. O(length), no allocation.
  fileprivate var isFiller: Bool {
    var index = 0
    var first: UInt32 = 0
    var characters = 0
    var (same, figures, signs) = (true, true, true)
    while index < count {
      let lead = self[index]
      let width = Swift.min(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, count - index)
      var character: UInt32 = 0
      for place in index..<(index + width) { character = character << 8 | UInt32(self[place]) }
      if characters == 0 { first = character }
      same = same && character == first
      let isFigure = width == 1 ? lead.isDigit : character >= 0xEFBC90 && character <= 0xEFBC99
      let isSign: Bool =
        if width == 1 {
          !lead.isDigit && !lead.isLetter
        } else {
          // General punctuation, CJK signs, full-width signs before the digits.
          character >= 0xE28080 && character <= 0xE281AF
            || character >= 0xE38080 && character <= 0xE380BF
            || character >= 0xEFBC81 && character <= 0xEFBC8F || character == 0xC2B7
        }
      figures = figures && isFigure
      signs = signs && isSign
      if !same && !figures && !signs { return false }
      characters += 1
      index += width
    }
    if first == 0x2A && same && characters >= 3 { return false }
    return characters > 0
  }
}
