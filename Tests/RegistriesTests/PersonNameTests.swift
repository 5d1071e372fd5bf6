import Registries
import TestSupport
import Testing

@Suite struct `Names of persons` {
  @Test(arguments: [
    ("钟小军", "钟小军", Agreement.exact),
    ("钟小军", "钟\u{3000}小 军", .equalAfterNormalisation),
    ("鍾小軍", "钟小军", .equalAfterNormalisation),
    ("买买提·艾力", "买买提•艾力", .equalAfterNormalisation),
    ("买买提·艾力", "买买提．艾力", .equalAfterNormalisation),
    ("买买提·艾力", "买买提艾力", .equalAfterNormalisation),
    ("John Smith", "JOHN SMITH", .equalAfterNormalisation),
    ("SMITH, JOHN", "SMITH JOHN", .equalAfterNormalisation),
    ("钟小军(ZHONG XIAOJUN)", "钟小军", .equalAfterNormalisation),
    ("钟小军（男）", "钟小军", .similar(.remark)),
    ("SMITH JOHN", "JOHN SMITH", .similar(.wordOrder)),
    ("买买提", "买买提·艾力", .similar(.partOfName)),
    ("JOHN", "JOHN SMITH", .similar(.partOfName)),
    ("钟?军", "钟堃军", .similar(.substitute(.ours))),
    ("钟??军", "钟堃军", .similar(.substitute(.ours))),
    ("钟(KUN)军", "钟堃军", .similar(.substitute(.ours))),
    ("钟军", "钟(KUN)", .similar(.substitute(.theirs))),
    ("钟堃", "钟\u{E863}", .similar(.substitute(.theirs))),
    ("钟\u{FFFD}", "钟□", .similar(.substitute(.both))),
    ("王𬭎", "王?", .similar(.substitute(.theirs))),
    ("钟堃", "钟坤", .similar(.variantCharacter)),
    ("李喆", "李哲", .similar(.variantCharacter)),
    ("王伟", "王玮", .different(.unspecified)),
    ("王伟", "王", .different(.unspecified)),
    ("钟小军", "钟大军", .different(.unspecified)),
    ("钟小军", "谢小红", .different(.unspecified)),
    ("??", "钟军", .different(.unspecified)),
    ("JOHN SMITH", "JOAN SMITH", .different(.unspecified)),
    ("钟小军", "ZHONG XIAOJUN", .notComparable(.otherScript)),
    ("钟*军", "钟小军", .notComparable(.masked)),
    ("钟**", "钟小军", .notComparable(.masked)),
    ("钟*军", "刘小军", .different(.unspecified)),
    ("", "钟小军", .notComparable(.empty)),
    ("·", "钟小军", .notComparable(.empty)),
  ])
  func `are graded`(_ ours: String, _ theirs: String, _ expected: Agreement) {
    #expect(Comparing.persons(ours, theirs) == expected, "\(ours) \(theirs)")
    #expect(Comparing.persons(theirs, ours) == expected.mirrored, "\(theirs) \(ours)")
  }

  @Test func `are one name however they are written, and never another's`() {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<3000 {
      let (name, other) = (MadeText.person(&random), MadeText.person(&random))
      let one = MadeText.rewritten(name, &random)
      #expect(Comparing.persons(one, MadeText.rewritten(name, &random)).isEqual, "\(one)")
      if name != other {
        let grade = Comparing.persons(one, MadeText.rewritten(other, &random))
        #expect(grade.isDifferent, "\(one) \(other)")
      }
    }
  }

  @Test func `are graded the same from either side, whatever they are`() {
    var random = SeededGenerator(seed: 52)
    for _ in 0..<4000 {
      let one = MadeText.damaged(MadeText.person(&random), &random)
      let two = MadeText.damaged(one, &random)
      #expect(Comparing.persons(one, two) == Comparing.persons(two, one).mirrored, "\(one) \(two)")
      let (first, second) = (MadeText.bytes(&random), MadeText.bytes(&random))
      let there = PersonName.compare(first.span, second.span, Comparing.forms)
      #expect(there == PersonName.compare(second.span, first.span, Comparing.forms).mirrored)
    }
  }
}
