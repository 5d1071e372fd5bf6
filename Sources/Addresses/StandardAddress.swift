import Records
import References

/// An address as it would be written on an envelope today, and what was changed for it.
///
/// Names of divisions are the official ones in force; marks, blanks, telephones, postcodes
/// and repetitions are left out; digits and letters are half-width; everything else stands
/// as it was written.
package struct StandardAddress: Sendable, Equatable {
  package enum Change: String, Sendable, CaseIterable {
    /// A division above was left out and is known.
    case levelAdded = "level-added"
    /// A short or informal name became the official one.
    case nameCompleted = "name-completed"
    /// A name of the past became that of its only successor.
    case nameRenewed = "name-renewed"
    /// A township of another kind or of the past became the one in force.
    case townshipRenewed = "township-renewed"
    /// Full-width, traditional or stray characters.
    case characters
    /// The county is concluded from the township.
    case countyConcluded = "county-concluded"
    /// Repeated words were left out.
    case repetitionDropped = "repetition-dropped"
    /// A telephone, a postcode, a name or a note was left out.
    case wordsDropped = "words-dropped"
    /// One of several divisions that contradict each other was taken.
    case contradictionSettled = "contradiction-settled"
    /// What was known beside the text decided.
    case priorUsed = "prior-used"

    /// Whether nothing is lost and nothing is guessed.
    package var isSafe: Bool {
      switch self {
      case .levelAdded, .nameCompleted, .nameRenewed, .characters, .repetitionDropped: true
      default: false
      }
    }

    package var text: Text {
      switch self {
      case .levelAdded: Text(zh: "补全上级区划", en: "divisions above added")
      case .nameCompleted: Text(zh: "区划简称改为全称", en: "short names completed")
      case .nameRenewed: Text(zh: "旧区划名称改为现行名称", en: "former names renewed")
      case .townshipRenewed: Text(zh: "乡镇街道改为现行名称", en: "township renewed")
      case .characters: Text(zh: "统一全角、繁体和多余符号", en: "characters made uniform")
      case .countyConcluded: Text(zh: "由乡镇推出县区", en: "county concluded from the township")
      case .repetitionDropped: Text(zh: "去掉重复内容", en: "repeated words dropped")
      case .wordsDropped: Text(zh: "去掉电话、邮编、姓名或备注", en: "telephone, postcode, name or note dropped")
      case .contradictionSettled:
        Text(zh: "区划前后矛盾，已取其一", en: "one of contradicting divisions taken")
      case .priorUsed: Text(zh: "参考了记录中的其他信息", en: "other data of the record decided")
      }
    }
  }

  package struct Step: Sendable, Equatable {
    package let kind: Change
  }

  package private(set) var text = ""
  package private(set) var changes: [Step] = []
  /// Postcode of the county on which the sources agree.
  package private(set) var postcode: Int?
  /// `auto` where nothing is lost, `confirm` otherwise; nil where nothing is changed.
  package var action: String? {
    changes.isEmpty ? nil : changes.allSatisfy(\.kind.isSafe) ? "auto" : "confirm"
  }

  /// O(length).
  package init(_ address: Address, of source: Span<UInt8>, _ gazetteer: AddressGazetteer) {
    var output: [UInt8] = []
    let code = address.code
    if code != 0 {
      gazetteer.divisions.appendPath(of: code, to: &output)
      postcode = gazetteer.postcodes.postcode(of: code)
    }
    var head: [UInt8] = []
    for part in address.components {
      let bytes = source.extracting(part.range)
      switch part.kind {
      case .province, .city, .county:
        // What could not be decided stays as it was written.
        if code == 0 || Self.isUndecided(part.kind, address) {
          Self.append(bytes, gazetteer, to: &output)
        }
        head.append(bytes)
      case .township:
        if address.township != 0, !address.marks.contains(.townshipBare) {
          gazetteer.appendName(ofTownship: address.township, to: &output)
        } else {
          Self.append(bytes, gazetteer, to: &output)
        }
        if address.marks.contains(.townshipOther), address.township != 0,
          !address.marks.contains(.townshipBare)
        {
          add(.townshipRenewed)
        }
      case .country, .separator: if part.kind == .country { add(.characters) }
      case .repetition: add(.repetitionDropped)
      case .telephone, .postcode, .recipient, .note, .secondAddress: add(.wordsDropped)
      default: Self.append(bytes, gazetteer, to: &output)
      }
    }
    note(address, code, head, gazetteer)
    text = String(decoding: output, as: UTF8.self)
    let plain = address.components.filter {
      ![.telephone, .postcode, .recipient, .note, .repetition, .secondAddress, .country]
        .contains($0.kind)
    }
    if !plain.contains(where: { Self.differs(source.extracting($0.range), gazetteer) }) { return }
    add(.characters)
  }

  private mutating func add(_ change: Change) {
    if !changes.contains(Step(kind: change)) { changes.append(Step(kind: change)) }
  }

  private mutating func note(
    _ address: Address, _ code: Int32, _ head: [UInt8], _ gazetteer: AddressGazetteer
  ) {
    if code == 0 { return }
    let marks = address.marks
    if marks.contains(.past) { add(.nameRenewed) }
    if marks.contains(.short) { add(.nameCompleted) }
    if marks.contains(.countyConcluded) { add(.countyConcluded) }
    if marks.contains(.contradiction) { add(.contradictionSettled) }
    if marks.contains(.prior) { add(.priorUsed) }
    let above = !marks.contains(.provinceWritten)
    let between =
      address.prefecture != 0 && address.county != 0 && !marks.contains(.prefectureWritten)
    if above || between { add(.levelAdded) }
  }

  private static func isUndecided(_ kind: AddressComponent.Kind, _ address: Address) -> Bool {
    switch kind {
    case .county: address.county == 0 && !address.marks.contains(.withoutCounties)
    case .city: address.prefecture == 0 && address.county == 0 && address.isUndecided
    default: false
    }
  }

  /// Appends characters in their folded form where that is another width of the same, and as
  /// they are otherwise.
  private static func append(
    _ bytes: Span<UInt8>, _ gazetteer: AddressGazetteer, to output: inout [UInt8]
  ) {
    for scalar in String(bytes).unicodeScalars {
      guard scalar.value < 0x10000 else {
        output.append(contentsOf: String(scalar).utf8)
        continue
      }
      let folded = gazetteer.characters.fold(UInt16(scalar.value))
      if folded == 0 { continue }
      output.append(contentsOf: String(Unicode.Scalar(folded) ?? scalar).utf8)
    }
  }

  /// Whether `append` changes a text.
  private static func differs(_ bytes: Span<UInt8>, _ gazetteer: AddressGazetteer) -> Bool {
    var output: [UInt8] = []
    append(bytes, gazetteer, to: &output)
    return !output.span.equals(bytes)
  }

  /// A number with leading zeros.
  package static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
