import Records
import References

/// An address as it would be written on an envelope today, and what was changed for it.
///
/// Names of divisions are the official ones in force; marks, blanks, telephones, postcodes
/// and repetitions are left out; digits and letters are half-width; everything else stands
/// as it was written. No change is silent: what is not in the text any more lies in a piece,
/// whose kind is among the changes.
package struct StandardAddress: Sendable, Equatable {
  package enum Change: String, Sendable, CaseIterable {
    /// A division above was left out and is known.
    case levelAdded = "level-added"
    /// A short or informal name became the official one.
    case nameCompleted = "name-completed"
    /// The word for the kind was another one: 义乌县 for 义乌市, 南康市 for 南康区.
    case kindCorrected = "kind-corrected"
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
    /// The country's name, and words that lists put in the place of a division, such as 市辖区.
    case fillerDropped = "filler-dropped"
    /// A telephone, a postcode, a name or a note was left out.
    case wordsDropped = "words-dropped"
    /// One of several divisions that contradict each other was taken.
    case contradictionSettled = "contradiction-settled"
    /// What was known beside the text decided.
    case priorUsed = "prior-used"

    /// Whether nothing is lost and nothing is guessed.
    package var isSafe: Bool {
      switch self {
      case .levelAdded, .nameCompleted, .nameRenewed, .characters, .repetitionDropped,
        .fillerDropped:
        true
      default: false
      }
    }

    package var text: Text {
      switch self {
      case .levelAdded: Text(zh: "补全上级区划", en: "divisions above added")
      case .nameCompleted: Text(zh: "区划简称改为全称", en: "short names completed")
      case .kindCorrected:
        Text(zh: "区划的通名（县、市、区）改为现行", en: "county, city or district by today's kind")
      case .nameRenewed: Text(zh: "旧区划名称改为现行名称", en: "former names renewed")
      case .townshipRenewed: Text(zh: "乡镇街道改为现行名称", en: "township renewed")
      case .characters: Text(zh: "统一全角、繁体和多余符号", en: "characters made uniform")
      case .countyConcluded: Text(zh: "由乡镇推出县区", en: "county concluded from the township")
      case .repetitionDropped: Text(zh: "去掉重复内容", en: "repeated words dropped")
      case .fillerDropped:
        Text(zh: "去掉国名和“市辖区”等统计用语", en: "country and words of lists dropped")
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

  /// Bytes of the source that are not in the text as they were written.
  package struct Piece: Sendable, Equatable {
    package let kind: Change
    package let range: Range<Int>
  }

  package private(set) var text = ""
  package private(set) var changes: [Step] = []
  /// What was left out or replaced, in the order of the source; other widths of the same
  /// characters are not told.
  package private(set) var pieces: [Piece] = []
  /// Postcode of the county on which the sources agree.
  package private(set) var postcode: Int?
  /// `auto` where nothing is lost, `confirm` otherwise; nil where nothing is changed.
  package var action: String? {
    changes.isEmpty ? nil : changes.allSatisfy(\.kind.isSafe) ? "auto" : "confirm"
  }

  /// O(length).
  package init(_ address: Address, of source: Span<UInt8>, _ gazetteer: AddressGazetteer) {
    var writer = StandardWriter(gazetteer)
    writer.write(address, of: source)
    postcode = writer.postcode
    for piece in writer.pieces { add(piece.kind) }
    note(address)
    if writer.hasOtherCharacters { add(.characters) }
    pieces = writer.pieces
    text = String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func add(_ change: Change) {
    if !changes.contains(Step(kind: change)) { changes.append(Step(kind: change)) }
  }

  private mutating func note(_ address: Address) {
    if address.code == 0 { return }
    let marks = address.marks
    if marks.contains(.countyConcluded) { add(.countyConcluded) }
    if marks.contains(.contradiction) { add(.contradictionSettled) }
    if marks.contains(.prior) { add(.priorUsed) }
    let above = !marks.contains(.provinceWritten)
    let between = address.prefecture != 0 && !marks.contains(.prefectureWritten)
    if above || between { add(.levelAdded) }
  }

  /// A number with leading zeros.
  package static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
