import Records

/// Large, medium, small or micro: the limits of 统计上大中小微型企业划分办法（2017）.
///
/// The limits are well sourced; which industries each row takes in was written down from
/// memory (`scope_verified`), so that what follows from them is a notice, never an error.
package struct EnterpriseSizes: Reference {
  package static let name = "enterprise-size-2017"
  package static let tables = ["codes/enterprise-size-2017.csv"]

  package enum Size: UInt8, BitwiseCopyable, Comparable, CaseIterable, Sendable {
    case micro, small, medium, large

    package static func < (a: Size, b: Size) -> Bool { a.rawValue < b.rawValue }
  }

  /// What is measured.
  package enum Indicator: UInt8, BitwiseCopyable, Sendable { case staff, revenue, assets }

  /// Lower limits of one indicator in persons or ten thousand yuan.
  package struct Limits: BitwiseCopyable, Sendable {
    package let indicator: Indicator
    package let large: Int
    package let medium: Int
    package let small: Int

    /// The size that this indicator alone allows.
    package func size(_ value: Int) -> Size {
      value >= large ? .large : value >= medium ? .medium : value >= small ? .small : .micro
    }
  }

  /// Industries by code of two to four digits, as places in `ends`; -1 for what is left out.
  private let industries: FrozenMap
  /// Limits of the rows of the table, one industry after another.
  private let limits: FrozenArray<Limits>
  private let ends: FrozenArray<Int32>

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable("codes/enterprise-size-2017.csv", from: folder)
    let number = try table.column("row_no")
    let scope = try table.column("gbt4754_2017_scope")
    let indicator = try table.column("indicator")
    let columns = (
      try table.column("large_min"), try table.column("medium_min"), try table.column("small_min")
    )
    var rows: [(number: String, scope: String, limits: [Limits])] = []
    for row in 0..<table.count {
      let kind: Indicator
      switch table.text(row, indicator) {
      case "从业人员": kind = .staff
      case "营业收入": kind = .revenue
      case "资产总额": kind = .assets
      default: throw table.fault(row, .badValue(column: "indicator"))
      }
      guard let large = try table.number(row, columns.0),
        let medium = try table.number(row, columns.1), let small = try table.number(row, columns.2)
      else { throw table.fault(row, .badValue(column: "large_min")) }
      let line = Limits(indicator: kind, large: large, medium: medium, small: small)
      let name = table.text(row, number)
      if rows.last?.number == name {
        rows[rows.count - 1].limits.append(line)
      } else {
        rows.append((name, table.text(row, scope), [line]))
      }
    }
    var pairs: [(ShortKey, Int32)] = []
    var ends: [Int32] = []
    var limits: [Limits] = []
    for (index, row) in rows.enumerated() {
      limits += row.limits
      ends.append(Int32(limits.count))
      for (code, isIn) in Self.codes(row.scope) {
        guard let key = ShortKey(code) else { continue }
        pairs.append((key, isIn ? Int32(index) : Int32(Self.leftOut)))
      }
    }
    industries = FrozenMap(pairs)
    self.limits = FrozenArray(limits)
    self.ends = FrozenArray(ends)
  }

  private static let leftOut = 999

  /// Reads `B 06-12; C 13-43`, `G 59 (less 591)`, `K 7030, 7040(自有除外), 7090`. A code with
  /// a remark of its own is left out, as the remark cannot be judged.
  static func codes(_ scope: String) -> [(code: String, isIn: Bool)] {
    var result: [(String, Bool)] = []
    for part in scope.split(separator: ";") {
      for item in part.split(separator: ",") {
        let pieces = item.split(separator: "(", maxSplits: 1)
        let words = pieces.first?.split(separator: " ") ?? []
        let remark = pieces.count > 1 ? pieces[1].dropLast() : ""
        guard let codes = words.last?.split(separator: "-") else { continue }
        if remark.hasPrefix("less ") { result.append((String(remark.dropFirst(5)), false)) }
        let isIn = remark.isEmpty || remark.hasPrefix("less ")
        if codes.count == 2, let first = Int(codes[0]), let last = Int(codes[1]), first <= last {
          for code in first...last { result.append((code < 10 ? "0\(code)" : "\(code)", isIn)) }
        } else if codes.count == 1 {
          result.append((String(codes[0]), isIn))
        }
      }
    }
    return result
  }

  /// Limits for a class of GB/T 4754-2017; none where its size is not measured. O(1).
  package func limits(of code: ShortKey) -> FrozenSlice<Limits> {
    var key = code
    let length = Int(code.high >> 56)
    if (2...4).contains(length) {
      for count in (2...length).reversed() {
        key.low = code.low & (1 << UInt64(count * 8) - 1)
        key.high = UInt64(count) << 56
        guard let row = industries[key] else { continue }
        if row == Self.leftOut { break }
        return FrozenSlice(limits, (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]))
      }
    }
    return FrozenSlice(limits, 0..<0)
  }
}
