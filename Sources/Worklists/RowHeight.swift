import Records

/// How high a row has to be for its texts to be seen whole. Programs do not work it out
/// themselves when they open a workbook, or not all of them.
struct RowHeight {
  /// Greatest number of lines: a text of thousands of characters is not to fill the screen.
  static let mostLines = 12

  private(set) var lines = 1

  /// Takes in a text that goes over several lines in a column so many characters wide.
  mutating func add(_ text: String, width: Double) {
    if text.utf8.count < Int(width) - 1 && !text.utf8.contains(0x0A) { return }
    // A cell has a margin on either side.
    let room = max(1, Int(width - 1))
    var count = 1
    var used = 0
    for scalar in text.unicodeScalars.prefix(Self.mostLines * room * 2) {
      let size = scalar.displayWidth
      if scalar == "\n" || used + size > room {
        count += 1
        used = 0
      }
      if scalar != "\n" { used += size }
    }
    lines = min(max(lines, count), Self.mostLines)
  }

  var points: Double { Double(lines) * 15.5 + 2 }
}
