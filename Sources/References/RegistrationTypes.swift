import Records

/// Registration types of enterprises in statistics: 关于划分企业登记注册类型的规定 of 2011 and
/// 关于市场主体统计分类的划分规定 of 2023, which took its place.
///
/// The two number anew: 110 is 国有企业 in one and 有限责任公司 in the other. A code that stands
/// in both tells nothing of which is meant.
package struct RegistrationTypes: Reference {
  package static let name = "registration-types"
  package static let tables = [
    "codes/lists/reg_type_2011.csv", "codes/lists/reg_type_2023.csv",
    "crosswalks/reg-type-2011-2023.csv",
  ]

  /// One of the two lists.
  private struct List: Sendable {
    let codes: FrozenArray<ShortKey>
    let names: NameTable
    let byCode: FrozenMap
    let byName: FrozenHashTable
  }

  private struct Storage: Sendable {
    let old: List
    let current: List
    /// By row of the old list: row of the current one that carries it on, or -1.
    let successors: FrozenArray<Int16>
  }

  private let storage: FrozenBox<Storage>

  /// What a field with a registration type says.
  package struct Reading: BitwiseCopyable, Sendable {
    /// Row in the list of 2023, or -1.
    package let current: Int
    /// Row in the list of 2011, or -1.
    package let old: Int
    /// Whether the field holds a name rather than a code.
    package let isName: Bool

    package var isKnown: Bool { current >= 0 || old >= 0 }
  }

  /// Reads a code of three digits or a name; of a name with a remark in brackets, such as
  /// 有限责任公司（自然人投资或控股）, what stands in front counts too. O(length).
  package func read(_ text: Span<UInt8>) -> Reading {
    let (old, current) = (storage.value.old, storage.value.current)
    if text.count == 3, text.isAllDigits {
      return Reading(
        current: current.byCode[text] ?? -1, old: old.byCode[text] ?? -1, isName: false)
    }
    if text.count > 300 { return Reading(current: -1, old: -1, isName: true) }
    let whole = FoldedText.hash(text)
    var reading = Reading(
      current: current.byName[whole] ?? -1, old: old.byName[whole] ?? -1, isName: true)
    if reading.isKnown { return reading }
    let end = Self.bracket(in: text)
    if end > 0, end < text.count {
      let head = FoldedText.hash(text.extracting(0..<end))
      reading = Reading(
        current: current.byName[head] ?? -1, old: old.byName[head] ?? -1, isName: true)
    }
    return reading
  }

  /// Place of the first opening bracket, or the length.
  private static func bracket(in text: Span<UInt8>) -> Int {
    for index in text.indices {
      if text[index] == 0x28 || text.extracting(index..<text.count).starts(with: "（") {
        return index
      }
    }
    return text.count
  }

  /// The type of 2023 that carries on a type of 2011, where the two lists name it; else nil.
  package func successor(ofOld row: Int) -> Int? {
    let next = Int(storage.value.successors[row])
    return next < 0 ? nil : next
  }

  /// Types of 2023 without further ones below them that stand in the same part of the list
  /// (内资, 港澳台投资, 外商投资) as a type of 2011.
  package func sameKind(asOld row: Int) -> [Int] {
    let codes = storage.value.current.codes
    let digits = codes.indices.map { codes[$0].bytes }
    let kind = storage.value.old.codes[row].bytes.first
    return codes.indices.filter { place in
      let code = digits[place]
      guard code.first == kind, !code.hasSuffix("00") else { return false }
      return !digits.contains {
        $0 != code && code.hasSuffix("0") && $0.prefix(2) == code.prefix(2)
      }
    }
  }

  /// The two editions.
  package enum Edition: Sendable { case of2011, of2023 }

  private func list(_ edition: Edition) -> List {
    edition == .of2011 ? storage.value.old : storage.value.current
  }

  package func appendCode(_ row: Int, _ edition: Edition, to text: inout [UInt8]) {
    text.append(contentsOf: list(edition).codes[row].bytes)
  }

  /// The code of a row. O(1), no allocation.
  package func code(_ row: Int, _ edition: Edition) -> ShortKey { list(edition).codes[row] }

  package func appendName(_ row: Int, _ edition: Edition, to text: inout [UInt8]) {
    list(edition).names.append(row, to: &text)
  }

  /// Number of types in a list.
  package func count(_ edition: Edition) -> Int { list(edition).codes.count }

  // MARK: Loading

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let old = try Self.list("codes/lists/reg_type_2011.csv", folder)
    let current = try Self.list("codes/lists/reg_type_2023.csv", folder)
    let crosswalk = try ReferenceTable("crosswalks/reg-type-2011-2023.csv", from: folder)
    let (from, to) = (try crosswalk.column("from_code"), try crosswalk.column("to_code"))
    var successors = [Int16](repeating: -1, count: old.codes.count)
    for row in 0..<crosswalk.count {
      guard let source = crosswalk.read(row, from, { old.byCode[$0] }) else {
        throw crosswalk.fault(row, .badValue(column: "from_code"))
      }
      guard let target = crosswalk.read(row, to, { current.byCode[$0] }) else {
        throw crosswalk.fault(row, .badValue(column: "to_code"))
      }
      successors[source] = Int16(target)
    }
    storage = FrozenBox(
      Storage(old: old, current: current, successors: FrozenArray(successors)))
  }

  private static func list(
    _ path: String, _ folder: MappingsFolder
  ) throws(ReferenceFault) -> List {
    let table = try ReferenceTable(path, from: folder)
    let (code, name) = (try table.column("code"), try table.column("name"))
    var codes: [ShortKey] = []
    var names: [(UInt64, Int32)] = []
    for row in 0..<table.count {
      codes.append(try table.key(row, code))
      table.read(row, name) { text in
        names.append((FoldedText.hash(text), Int32(row)))
        // 全民所有制企业（国有企业）, 农民专业合作社（联合社）: each half is a name too.
        let end = bracket(in: text)
        if end < text.count {
          names.append((FoldedText.hash(text.extracting(0..<end)), Int32(row)))
          if text.ends(with: "企业）") {
            let inner = text.extracting((end + 3)..<(text.count - 3))
            names.append((FoldedText.hash(inner), Int32(row)))
          }
        }
      }
    }
    return List(
      codes: FrozenArray(codes), names: NameTable((0..<table.count).map { table.text($0, name) }),
      byCode: FrozenMap(codes.enumerated().map { ($1, Int32($0)) }),
      byName: FrozenHashTable(names))
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool { span.ends(with: suffix) }
}
