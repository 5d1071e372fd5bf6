import Findings
import Foundation
import Records
import References
import RuleSets
import Validators

/// Measures what rules cost that are written in YAML beside the same rules in Swift, on one
/// core, a block at a time as a run does it.
struct RuleBench {
  private static let records = 100 * 512
  private static let asOf = Day("2026-10-31") ?? .today

  private struct Pair {
    let title: String
    let compiled: (any RecordValidator.Type)?
    let declared: String
  }

  private static let pairs: [Pair] = [
    Pair(title: "presence", compiled: NameMissing.self, declared: "present(name)"),
    Pair(
      title: "date against asOf", compiled: IdentityDocumentExpired.self,
      declared: "document_expiry_date >= asOf"),
    Pair(
      title: "two dates", compiled: OpenedBeforeBirthOrEstablishment.self,
      declared: "birth_date <= opened_date"),
    Pair(
      title: "pattern (e-mail)", compiled: EmailMalformed.self,
      declared:
        #"matches(email, "[^@\s,;<>()]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*")"#
    ),
    Pair(
      title: "pattern (six digits)", compiled: nil, declared: #"matches(postcode, "[0-9]{6}")"#),
    Pair(title: "one of two texts", compiled: nil, declared: "sex in [\"1\", \"2\"]"),
    Pair(title: "code list", compiled: nil, declared: "in_list(nationality, \"gbt2659\")"),
    Pair(
      title: "age", compiled: nil, declared: "years_between(birth_date, asOf) >= 16"),
    Pair(title: "amount", compiled: nil, declared: "annual_income <= 1000万元"),
    Pair(
      title: "when, then", compiled: nil,
      declared: "when sex = \"1\" then present(name) and birth_date < asOf"),
  ]

  func run() throws {
    guard let folder = MappingsFolder.standard() else { return }
    let batch = Self.batch()
    let context = Context(asOf: Self.asOf, mappings: folder)
    print("ns a record, one core, \(Self.records) records, the best of 20")
    print("                          Swift     YAML    ratio")
    for pair in Self.pairs {
      let check = try RuleExpression.check(
        pair.declared, of: [.person], asOf: Self.asOf, mappings: folder)
      let declared = Self.cost(check, batch)
      let title = pair.title.padding(toLength: 22, withPad: " ", startingAt: 0)
      guard let type = pair.compiled else {
        print(title + String(format: "         - %8.1f        -", declared))
        continue
      }
      let compiled = Self.cost(type.init(context), batch)
      print(
        title + String(format: "  %8.1f %8.1f %8.2f", compiled, declared, declared / compiled))
    }
  }

  private static func cost(_ check: any RecordCheck, _ batch: borrowing RecordBatch) -> Double {
    var outcomes = [UInt8](repeating: 0, count: blockSize)
    return cost(batch, runs: 21) { batch, block, facts in
      check.check(batch, block, facts: &facts, outcomes: &outcomes)
    }
  }

  static let blockSize = 512

  /// Nanoseconds a record that something takes on the blocks of a batch, the best of `runs`; of
  /// a batch only whole blocks are looked at.
  static func cost(
    _ batch: borrowing RecordBatch, runs: Int,
    _ body: (borrowing RecordBatch, Range<Int>, inout [Facts]) -> Void
  ) -> Double {
    let fresh = [Facts](repeating: Facts(), count: blockSize)
    var best = Double.infinity
    for _ in 0..<runs {
      var spent = 0.0
      var index = 0
      while index + blockSize <= batch.count {
        // What rules share of a record is worked out anew, as in a run.
        var facts = fresh
        facts.reserveCapacity(blockSize + 1)
        let start = ContinuousClock.now
        body(batch, index..<(index + blockSize), &facts)
        spent += (ContinuousClock.now - start) / .nanoseconds(1)
        index += blockSize
      }
      best = min(best, spent)
    }
    return best / Double(max(1, batch.count / blockSize * blockSize))
  }

  /// Persons with what the rules look at; all but a few are in order, as in a bank.
  private static func batch() -> RecordBatch {
    RecordBatch(
      party: .person,
      records: (0..<records).map { index in
        let year = 1950 + index % 55
        let day = String(format: "%02d-%02d", 1 + index % 12, 1 + index % 28)
        return [
          .name: index % 100 == 0 ? "" : "王小\(index % 97)", .sex: String(1 + index % 2),
          .birthDate: "\(year)-\(day)", .openedDate: "20\(10 + index % 16)-\(day)",
          .documentExpiryDate: index % 30 == 0 ? "长期" : "20\(27 + index % 20)-\(day)",
          .email: index % 50 == 0 ? "wang\(index)@qq" : "wang.xiao\(index)@mail\(index % 7).com.cn",
          .postcode: "34\(1000 + index % 9000)", .nationality: "CHN",
          .annualIncome: "\(30_000 + index % 500_000).00",
        ]
      })
  }
}
