import Findings
import Records

/// IDN003: the check character does not follow from the other digits.
package struct ResidentIdCheckDigitWrong: RecordValidator {
  package static let rule = Rule(
    id: "IDN003", name: "resident-id-check-digit-wrong", parties: [.person], dimension: .accuracy,
    severity: .blocking, reads: [.documentNumber, .documentType], alsoReads: [.birthDate],
    authority: Authority("GB 11643-1999", clause: "校验码（ISO 7064 MOD 11-2）"),
    title: Text(zh: "公民身份号码校验码不符", en: "Check digit of the resident id wrong"),
    claim: Text(
      zh: "按公民身份号码前17位推算的校验码与末位不同，号码中至少有一位录错",
      en:
        "The last character is not the check character of the first 17: at least one of them is wrong."
    ),
    remedy: Text(
      zh: "与留存的证件影像逐位核对后更正；影像不清的，联系客户出示证件",
      en:
        "Compare digit by digit with the copy of the card; where it cannot be read, ask the customer for the card."
    ),
    examples: [
      .fails([.documentType: "1010", .documentNumber: "11010119900307771X"], action: .review),
      .fails([.documentType: "", .documentNumber: "110101199003077710"], action: .review),
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003017715", .birthDate: "1990-03-07"],
        suggests: "110101199003077715", action: .confirm,
        "with the recorded date of birth in it the number holds"),
      .fails(
        [.documentType: "1010", .documentNumber: "110101199003077000"], action: .review,
        "a spreadsheet keeps fifteen figures only"),
      .passes([.documentType: "1010", .documentNumber: "110101199003077715"]),
      .passes([.documentType: "1010", .documentNumber: "11010119850101005X"]),
      .passes([.documentType: "1010", .documentNumber: "11010119850101005x"]),
      .passes(
        [.documentType: "1040", .documentNumber: "370102201010100017"],
        "a child's number from the household register"),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "110101900307771"], "15 digits have no check digit"
      ),
      .notApplicable(
        [.documentType: "1010", .documentNumber: "11010119900307"], "IDN002 speaks of the form"),
      .notApplicable([.documentType: "1010", .documentNumber: ""]),
      .notApplicable([.documentType: "1120", .documentNumber: "911156198901010011"]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let id = facts.identity.residentID(record), !id.isFifteen else { return .notApplicable }
    return id.checkHolds ? .passed : .failed
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let number = record[.documentNumber]
    finding.value.append(number)
    guard let id = facts.identity.residentID(record) else { return }
    finding.expected.append(zh: "末位为", en: "last character ", in: finding.language)
    finding.expected.append(id.expectedCheck)
    finding.evidence.append(
      zh: "按前17位推算校验码应为", en: "the first 17 give the check character ", in: finding.language)
    finding.evidence.append(id.expectedCheck)
    if number.ends(with: "000") {
      finding.evidence.append(
        zh: "；末三位为000，疑似在电子表格中按数值保存而丢失尾数",
        en:
          "; the last three figures are noughts, as when a spreadsheet keeps the number as a value",
        in: finding.language)
    }
    guard case .day(let birth) = facts.identity.birthDate(record), birth != id.birth else { return }
    var repaired: [UInt8] = []
    repaired.append(number.extracting(0..<6))
    let start = repaired.count
    repaired.append(day: birth)
    repaired.removeAll { $0 == UInt8(ascii: "-") }
    repaired.append(number.extracting(14..<18))
    guard repaired.count == start + 12, case .read(let other) = ResidentID.read(repaired.span),
      other.isSound
    else { return }
    finding.suggest(repaired.span, confidence: 80, .confirm)
    finding.evidence.append(
      zh: "；换入登记的出生日期后校验码相符",
      en: "; with the recorded date of birth in it the check character holds",
      in: finding.language)
  }
}
