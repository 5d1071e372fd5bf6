import Findings
import Records

/// The alignment of an element as tables for people and as JSON for programs.
package enum AlignmentText {
  /// Needs of records whose code does not stay, from the cheapest on.
  private static let changes: [AlignmentTally.Need] = [.rule, .choice, .review, .contact]

  /// 排查、需清理, and what each of those needs.
  static func total(_ report: AlignmentReport, in language: Language) -> TextTable {
    var table = TextTable([.left, .right, .right, .left])
    let counts = report.total
    func add(_ zh: String, _ en: String, _ count: Int, _ remark: Text = Text(zh: "", en: "")) {
      table.add(
        "  " + (language == .zh ? zh : en), Figures.count(count),
        Figures.share(count, of: counts.examined), remark[language])
    }
    add("排查", "examined", counts.examined)
    add(
      "需清理", "to clean up", counts.amiss,
      Text(zh: "代码缺失、有误或为旧版", en: "code missing, wrong or of an older edition"))
    for need in changes {
      let title = need.title
      add("  " + title.zh, "  " + title.en, counts[need])
    }
    return table
  }

  /// The lines with most to do, and how many more have something.
  static func heaviest(
    _ lines: [AlignmentReport.Line], most: Int
  ) -> (lines: [AlignmentReport.Line], more: Int) {
    let ranked = lines.filter { $0.counts.amiss > 0 }
      .sorted { ($1.counts.amiss, $0.code) < ($0.counts.amiss, $1.code) }
    return (Array(ranked.prefix(most)), max(0, ranked.count - most))
  }

  static func table(
    _ lines: [AlignmentReport.Line], titled title: Text, more: Int = 0, in language: Language
  ) -> TextTable {
    let needs = AlignmentTally.Need.allCases
    var table = TextTable(
      [.left, .left, .right] + [TextTable.Side](repeating: .right, count: needs.count))
    table.add(
      [title[language], "", language == .zh ? "排查" : "examined"]
        + needs.map { $0.title[language] })
    for line in lines {
      table.add(
        [
          line.shownCode(in: language), line.name.shortened(to: 36),
          Figures.count(line.counts.examined),
        ]
          + needs.map { Figures.count(line.counts[$0]) })
    }
    if more > 0 {
      table.add([language == .zh ? "另有 \(more) 项" : "\(more) more"])
    }
    return table
  }

  /// The whole report for the terminal: totals, branches, divisions, codes with something to
  /// do.
  package static func text(_ report: AlignmentReport, in language: Language) -> String {
    var lines = total(report, in: language).lines
    let titles = [
      (Text(zh: "按机构", en: "By branch"), report.byBranch),
      (report.divisionTitle, report.byDivision), (Text(zh: "按代码", en: "By code"), report.byCode),
    ]
    for (title, all) in titles {
      let rows = all.filter { $0.counts.amiss > 0 }
      if rows.isEmpty { continue }
      lines += [""] + table(rows, titled: title, in: language).lines
    }
    return lines.joined(separator: "\n")
  }

  /// Members of a JSON object.
  static func write(_ report: AlignmentReport, _ json: inout JSONText) {
    json.line()
    json.text("element", report.element.name)
    json.text("edition", report.edition)
    write(report.total, &json)
    for (key, lines) in [
      ("branches", report.byBranch), ("divisions", report.byDivision), ("codes", report.byCode),
    ] {
      json.line()
      json.array(key) { json in
        for line in lines {
          json.line()
          json.object {
            $0.text(key == "branches" ? "branch" : "code", line.code)
            if key != "branches" { $0.text("name", line.name) }
            write(line.counts, &$0)
          }
        }
      }
    }
  }

  private static func write(_ counts: AlignmentTally.Counts, _ json: inout JSONText) {
    json.number("examined", counts.examined)
    json.number("to_clean_up", counts.amiss)
    json.number("by_rule", counts[.rule])
    json.number("by_choice", counts[.choice])
    json.number("by_review", counts[.review])
    json.number("by_asking", counts[.contact])
  }

  /// The whole report as one JSON object.
  package static func json(_ report: AlignmentReport) -> [UInt8] {
    var json = JSONText()
    json.object {
      write(report, &$0)
      $0.lastLine()
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
