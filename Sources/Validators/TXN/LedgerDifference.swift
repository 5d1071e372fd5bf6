import Findings
import Records
import Registries

/// A line on which two ledgers do not agree, with what explains it.
package struct LedgerDifference: Sendable {
  /// An entry that the explanation speaks of.
  package struct Entry: Sendable, Equatable {
    /// Its number, account or place in the file.
    package let name: String
    /// The account and day of the line that it belongs to, where that is another one.
    package let elsewhere: String
    package let figures: BookFigures

    package init(name: String, elsewhere: String = "", figures: BookFigures) {
      self.name = name
      self.elsewhere = elsewhere
      self.figures = figures
    }
  }

  package let relation: BookRelation
  package let line: BookComparison.Line
  /// Figures of every side: upper and lower.
  package let tells: (upper: FigureSet, lower: FigureSet)
  package let compared: FigureSet
  package let comparesNet: Bool
  package let explanation: BookExplanation
  /// Those that the explanation speaks of.
  package let entries: [Entry]

  package init(
    relation: BookRelation, line: BookComparison.Line, tells: (upper: FigureSet, lower: FigureSet),
    compared: FigureSet, comparesNet: Bool, explanation: BookExplanation, entries: [Entry]
  ) {
    self.relation = relation
    self.line = line
    self.tells = tells
    self.compared = compared
    self.comparesNet = comparesNet
    self.explanation = explanation
    self.entries = entries
  }

  /// An amount of the line's currency.
  package func money(_ units: Int128) -> ReconciliationReport.Money {
    ReconciliationReport.Money(units: units, decimals: line.key.currency.decimals)
  }

  /// The first figure that differs; the closing balance where a side contradicts itself.
  package var figure: ReconciliationReport.Figure {
    if comparesNet { return .closing }
    return ReconciliationReport.Figure.allCases.first { line.difference[$0.rawValue] != 0 }
      ?? .closing
  }
}

extension LedgerDifference {
  /// The figures of both sides, for people.
  package func figuresText(_ language: Language) -> String {
    let sides = [
      (relation.upper, line.upper?.figures, tells.upper),
      (relation.lower, line.lower?.figures, tells.lower),
    ]
    let isChinese = language == .zh
    let texts = sides.map { side, figures, tells -> String in
      let title = side.title[language] + (isChinese ? "：" : ": ")
      guard let figures else { return title + (isChinese ? "无此账目" : "no such line") }
      let values = ReconciliationReport.Figure.allCases
        .filter { tells.contains(FigureSet(place: $0.rawValue)) }
        .map { "\($0.title[language]) \(text(figures[$0.rawValue], of: $0, language))" }
      return title + values.joined(separator: isChinese ? "，" : ", ")
    }
    return texts.joined(separator: isChinese ? "；" : "; ")
  }

  /// A figure as people say it: a balance with its side.
  private func text(
    _ units: Int128, of figure: ReconciliationReport.Figure, _ language: Language
  ) -> String {
    if figure == .debit || figure == .credit || units == 0 { return "\(money(units))" }
    let isChinese = language == .zh
    let side = units > 0 ? (isChinese ? "借" : "Dr") : isChinese ? "贷" : "Cr"
    return "\(side) \(money(Int128(units.magnitude)))"
  }

  /// What the difference is, and where a side contradicts itself.
  package func differenceText(_ language: Language) -> String {
    let isChinese = language == .zh
    var texts: [String] = []
    if comparesNet, line.difference.debit != 0 {
      texts.append(
        isChinese
          ? "余额变动与发生额净额相差 \(money(line.difference.debit))"
          : "change of balance less movements: \(money(line.difference.debit))")
    } else {
      let figures = ReconciliationReport.Figure.allCases.filter {
        line.difference[$0.rawValue] != 0
      }
      if !figures.isEmpty {
        let values = figures.map { "\($0.title[language]) \(money(line.difference[$0.rawValue]))" }
        let (upper, lower) = (relation.upper.title[language], relation.lower.title[language])
        texts.append(
          (isChinese ? "\(upper)减\(lower)：" : "\(upper) less \(lower): ")
            + values.joined(separator: isChinese ? "，" : ", "))
      }
    }
    for (side, imbalance) in [
      (relation.upper, line.upperImbalance), (relation.lower, line.lowerImbalance),
    ] {
      guard let imbalance, imbalance != 0 else { continue }
      texts.append(
        isChinese
          ? "\(side.title.zh)期初余额加借方减贷方与期末余额相差 \(money(imbalance))"
          : "\(side.title.en): opening balance and movements less closing balance "
            + "\(money(imbalance))")
    }
    return texts.joined(separator: isChinese ? "；" : "; ")
  }

  /// What explains it; empty where nothing does.
  package func explanationText(_ language: Language) -> String {
    let isChinese = language == .zh
    let list = entries.map { text(of: $0, language) }.joined(separator: isChinese ? "、" : ", ")
    let lower = relation.lower.title[language]
    switch explanation {
    case .none: return ""
    case .surplus:
      return isChinese
        ? "差额正好是\(lower)的 \(entries.count) 笔：\(list)（\(lower)多记或\(relation.upper.title.zh)漏记）"
        : "exactly \(entries.count) of the \(lower): \(list) (too many there, or lacking in the "
          + "\(relation.upper.title.en))"
    case .wrongSide:
      return isChinese
        ? "差额正好是\(lower)的 \(entries.count) 笔借贷方向相反：\(list)"
        : "exactly \(entries.count) of the \(lower) on the wrong side: \(list)"
    case .elsewhere:
      return isChinese
        ? "\(lower)少记的金额与另一处多记的一笔相同：\(list)，可能串户或串日"
        : "what the \(lower) lack is one entry too many elsewhere: \(list)"
    case .several(let size):
      return isChinese
        ? "有多组 \(size) 笔的组合都等于差额，无法判定是哪一组"
        : "several sets of \(size) would explain it; which one cannot be told"
    case .tooMany(let size):
      return isChinese
        ? "笔数过多，只找到 \(size) 笔以内的组合，均不等于差额"
        : "too many entries: no set of up to \(size) explains it, larger ones were not tried"
    }
  }

  private func text(of entry: Entry, _ language: Language) -> String {
    let figures = entry.figures
    let values = ReconciliationReport.Figure.allCases.filter { figures[$0.rawValue] != 0 }
      .map { "\($0.title[language]) \(text(figures[$0.rawValue], of: $0, language))" }
    let place = entry.elsewhere.isEmpty ? "" : " (\(entry.elsewhere))"
    return ([entry.name] + values).joined(separator: " ") + place
  }
}
