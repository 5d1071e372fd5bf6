import Findings
import Records

/// ADR012: the whole address stands in the field twice.
package struct AddressRepeatsItself: RecordValidator {
  package static let rule = Rule(
    id: "ADR012", name: "address-repeats-itself", parties: [.person, .organisation],
    dimension: .validity, severity: .notice, reads: [.address],
    authority: Authority("GB/T 36344-2018", clause: "规范性"),
    title: Text(zh: "地址重复书写", en: "Address written twice"),
    claim: Text(
      zh: "同一地址在栏内写了两遍", en: "The field holds the same address twice."),
    remedy: Text(zh: "保留一遍", en: "Keep it once."),
    examples: [
      .fails(
        [.address: "章贡区红旗大道86号章贡区红旗大道86号"], suggests: "章贡区红旗大道86号", action: .confirm),
      .fails(
        [.address: "章贡区红旗大道86号 章贡区红旗大道86号"], suggests: "章贡区红旗大道86号", action: .confirm,
        "with a blank between"),
      .fails(
        [.address: "赣州市文清路7号，赣州市文清路7号"], suggests: "赣州市文清路7号", action: .confirm,
        party: .organisation),
      .passes([.address: "江西省赣州市章贡区红旗大道86号"]),
      .passes([.address: "吉林省吉林市船营区"], "names that repeat"),
      .passes([.address: "东湖东湖"], "too short to tell"),
      .passes([.address: "章贡区红旗大道86号章贡区红旗大道88号"], "two addresses"),
      .notApplicable([.address: ""]),
    ])

  package init(_ context: Context) {}

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    return Self.half(of: address) > 0 ? .failed : .passed
  }

  /// Length in bytes of the text that stands twice; 0 where none does. At least five
  /// characters or fifteen bytes. O(n), as a rule O(1).
  static func half(of text: Span<UInt8>) -> Int {
    for gap in 0...3 {
      let rest = text.count - gap
      if rest < 30 || rest % 2 != 0 { continue }
      let half = rest / 2
      if text[0] != text[half + gap] || text[half - 1] != text[text.count - 1] { continue }
      if gap > 0, !isSeparator(text.extracting(half..<(half + gap))) { continue }
      if text.extracting(0..<half).equals(text.extracting((half + gap)..<text.count)) {
        // 一一一一一一 and the like are placeholders.
        return isUniform(text.extracting(0..<half)) ? 0 : half
      }
    }
    return 0
  }

  private static func isSeparator(_ text: Span<UInt8>) -> Bool {
    text.equals(" ") || text.equals("  ") || text.equals(",") || text.equals(", ")
      || text.equals(";") || text.equals("/") || text.equals("，") || text.equals("；")
      || text.equals("、") || text.equals("\u{3000}") || text.equals("|")
  }

  private static func isUniform(_ text: Span<UInt8>) -> Bool {
    repeats(text, every: 1) || repeats(text, every: 3)
  }

  private static func repeats(_ text: Span<UInt8>, every step: Int) -> Bool {
    var index = step
    while index < text.count, text[index] == text[index - step] { index += 1 }
    return index >= text.count
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    let address = record[.address]
    finding.value.append(address)
    finding.suggestion.append(address.extracting(0..<Self.half(of: address)))
    finding.confidence = 95
    finding.action = .confirm
    finding.expected.append(zh: "只写一遍", en: "the address once", in: finding.language)
  }
}
