import Findings
import Records

/// IDN008: a number of the first generation of cards.
package struct ResidentIdFifteenDigits: RecordValidator {
  package static let rule = Rule(
    id: "IDN008", name: "resident-id-fifteen-digits", parties: [.person], dimension: .timeliness,
    severity: .error, reads: [.documentNumber, .documentType],
    authority: Authority(
      "全国人民代表大会常务委员会关于修改《中华人民共和国居民身份证法》的决定（2011年）",
      clause: "第一代居民身份证自2013年1月1日起停止使用；GB 11643-1999"),
    title: Text(zh: "公民身份号码仍为15位", en: "Resident id of fifteen digits"),
    claim: Text(
      zh: "登记的是第一代居民身份证的15位号码，该证已停止使用",
      en:
        "The number has the fifteen digits of the first generation of cards, which are no longer valid."
    ),
    remedy: Text(
      zh: "18位号码可由15位推算，请客户出示现行证件确认后更新号码和有效期",
      en:
        "The number of 18 follows from the 15; have the customer show the present card and update number and validity."
    ),
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "110101900307771"], suggests: "110101199003077715",
        action: .confirm),
      .fails(
        [.documentType: "", .documentNumber: "320102851201001"], suggests: "320102198512010018",
        action: .confirm),
      .fails(
        [.documentType: "1010", .documentNumber: "110101980101999"], suggests: "110101189801019991",
        action: .confirm,
        "996 to 999 were for people over a hundred"),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715"]),
      .passes([.documentType: "1010", .documentNumber: "11010119850101005X"]),
      .passes(
        [.documentType: "1010", .documentNumber: "11010119900307771X"],
        "IDN003 speaks of the check digit"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "110101901307771"], "IDN004 speaks of the date"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "11010190030777"], "IDN002 speaks of the form"),
      .notApplicable([.documentType: "1999", .documentNumber: "110101900307771"]),
      .notApplicable([.documentType: "1010", .documentNumber: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let id = facts.identity.residentID(record) else { return .notApplicable }
    if !id.isFifteen { return .passed }
    return id.birth == nil ? .notApplicable : .failed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let number = record[.documentNumber]
    finding.value.append(number)
    finding.action = .confirm
    guard let id = facts.identity.residentID(record) else { return }
    id.appendEighteen(number, to: &finding.suggestion)
    finding.confidence = 100
    finding.expected.append(zh: "18位公民身份号码", en: "a number of 18 characters", in: finding.language)
    finding.evidence.append(
      zh: "补出生年份前两位和校验码，按 GB 11643-1999 推算",
      en: "century and check character added after GB 11643-1999",
      in: finding.language)
  }
}
