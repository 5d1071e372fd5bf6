import Findings
import Records

extension FindingWriter {
  /// Says in the evidence what is wrong with a number.
  mutating func explain(_ fault: NumberFault, length: StaticString) {
    switch fault {
    case .length(let count):
      evidence.append(zh: "现有", en: "it has ", in: language)
      evidence.append(decimal: count)
      evidence.append(zh: "位，应为", en: " characters where ", in: language)
      evidence.append(length)
      evidence.append(zh: "位", en: " belong", in: language)
    case .character(let position):
      evidence.append(zh: "第", en: "character ", in: language)
      evidence.append(decimal: position)
      evidence.append(zh: "位是号码中不会出现的字符", en: " cannot stand in such a number", in: language)
    case .check(let expected):
      evidence.append(
        zh: "按前面各位推算，校验码应为", en: "the characters before it give the check character ", in: language)
      expected.append(to: &evidence)
    }
  }

  /// Proposes a value.
  mutating func suggest(_ value: Span<UInt8>, confidence percent: Int, _ action: Action) {
    suggestion.append(value)
    confidence = percent
    self.action = action
  }

  /// Appends a day to the evidence in words.
  mutating func appendEvidence(_ day: Day) { evidence.append(day: day) }
}
