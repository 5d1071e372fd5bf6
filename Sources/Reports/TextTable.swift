import Records

/// A table for the terminal, aligned though Chinese characters are twice as wide.
struct TextTable {
  enum Side { case left, right }

  private let sides: [Side]
  private var rows: [[String]] = []

  init(_ sides: [Side]) { self.sides = sides }

  mutating func add(_ cells: String...) { add(cells) }

  /// Fewer cells than columns leave the last ones empty.
  mutating func add(_ cells: [String]) {
    rows.append(cells + [String](repeating: "", count: sides.count - cells.count))
  }

  /// The lines, each behind an indentation, without blanks at their ends.
  var lines: [String] {
    let widths = sides.indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let width = widths[column]
        if width == 0 { continue }
        line += "  " + (sides[column] == .left ? text.padded(to: width) : text.aligned(to: width))
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// Numbers as people write them.
enum Figures {
  /// `1,234,567`.
  static func count(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// `12.3%`; what is there never shows as nothing, nor what is not all as all.
  static func share(_ part: Int, of whole: Int) -> String {
    if whole <= 0 || part <= 0 { return "0.0%" }
    if part >= whole { return "100.0%" }
    let tenths = (part * 2000 + whole) / (whole * 2)
    if tenths == 0 { return "<0.1%" }
    if tenths >= 1000 { return ">99.9%" }
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// `<0.1`, `0.8`, `12.3`, `125`.
  static func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    if tenths <= 0 { return "<0.1" }
    if tenths >= 1000 { return count(tenths / 10) }
    return "\(tenths / 10).\(tenths % 10)"
  }
}
