import Records

/// Postcodes: which provinces the first two digits stand for, and the postcode of a county.
///
/// All sources are compilations by third parties; the last two digits often differ between
/// them, so nothing finer than the first four is to be held against a record.
package struct Postcodes: Reference {
  package static let name = "postcodes"
  package static let tables = ["codes/postcode-prefixes.csv", "codes/postcodes.csv"]

  /// Provinces of a two-digit prefix, as bits of the province's two digits.
  @usableFromInline struct Provinces: BitwiseCopyable, Sendable {
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var high: UInt64 = 0

    mutating func insert(_ province: Int) {
      if province < 64 { low |= 1 << UInt64(province) } else { high |= 1 << UInt64(province - 64) }
    }
    @inlinable func contains(_ province: Int) -> Bool {
      province < 64
        ? low >> UInt64(province) & 1 == 1 : high >> UInt64(province & 63) & 1 == 1
    }
    @inlinable var isEmpty: Bool { low | high == 0 }
  }

  @inlinable var provinces: FrozenArray<Provinces> { storage.value.provinces }

  /// The tables, behind one pointer.
  @frozen @usableFromInline struct Storage: Sendable {
    @usableFromInline let provinces: FrozenArray<Provinces>
    let counties: FrozenMap
    let main: FrozenArray<Int32>
    let reliable: FrozenArray<Bool>
    let firstMember: FrozenArray<UInt16>
    let members: FrozenArray<Int32>
  }

  @usableFromInline let storage: FrozenBox<Storage>

  @inline(__always) private var counties: FrozenMap { storage.value.counties }
  @inline(__always) private var main: FrozenArray<Int32> { storage.value.main }
  @inline(__always) private var reliable: FrozenArray<Bool> { storage.value.reliable }
  /// Counties by the first four digits of their postcodes: ranges of `members`.
  @inline(__always) private var firstMember: FrozenArray<UInt16> { storage.value.firstMember }
  @inline(__always) private var members: FrozenArray<Int32> { storage.value.members }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let prefixes = try ReferenceTable(Self.tables[0], from: folder)
    let prefix = try prefixes.column("prefix2")
    let province = try prefixes.column("province_code")
    var provinces = [Provinces](repeating: Provinces(), count: 100)
    for row in 0..<prefixes.count {
      guard let first = try prefixes.number(row, prefix), first < 100,
        let code = try prefixes.number(row, province), code / 10_000 < 100
      else { throw prefixes.fault(row, .badValue(column: "prefix2")) }
      provinces[first].insert(code / 10_000)
    }
    let theProvinces = FrozenArray(provinces)

    let table = try ReferenceTable(Self.tables[1], from: folder)
    let postcode = try table.column("postcode")
    let code = try table.column("code")
    let isMain = try table.column("main")
    let reliability = try table.column("reliability")
    var counties: [(ShortKey, Int32)] = []
    var main: [Int32] = []
    var reliable: [Bool] = []
    var byPrefix: [[Int32]] = Array(repeating: [], count: 10_000)
    for row in 0..<table.count {
      guard let number = try table.number(row, postcode), number < 1_000_000,
        let county = try table.number(row, code)
      else { throw table.fault(row, .badValue(column: "postcode")) }
      if !byPrefix[number / 100].contains(Int32(county)) {
        byPrefix[number / 100].append(Int32(county))
      }
      guard table.read(row, isMain, { $0.equals("1") }) else { continue }
      counties.append((try table.key(row, code), Int32(main.count)))
      main.append(Int32(number))
      reliable.append(table.read(row, reliability) { $0.equals("high") })
    }
    let theCounties = FrozenMap(counties)
    let theMain = FrozenArray(main)
    let theReliable = FrozenArray(reliable)
    var firstMember: [UInt16] = []
    var members: [Int32] = []
    for prefix in byPrefix {
      firstMember.append(UInt16(members.count))
      members.append(contentsOf: prefix)
    }
    firstMember.append(UInt16(members.count))
    let theFirstMember = FrozenArray(firstMember)
    let theMembers = FrozenArray(members)
    storage = FrozenBox(
      Storage(
        provinces: theProvinces, counties: theCounties, main: theMain, reliable: theReliable,
        firstMember: theFirstMember, members: theMembers))
  }

  /// Whether any postcode begins with two digits.
  @inlinable package func isPrefixUsed(_ prefix: Int) -> Bool {
    prefix >= 0 && prefix < 100 && !provinces[prefix].isEmpty
  }

  /// Whether a postcode that begins with two digits can lie in a province, given by the
  /// first two digits of its code.
  @inlinable package func isPrefix(_ prefix: Int, of province: Int) -> Bool {
    prefix >= 0 && prefix < 100 && province >= 0 && province < 100
      && provinces[prefix].contains(province)
  }

  /// The postcode of a county or prefecture on which the sources agree, or nil.
  package func postcode(of region: Int32) -> Int? {
    var text: [UInt8] = []
    text.append(region: region)
    guard let row = counties[text.span], reliable[row] else { return nil }
    return Int(main[row])
  }

  /// Whether a county has postcodes that begin with four digits. O(counties of the prefix).
  package func covers(_ prefix: Int, _ county: Int32) -> Bool {
    guard prefix >= 0, prefix < 10_000 else { return false }
    for place in Int(firstMember[prefix])..<Int(firstMember[prefix + 1])
    where members[place] == county {
      return true
    }
    return false
  }

  /// Counties that have postcodes which begin with four digits.
  package func regions(_ prefix: Int) -> [Int32] {
    guard prefix >= 0, prefix < 10_000 else { return [] }
    return (Int(firstMember[prefix])..<Int(firstMember[prefix + 1])).map { members[$0] }
  }
}
