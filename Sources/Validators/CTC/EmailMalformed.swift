import Findings
import Records

/// CTC009: no e-mail address.
package struct EmailMalformed: RecordValidator {
  package static let rule = Rule(
    id: "CTC009", name: "email-malformed", parties: [.person, .organisation],
    dimension: .validity, severity: .notice, reads: [.email],
    authority: Authority("RFC 5321", clause: "4.1.2"),
    title: Text(zh: "电子邮箱格式错误", en: "Malformed e-mail address"),
    claim: Text(
      zh: "电子邮箱不是“名称@域名”的形式，或混入了中文标点、空格",
      en: "Not of the form name@domain, or with Chinese punctuation or blanks in it."),
    remedy: Text(
      zh: "与客户核对后改正；客户没有邮箱的清空此栏",
      en: "Check with the customer and mend it; leave the field empty where there is none."),
    examples: [
      .fails(
        [.email: "zhangsan＠qq.com"], suggests: "zhangsan@qq.com", action: .confirm,
        "a full-width @"),
      .fails(
        [.email: "zhangsan@qq。com"], suggests: "zhangsan@qq.com", action: .confirm,
        "a Chinese full stop"),
      .fails([.email: "zhang san@qq.com"], suggests: "zhangsan@qq.com", action: .confirm),
      .fails([.email: "zhangsan@qq,com"], suggests: "zhangsan@qq.com", action: .confirm),
      .fails([.email: "zhangsan@163"], action: .contact, "no dot in the domain"),
      .fails([.email: "zhangsan.qq.com"], action: .contact, "no @"),
      .fails([.email: "无"], action: .contact, party: .organisation),
      .fails([.email: "a@@qq.com"], action: .contact),
      .fails([.email: "@qq.com"], action: .contact),
      .passes([.email: "zhangsan@qq.com"]),
      .passes([.email: "First.Last+bank@mail.example.com.cn"]),
      .passes([.email: "10001@qq.com"]),
      .passes([.email: "a_b-c@x-y.cn"]),
      .passes([.email: "a@qq.com;b@qq.com"], "the first of several"),
      .passes([.email: "张三@例子.中国"], "names in Chinese exist"),
      .passes([.email: "zhang..san@docomo.ne.jp"], "two dots are in use"),
      .notApplicable([.email: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let email = record[.email]
    if email.isEmpty { return .notApplicable }
    return Self.isWellFormed(email) ? .passed : .failed
  }

  /// The first address of the field: a name of up to 64 bytes, an @, and labels of letters,
  /// digits and hyphens with at least one dot between them, the last not all digits. O(n).
  static func isWellFormed(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    for index in text.indices where text[index] == UInt8(ascii: ";") {
      end = index
      break
    }
    let email = text.extracting(text.trimmedRange(0..<end))
    var at = -1
    for index in email.indices {
      let byte = email[index]
      if byte == UInt8(ascii: "@") {
        if at >= 0 { return false }
        at = index
      } else if byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: ",") {
        // A comma separates two addresses, or stands for a dot.
        return byte == UInt8(ascii: ",") && at > 0
          && isWellFormed(email.extracting(0..<index))
          && email.extracting(index..<email.count).contains(UInt8(ascii: "@"))
      } else if byte >= 0x80 {
        // Characters of names only: Chinese, accented letters; no punctuation.
        if byte == 0xE2 || byte == 0xE3 || byte == 0xEF || byte < 0xC3 && byte >= 0xC0 {
          return false
        }
      } else if at >= 0 {
        let isFine =
          byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_")
        if !isFine { return false }
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
      {
        return false
      }
    }
    if at < 1 || at > 64 || email.count - at > 254 { return false }
    return isDomain(email.extracting((at + 1)..<email.count))
  }

  private static func isDomain(_ domain: Span<UInt8>) -> Bool {
    var dots = 0
    var label = 0
    var hasLetter = false
    for index in domain.indices {
      if domain[index] == UInt8(ascii: ".") {
        if label == 0 { return false }
        dots += 1
        label = 0
        hasLetter = false
      } else {
        label += 1
        if !domain[index].isDigit { hasLetter = true }
      }
    }
    return dots > 0 && label >= 2 && hasLetter
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let email = record[.email]
    finding.value.append(email)
    finding.action = .contact
    finding.expected.append(
      zh: "形如 name@example.com", en: "such as name@example.com", in: finding.language)
    let mended = Self.mended(email)
    if !mended.isEmpty, Self.isWellFormed(mended.span) {
      finding.suggestion.append(mended.span)
      finding.confidence = 85
      finding.action = .confirm
      finding.evidence.append(
        zh: "中文标点、全角字符或空格", en: "Chinese punctuation, full-width characters or blanks",
        in: finding.language)
    }
  }

  /// Full-width characters as half-width ones, Chinese full stops as dots, without blanks.
  private static func mended(_ email: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    if email.count > 512 { return text }
    var hasAt = false
    var place = 0
    while place < email.count {
      let byte = email[place]
      var length = 1
      var new = byte
      if byte == 0xEF, place + 2 < email.count, email[place + 1] & 0xFE == 0xBC {
        let value = Int(email[place + 1] & 1) << 6 | Int(email[place + 2] & 0x3F)
        length = 3
        new = value > 0 && value < 95 ? UInt8(value + 0x20) : 0
      } else if byte == 0xE3, place + 2 < email.count, email[place + 1] == 0x80 {
        length = 3
        new = email[place + 2] == 0x82 ? UInt8(ascii: ".") : 0x20
      } else if byte >= 0x80 {
        // Nothing is guessed of other characters.
        return []
      }
      place += length
      if new <= 0x20 { continue }
      if new == UInt8(ascii: "@") { hasAt = true }
      if new == UInt8(ascii: ","), hasAt { new = UInt8(ascii: ".") }
      text.append(new)
    }
    return text
  }
}
