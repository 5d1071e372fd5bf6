import Records

/// Job titles that name one group of GB/T 6565-2015 without doubt.
///
/// Of `keywords/occupation-keywords.csv` only titles of strength `strong` that point to one
/// code are taken: hints, employers' names and words that need a context say too little.
package struct OccupationKeywords: Reference {
  package static let name = "occupation-keywords"
  package static let tables = ["keywords/occupation-keywords.csv"]

  /// What a title stands for.
  package struct Meaning: BitwiseCopyable, Sendable {
    /// Code of the medium group in GB/T 6565-2015, or of a status: `S801`.
    package let code: ShortKey
    package let status: OccupationStatus
    /// Major group of GB/T 6565-2015; 0 for a status.
    package let major: UInt8
    /// Whether the title stands in a national list.
    package let isVerified: Bool
  }

  /// The tables, behind one pointer.
  private struct Storage: Sendable {
    let places: TextMap
    let meanings: FrozenArray<Meaning>
  }

  private let storage: FrozenBox<Storage>

  @inline(__always) private var places: TextMap { storage.value.places }
  @inline(__always) private var meanings: FrozenArray<Meaning> { storage.value.meanings }

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable(Self.tables[0], from: folder)
    let (keyword, code) = (try table.column("keyword"), try table.column("occupation_code"))
    let (kind, strength) = (try table.column("where"), try table.column("strength"))
    let (verified, note) = (try table.column("verified"), try table.column("note"))
    var meanings: [Meaning] = []
    var places: [String: Int] = [:]
    var doubtful: Set<String> = []
    for row in 0..<table.count
    where table.read(row, kind, { $0.equals("title") })
      && table.read(row, strength, { $0.equals("strong") })
    {
      let word = table.text(row, keyword)
      let key = try table.key(row, code)
      if table.read(row, note, { $0.starts(with: "also") || $0.starts(with: "context") }) {
        doubtful.insert(word)
        continue
      }
      let text = table.text(row, code)
      var status = OccupationStatus.unknown
      var major: UInt8 = 0
      switch text {
      case "S801": status = .retired
      case "S802", "S803": status = .withoutWork
      case "S804": status = .preschool
      case "S805": status = .student
      default:
        guard text.utf8.count == 5, let digit = text.utf8.first, digit >= 0x31, digit <= 0x38
        else { throw table.fault(row, .badValue(column: "occupation_code")) }
        major = digit - 0x30
        status = major == 5 ? .farmer : major == 7 ? .soldier : major == 8 ? .residual : .working
      }
      if let known = places[word] {
        if meanings[known].code != key { doubtful.insert(word) }
        continue
      }
      places[word] = meanings.count
      meanings.append(
        Meaning(
          code: key, status: status, major: major,
          isVerified: table.read(row, verified) { $0.equals("yes") }))
    }
    let thePlaces = TextMap(
      places.filter { !doubtful.contains($0.key) }.map { ($0.key, Int32($0.value)) })
    let theMeanings = FrozenArray(meanings)
    storage = FrozenBox(Storage(places: thePlaces, meanings: theMeanings))
  }

  /// What exactly this title stands for. O(length).
  package subscript(title: Span<UInt8>) -> Meaning? {
    places.normalised(title).map { meanings[$0] }
  }

  /// What the longest title at the end of a text of at most 60 bytes stands for, as in
  /// 小学语文教师; titles of one character are left out. O(length²).
  package func ending(_ text: Span<UInt8>) -> Meaning? {
    if text.count > 60 { return nil }
    var start = 0
    while text.count - start >= 6 {
      if text[start] & 0xC0 != 0x80, let found = places[text.extracting(start..<text.count)] {
        return meanings[found]
      }
      start += 1
    }
    return nil
  }
}
