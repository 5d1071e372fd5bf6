/// How the cells of a workbook show numbers: enough to tell a day from a number.
struct CellStyles {
  enum Format: Equatable { case number, date, time, dateAndTime, elapsed }

  /// Format of every cell style, in the order of `cellXfs`.
  private(set) var formats: [Format] = []

  /// The format of a style; a number where the workbook has no such style.
  func format(of style: Int) -> Format {
    formats.indices.contains(style) ? formats[style] : .number
  }

  init() {}

  init(reading stream: XMLStream) throws {
    let (numFmt, cellXfs, xf) = (stream.name("numFmt"), stream.name("cellXfs"), stream.name("xf"))
    let (id, code) = (stream.name("numFmtId"), stream.name("formatCode"))
    var custom: [Int: Format] = [:]
    var ids: [Int] = []
    var inCells = false
    while let event = try stream.next() {
      switch event {
      case .start(numFmt):
        if let number = stream.text(of: id).flatMap({ Int($0) }) {
          custom[number] = Format(code: stream.text(of: code) ?? "")
        }
      case .start(cellXfs): inCells = true
      case .end(cellXfs): inCells = false
      case .start(xf) where inCells: ids.append(stream.text(of: id).flatMap { Int($0) } ?? 0)
      default: break
      }
    }
    formats = ids.map { custom[$0] ?? Format(builtIn: $0) }
  }
}

extension CellStyles.Format {
  /// The formats that no workbook spells out. ECMA-376 part 1, 18.8.30, with the meanings of
  /// 27 to 58 in a Chinese Excel.
  init(builtIn id: Int) {
    self =
      switch id {
      case 14...17, 27...31, 36, 50...54, 57, 58: .date
      case 18...21, 32...35, 45, 47, 55, 56: .time
      case 22: .dateAndTime
      case 46: .elapsed
      default: .number
      }
  }

  /// Reads a number format such as `yyyy"年"m"月"d"日";@`. Its first section counts.
  init(code: String) {
    var (year, month, day, clock, elapsed) = (false, false, false, false, false)
    let bytes = Array(code.utf8)
    var place = 0
    func lower(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] | 0x20 : 0 }
    scan: while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 1
      case UInt8(ascii: "["):
        // [h], [mm], [ss] are elapsed time; all else between brackets is colour, locale, condition.
        let start = place + 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "]") { place += 1 }
        let inside = bytes[min(start, place)..<place].map { $0 | 0x20 }
        if let first = inside.first, "hms".utf8.contains(first), inside.allSatisfy({ $0 == first })
        {
          elapsed = true
        }
      default:
        switch lower(place) {
        case UInt8(ascii: "g") where bytes[place...].starts(with: "General".utf8):
          place += 6
        case UInt8(ascii: "a") where lower(place + 1) == UInt8(ascii: "m"):  // AM/PM
          clock = true
          place += 4
        case UInt8(ascii: "a") where bytes[place...].starts(with: "A/P".utf8):
          clock = true
          place += 2
        case UInt8(ascii: "e"):
          // 1.00E+00 is a number, e the year of an era.
          if place + 1 >= bytes.count || (bytes[place + 1] != 0x2B && bytes[place + 1] != 0x2D) {
            year = true
          }
        case UInt8(ascii: "y"): year = true
        case UInt8(ascii: "m"): month = true
        case UInt8(ascii: "d"): day = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"): clock = true
        default: break
        }
      }
      place += 1
    }
    let date = year || day || (month && !clock && !elapsed)
    self =
      date
      ? (clock || elapsed ? .dateAndTime : .date)
      : elapsed ? .elapsed : clock ? .time : .number
  }
}
