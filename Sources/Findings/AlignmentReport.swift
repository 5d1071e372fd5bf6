import Records

/// What bringing one coded element up to the edition in force comes to, ready to be shown.
package struct AlignmentReport: Sendable {
  /// One line of a table.
  package struct Line: Sendable, Equatable {
    /// Branch or code; empty for records without one.
    package let code: String
    /// Name of the code; empty where no table has it.
    package let name: String
    package let counts: AlignmentTally.Counts

    package init(code: String, name: String, counts: AlignmentTally.Counts) {
      self.code = code
      self.name = name
      self.counts = counts
    }

    /// What stands for the code in a table.
    package func shownCode(in language: Language) -> String {
      switch code {
      case "": language == .zh ? "（空）" : "(none)"
      case AlignmentTally.otherForms: language == .zh ? "（其他写法）" : "(other forms)"
      default: code
      }
    }
  }

  package let element: DataElement
  /// Number of the standard whose edition the codes are brought up to; empty where the
  /// element's tables have no editions.
  package let edition: String
  package let total: AlignmentTally.Counts
  package let byBranch: [Line]
  /// By the beginning of the recorded code: divisions of industries, provinces, major
  /// groups of occupations.
  package let byDivision: [Line]
  /// By recorded code.
  package let byCode: [Line]

  /// `name` gives the name of a code, or nil.
  package init(_ tally: AlignmentTally, edition: String, name: (String) -> String?) {
    func lines(_ rows: [AlignmentTally.Row], named: Bool) -> [Line] {
      rows.map {
        Line(code: $0.name, name: named ? name($0.name) ?? "" : "", counts: $0.counts)
      }
    }
    element = tally.element
    self.edition = edition
    total = tally.total
    byBranch = lines(tally.byBranch, named: false)
    byDivision = lines(tally.byCode(prefix: Self.divisionLength(of: tally.element)), named: true)
    byCode = lines(tally.byCode(), named: true)
  }

  private static func divisionLength(of element: DataElement) -> Int {
    element == .occupationCode ? 1 : 2
  }

  /// What the division of a code is called, as the heading of a table.
  package var divisionTitle: Text {
    switch element {
    case .regionCode: Text(zh: "按省份", en: "By province")
    case .occupationCode: Text(zh: "按职业大类", en: "By major group")
    default: Text(zh: "按行业大类", en: "By division")
    }
  }
}

extension AlignmentTally.Need {
  /// What is said of records with this need, as the heading of a column.
  package var title: Text {
    switch self {
    case .nothing: Text(zh: "无需变动", en: "stay")
    case .rule: Text(zh: "按规则调整", en: "change by rule")
    case .choice: Text(zh: "选定后调整", en: "need a choice")
    case .review: Text(zh: "需人工判断", en: "need a look")
    case .contact: Text(zh: "需询问客户", en: "need asking")
    }
  }
}
