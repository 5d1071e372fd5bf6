import Records
import References

/// Writes the standard form of an address part by part, and notes every part that is not in
/// it as it was written.
struct StandardWriter {
  private let gazetteer: AddressGazetteer
  private(set) var output: [UInt8] = []
  private(set) var pieces: [StandardAddress.Piece] = []
  /// Whether characters of another width or writing were made uniform.
  private(set) var hasOtherCharacters = false
  private(set) var postcode: Int?
  /// Where the names of the province and of the prefecture end in the output.
  private var provinceEnd = 0
  private var prefectureEnd = 0
  private var pathEnd = 0
  /// Level of the division read last.
  private var level: UInt8 = 0
  /// Whether the names of province, prefecture and county were found in the source.
  private var isWritten = [false, false, false]
  /// Of the part that stands last in the output: the byte of the source behind it, and what
  /// its last character is.
  private var last = 0
  private var lastSign = AddressSign.blank

  init(_ gazetteer: AddressGazetteer) { self.gazetteer = gazetteer }

  mutating func write(_ address: Address, of source: Span<UInt8>) {
    let code = address.code
    if code != 0 { appendPath(code) }
    let lastDivision = address.components.lastIndex { Self.isDivision($0.kind) } ?? 0
    for (index, part) in address.components.enumerated() {
      let bytes = source.extracting(part.range)
      switch part.kind {
      case .province, .city, .county:
        level = part.kind == .province ? 1 : part.kind == .city ? 2 : 3
        if code == 0 {
          append(part, of: source)
        } else if let kind = change(bytes, address) {
          // What could not be decided stays as it was written.
          if kind != .repetitionDropped, Self.isUndecided(part.kind, address) {
            append(part, of: source)
            continue
          }
          drop(part, as: kind)
        }
      case .township where address.township != 0 && !address.marks.contains(.townshipBare):
        appendTownship(address.township, part, source)
      case .separator: if holdsWords(bytes) { drop(part, as: .fillerDropped) }
      case .country: drop(part, as: .fillerDropped)
      case .repetition: drop(part, as: .repetitionDropped)
      case .telephone, .postcode, .recipient, .note, .secondAddress:
        drop(part, as: .wordsDropped)
      default:
        let isAmong = index < lastDivision && (level > 0 || part.kind == .corps)
        if code != 0, isAmong {
          write(bytes, part, address)
        } else {
          append(part, of: source)
        }
      }
    }
  }

  /// Words among divisions: the city's name in short, which was not read as one (枣庄 of
  /// 枣庄市中区), or others.
  private mutating func write(
    _ bytes: Span<UInt8>, _ part: AddressComponent, _ address: Address
  ) {
    let words = folded(bytes)
    if words.count >= 2, name(of: address.prefecture).starts(with: words) {
      drop(part, as: .nameCompleted)
    } else {
      insert(bytes)
    }
  }

  private static func isDivision(_ kind: AddressComponent.Kind) -> Bool {
    kind == .province || kind == .city || kind == .county
  }

  private mutating func drop(_ part: AddressComponent, as kind: StandardAddress.Change) {
    pieces.append(StandardAddress.Piece(kind: kind, range: part.range))
  }

  // MARK: Divisions

  private mutating func appendPath(_ code: Int32) {
    postcode = gazetteer.postcodes.postcode(of: code)
    gazetteer.divisions.appendPath(of: code, to: &output)
    func length(_ code: Int32) -> Int {
      var path: [UInt8] = []
      if code != 0 { gazetteer.divisions.appendPath(of: code, to: &path) }
      return path.count
    }
    pathEnd = output.count
    provinceEnd = length(code / 10_000 * 10_000)
    prefectureEnd = max(provinceEnd, length(gazetteer.divisions.prefecture(of: code)))
  }

  /// Puts words that stand among the divisions where they stood: 新疆生产建设兵团第八师石河子市.
  private mutating func insert(_ bytes: Span<UInt8>) {
    let end = output.count
    let place = level >= 3 ? pathEnd : level == 2 ? prefectureEnd : provinceEnd
    append(bytes)
    let words = Array(output[end...])
    output.removeSubrange(end...)
    output.insert(contentsOf: words, at: place)
    if level < 2 { provinceEnd += words.count }
    if level < 3 { prefectureEnd += words.count }
    pathEnd += words.count
  }

