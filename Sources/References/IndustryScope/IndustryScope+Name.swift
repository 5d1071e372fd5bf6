import Records

extension IndustryScope {
  /// What a business scope and a company's name say of the industry. Either may be empty.
  /// O(bytes of both); nothing is allocated.
  package func read(
    scope text: Span<UInt8>, name: Span<UInt8>, into evidence: inout ScopeEvidence
  ) {
    if !text.isEmpty {
      var reader = ScopeReader(self)
      reader.read(text, into: &evidence)
    }
    if !name.isEmpty { read(name: name, &evidence) }
  }

  /// The word for the trade stands in a company's name in front of its legal form. What
  /// stands further in front is the place and the invented word, which may be any word.
  private func read(name: Span<UInt8>, _ evidence: inout ScopeEvidence) {
    let end = Self.endOfTrade(name)
    var scanner = TermScanner()
    var last: TermMatch?
    while let match = scanner.next(in: name, automaton) {
      let term = self.term(match.term)
      evidence.nameDoings.formUnion(term.doings.union(term.inherent))
      for owner in term.classes { evidence.touch(classCode(owner)) }
      if match.range.upperBound == end, !term.classes.isEmpty, match.characters > 2,
        term.isName || match.characters > 4
      {
        last = match
      }
    }
    if name.ends(with: "厂") { evidence.nameDoings.insert(.produces) }
    evidence.doings.formUnion(evidence.nameDoings)
    guard let last else { return }
    let term = self.term(last.term)
    let shared = Int32(term.classes.count)
    for owner in term.classes {
      let code = classCode(owner)
      let isMeant =
        switch kind(of: code) {
        case .growing: !evidence.nameDoings.isDisjoint(with: [.grows, .produces])
        case .mining: !evidence.nameDoings.isDisjoint(with: [.mines, .produces])
        case .making: !evidence.nameDoings.isDisjoint(with: [.makes, .produces])
        case .trading: evidence.nameDoings.contains(.sells)
        case .serving: evidence.nameDoings.isDisjoint(with: [.sells, .brings])
        }
      if !isMeant { continue }
      evidence.add(
        code, Self.nameWeight / shared, last.range, isName: term.isName, isInName: true,
        isForemost: true)
      evidence.name(ScopeEvidence.division(code))
    }
  }

  /// Weight of a term in the name; the first activity of a scope has 256.
  private static let nameWeight: Int32 = 192

  /// Where the name goes over into the legal form: 有限公司, 厂, 店, 专业合作社.
  private static func endOfTrade(_ name: Span<UInt8>) -> Int {
    var end = name.count
    if name.ends(with: "）") || name.ends(with: ")") {
      // A remark at the end, such as （普通合伙）.
      var place = end - 1
      while place > 0, name[place] != 0x28, !name.extracting(place..<end).starts(with: "（") {
        place -= 1
      }
      if place > 0 { end = place }
    }
    var rest = name.extracting(0..<end)
    let forms: InlineArray<_, StaticString> = [
      "有限责任公司", "股份有限公司", "有限公司", "公司", "集团", "专业合作社", "合作社", "个体工商户",
      "厂", "店", "行", "部", "社", "中心", "分公司",
    ]
    for index in forms.indices where rest.ends(with: forms[index]) {
      rest = rest.extracting(0..<(rest.count - forms[index].utf8CodeUnitCount))
    }
    return rest.count
  }
}
