import Extracts
import Findings
import Foundation
import Records
import References
import Registries
import RuleSets

/// What a run did, on what, with what: `manifest.json`.
///
/// Everything but `runAt`, the seconds and the memory depends on the input alone.
package struct RunManifest: Codable, Sendable {
  package var tool = "hedui"
  package var version: String
  package var asOf: String
  package var runAt: String
  package var seconds: Double
  /// Seconds of work by stage, added up over the cores.
  package var stageSeconds: [String: Double]
  /// Greatest resident memory so far, in bytes.
  package var peakMemoryBytes: Int
  package var job: String
  package var ruleSet: RuleSetEntry
  package var inputs: [Input]
  package var registries: [Input]
  /// What was made of the registries, in the order of the job; nil without any.
  package var registryUse: [RegistryUse]?
  /// Files of books that were compared; nil without any.
  package var books: [Input]?
  /// What was held against lists of names; nil in manifests that are older than the rules.
  package var screening: Screening?
  package var tables: [Table]
  package var counts: Counts
  /// Why programs left rules "not evaluated"; nil where none did.
  package var incidents: [Incident]?
  /// Limits of rules and dimensions; nil where the job has none.
  package var limits: [Limit]?
  /// How much was compared by rules on records that are likely the same; nil without any.
  package var comparisons: [Comparison]?
  /// What comparing books came to; nil without any.
  package var reconciliations: [Reconciliation]?
  package var outputs: [Output]
  package var exitStatus: Int

  package struct Reconciliation: Codable, Sendable {
    package var name: String
    /// Lines compared, one for an account, currency and day, and how they came out.
    package var lines: Int
    package var equal: Int
    package var different: Int
    package var notEvaluated: Int
    /// Entries of register and postings.
    package var matched: Int
    package var open: Int
  }

  package struct Limit: Codable, Sendable {
    /// Id of the rule, or name of the dimension.
    package var of: String
    package var limit: String
    package var failed: Int
    package var judged: Int
    package var exceeded: Bool
  }

  package struct Incident: Codable, Sendable {
    /// Id of the rule.
    package var rule: String
    package var reason: String
    /// How often it happened, and on how many records.
    package var times: Int
    package var records: Int
  }

  package struct Comparison: Codable, Sendable {
    /// Id of the rule.
    package var rule: String
    /// Pairs that had a reason to be compared.
    package var pairs: Int
    /// Groups of records that share what was to be the reason, too many to tell anybody apart
    /// by it, and how many records they have. These were not compared for that reason.
    package var largeGroups: Int
    package var recordsInLargeGroups: Int
  }

  package struct RuleSetEntry: Codable, Sendable {
    package var name: String
    package var sha256: String
    package var rules: Int

    package init(name: String, sha256: String, rules: Int) {
      self.name = name
      self.sha256 = sha256
      self.rules = rules
    }
  }

  /// The receipt of one file: rows read = rows checked + rows rejected.
  package struct Input: Codable, Sendable {
    package var source: String
    package var path: String
    package var bytes: Int
    package var sha256: String
    package var rowsRead: Int
    package var rowsChecked: Int
    package var rowsRejected: Int
    /// Rows that the control file counts; nil where there is none or it does not say.
    package var rowsExpected: Int?
    /// Bytes that are no characters in the file's encoding, shown as U+FFFD.
    package var badBytes: Int
  }

  /// What an extract of another party has that a run can use, and what it lacks.
  package struct RegistryUse: Codable, Sendable {
    package var name: String
    package var kind: String
    package var asOf: String
    package var priority: Int
    /// Rows read, and those of them that are kept because they may be asked for.
    package var rows: Int
    package var kept: Int
    /// Rows without any number: they can be found by name at best.
    package var withoutKey: Int
    /// Rows with a number from the time before the credit code only.
    package var legacyOnly: Int
    /// Credit codes that are none.
    package var wrongCodes: Int
    /// Rows whose number stands on another row before; and numbers whose rows differ.
    package var repeated: Int
    package var conflicting: Int
    /// Rows of the run before in the same folder; nil where there is none.
    package var rowsBefore: Int?
    /// Whether the day of the extract is after the day of the run.
    package var isFromTheFuture: Bool

    init(
      _ source: RegistrySource, _ census: RegistryCensus, kept: Int, repeated: Int,
      conflicting: Int
    ) {
      name = source.name
      kind = source.kind.rawValue
      asOf = source.asOf.description
      priority = source.priority
      rows = census.rows
      self.kept = kept
      withoutKey = census.withoutKey
      legacyOnly = census.legacyOnly
      wrongCodes = census.wrongCodes
      self.repeated = repeated
      self.conflicting = conflicting
      isFromTheFuture = false
    }

    /// What is odd about the extract, for people.
    var remarks: [Text] {
      var remarks: [Text] = []
      func add(_ count: Int, zh: String, en: String) {
        if count > 0 { remarks.append(Text(zh: "\(zh) \(count)", en: "\(count) \(en)")) }
      }
      if isFromTheFuture {
        remarks.append(Text(zh: "数据日期晚于运行日期", en: "its day is after that of the run"))
      }
      add(repeated, zh: "号码重复的行", en: "rows with a number that stands there before")
      add(conflicting, zh: "各行说法不一的号码", en: "numbers whose rows differ")
      add(wrongCodes, zh: "代码有误的行", en: "rows with a wrong code")
      add(withoutKey, zh: "没有号码的行", en: "rows without a number")
      return remarks
    }
  }

  package struct Table: Codable, Sendable {
    package var reference: String
    package var path: String
    /// Number of the standard or list, where the table has one.
    package var edition: String?
    package var sha256: String
    /// `product` or `bank`: a bank's file of the same path is laid over the product's.
    package var origin: String
  }

  package struct Counts: Codable, Sendable {
    package var findings: Int
    package var bySeverity: [String: Int]
    package var notEvaluated: Int

    package init(findings: Int, bySeverity: [String: Int], notEvaluated: Int) {
      self.findings = findings
      self.bySeverity = bySeverity
      self.notEvaluated = notEvaluated
    }
  }

  package struct Output: Codable, Sendable {
    package var path: String
    package var bytes: Int
    package var sha256: String
  }

  package init(
    version: String, asOf: Day, runAt: Date, seconds: Double, job: String, ruleSet: RuleSetEntry,
    counts: Counts
  ) {
    self.version = version
    self.asOf = asOf.description
    self.runAt = runAt.formatted(.iso8601)
    self.seconds = (seconds * 1000).rounded() / 1000
    stageSeconds = [:]
    peakMemoryBytes = 0
    self.job = job
    self.ruleSet = ruleSet
    inputs = []
    registries = []
    tables = []
    self.counts = counts
    outputs = []
    exitStatus = 0
  }

  /// As the file has it: keys sorted, two blanks an indentation.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Bytes and digest of a file of the output.
  package static func output(_ name: String, in folder: OutputFolder) throws -> Output {
    let receipt = try InputReceipt.ofFile(folder.file(name))
    return Output(path: name, bytes: receipt.bytes, sha256: receipt.sha256)
  }
}
