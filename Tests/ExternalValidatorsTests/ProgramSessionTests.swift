import Findings
import Foundation
import Records
import TestSupport
import Testing

@testable import ExternalValidators

extension RuleSession {
  /// Ends it, and says what went wrong.
  fileprivate func finished() -> [RuleIncident] {
    finish()
    return incidents
  }
}

@Suite(.serialized) struct `A rule that another program decides` {
  /// A rule with the hostile program, which goes wrong from batch `first` on, `count` times.
  static func rule(
    _ way: String, first: Int = 1, count: Int = 1, state: String, seconds: Int = 60,
    startSeconds: Int = 60
  ) -> ProgramRule {
    ProgramRule(
      rule: "EXT900",
      command: ["python3", "hostile.py", way, String(first), String(count), state],
      folder: Repository.root + "/Tests/ExternalValidatorsTests/Programs", sends: [.email],
      element: .email, action: .contact, batch: 64, seconds: seconds, startSeconds: startSeconds,
      megabytes: 1024,
      asOf: exampleDay, language: .en,
      parameters: ["most": .integer(3), "words": .texts(["“a\"", "b"])])
  }

  /// Every third address is bad.
  static func batch(_ count: Int) -> RecordBatch {
    RecordBatch(
      party: .person,
      records: (0..<count).map { [.customerKey: "P\($0)", .email: $0 % 3 == 0 ? "bad" : "good"] })
  }

  static func outcomes(_ session: any RuleSession, _ count: Int) -> [Outcome?] {
    var codes = [UInt8](repeating: Outcome.passed.code, count: count)
    session.check(batch(count), 0..<count, outcomes: &codes)
    return codes.map { Outcome(code: $0) }
  }

  static func right(_ place: Int) -> Outcome { place % 3 == 0 ? .failed : .passed }

  @Test func `is asked in batches and gives every record its answer`() throws {
    let folder = try ScratchFolder()
    let session = Self.rule("none", state: folder.path + "/state").session(
      masking: Masking(), isStopped: { false })
    for count in [1, 63, 64, 65, 300] {
      #expect(Self.outcomes(session, count) == (0..<count).map(Self.right))
    }
    #expect(session.finished().isEmpty)
  }

  @Test func `is not asked of records outside its scope`() throws {
    let folder = try ScratchFolder()
    let session = Self.rule("none", state: folder.path + "/state").session(
      masking: Masking(), isStopped: { false })
    let outside = Outcome.notApplicable.code
    var codes = (0..<100).map { $0 % 2 == 0 ? outside : Outcome.passed.code }
    session.check(Self.batch(100), 0..<100, outcomes: &codes)
    for place in 0..<100 {
      #expect(codes[place] == (place % 2 == 0 ? outside : Self.right(place).code))
    }
    #expect(session.finished().isEmpty)
  }

  static let ways: [(way: String, reason: ProgramFault)] = [
    ("hangs", .late(seconds: 1)), ("late", .late(seconds: 1)), ("exits", .ended(3)),
    ("killed", .ended(-9)), ("half-a-line", .ended(0)), ("floods-errors", .flooded),
    ("floods-output", .lineTooLong), ("out-of-order", .wrongRecord), ("twice", .wrongRecord),
    ("two-lines", .tooMuch), ("too-few", .wrongRecord), ("another-record", .wrongRecord),
    ("another-batch", .wrongBatch), ("nonsense", .badAnswer(at: 1)),
    ("array", .badAnswer(at: 1)), ("hungry", .ended(1)), ("leaves-a-child", .ended(3)),
  ]

