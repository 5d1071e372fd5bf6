import Findings
import Records

/// IDN007: the recorded sex is not that of the identification number.
package struct SexContradictsResidentId: RecordValidator {
  package static let rule = Rule(
    id: "IDN007", name: "sex-contradicts-resident-id", parties: [.person], dimension: .consistency,
    severity: .error, reads: [.sex, .documentNumber], alsoReads: [.documentType],
    authority: Authority("GB 11643-1999", clause: "顺序码（奇数为男性，偶数为女性）"),
    title: Text(zh: "性别与公民身份号码不一致", en: "Sex differs from the resident id"),
    claim: Text(
      zh: "登记的性别与公民身份号码顺序码（第17位，奇数男、偶数女）不一致",
      en: "The recorded sex is not that of digit 17 of the number: odd for men, even for women."),
    remedy: Text(
      zh: "号码校验码相符的，按号码更正性别；旧15位号码没有校验码，须与证件影像核对",
      en:
        "Take the sex from the number where its check digit holds; old numbers of 15 digits have none: compare with the copy of the card."
    ),
    autoBasis: Text(
      zh: "公民身份号码顺序码按性别分配，该号码校验码相符",
      en: "The sequence of the number is given out by sex, and the number's check digit holds."),
    examples: [
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077715", .sex: "2"], suggests: "1",
        action: .auto),
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077723", .sex: "1"], suggests: "2",
        action: .auto),
      .fails(
        [.documentType: "1010", .documentNumber: "110101900307771", .sex: "2"], suggests: "1",
        action: .confirm,
        "15 digits: the last one tells the sex, and there is no check digit"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077715", .sex: "女"], suggests: "男",
        action: .auto,
        "in words, as EAST writes it"),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715", .sex: "1"]),
      .passes([.documentType: "1010", .documentNumber: "110101199003077723", .sex: "2"]),
      .passes([.documentType: "1010", .documentNumber: "110101900307772", .sex: "女"]),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "110101199003077715", .sex: "9"],
        "unknown contradicts nothing"),
      .notApplicable([.documentType: "1010", .documentNumber: "110101199003077715", .sex: ""]),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "11010119900307771X", .sex: "2"],
        "IDN003 speaks of the number"),
      .notApplicable([.documentType: "1010", .documentNumber: "", .sex: "2"]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let id = facts.identity.residentID(record), id.isSound,
      let isMale = RecordedSex.isMale(record[.sex])
    else { return .notApplicable }
    return isMale == id.isMale ? .passed : .failed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let sex = record[.sex]
    finding.value.append(sex)
    guard let id = facts.identity.residentID(record) else { return }
    if sex.count == 1 {
      finding.suggestion.append(id.isMale ? UInt8(ascii: "1") : UInt8(ascii: "2"))
    } else {
      finding.suggestion.append(id.isMale ? "男" : "女")
      if sex.count > 3 { finding.suggestion.append("性") }
    }
    finding.expected.append(contentsOf: finding.suggestion)
    finding.confidence = id.isFifteen ? 90 : 100
    finding.action = id.isFifteen ? .confirm : .auto
    if id.isMale {
      finding.evidence.append(
        zh: "顺序码为奇数，即男性", en: "the sequence is odd: a man", in: finding.language)
    } else {
      finding.evidence.append(
        zh: "顺序码为偶数，即女性", en: "the sequence is even: a woman", in: finding.language)
    }
    if !id.isFifteen {
      finding.evidence.append(zh: "，校验码相符", en: ", and the check digit holds", in: finding.language)
    }
  }
}
