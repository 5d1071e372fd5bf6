import Findings
import Records
import Validators

/// LOC001: the customer number has a blank or an invisible character in it. The sample of a
/// bank's own rule: true of any bank, and short.
package struct CustomerKeyWithBlanks: RecordValidator {
  package static let rule = Rule(
    id: "LOC001", name: "customer-key-with-blanks",
    status: .trial(since: "0.1.0", reviewBy: "2027-12-31"), parties: [.person, .organisation],
    dimension: .validity, severity: .notice, reads: [.customerKey],
    authority: Authority("本行客户编号规则", clause: "样例"),
    title: Text(zh: "客户号中有空格", en: "Blanks in the customer number"),
    claim: Text(
      zh: "客户号中间有空格或看不见的字符，与其他系统按客户号关联时对不上",
      en:
        "The customer number has a blank or an invisible character: other systems will not find it."
    ),
    remedy: Text(
      zh: "由科技部门核对源系统的客户号", en: "The IT department checks the number in the source system."),
    examples: [
      .fails([.customerKey: "C0012 3456"], suggests: "C00123456", action: .review),
      .fails([.customerKey: "C0012\u{3000}3456"], suggests: "C00123456", "a full-width blank"),
      .fails([.customerKey: "C00123456\u{200B}"], suggests: "C00123456", "nobody sees it"),
      .fails([.customerKey: "C0012\t3456"], suggests: "C00123456"),
      .passes([.customerKey: "C00123456"]),
      .passes([.customerKey: "C-0012/3456"], "marks are seen"),
      .passes([.customerKey: "客户123"]),
      .notApplicable([.customerKey: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let key = record[.customerKey]
    if key.isEmpty { return .notApplicable }
    for place in key.indices where Self.width(key, place) > 0 { return .failed }
    return .passed
  }

  /// Bytes of the blank or invisible character at a place; 0 where there is none.
  private static func width(_ text: Span<UInt8>, _ place: Int) -> Int {
    let byte = text[place]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    if byte < 0xC2 { return 0 }
    let rest = text.extracting(place..<text.count)
    if rest.starts(with: "\u{A0}") { return 2 }
    for blank: StaticString in ["\u{3000}", "\u{200B}", "\u{FEFF}"] where rest.starts(with: blank) {
      return 3
    }
    return 0
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let key = record[.customerKey]
    finding.action = .review
    finding.value.append(key)
    var place = 0
    while place < key.count {
      let width = Self.width(key, place)
      if width == 0 { finding.suggestion.append(key[place]) }
      place += max(width, 1)
    }
    finding.confidence = 90
  }
}
