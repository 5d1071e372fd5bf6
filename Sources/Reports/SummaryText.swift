import Findings
import Records

/// What is printed at the end of a run: what was looked at, what is wrong, where the work
/// lies, and what to do next.
package enum SummaryText {
  package static func text(_ summary: RunSummary) -> String {
    var page = SummaryPage(summary)
    page.write()
    return page.text
  }
}

struct SummaryPage {
  let summary: RunSummary
  private(set) var text = ""
  /// Rules that were not evaluated on some record.
  let gaps: [Gap]

  /// Rules shown, and branches.
  static let most = 10
  private static let titleWidth = 36

  init(_ summary: RunSummary) {
    self.summary = summary
    gaps = Gap.all(in: summary)
  }

  func pick(_ zh: String, _ en: String) -> String { summary.language == .zh ? zh : en }

  private mutating func line(_ line: String = "") { text += line + "\n" }
  private mutating func heading(_ zh: String, _ en: String) {
    line()
    line(pick("【\(zh)】", en.uppercased()))
  }
  private mutating func add(_ table: TextTable) { for row in table.lines { line(row) } }

  mutating func write() {
    let (day, seconds) = (summary.asOf.description, Figures.seconds(summary.seconds))
    let bank = summary.bank.isEmpty ? "" : summary.bank + pick("，", ", ")
    line(
      pick(
        "核对完成：\(bank)数据日期 \(day)，用时 \(seconds) 秒",
        "Done: \(bank)data of \(day), \(seconds) seconds"))
    writeSources()
    writeFindings()
    if summary.counts.findings > 0 {
      writeRules()
      writeBranches()
    }
    writeAlignment()
    if let report = summary.reconciliations {
      heading("账务核对", "Books that have to agree")
      add(ReconciliationText.table(report, in: summary.language))
    }
    writeGaps()
    writeFiles()
    writeSteps()
  }

  private mutating func writeSources() {
    heading("检查了什么", "Examined")
    let sources = summary.sources
    let rejected = sources.reduce(0) { $0 + $1.rejected }
    let badBytes = sources.reduce(0) { $0 + $1.badBytes }
    var table = TextTable([.left, .left, .right, .right, .right, .right])
    func bad(_ text: String) -> String { badBytes > 0 ? text : "" }
    table.add(
      pick("来源", "source"), pick("类型", "kind"), pick("读取行数", "rows read"),
      pick("已检核", "checked"), pick("未能读取", "rejected"), bad(pick("乱码字节", "bad bytes")))
    for source in sources {
      table.add(
        source.name, source.party.title[summary.language], Figures.count(source.read),
        Figures.count(source.checked), Figures.count(source.rejected),
        bad(Figures.count(source.badBytes)))
    }
    if sources.count > 1 {
      table.add(
        pick("合计", "total"), "", Figures.count(sources.reduce(0) { $0 + $1.read }),
        Figures.count(sources.reduce(0) { $0 + $1.checked }), Figures.count(rejected),
        bad(Figures.count(badBytes)))
    }
    add(table)
    for source in sources where source.read != source.checked + source.rejected {
      line(
        pick(
          "  注意：\(source.name) 读取的行数与已检核、未能读取之和不符，本批次不完整。",
          "  Attention: the rows of \(source.name) do not add up; this run is not complete."))
    }
    if let screened = summary.screened {
      let count = Figures.count
      line(
        pick(
          "  名单筛查：名单 \(count(screened.lists)) 份、在列 \(count(screened.entries)) 条；个人客户 \(count(screened.persons))、对公客户 \(count(screened.organisations))，其中核对法定代表人或受益所有人 \(count(screened.representatives)) 户。",
          "  Screened against \(count(screened.lists)) lists, \(count(screened.entries)) entries in force: \(count(screened.persons)) persons, \(count(screened.organisations)) organisations, of which \(count(screened.representatives)) with their representatives."
        ))
    }
    for source in summary.registries?.sources ?? [] where !source.remarks.isEmpty {
      let remarks = source.remarks.map { $0[summary.language] }
      line(
        pick(
          "  外部登记信息 \(source.name)（\(source.asOf)）：\(remarks.joined(separator: "，"))。",
          "  Registry \(source.name) (\(source.asOf)): \(remarks.joined(separator: ", "))."))
    }
    if rejected > 0 {
      line(
        pick(
          "  未能读取的行连同位置和原因列在 rejects.csv。",
          "  rejects.csv lists the rows that could not be read, with place and reason."))
    }
    if badBytes > 0 {
      line(
        pick(
          "  乱码字节已替换为 U+FFFD（�），所在的行照常检核。",
          "  Bad bytes are shown as U+FFFD; their rows were checked all the same."))
    }
  }

