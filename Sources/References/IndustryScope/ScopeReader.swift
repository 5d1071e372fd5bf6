import Records

/// Reads a business scope: cuts it into activities, finds the terms in each and weighs what
/// they say.
///
/// Sentences end at ；。 and line ends, clauses at ， and blanks, activities at 、 too. Text in
/// brackets never speaks for anything. Where an activity says nothing of what is done
/// (生产, 销售), its neighbours in the sentence do: 家具、门窗的生产、销售.
struct ScopeReader {
  private struct Hit: BitwiseCopyable {
    var term: Int32 = 0
    var start: Int32 = 0
    var length: Int32 = 0
    var characters: Int32 = 0
    /// Characters of the activity up to its end that do more than tell what is done.
    var content: Int32 = 0
  }

  private struct Activity: BitwiseCopyable {
    /// Characters, and those of them that only tell what is done.
    var characters: Int32 = 0
    var plain: Int32 = 0
    /// What words beside the terms tell, and what any word tells.
    var beside: ScopeDoings = []
    var doings: ScopeDoings = []
    var signs: ScopeSigns = []
    var beginsWithDoing = false
    var firstHit: UInt8 = 0
    var endHit: UInt8 = 0
    var clause: UInt8 = 0

    /// Whether a term of a class of some kind is meant, with what the words inside it tell.
    func accepts(_ kind: IndustryScope.Kind, _ inherent: ScopeDoings) -> Bool {
      let doings = self.doings.union(inherent)
      switch kind {
      case .growing: return !doings.isDisjoint(with: [.grows, .produces])
      case .mining: return !doings.isDisjoint(with: [.mines, .produces])
      case .making: return !doings.isDisjoint(with: [.makes, .produces])
      case .trading:
        return doings.contains(.sells)
          && (inherent.contains(.sells) || self.doings.isDisjoint(with: .brings))
      case .serving:
        return beside.isDisjoint(with: [.sells, .brings]) || doings.contains(.serves)
      }
    }
  }

  private static let mostActivities = 32
  private static let mostHits = 64

  private let scope: IndustryScope
  private var activities = InlineArray<32, Activity>(repeating: Activity())
  private var hits = InlineArray<64, Hit>(repeating: Hit())
  private var activityCount = 0
  private var hitCount = 0
  private var current = Activity()
  private var clause: UInt8 = 0
  private var depth = 0
  /// What a sentence said is done in front of a colon.
  private var announced: ScopeDoings = []
  /// Doings that stand alone in front of an activity.
  private var pending: ScopeDoings = []
  /// Whether the sentence has named something that every company's scope may; several of
  /// them, 技术服务、技术开发、技术咨询, count as one activity.
  private var hasCommon = false
  /// Activities weighed so far, and the different terms that spoke.
  private var weighed = 0
  private var spoken = InlineArray<64, Int32>(repeating: -1)
  private var spokenCount = 0

  init(_ scope: IndustryScope) { self.scope = scope }

  /// O(bytes of the text).
  mutating func read(_ text: Span<UInt8>, into evidence: inout ScopeEvidence) {
    var scanner = TermScanner()
    var cursor = 0
    while let match = scanner.next(in: text, scope.automaton) {
      walk(text, &cursor, to: match.range.lowerBound, &evidence)
      take(match, text, &cursor, &evidence)
    }
    walk(text, &cursor, to: text.count, &evidence)
    endSentence(&evidence)
  }

  // MARK: Cutting

  /// Goes on to `end`: counts characters, ends activities, clauses and sentences.
  private mutating func walk(
    _ text: Span<UInt8>, _ cursor: inout Int, to end: Int, _ evidence: inout ScopeEvidence
  ) {
    var reader = FoldedText(at: cursor)
    while reader.place < end {
      let start = reader.place
      let scalar = reader.step(in: text)
      if scalar == 0x28 {
        depth += 1
      } else if scalar == 0x29 {
        depth = max(0, depth - 1)
      } else if depth > 0 {
        continue
      } else if scalar == 0 || scalar == 0x22 {
        let isLineEnd = text[start] == 0x0A || text[start] == 0x0D
        if isLineEnd { endSentence(&evidence) } else { endClause(&evidence) }
      } else if scalar == 0x2C {
        // One reading for 、 ， ； and their half-width forms.
        let mark = text[start]
        if mark == 0xE3 {
          endActivity(&evidence)
        } else if mark == 0x3B || mark == 0xEF && text[start + 2] == 0x9B {
          endSentence(&evidence)
        } else {
          endClause(&evidence)
        }
      } else if scalar == 0x3002 {
        endSentence(&evidence)
      } else if scalar == 0x3A {
        announce(&evidence)
      } else if scalar == 0x2F {
        endActivity(&evidence)
      } else if !Self.joins(scalar) {
        current.characters += 1
      }
    }
    cursor = max(cursor, reader.place)
  }

