import Records

/// Two editions compared by code and name, where no official crosswalk leads from one to the
/// other. A likeness, not a correspondence: most of its links are marked as not verified.
package struct EditionComparison {
  /// The code of a row as both editions write it; nil where their codes have nothing in common.
  package typealias Code = (Int) -> String?

  package private(set) var links: [Crosswalk.Link] = []
  package private(set) var notes: [CrosswalkTable.Pair: Text] = [:]

  /// Compares rows of the same level. O(rows).
  /// - Parameters:
  ///   - oldCode: code of an old row; `newCode` of a new one. Both nil: names alone count.
  ///   - isCompared: whether a new row takes part; old rows all do.
  package init(
    _ old: CodeList, _ new: CodeList, oldCode: Code, newCode: Code,
    isCompared: (Int) -> Bool = { _ in true }
  ) {
    struct Key: Hashable {
      let level: String
      let text: String
    }
    func level(_ list: CodeList, _ row: Int) -> String {
      list.levelNames.isEmpty ? "" : list.levelNames[list.level(row)]
    }
    func sameName(_ a: Int, _ b: Int) -> Bool {
      FoldedText.equal(old.name(a).utf8.span, new.name(b).utf8.span)
    }
    var newByCode: [Key: Int] = [:]
    var newByName: [UInt64: [Int]] = [:]
    var oldByName: [UInt64: [Int]] = [:]
    func hash(_ list: CodeList, _ row: Int) -> UInt64 {
      FoldedText.hash((level(list, row) + "\u{1}" + list.name(row)).utf8.span)
    }
    for row in 0..<new.count where isCompared(row) {
      if let code = newCode(row), !code.isEmpty {
        newByCode[Key(level: level(new, row), text: code)] = row
      }
      newByName[hash(new, row), default: []].append(row)
    }
    for row in 0..<old.count { oldByName[hash(old, row), default: []].append(row) }

    var open: [Int] = []
    var taken: Set<Int> = []
    func counterpart(_ row: Int) -> Int? {
      oldCode(row).flatMap { newByCode[Key(level: level(old, row), text: $0)] }
    }
    for row in 0..<old.count {
      guard let match = counterpart(row), sameName(row, match) else {
        open.append(row)
        continue
      }
      add(row, match, .unchanged, old.isVerified(row) && new.isVerified(match))
      taken.insert(match)
      if old.code(row) != new.code(match) {
        notes[CrosswalkTable.Pair(row, match)] = Text(
          zh: "编号相同，写法不同", en: "the same number, written otherwise")
      }
    }
    var left: [Int] = []
    for row in open {
      let namesakes = newByName[hash(old, row)] ?? []
      let rivals = oldByName[hash(old, row)] ?? []
      guard namesakes.count == 1, rivals.count == 1, taken.insert(namesakes[0]).inserted else {
        left.append(row)
        continue
      }
      add(row, namesakes[0], .recoded, false)
      notes[CrosswalkTable.Pair(row, namesakes[0])] = Text(
        zh: "按名称相同比对，无官方对照", en: "by the same name; there is no official correspondence")
    }
    for row in left {
      guard let match = counterpart(row), taken.insert(match).inserted else { continue }
      add(row, match, .renamed, false)
      notes[CrosswalkTable.Pair(row, match)] = Text(
        zh: "编号相同、名称不同，内容未核对", en: "same number, another name; contents not compared")
    }
  }

  private mutating func add(
    _ old: Int, _ new: Int, _ relation: CodeRelation, _ isVerified: Bool
  ) {
    links.append(
      Crosswalk.Link(from: old, to: new, relation: relation, isVerified: isVerified))
  }
}