  private mutating func writeFindings() {
    heading("发现了什么", "Found")
    let counts = summary.counts
    if counts.findings == 0 {
      line(pick("  没有发现问题。", "  No findings."))
      return
    }
    var table = TextTable([.left, .right, .right, .left])
    for severity in Severity.allCases.reversed() {
      let count = counts.bySeverity[severity, default: 0]
      table.add(
        severity.title[summary.language], Figures.count(count),
        Figures.share(count, of: counts.findings), meaning(of: severity))
    }
    table.add(pick("合计", "total"), Figures.count(counts.findings), "", "")
    add(table)
  }

  private func meaning(of severity: Severity) -> String {
    switch severity {
    case .blocking: pick("监管报送会被退回", "a regulator's interface would refuse it")
    case .error: pick("应当更正", "to be put right")
    case .notice: pick("供参考，不要求处理", "worth knowing")
    }
  }

  private mutating func writeRules() {
    let counts = summary.counts
    let ranked = summary.rules.enumerated()
      .map { (rule: $1, count: counts.total(of: $1.rule.id), tally: summary.tallies.total(of: $0)) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.rule.rule.id) < ($0.count, $1.rule.rule.id) }
    let shown = ranked.prefix(Self.most)
    if shown.isEmpty { return }
    heading(
      shown.count < ranked.count ? "问题最多的 \(shown.count) 条规则" : "各条规则",
      shown.count < ranked.count ? "The \(shown.count) heaviest rules" : "By rule")
    var table = TextTable([.left, .left, .right, .right, .right])
    table.add(
      pick("规则", "rule"), pick("问题", "problem"), pick("问题数", "findings"),
      pick("占比", "share"), pick("不合格率", "failure rate"))
    for entry in shown {
      let rule = entry.rule.rule
      let trial = rule.status.reachesBranches ? "" : pick("（试行）", " (trial)")
      table.add(
        rule.id,
        rule.title[summary.language].shortened(to: Self.titleWidth - trial.displayWidth) + trial,
        Figures.count(entry.count), Figures.share(entry.count, of: counts.findings),
        Figures.share(entry.tally.failed, of: entry.tally.failed + entry.tally.passed))
    }
    add(table)
  }

  private mutating func writeBranches() {
    let ranked = summary.counts.branches.filter { $0.value.toDo > 0 }
      .sorted { ($1.value.toDo, $0.key) < ($0.value.toDo, $1.key) }
    let shown = ranked.prefix(Self.most)
    if shown.isEmpty { return }
    heading(
      shown.count < ranked.count ? "任务最重的 \(shown.count) 个机构（共 \(ranked.count) 个）" : "各机构的任务",
      shown.count < ranked.count
        ? "The \(shown.count) busiest of \(ranked.count) branches" : "By branch")
    var table = TextTable([.left, .right, .right, .right])
    table.add(
      pick("机构", "branch"), pick("待办问题", "to do"), pick("涉及客户", "customers"),
      pick("需联系客户", "to contact"))
    for (branch, load) in shown {
      table.add(
        (branch.isEmpty ? pick("（未分配机构）", "(no branch)") : branch).shortened(
          to: Self.titleWidth), Figures.count(load.toDo), Figures.count(load.customers),
        Figures.count(load.toContact))
    }
    add(table)
  }

  private mutating func writeAlignment() {
    guard let alignment = summary.alignment else { return }
    let title = alignment.element.facts.title
    heading("\(title.zh)对标", "Alignment: \(title.en)")
    if !alignment.edition.isEmpty {
      line(
        pick("  对照版本：\(alignment.edition)", "  Held against \(alignment.edition)"))
    }
    add(AlignmentText.total(alignment, in: summary.language))
    let language = summary.language
    let (rows, more) = AlignmentText.heaviest(alignment.byDivision, most: Self.most)
    if !rows.isEmpty {
      line()
      add(AlignmentText.table(rows, titled: alignment.divisionTitle, more: more, in: language))
    }
  }

  private mutating func writeGaps() {
    if gaps.isEmpty { return }
    heading("没有检核到的", "Not evaluated")
    var table = TextTable([.left, .left, .right, .left])
    table.add(
      pick("规则", "rule"), pick("问题", "problem"), pick("记录数", "records"), pick("原因", "why"))
    for gap in gaps.prefix(Self.most) {
      table.add(
        gap.rule.id, gap.rule.title[summary.language].shortened(to: Self.titleWidth),
        Figures.count(gap.records), gap.reason(in: summary.language))
    }
    add(table)
    if gaps.count > Self.most {
      line(
        pick(
          "  另有 \(gaps.count - Self.most) 项，见 summary.json。",
          "  \(gaps.count - Self.most) more in summary.json."))
    }
    line(pick("  没有检核到的不算合格。", "  What was not evaluated does not count as passed."))
  }

  private mutating func writeFiles() {
    heading("结果在哪里", "Where the results are")
    line("  \(summary.outFolder)/")
    var table = TextTable([.left, .left])
    let counts = summary.counts
    table.add("  findings.csv", pick("全部问题", "every finding"))
    if counts.byAction[.auto, default: 0] > 0 {
      table.add(
        "  corrections.csv",
        pick("无需询问即可更正的内容及依据", "what may be corrected without asking anyone, and why"))
    }
    if summary.sources.contains(where: { $0.rejected > 0 }) {
      table.add("  rejects.csv", pick("未能读取的行", "rows that could not be read"))
    }
    if !summary.worklists.isEmpty {
      let count = Figures.count(summary.worklists.count)
      table.add(
        "  worklists/", pick("各机构的整改清单，共 \(count) 个工作簿", "\(count) workbooks, one a branch"))
    }
    if summary.alignment != nil {
      table.add(
        "  alignment.xlsx",
        pick("对标情况：按机构、按大类、按代码", "alignment by branch, by division and by code"))
    }
    if summary.registries != nil {
      table.add(
        "  registry-summary.xlsx",
        pick("外部登记信息比对：按项目、按机构", "comparison with registries by item and branch"))
    }
    if summary.reconciliations != nil {
      table.add(
        "  reconciliation.xlsx",
        pick("账务核对的差异和未销项", "books that do not agree, and open items by age"))
    }
    table.add("  summary.json", pick("各规则、各机构的数字", "numbers by rule and branch"))
    table.add("  manifest.json", pick("本批次的输入、规则和码表版本", "inputs, rules and tables of this run"))
    add(table)
  }

  private mutating func writeSteps() {
    let steps = steps
    if steps.isEmpty { return }
    heading("下一步", "What to do next")
    for (index, step) in steps.enumerated() { line("  \(index + 1). \(step)") }
  }

  private var steps: [String] {
    let counts = summary.counts
    var steps: [String] = []
    if summary.sources.contains(where: { $0.rejected > 0 }) {
      steps.append(
        pick(
          "按 rejects.csv 请数据提供方补正未能读取的行，再核对一次。",
          "Have the rows in rejects.csv mended where they come from, and run again."))
    }
    for remedy in Gap.remedies(of: gaps, in: summary.language) { steps.append(remedy) }
    let automatic = counts.byAction[.auto, default: 0]
    if automatic > 0 {
      steps.append(
        pick(
          "先改最省事的：\(Figures.count(automatic)) 个问题不用问任何人，按 corrections.csv 批量更正。",
          "Cheapest first: \(Figures.count(automatic)) findings need nobody's answer; apply corrections.csv."
        ))
    }
    if !summary.worklists.isEmpty {
      let toContact = counts.branches.values.reduce(0) { $0 + $1.toContact }
      let day = summary.deadline.map { pick("，\($0) 前收回", ", due back by \($0)") } ?? ""
      steps.append(
        pick(
          "把 worklists/ 中的工作簿发给各机构\(day)；共需联系客户 \(Figures.count(toContact)) 个，每个只联系一次。",
          "Send the workbooks in worklists/ to the branches\(day): \(Figures.count(toContact)) customers to contact, each once."
        ))
    }
    if let rule = summary.rules.map(\.rule).max(by: {
      (counts.total(of: $0.id), $1.id) < (counts.total(of: $1.id), $0.id)
    }), counts.total(of: rule.id) > 0 {
      steps.append(
        pick(
          "某条规则查什么、依据哪条标准，用 hedui rules explain \(rule.id) 查看。",
          "hedui rules explain \(rule.id) tells what a rule claims, and on what authority."))
    }
    return steps
  }
}
