import TestSupport
import Testing

@testable import ExternalValidators

@Suite struct `The answer of a program` {
  static let line = """
    { "answers" : [[0,"passed"], [1,"failed",{"suggestion":"\\u8d63\\ud83d\\ude00\\"\\/x","confidence":80}],\
    [2,"not_applicable"],[3,"not_evaluated"],[4,"failed",{}],[5,"failed"]] , "batch":7}
    """

  @Test func `is read in any order of its keys, with its escapes`() throws {
    let found = try AnswerReader.verdicts(Array(Self.line.utf8), batch: 7, count: 6)
    let answer = Answer(suggestion: Array("赣😀\"/x".utf8), confidence: 80)
    #expect(
      found == [
        .passed, .failed(answer), .notApplicable, .notEvaluated, .failed(Answer()),
        .failed(Answer()),
      ])
  }

  @Test func `is refused wherever it is cut`() {
    let bytes = Array(Self.line.utf8)
    for end in bytes.indices {
      #expect(throws: ProgramFault.self, "cut at \(end)") {
        try AnswerReader.verdicts(Array(bytes[..<end]), batch: 7, count: 6)
      }
    }
  }

  @Test func `is read or refused, whatever byte is changed`() {
    var random = SeededGenerator(seed: 11)
    let bytes = Array(Self.line.utf8)
    var refused = 0
    for _ in 0..<20_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do {
        let verdicts = try AnswerReader.verdicts(changed, batch: 7, count: 6)
        #expect(verdicts.count == 6)
      } catch { refused += 1 }
    }
    #expect(refused > 10_000)
  }

  @Test(arguments: [
    #"{"batch":07,"answers":[[0,"passed"]]}"#, #"{"batch":7.0,"answers":[[0,"passed"]]}"#,
    #"{"batch":"7","answers":[[0,"passed"]]}"#, #"{"batch":7,"answers":[[0,"passed"]]} x"#,
    #"{"batch":7,"batch":7,"answers":[[0,"passed"]]}"#, #"{"batch":7}"#, #"{}"#, "",
    #"{"batch":7,"answers":[[0,"passed",{}]]}"#, #"{"batch":7,"answers":[[0,"failed",{"x":1}]]}"#,
    #"{"batch":7,"answers":[[0,"failed",{"confidence":0}]]}"#,
    #"{"batch":7,"answers":[[0,"failed",{"confidence":101}]]}"#,
    #"{"batch":7,"answers":[[0,"failed",{"suggestion":"\ud800"}]]}"#,
    #"{"batch":7,"answers":[[0,"failed",{"suggestion":null}]]}"#,
    #"{"batch":7,"answers":[[0,"passed"],]}"#, #"{"batch":99999999999999999999,"answers":[]}"#,
  ])
  func `is refused where it is of another form`(_ line: String) {
    #expect(throws: ProgramFault.self) {
      try AnswerReader.verdicts(Array(line.utf8), batch: 7, count: 1)
    }
  }
}
