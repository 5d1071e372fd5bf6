import Records

/// Countries and regions, GB/T 2659: codes of three letters, of two letters, of three
/// digits, and Chinese names.
package struct Countries: Reference {
  package static let name = "gbt2659"
  package static let tables = ["codes/lists/gbt2659.csv"]

  package enum Region: UInt8, BitwiseCopyable, Sendable {
    case mainland, hongKong, macao, taiwan, foreign
  }

  private let map: FrozenMap

  package init(from folder: MappingsFolder) throws(ReferenceFault) {
    let table = try ReferenceTable("codes/lists/gbt2659.csv", from: folder)
    let code = try table.column("code")
    let name = try table.column("name")
    let note = try table.column("note")
    var pairs: [(ShortKey, Int32)] = []
    for row in 0..<table.count {
      let key = try table.key(row, code)
      let region: Region
      switch key.description {
      case "CHN": region = .mainland
      case "HKG": region = .hongKong
      case "MAC": region = .macao
      case "TWN": region = .taiwan
      default: region = .foreign
      }
      let value = Int32(region.rawValue)
      pairs.append((key, value))
      // "alpha2 CN; numeric 156"
      for part in table.text(row, note).split(separator: ";") {
        let words = part.split(separator: " ")
        if words.count == 2, let short = ShortKey(String(words[1])) { pairs.append((short, value)) }
      }
      if let short = table.read(row, name, { ShortKey($0) }) { pairs.append((short, value)) }
    }
    for (text, region) in [
      ("中国大陆", Region.mainland), ("香港", .hongKong), ("澳门", .macao), ("台湾", .taiwan),
    ] {
      if let key = ShortKey(text) { pairs.append((key, Int32(region.rawValue))) }
    }
    map = FrozenMap(pairs)
  }

  /// The region that a code or a name stands for, or nil for one that is not known. O(1).
  package func region(_ text: Span<UInt8>) -> Region? {
    map[text].flatMap { Region(rawValue: UInt8($0)) }
  }
}
