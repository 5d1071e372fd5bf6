import Records
import References

/// Comparing names of persons.
///
/// Equal but for writing: blanks, full or half width, capitals, the dots in names from other
/// languages, traditional characters, the reading in Latin letters behind the name. Similar:
/// rare characters that could not be stored, variant characters, half of a name, words in
/// another order. One character apart is another person: 王伟 and 王玮.
package enum PersonName {
  private static let dot: UInt32 = 0xB7

  /// Grades two names. O(n); nothing is allocated.
  package static func compare(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Agreement {
    if ours.isEmpty || theirs.isEmpty { return .notComparable(.empty) }
    if ours.equals(theirs) { return .exact }
    if equal(ours, theirs) { return .equalAfterNormalisation }
    let (rawA, rawB) = (FoldedName(ours, forms), FoldedName(theirs, forms))
    let (a, b) = (joined(rawA), joined(rawB))
    if a.count == 0 || b.count == 0 { return .notComparable(.empty) }
    if a.isCut || b.isCut { return .different(.unspecified) }
    if a.equals(b) { return .equalAfterNormalisation }
    if let agreement = compareGroups(a, b) { return agreement }
    if a.has(0x2A) || b.has(0x2A) { return compareMasked(a, b) }
    if let side = Substitutes.side(a, b) { return .similar(.substitute(side)) }
    if isVariant(a, b) { return .similar(.variantCharacter) }
    if isLatin(a) != isLatin(b) {
      return isLatin(a) && hasNoLatin(b) || isLatin(b) && hasNoLatin(a)
        ? .notComparable(.otherScript) : .different(.unspecified)
    }
    if isLatin(a), isRotated(a, b) { return .similar(.wordOrder) }
    let isOfParts = isLatin(a) || rawA.has(dot) || rawB.has(dot)
    if isOfParts, isPart(a, b) || isPart(b, a) { return .similar(.partOfName) }
    return .different(.unspecified)
  }

  /// Whether two names are the same but for blanks, full or half width, capitals, and the
  /// dots in the middle of names from other languages. O(n), no allocation.
  package static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    if a.equals(b) { return true }
    var (first, second) = (FoldedText(), FoldedText())
    while true {
      var (left, right) = (first.next(in: a), second.next(in: b))
      while left == dot { left = first.next(in: a) }
      while right == dot { right = second.next(in: b) }
      if left != right { return false }
      if left == 0 { return true }
    }
  }

  /// Without dots, commas and hyphens.
  private static func joined(_ name: FoldedName) -> FoldedName {
    name.without { $1 == dot || $1 == 0x2C || $1 == 0x2D || $1 == 0x22 }
  }

  // MARK: Brackets

  /// Names of which one has brackets: a reading or a remark behind the name, or the reading
  /// of a character in its place. nil where neither has any or that is not all.
  private static func compareGroups(
    _ a: FoldedName, _ b: FoldedName
  ) -> Agreement? {
    let (one, two) = (group(of: a), group(of: b))
    if one == nil, two == nil { return nil }
    // In the place of a character.
    let (filledA, filledB) = (filled(a, one), filled(b, two))
    if let side = Substitutes.side(filledA, filledB), filledA.count == filledB.count,
      filledA.count >= 2
    {
      return .similar(.substitute(side))
    }
    let bareA = a.without { index, _ in one?.contains(index) ?? false }
    let bareB = b.without { index, _ in two?.contains(index) ?? false }
    guard bareA.count >= 2, bareA.equals(bareB) else { return nil }
    // With a remark in both the remarks differ.
    if one != nil, two != nil { return .similar(.remark) }
    return isReading(a, one) && isReading(b, two)
      ? .equalAfterNormalisation : .similar(.remark)
  }

  private static func group(of name: FoldedName) -> Range<Int>? {
    guard let start = name.first(0x28), let end = name.first(0x29, from: start) else { return nil }
    return start..<(end + 1)
  }

  private static func filled(_ name: FoldedName, _ group: Range<Int>?) -> FoldedName {
    guard let group else { return name }
    var result = FoldedName()
    for index in 0..<name.count {
      if index == group.lowerBound {
        result.append(0xFFFD)
      } else if !group.contains(index) {
        result.append(name[index])
      }
    }
    return result
  }

  private static func isReading(_ name: FoldedName, _ group: Range<Int>?) -> Bool {
    guard let group else { return true }
    for index in group.dropFirst().dropLast() where !isLetter(name[index]) { return false }
    return true
  }

  // MARK: Masks, variants, scripts

  private static func compareMasked(
    _ a: FoldedName, _ b: FoldedName
  ) -> Agreement {
    if a.count != b.count { return .notComparable(.masked) }
    for index in 0..<a.count
    where a[index] != b[index] && a[index] != 0x2A && b[index] != 0x2A {
      return .different(.unspecified)
    }
    return .notComparable(.masked)
  }

  /// Variant characters that 通用规范汉字表 (2013) gives back to names, by the character that
  /// systems without them put there.
  static let variants: [UInt32: UInt32] = {
    let pairs = "堃坤 喆哲 昇升 陞升 甯宁 淼渺 犇奔 邨村 仝同 脩修 迺乃 峯峰 鉅巨 阪坂 祕秘 讎仇 菴庵"
    var result: [UInt32: UInt32] = [:]
    for pair in pairs.split(separator: " ") {
      let scalars = pair.unicodeScalars.map(\.value)
      result[scalars[0]] = scalars[1]
    }
    return result
  }()

  private static func isVariant(_ a: FoldedName, _ b: FoldedName) -> Bool {
    if a.count != b.count || a.count < 2 { return false }
    for index in 0..<a.count where a[index] != b[index] {
      let (one, two) = (variants[a[index]] ?? a[index], variants[b[index]] ?? b[index])
      if one != two { return false }
    }
    return true
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar >= 0x41 && scalar <= 0x5A || scalar >= 0xC0 && scalar <= 0x24F
  }

  private static func isLatin(_ name: FoldedName) -> Bool {
    for index in 0..<name.count where !isLetter(name[index]) { return false }
    return name.count > 0
  }

  private static func hasNoLatin(_ name: FoldedName) -> Bool {
    for index in 0..<name.count where isLetter(name[index]) { return false }
    return true
  }

  /// Whether one is the other with its end in front: ZHANGSAN and SANZHANG.
  private static func isRotated(_ a: FoldedName, _ b: FoldedName) -> Bool {
    let count = a.count
    if count != b.count || count < 4 { return false }
    for shift in 1..<count where a[0] == b[shift] {
      var index = 1
      while index < count, a[index] == b[(index + shift) % count] { index += 1 }
      if index == count { return true }
    }
    return false
  }

  /// Whether `a` is the start or the end of `b`.
  private static func isPart(_ a: FoldedName, _ b: FoldedName) -> Bool {
    if a.count < 2 || a.count >= b.count { return false }
    let (start, end) = FoldedName.common(a, b)
    if start == a.count || end == a.count { return true }
    for index in 0..<a.count where a[index] != b[b.count - a.count + index] { return false }
    return true
  }
}