  @Test(arguments: ways)
  func `goes wrong for one batch and is asked on`(_ way: String, _ reason: ProgramFault) throws {
    let folder = try ScratchFolder()
    var seconds = 60
    if case .late(let wanted) = reason { seconds = wanted }
    let session = Self.rule(way, first: 2, state: folder.path + "/state", seconds: seconds)
      .session(masking: Masking(), isStopped: { false })
    // The batches are 0..<64, 64..<128, 128..<192.
    let found = Self.outcomes(session, 192)
    for place in 0..<192 {
      let isLost = (64..<128).contains(place)
      #expect(found[place] == (isLost ? .notEvaluated(.programFailed) : Self.right(place)))
    }
    #expect(
      session.finished() == [
        RuleIncident(rule: "EXT900", reason: reason.text, times: 1, records: 64)
      ])
    if let pid = try? folder.read("state.child"),
      let number = Int32(String(decoding: pid, as: UTF8.self))
    {
      // Collected by init some moments after it was killed.
      var isThere = true
      for _ in 0..<100 where isThere {
        isThere = kill(number, 0) == 0 && !Self.isZombie(number)
        if isThere { usleep(20_000) }
      }
      #expect(!isThere, "what a program has started must not outlive it")
    }
  }

  static func isZombie(_ pid: Int32) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return text.contains(") Z ")
  }

  @Test(arguments: ["another-word", "broken-utf-8"])
  func `has its answer refused where a byte does not fit`(_ way: String) throws {
    let folder = try ScratchFolder()
    let session = Self.rule(way, state: folder.path + "/state").session(
      masking: Masking(), isStopped: { false })
    #expect(
      Self.outcomes(session, 10) == [Outcome?](repeating: .notEvaluated(.programFailed), count: 10))
    let incident = try #require(session.finished().first)
    #expect(incident.reason.en.contains("agreed form"), "\(incident.reason.en)")
  }

  @Test(arguments: [
    ("not-ready", ProgramFault.notReady), ("silent-start", .late(seconds: 1)),
    ("dies-at-start", .ended(3)),
  ])
  func `is given up where it goes wrong again and again`(
    _ way: String, _ reason: ProgramFault
  ) throws {
    let folder = try ScratchFolder()
    var seconds = 60
    if case .late(let wanted) = reason { seconds = wanted }
    let session = Self.rule(
      way, count: 1000, state: folder.path + "/state", startSeconds: seconds
    ).session(masking: Masking(), isStopped: { false })
    #expect(
      Self.outcomes(session, 512)
        == [Outcome?](repeating: .notEvaluated(.programFailed), count: 512)
    )
    let incidents = session.finished()
    let most = ProgramSession.mostFaults
    #expect(Set(incidents.map(\.reason.en)) == [reason.text.en, ProgramFault.givenUp.text.en])
    #expect(incidents.first { $0.reason == reason.text }?.times == most)
    #expect(incidents.reduce(0) { $0 + $1.records } == 512)
  }

  @Test func `that is not there is told by its name`() throws {
    for name in ["no-such-program-here", "./hostile.py.missing"] {
      let rule = ProgramRule(
        rule: "EXT900", command: [name], folder: Repository.root, sends: [.email], element: .email,
        action: .contact, batch: 64, seconds: 5, megabytes: 512, asOf: exampleDay, language: .en,
        parameters: [:])
      let session = rule.session(masking: Masking(), isStopped: { false })
      #expect(Self.outcomes(session, 1) == [.notEvaluated(.programFailed)])
      #expect(session.finished().map(\.reason) == [ProgramFault.notFound(name).text])
    }
  }

  @Test(.timeLimit(.minutes(2))) func `is left alone when the run is to stop`() throws {
    let folder = try ScratchFolder()
    let session = Self.rule("hangs", state: folder.path + "/state", seconds: 600).session(
      masking: Masking(), isStopped: { true })
    #expect(Self.outcomes(session, 1) == [.notEvaluated(.programFailed)])
    #expect(session.finished().map(\.reason) == [ProgramFault.stopped.text])
  }

  @Test func `gets masked what the job hides`() throws {
    // A program that answers with what it was sent.
    let script = """
      import json, sys
      sys.stdin.readline()
      print('{"hedui":1}', flush=True)
      for line in sys.stdin:
          b = json.loads(line)
          a = [[r[0], "failed", {"evidence": json.dumps(r[1:], ensure_ascii=False)}] for r in b["records"]]
          print(json.dumps({"batch": b["batch"], "answers": a}), flush=True)
      """
    let rule = ProgramRule(
      rule: "EXT900", command: ["python3", "-c", script], folder: Repository.root,
      sends: [.name, .email, .branch], element: .email, action: .contact, batch: 64, seconds: 10,
      megabytes: 1024, asOf: exampleDay, language: .en, parameters: [:])
    let batch = RecordBatch(party: .person, records: [[.name: "王小明", .branch: "36\n\"7"]])
    for (masking, name) in [
      (Masking(), "王小明"), (Masking([DataElement.name.facts.sensitivity]), "王"),
    ] {
      let session = rule.session(masking: masking, isStopped: { false })
      var codes = [Outcome.passed.code]
      session.check(batch, 0..<1, outcomes: &codes)
      var finding = FindingWriter(language: .en)
      session.explain(0, batch[0], &finding)
      let sent = try JSONSerialization.jsonObject(with: Data(finding.evidence)) as? [Any]
      let values = try #require(sent)
      #expect(values.count == 3)
      #expect((values[0] as? String)?.hasPrefix(name) == true)
      #expect((values[0] as? String == "王小明") == !masking.isOn)
      #expect(values[1] is NSNull, "no such column")
      #expect(values[2] as? String == "36\n\"7")
      #expect(session.finished().isEmpty)
    }
  }
}
