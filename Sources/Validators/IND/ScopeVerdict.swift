import Findings
import Records
import References

/// What an organisation's scope and name say against its industry code.
package struct ScopeVerdict: BitwiseCopyable, Sendable {
  /// Division to which everything points, as `ScopeEvidence` counts it; 0 for none.
  package var division: UInt8 = 0
  /// Class next to a recorded residual class whose activity the scope names first, or -1.
  package var sibling: Int16 = -1
}

/// Scope and name against the recorded code, as IND007 and IND008 read them.
struct ScopeJudge: Sendable {
  let industry: Industry
  let scope: IndustryScope

  init?(_ context: Context) {
    guard let industry = Industry(context), let scope = context.reference(IndustryScope.self)
    else { return nil }
    self.industry = industry
    self.scope = scope
  }

  /// nil where there is nothing to compare: no scope, no class of the current edition, or an
  /// edition before the one that the terms belong to.
  func verdict(_ record: RecordView, _ facts: inout Facts) -> ScopeVerdict? {
    let text = record[.businessScope]
    if text.isEmpty || industry.current < .of2017 { return nil }
    facts.industry.read(record, industry)
    guard facts.industry.standing == .current,
      facts.industry.ambiguous(industry).isDisjoint(with: .since(.of2011)),
      industry.isCurrentClass(facts.industry.place)
    else { return nil }
    if let known = facts.industry.verdict { return known }
    var evidence = ScopeEvidence()
    scope.read(scope: text, name: record[.name], into: &evidence)
    var verdict = ScopeVerdict()
    let place = facts.industry.place
    verdict.division = contradicting(record, place, evidence)
    if verdict.division == 0 { verdict.sibling = sibling(place, evidence) }
    facts.industry.verdict = verdict
    return verdict
  }

  /// The outcome of a rule that fails on some verdicts. `judge` is nil where a table is missing.
  static func outcome(
    _ judge: ScopeJudge?, _ record: RecordView, _ facts: inout Facts,
    fails: (ScopeVerdict) -> Bool
  ) -> Outcome {
    guard let judge else {
      return record[.industryCode].isEmpty || record[.businessScope].isEmpty
        ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    guard let verdict = judge.verdict(record, &facts) else { return .notApplicable }
    return fails(verdict) ? .failed : .passed
  }

  /// Least share of what the scope says, and of all its activities, that has to point one way.
  private static let leastShare: Int32 = 80
  private static let leastPart: Int32 = 60

  private func contradicting(
    _ record: RecordView, _ place: Int, _ evidence: ScopeEvidence
  ) -> UInt8 {
    let leader = evidence.leader
    let score = evidence.score(leader)
    let recorded = industry.codes.classNumber(place)
    let own = ScopeEvidence.division(recorded)
    let terms = evidence.terms(leader)
    guard leader != 0, leader != own, evidence.first == leader,
      score * 100 >= evidence.explained * Self.leastShare,
      score * 100 >= evidence.total * Self.leastPart,
      terms >= 3 || terms == 2 && evidence.named == leader,
      evidence.named == 0 || evidence.named == leader, evidence.score(own) == 0,
      !Self.goesByForm(recorded)
    else { return 0 }
    if own == ScopeEvidence.trade, evidence.doings.contains(.sells) { return 0 }
    let section = industry.codes.section(place, in: industry.current)
    if leader == ScopeEvidence.trade, section == UInt8(ascii: "C") {
      // The goods sold are those that would be made: what counts is that nothing is made.
      return evidence.doings.isDisjoint(with: .brings) ? leader : 0
    }
    if leader == ScopeEvidence.trade, !evidence.nameDoings.isDisjoint(with: .brings) { return 0 }
    if evidence.touches(own) { return 0 }
    for index in 0..<evidence.count {
      let candidate = evidence[index]
      // The notes to what the scope names send to the recorded class what they leave out.
      if candidate.score > 0, candidate.code < 10_000, scope.excludes(recorded, in: candidate.code)
      {
        return 0
      }
    }
    return sharesWord(record, place) ? 0 : leader
  }

  /// Classes that a company belongs to by what it is, not by what its scope lists: head
  /// offices and holdings, what is not listed elsewhere in business services, public bodies.
  private static func goesByForm(_ code: UInt16) -> Bool {
    code / 10 == 721 || code == 7299 || code / 100 >= 91
  }

  /// Whether scope or name has a word in common with the name of the class or of what it
  /// belongs to.
  private func sharesWord(_ record: RecordView, _ place: Int) -> Bool {
    let (text, name) = (record[.businessScope], record[.name])
    var next: Int? = place
    while let here = next {
      let isShared =
        industry.codes.readName(here, in: industry.current) { official in
          FoldedText.commonPairs(of: official, in: text, leavingOut: IndustryWords.isGeneralOrSign)
            .common > 0
            || FoldedText.commonPairs(
              of: official, in: name, leavingOut: IndustryWords.isGeneralOrSign
            )
            .common > 0
        } ?? false
      if isShared { return true }
      next = industry.codes.parent(here, in: industry.current)
    }
    return false
  }

  /// The class that the scope names first, where the recorded one is for what no class
  /// beside it takes in.
  private func sibling(_ place: Int, _ evidence: ScopeEvidence) -> Int16 {
    let codes = industry.codes
    guard let reach = residualReach(place) else { return -1 }
    let recorded = codes.classNumber(place)
    var best: ScopeEvidence.Candidate?
    for index in 0..<evidence.count {
      let candidate = evidence[index]
      if candidate.code == recorded { return -1 }
      if candidate.score > best?.score ?? 0 { best = candidate }
    }
    guard let best, best.isForemost, best.code < 10_000,
      best.score * 2 >= evidence.explained,
      let named = codes.place(ofClass: best.code), industry.isCurrentClass(named),
      residualReach(named) == nil, belongs(named, under: reach),
      !scope.excludes(recorded, in: best.code)
    else { return -1 }
    return Int16(named)
  }

  private func belongs(_ place: Int, under wanted: Int) -> Bool {
    var above = industry.codes.parent(place, in: industry.current)
    while let here = above {
      if here == wanted { return true }
      above = industry.codes.parent(here, in: industry.current)
    }
    return false
  }

  /// For a residual class the group, or where the group is residual itself the division,
  /// whose other classes come before it; nil for any other class.
  private func residualReach(_ place: Int) -> Int? {
    let codes = industry.codes
    guard isResidual(place), let group = codes.parent(place, in: industry.current) else {
      return nil
    }
    return isResidual(group) ? codes.parent(group, in: industry.current) : group
  }

  private func isResidual(_ place: Int) -> Bool {
    industry.codes.readName(place, in: industry.current) {
      $0.starts(with: "其他") || $0.contains("未列明")
    } ?? false
  }
}
