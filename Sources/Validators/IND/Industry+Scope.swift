import Findings
import Records
import References

extension Industry {
  /// Appends 经营范围含「光伏组件」，见 3825 注释, or the like for a term of the company's name.
  func write(
    _ candidate: ScopeEvidence.Candidate, _ record: RecordView, _ finding: inout FindingWriter
  ) {
    let language = finding.language
    let range = Int(candidate.start)..<Int(candidate.start + candidate.length)
    if candidate.isInName {
      // A name may be hidden in the output: it is not quoted.
      finding.evidence.append(zh: "客户名称中的行业用语，", en: "the trade in the name is ", in: language)
    } else {
      finding.evidence.append(zh: "经营范围含「", en: "the scope has “", in: language)
      finding.evidence.append(record[.businessScope].extracting(range))
      finding.evidence.append(zh: "」，", en: "”, ", in: language)
    }
    if candidate.isName {
      finding.evidence.append(zh: "与 ", en: "the name of ", in: language)
      writeCode(candidate.code, to: &finding.evidence)
      finding.evidence.append(zh: " 名称一致", en: "", in: language)
    } else {
      finding.evidence.append(zh: "见 ", en: "named in the notes to ", in: language)
      writeCode(candidate.code, to: &finding.evidence)
      finding.evidence.append(zh: " 注释", en: "", in: language)
    }
  }

  /// Appends the code of a class, group or division as `ScopeEvidence` numbers them.
  private func writeCode(_ number: UInt16, to text: inout [UInt8]) {
    let (value, digits) = ScopeEvidence.code(number)
    var place = digits == 4 ? 1000 : digits == 3 ? 100 : 10
    while place > 0 {
      text.append(UInt8(value / place % 10) + 0x30)
      place /= 10
    }
  }

  /// Some classes in the order in which scope and name speak for them; of those for which
  /// the same speaks, in the order given.
  func ranked(
    _ places: [Int], by evidence: ScopeEvidence, _ scope: IndustryScope
  ) -> [(place: Int, score: Int32)] {
    let numbers = places.map { codes.classNumber($0) }
    let scores = numbers.map { evidence.candidate($0)?.score ?? 0 }
    var result: [(place: Int, score: Int32)] = []
    for (index, place) in places.enumerated() {
      // What is listed under another candidate, which has something of its own, is not
      // meant by this one's terms.
      let yields = numbers.indices.contains {
        $0 != index && scores[$0] > 0 && scope.excludes(numbers[$0], in: numbers[index])
          && !scope.excludes(numbers[index], in: numbers[$0])
      }
      result.append((place, yields ? scores[index] / 2 : scores[index]))
    }
    return result.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
  }
}
