/// Legal forms, branches and numbers in names of organisations.
enum CompanyForm {
  /// A legal form at the end of a name. `group` joins what is one form in law.
  private struct Form: Sendable {
    enum Group: Sendable { case limited, stock, bare, none }

    let group: Group
    let word: FoldedWord
  }

  /// The longest first.
  private static let forms = [
    Form(group: .stock, word: FoldedWord("股份有限责任公司")),
    Form(group: .stock, word: FoldedWord("股份有限公司")),
    Form(group: .limited, word: FoldedWord("有限责任公司")),
    Form(group: .stock, word: FoldedWord("股份公司")),
    Form(group: .limited, word: FoldedWord("有限公司")),
    Form(group: .bare, word: FoldedWord("公司")),
    Form(group: .none, word: FoldedWord("")),
  ]

  private static let branches = FoldedWord.list(
    "分公司 分行 支行 分店 分厂 分社 分校 分院 分所 分部 分理处 办事处 代表处 营业部 分中心")

  /// Whether a name is that of a branch.
  static func isBranch(_ name: FoldedName) -> Bool {
    for word in branches where name.ends(word) { return true }
    return false
  }

  /// Whether a name ends with 公司.
  static func isCompany(_ name: FoldedName) -> Bool { name.ends(company) }

  private static let company = FoldedWord("公司")

  /// Characters that tell organisations of one name apart: numbers, letters, directions.
  static func tells(_ scalar: UInt32) -> Bool {
    scalar >= 0x30 && scalar <= 0x39 || scalar >= 0x41 && scalar <= 0x5A || telling.contains(scalar)
  }

  private static let telling = Set(
    "零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚东南西北中上下左右前后大小新老分"
      .unicodeScalars.map(\.value))

  /// Grades names that differ in the legal form alone; nil for others. O(n).
  static func compare(_ a: FoldedName, _ b: FoldedName) -> Agreement? {
    let (one, two) = (form(of: a), form(of: b))
    let (first, second) = (a.count - one.word.scalars.count, b.count - two.word.scalars.count)
    if first != second || first < 3 || one.word.scalars == two.word.scalars { return nil }
    for index in 0..<first where a[index] != b[index] { return nil }
    switch (one.group, two.group) {
    case (.limited, .limited): return .similar(.formWording)
    case (.limited, .stock), (.stock, .limited): return .different(.otherForm)
    default: return .similar(.formShortened)
    }
  }

  private static func form(of name: FoldedName) -> Form {
    for form in forms where name.ends(form.word) { return form }
    return forms[forms.count - 1]
  }
}
