import Findings
import Records

/// IDN018: length or characters are not those of a credit code.
package struct CreditCodeMalformed: RecordValidator {
  package static let rule = Rule(
    id: "IDN018", name: "credit-code-malformed", parties: [.organisation], dimension: .validity,
    severity: .blocking, reads: [.creditCode],
    authority: Authority("GB 32100-2015", clause: "代码的结构"),
    title: Text(zh: "统一社会信用代码格式不符", en: "Credit code of the wrong form"),
    claim: Text(
      zh: "统一社会信用代码不是18位，或含有代码中不会出现的字符（如 I、O、S、V、Z）",
      en:
        "The code has not 18 characters, or some that such codes never have, such as I, O, S, V, Z."
    ),
    remedy: Text(
      zh: "对照营业执照更正；字母 I、O、S、V、Z 多为数字 1、0、5 和字母 U、数字 2 之误",
      en: "Correct it from the licence; I, O, S, V, Z often stand for 1, 0, 5, U, 2."),
    autoBasis: Text(
      zh: "只去掉空格、连字符和全角等写法差异，代码各位未变且校验码相符",
      en:
        "Only blanks, hyphens and full-width characters are taken away; the characters stay as they are and the check character holds."
    ),
    examples: [
      .fails([.creditCode: "91320102MA1MA2MC7"], action: .review, "a character is missing"),
      .fails([.creditCode: "91320102MA1MA2MC7NN"], action: .review),
      .fails(
        [.creditCode: "9132O1O2MA1MA2MC7N"], suggests: "91320102MA1MA2MC7N", action: .confirm,
        "letters O for noughts"),
      .fails([.creditCode: "91320102MAIMA2MC7N"], suggests: "91320102MA1MA2MC7N", action: .confirm),
      .fails(
        [.creditCode: "91320102MAIMA2MC7X"], action: .review,
        "with a 1 for the I the check character does not hold"),
      .fails(
        [.creditCode: "91320102 MA1MA2MC7N"], suggests: "91320102MA1MA2MC7N", action: .auto,
        "a blank between"),
      .fails(
        [.creditCode: "９１３２０１０２ＭＡ１ＭＡ２ＭＣ７Ｎ"], suggests: "91320102MA1MA2MC7N", action: .auto,
        "full-width"),
      .fails([.creditCode: "见营业执照2016"], action: .review),
      .passes([.creditCode: "91320102MA1MA2MC7N"]),
      .passes([.creditCode: "91320102ma1ma2mc7n"], "small letters are not wrong"),
      .passes([.creditCode: "91320102MA1MA2MC7X"], "IDN019 speaks of the check character"),
      .passes([.creditCode: "91350211M0000XUF46"], "a code of the pilot"),
      .notApplicable([.creditCode: ""], "IDN017 speaks of an empty code"),
      .notApplicable([.creditCode: "无"]),
      .notApplicable([.creditCode: "320102000123459"], "IDN022 speaks of licence numbers"),
      .notApplicable([.creditCode: "MA1MA2MC-7"], "IDN022 speaks of organisation codes"),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    switch facts.identity.creditCode(record) {
    case .sound, .checkWrong, .pilot: .passed
    case .malformed: .failed
    case .empty, .placeholder, .legacy: .notApplicable
    }
  }

  package func explain(_ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter) {
    let code = record[.creditCode]
    finding.value.append(code)
    finding.expected.append(
      zh: "18位数字或大写字母（无 I、O、S、V、Z）", en: "18 digits or capitals without I, O, S, V, Z",
      in: finding.language)
    guard case .malformed(let fault) = facts.identity.creditCode(record) else { return }
    finding.explain(fault, length: "18")
    if code.count > 200 { return }
    let text = NumberText(code).bytes
    if text.count == 18, CreditCode.fault(in: text.span) == nil {
      finding.suggest(text.span, confidence: 100, .auto)
    } else if let other = CreditCode.withoutLookAlikes(text),
      CreditCode.fault(in: other.span) == nil
    {
      finding.suggest(other.span, confidence: 95, .confirm)
      finding.evidence.append(
        zh: "；按形近字更正后校验码相符",
        en: "; with the characters that look like them the check character holds",
        in: finding.language)
    }
  }
}

extension CreditCode {
  /// Letters that such codes never have, as the characters they are mistaken for; nil where
  /// there are none.
  static func withoutLookAlikes(_ code: [UInt8]) -> [UInt8]? {
    var result = code
    for index in code.indices {
      switch code[index] {
      case UInt8(ascii: "I"): result[index] = UInt8(ascii: "1")
      case UInt8(ascii: "O"): result[index] = UInt8(ascii: "0")
      case UInt8(ascii: "S"): result[index] = UInt8(ascii: "5")
      case UInt8(ascii: "V"): result[index] = UInt8(ascii: "U")
      case UInt8(ascii: "Z"): result[index] = UInt8(ascii: "2")
      default: break
      }
    }
    return result == code ? nil : result
  }
}