  private mutating func appendTownship(
    _ code: Int32, _ part: AddressComponent, _ source: Span<UInt8>
  ) {
    var name: [UInt8] = []
    gazetteer.appendName(ofTownship: code, to: &name)
    if name.isEmpty { return append(part, of: source) }
    let bytes = source.extracting(part.range)
    if folded(bytes) != folded(name.span) { drop(part, as: .townshipRenewed) }
    if !name.span.equals(bytes) { hasOtherCharacters = true }
    output.append(contentsOf: name)
    (last, lastSign) = (Int(part.end), .other)
  }

  /// What it is to write the name of a division as in the path; nil where it is the same.
  private mutating func change(
    _ bytes: Span<UInt8>, _ address: Address
  ) -> StandardAddress.Change? {
    let name = folded(bytes)
    let codes = [address.province, address.prefecture, address.county]
    let names = codes.map { self.name(of: $0) }
    if let place = names.indices.first(where: { names[$0] == name && !isWritten[$0] })
      ?? names.firstIndex(of: name)
    {
      defer { isWritten[place] = true }
      return isWritten[place] ? .repetitionDropped : nil
    }
    let marks = address.marks
    let isPast = marks.contains(.past)
    if isPast, self.name(of: address.past) == name { return .nameRenewed }
    if marks.contains(.short), names.contains(where: { AddressPartText.contains($0, name) }) {
      return .nameCompleted
    }
    if marks.contains(.contradiction) { return .contradictionSettled }
    if isPast { return .nameRenewed }
    if !marks.contains(.short) { return .wordsDropped }
    // 长阳县 for 长阳土家族自治县 ends alike.
    let isSameKind = names.contains {
      $0.last == name.last && AddressPartText.contains($0, name.dropLast())
    }
    return isSameKind ? .nameCompleted : .kindCorrected
  }

  private func name(of code: Int32) -> [UInt16] {
    guard let row = gazetteer.divisions.row(of: code) else { return [] }
    var name: [UInt8] = []
    gazetteer.divisions.appendName(of: row, to: &name)
    return folded(name.span)
  }

  private static func isUndecided(_ kind: AddressComponent.Kind, _ address: Address) -> Bool {
    switch kind {
    case .county: address.county == 0 && !address.marks.contains(.withoutCounties)
    case .city: address.prefecture == 0 && address.county == 0 && address.isUndecided
    default: false
    }
  }

  // MARK: Characters

  private func folded(_ bytes: Span<UInt8>) -> [UInt16] {
    var reader = AddressText()
    reader.read(bytes, gazetteer.characters)
    return (0..<reader.count).map { reader[$0] }
  }

  private func holdsWords(_ bytes: Span<UInt8>) -> Bool {
    var reader = AddressText()
    reader.read(bytes, gazetteer.characters)
    return (0..<reader.count).contains {
      reader.sign($0) != .separator && reader.sign($0) != .dash && reader.sign($0) != .hash
        && reader.sign($0) != .open && reader.sign($0) != .close
    }
  }

  /// Appends a part, and between two numbers the mark or the blank that keeps them apart.
  private mutating func append(_ part: AddressComponent, of source: Span<UInt8>) {
    let bytes = source.extracting(part.range)
    var reader = AddressText()
    reader.read(bytes, gazetteer.characters)
    if lastSign.isNumeric, reader.sign(0).isNumeric, last < part.start {
      var between = AddressText()
      between.read(source.extracting(last..<Int(part.start)), gazetteer.characters)
      let mark = between.count == 1 ? UInt8(truncatingIfNeeded: between[0]) : 0x20
      output.append(mark)
    }
    append(bytes)
    last = Int(part.end)
    lastSign = reader.sign(reader.count - 1)
  }

  /// Appends characters in their folded form where that is another width of the same, and as
  /// they are otherwise.
  private mutating func append(_ bytes: Span<UInt8>) {
    let first = output.count
    for scalar in String(bytes).unicodeScalars {
      guard scalar.value < 0x10000 else {
        output.append(contentsOf: String(scalar).utf8)
        continue
      }
      let folded = gazetteer.characters.fold(UInt16(scalar.value))
      if folded == 0 { continue }
      output.append(contentsOf: String(Unicode.Scalar(folded) ?? scalar).utf8)
    }
    if !output.span.extracting(first..<output.count).equals(bytes) { hasOtherCharacters = true }
  }
}