  /// Whether a character only joins words: 的 及 和 与 或 等 各.
  private static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7684, 0x53CA, 0x548C, 0x4E0E, 0x6216, 0x7B49, 0x5404: true
    default: false
    }
  }

  private mutating func take(
    _ match: TermMatch, _ text: Span<UInt8>, _ cursor: inout Int,
    _ evidence: inout ScopeEvidence
  ) {
    let term = scope.term(match.term)
    let doings = term.doings.union(term.inherent)
    evidence.doings.formUnion(doings)
    for owner in term.classes { evidence.touch(scope.classCode(owner)) }
    if depth > 0 { return }
    if !term.doings.isEmpty, current.characters == 0 { current.beginsWithDoing = true }
    let overlaps = match.range.lowerBound < cursor
    let before = current.characters
    var place = max(cursor, match.range.lowerBound)
    while place < match.range.upperBound {
      if text[place] & 0xC0 != 0x80 { current.characters += 1 }
      place += 1
    }
    // 云计算软件 and 软件开发 in 云计算软件开发: the tail tells what is done.
    if overlaps, !term.inherent.isEmpty { current.plain += current.characters - before }
    cursor = max(cursor, match.range.upperBound)
    current.doings.formUnion(doings)
    current.signs.formUnion(term.signs)
    if term.classes.isEmpty {
      current.beside.formUnion(term.doings)
      if !term.doings.isEmpty { current.plain += Int32(match.characters) }
      return
    }
    if hitCount == Self.mostHits { flush(&evidence) }
    hits[hitCount] = Hit(
      term: Int32(match.term), start: Int32(clamping: match.range.lowerBound),
      length: Int32(match.range.count), characters: Int32(match.characters),
      content: current.characters - current.plain)
    hitCount += 1
  }

  private mutating func endActivity(_ evidence: inout ScopeEvidence) {
    defer {
      current = Activity()
      current.firstHit = UInt8(hitCount)
      current.clause = clause
    }
    if current.characters == 0 { return }
    current.endHit = UInt8(hitCount)
    if current.characters <= current.plain + 1, current.firstHit == current.endHit,
      !current.doings.isEmpty, current.signs.isEmpty
    {
      // Nothing but what is done: it belongs to the activity before, else to the next.
      if activityCount > 0, activities[activityCount - 1].clause == clause {
        activities[activityCount - 1].doings.formUnion(current.doings)
        activities[activityCount - 1].beside.formUnion(current.doings)
      } else {
        pending.formUnion(current.doings)
      }
      return
    }
    if !pending.isEmpty {
      current.doings.formUnion(pending)
      current.beside.formUnion(pending)
      current.beginsWithDoing = true
      pending = []
    }
    if activityCount == Self.mostActivities { flush(&evidence) }
    activities[activityCount] = current
    activityCount += 1
  }

  private mutating func endClause(_ evidence: inout ScopeEvidence) {
    endActivity(&evidence)
    clause &+= 1
    current.clause = clause
  }

  /// At a colon: 一般项目 says nothing, 批发、零售 says what is done with all that follows.
  private mutating func announce(_ evidence: inout ScopeEvidence) {
    endClause(&evidence)
    announced = announced.union(pending)
    pending = []
  }

  private mutating func endSentence(_ evidence: inout ScopeEvidence) {
    endClause(&evidence)
    weigh(&evidence)
    current.firstHit = 0
    announced = []
    pending = []
  }

  /// Weighs the activities read so far, where a sentence is longer than there is room for.
  private mutating func flush(_ evidence: inout ScopeEvidence) {
    let start = Int(current.firstHit)
    let kept = start == 0 ? 0 : hitCount - start
    weigh(&evidence)
    for place in 0..<kept { hits[place] = hits[start + place] }
    hitCount = kept
    current.firstHit = 0
    current.endHit = UInt8(kept)
  }

  // MARK: Weighing

  private mutating func weigh(_ evidence: inout ScopeEvidence) {
    var carried = announced
    for index in 0..<activityCount {
      if activities[index].doings.isEmpty {
        activities[index].doings = inherited(index, carried)
        activities[index].beside = activities[index].doings
      } else if activities[index].beginsWithDoing {
        carried = activities[index].doings
      } else if announced.isEmpty {
        carried = []
      }
    }
    for index in 0..<activityCount {
      var signs = activities[index].signs
      for other in 0..<activityCount where activities[other].clause == activities[index].clause {
        signs.formUnion(activities[other].signs.intersection(.excepts))
      }
      weigh(activities[index], signs, &evidence)
    }
    activityCount = 0
    hitCount = 0
    hasCommon = false
  }

  private func inherited(_ index: Int, _ carried: ScopeDoings) -> ScopeDoings {
    if !carried.isEmpty { return carried }
    for next in (index + 1)..<max(activityCount, index + 1) {
      if !activities[next].doings.isEmpty { return activities[next].doings }
    }
    return index > 0 ? activities[index - 1].doings : []
  }

  /// Weight of the activities, the first one first.
  private static let weights: InlineArray<10, Int32> = [16, 12, 9, 7, 6, 5, 4, 3, 3, 3]

  private mutating func weigh(
    _ activity: Activity, _ signs: ScopeSigns, _ evidence: inout ScopeEvidence
  ) {
    if !signs.isDisjoint(with: [.excepts, .isFormal]) { return }
    if signs.contains(.isCommon), hasCommon { return }
    let order = weighed
    weighed += 1
    let position = order < 10 ? Self.weights[order] : 2
    if signs.contains(.isCommon) {
      hasCommon = true
      evidence.count(activity: position * 16, explained: 0)
      return
    }
    let content = max(1, activity.characters - activity.plain)
    var divisions = InlineArray<8, (UInt8, Int32, Int)>(repeating: (0, 0, 0))
    var divisionCount = 0
    for place in Int(activity.firstHit)..<Int(activity.endHit) {
      let hit = hits[place]
      let term = scope.term(Int(hit.term))
      let cover = min(16, hit.characters * 16 / content)
      // What is meant stands at the end; a word of two characters is part of too many others.
      let isHead = hit.content == content
      if cover < (hit.characters <= 2 ? 15 : isHead ? 8 : 14) { continue }
      let range = Int(hit.start)..<Int(hit.start + hit.length)
      var isNew = !isSpoken(hit.term)
      let shared = Int32(term.classes.count)
      for owner in term.classes {
        let code = scope.classCode(owner)
        guard activity.accepts(scope.kind(of: code), term.inherent) else { continue }
        evidence.add(
          code, position * cover / shared, range, isName: term.isName, isInName: false,
          isForemost: order == 0 && cover >= 12)
        let division = ScopeEvidence.division(code)
        var slot = 0
        while slot < divisionCount, divisions[slot].0 != division { slot += 1 }
        if slot == divisionCount {
          if divisionCount == 8 { continue }
          divisions[slot] = (division, 0, 0)
          divisionCount += 1
        }
        divisions[slot].1 = min(16, divisions[slot].1 + cover / shared)
        if isNew {
          divisions[slot].2 = 1
          isNew = false
          speak(hit.term)
        }
      }
    }
    if activity.doings.contains(.sells), activity.doings.isDisjoint(with: [.serves, .brings]) {
      divisions[0] = (ScopeEvidence.trade, 16, 1)
      divisionCount = 1
    }
    var explained: Int32 = 0
    var best = 0
    for slot in 0..<divisionCount {
      let (division, part, new) = divisions[slot]
      evidence.add(division: division, position * part, newTerms: new)
      explained += part
      if part > divisions[best].1 { best = slot }
    }
    if divisionCount > 0, order < 2 { evidence.lead(divisions[best].0) }
    evidence.count(activity: position * 16, explained: position * min(16, explained))
  }

  private func isSpoken(_ term: Int32) -> Bool {
    for index in 0..<spokenCount where spoken[index] == term { return true }
    return false
  }

  private mutating func speak(_ term: Int32) {
    if spokenCount == 64 { return }
    spoken[spokenCount] = term
    spokenCount += 1
  }
}
