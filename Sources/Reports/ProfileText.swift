import Addresses
import Profiles
import Records

/// The profile of a file for people.
package struct ProfileText {
  private let language: Language
  /// How many patterns and values are shown of a column; 0 values where none may be seen.
  private let patterns: Int
  private let values: Int

  package init(_ language: Language, top: Int, showsValues: Bool) {
    self.language = language
    patterns = top
    values = showsValues ? top : 0
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  private var stop: String { say("，", ", ") }

  /// All lines. `description` says what was found out of the file.
  package func text(_ profile: FileProfile, titles: [String], description: String) -> String {
    var counts = [say("\(Figures.count(profile.rows)) 行", "\(Figures.count(profile.rows)) rows")]
    if profile.unreadable > 0 {
      counts.append(
        say("\(profile.unreadable) 行无法拆分", "\(profile.unreadable) rows cannot be cut into cells"))
    }
    if profile.ragged > 0 {
      counts.append(
        say("\(profile.ragged) 行的列数与标题不符", "\(profile.ragged) rows with another number of cells"))
    }
    var lines = [description, counts.joined(separator: stop)]
    for (index, column) in profile.columns.enumerated() {
      lines.append("")
      lines.append("\(index + 1)  \(titles[index])")
      lines += self.lines(column)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ column: ColumnProfile) -> [String] {
    let filled = column.rows - column.empty
    var facts = [
      say("空值 ", "empty ") + "\(Figures.count(column.empty)) "
        + "(\(Figures.share(column.empty, of: column.rows)))"
    ]
    if filled > 0 {
      let about = column.isDistinctExact ? "" : say("约 ", "about ")
      let error = column.isDistinctExact ? "" : say("（估计，误差约 2%）", " (estimated, within 2%)")
      facts.append(say("不同值 ", "distinct ") + about + Figures.count(column.distinct) + error)
      let lengths =
        column.shortest == column.longest
        ? "\(column.longest)" : "\(column.shortest)–\(column.longest)"
      facts.append(say("长度 ", "length ") + lengths)
    }
    var lines = ["   " + facts.joined(separator: stop)]
    if filled == 0 { return lines }
    lines += list(
      column.patterns.top(patterns), column.patterns.bound, filled, title: say("格式", "patterns"),
      none: say("没有多见的格式", "none is frequent"))
    if values > 0 {
      lines += list(
        column.values.top(values).filter { $0.count > 1 }, column.values.bound, filled,
        title: say("常见值", "values"), none: say("没有重复多见的值", "none is frequent"))
    }
    if let grades = column.grades {
      let shares = AddressGrade.allCases.map { grade in
        let count = grades[Int(grade.rawValue)]
        return "\(grade.letter) \(Figures.count(count)) (\(Figures.share(count, of: filled)))"
      }
      lines.append("   " + say("地址等级  ", "address grades  ") + shares.joined(separator: stop))
    }
    return lines
  }

  private func list(
    _ items: [FrequentValues.Frequent], _ bound: Int?, _ filled: Int, title: String, none: String
  ) -> [String] {
    var head = "   " + title
    if let bound {
      head += say(
        "（种类太多，只列出现 \(Figures.count(bound)) 次以上的）",
        " (too many; only those that occur more than \(Figures.count(bound)) times)")
    }
    if items.isEmpty { return [head + say("：", ": ") + none] }
    let texts = items.map { Self.visible($0.text).shortened(to: 60) }
    let width = texts.map(\.displayWidth).max() ?? 0
    return [head]
      + zip(items, texts).map { item, text in
        "      \(text.padded(to: width))  \(Figures.count(item.count)) "
          + "(\(Figures.share(item.count, of: filled)))"
      }
  }

  /// A value on one line, without what would move the cursor.
  private static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
            "□"
          default: scalar
          }
        }))
  }
}
