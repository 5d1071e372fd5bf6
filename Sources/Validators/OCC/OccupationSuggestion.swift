import Findings
import Records
import References

/// Proposes an occupation code from a title in words, in the list that the record uses.
struct OccupationSuggestion {
  let codes: OccupationCodes
  let keywords: OccupationKeywords
  let unclear: UnclearOccupations?

  /// Fills suggestion, confidence, evidence and action from `words`, where a title in them
  /// names one group. `lists` are the lists that hold the recorded code; empty where no code
  /// is recorded or none holds it. Says whether it did.
  func propose(
    from words: Span<UInt8>, in lists: OccupationLists, asName: Bool,
    _ finding: inout FindingWriter
  ) -> Bool {
    if words.isEmpty || unclear?.kind(ofText: words) != nil { return false }
    let exact = keywords[words]
    guard let meaning = exact ?? keywords.ending(words) else { return false }
    let start = finding.suggestion.count
    if asName {
      if let row = codes.row(of: meaning.code) { codes.titles.append(row, to: &finding.suggestion) }
    } else {
      append(meaning, in: lists, to: &finding.suggestion)
    }
    if finding.suggestion.count == start { return false }
    finding.confidence = exact == nil ? 60 : meaning.isVerified ? 90 : 80
    finding.action = .confirm
    finding.separateEvidence()
    finding.evidence.append(zh: "职业名称：", en: "occupation in words: ", in: finding.language)
    finding.evidence.append(words)
    if let row = codes.row(of: meaning.code) {
      finding.evidence.append(zh: "；对应 ", en: "; that is ", in: finding.language)
      codes.append(row, to: &finding.evidence)
    }
    return true
  }

  /// Appends the code of a meaning in one of `lists`; nothing where they have none for it.
  private func append(
    _ meaning: OccupationKeywords.Meaning, in lists: OccupationLists, to text: inout [UInt8]
  ) {
    let row = codes.row(of: meaning.code)
    if lists.isEmpty || lists.contains(.gbt6565of2015) {
      if let row { codes.appendCode(row, to: &text) }
    } else if lists.contains(.bankMiddle) {
      let bytes = meaning.code.bytes
      if row != nil {
        text.append(contentsOf: bytes.prefix(3))
      } else if bytes.count == 4 {
        text.append(contentsOf: bytes.dropFirst())
      }
    } else if lists.contains(.credit) {
      switch meaning.major {
      case 1, 2: text.append(meaning.major - 1 + 0x30)
      case 3...6: text.append(meaning.major + 0x30)
      case 7: text.append(UInt8(ascii: "X"))
      default: break
      }
    } else if lists.contains(.gbt2261) {
      switch meaning.status {
      case .student: text.append("31")
      case .soldier: text.append("37")
      case .farmer: text.append("27")
      case .withoutWork: text.append("70")
      case .retired: text.append("80")
      default: break
      }
    }
  }
}

extension FindingWriter {
  /// Puts a mark between what the evidence says already and what comes.
  mutating func separateEvidence() {
    if !evidence.isEmpty { evidence.append(zh: "；", en: "; ", in: language) }
  }

  /// Says in the evidence what class the recorded code stands for.
  mutating func appendRecorded(_ standing: OccupationStanding, _ codes: OccupationCodes) {
    evidence.append(zh: "登记类别：", en: "recorded class: ", in: language)
    codes.appendName(standing, to: &evidence)
  }
}

extension Span<UInt8> {
  /// Whether the text begins with a character outside ASCII, as a name does.
  var isName: Bool { !isEmpty && self[0] >= 0x80 && self[0] != 0xEF }
}
