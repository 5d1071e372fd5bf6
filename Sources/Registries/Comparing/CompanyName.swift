import Records
import References

/// Comparing names of organisations as registries and banks write them.
///
/// Equal but for writing: blanks, full or half width, every kind of bracket, marks, capitals,
/// traditional characters. Similar, where one thing alone differs: brackets, the place or the
/// wording of the region, the wording of the legal form, one character, characters that
/// could not be stored. Two such things at once are a difference, because names of other
/// organisations differ no more. A branch is never its head office.
///
/// That the order of region and name does not make a name another: 企业名称相同相近比对规则
/// (工商企注字〔2017〕133号).
package enum CompanyName {
  /// Grades two names. O(n); nothing is allocated.
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Agreement {
    if ours.isEmpty || theirs.isEmpty { return .notComparable(.empty) }
    if ours.equals(theirs) { return .exact }
    if FoldedText.equal(ours, theirs) { return .equalAfterNormalisation }
    let (a, b) = (folded(ours, forms), folded(theirs, forms))
    if a.count == 0 || b.count == 0 { return .notComparable(.empty) }
    if a.equals(b) { return .equalAfterNormalisation }
    if a.isCut || b.isCut { return .different(.unspecified) }
    if CompanyForm.isBranch(a) != CompanyForm.isBranch(b) { return .different(.branch) }
    if let side = Substitutes.side(a, b), a.count >= 4 { return .similar(.substitute(side)) }
    return CompanyRegion.compare(a, b) ?? CompanyForm.compare(a, b) ?? oneCharacter(a, b)
      ?? .different(.unspecified)
  }

  /// Grades a name against that of the registry and the list of its former names. O(n).
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, former: Span<UInt8>, _ forms: CharacterForms?
  ) -> Agreement {
    let now = compare(ours, theirs, forms)
    if now.isEqual || former.isEmpty || !now.isComparable { return now }
    return isAmong(former, ours, forms) ? .similar(.formerName) : now
  }

  /// The marks of abbreviations left out: CO., LTD. and CO LTD.
  private static func folded(_ name: Span<UInt8>, _ forms: CharacterForms?) -> FoldedName {
    let name = FoldedName(name, forms)
    var isLatin = false
    return name.without { _, scalar in
      if scalar == 0xB7 || scalar == 0x2C { return isLatin }
      isLatin = scalar >= 0x41 && scalar <= 0x5A
      return false
    }
  }

  /// One character more, less or other, or two exchanged.
  private static func oneCharacter(
    _ a: FoldedName, _ b: FoldedName
  ) -> Agreement? {
    if min(a.count, b.count) < 6 { return nil }
    let (start, end) = FoldedName.common(a, b)
    let (one, two) = (a.count - start - end, b.count - start - end)
    if one == 2, two == 2, a[start] == b[start + 1], a[start + 1] == b[start] {
      return .similar(.oneCharacter)
    }
    if one > 1 || two > 1 { return nil }
    // At the start stands the region: 江西 and 江苏 are no slip of the hand.
    if one == 1, two == 1, start < 2 { return .different(.unspecified) }
    if (one == 0 || CompanyForm.tells(a[start])) && (two == 0 || CompanyForm.tells(b[start])) {
      return .different(.number)
    }
    // 食品厂 and 食品店; 有限公同 is a slip.
    if one == 1, two == 1, end == 0, !CompanyForm.isCompany(a), !CompanyForm.isCompany(b) {
      return .different(.otherForm)
    }
    return .similar(.oneCharacter)
  }

  /// Whether `name` is one of a list of names, as registries write former names: separated
  /// by semicolons, commas, 、, slashes, bars or line ends. O(n), no allocation.
  package static func isAmong(
    _ list: Span<UInt8>, _ name: Span<UInt8>, _ forms: CharacterForms? = nil
  ) -> Bool {
    var isFound = false
    forEach(in: list) { part in
      if !isFound, equal(part, name, forms) { isFound = true }
    }
    return isFound
  }

  /// Whether two names are the same but for writing. O(n), no allocation.
  package static func equal(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ forms: CharacterForms? = nil
  ) -> Bool {
    if FoldedText.equal(a, b) { return true }
    return forms == nil ? false : FoldedName(a, forms).equals(FoldedName(b, forms))
  }

  /// How much two names have in common, in percent: pairs of neighbouring characters that
  /// both have, of all (Dice). O(n · m), for short texts.
  package static func likeness(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    let one = FoldedText.commonPairs(of: a, in: b)
    let other = FoldedText.commonPairs(of: b, in: a)
    let all = one.all + other.all
    return all == 0 ? (FoldedText.equal(a, b) ? 100 : 0) : (one.common + other.common) * 100 / all
  }
}
