import Findings
import Foundation
import Records
import References
import RuleSets
import TestSupport

/// A folder with the files that the jobs of these tests name; removed with the value.
final class JobFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hedui-job-" + UUID().uuidString
    for (name, text) in Self.files {
      let url = URL(filePath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var mappings: MappingsFolder {
    MappingsFolder(path: Repository.root + "/mappings", overlay: path + "/own")
  }

  func load(_ text: String) -> Result<Job, JobFaults> { load(Array(text.utf8)) }

  func load(_ bytes: [UInt8]) -> Result<Job, JobFaults> {
    Job.load(
      path: path + "/job.yaml", text: bytes, mappings: mappings, catalogue: Self.catalogue)
  }

  /// The message without the place of the folder; nil for a job without faults.
  func message(_ text: String, _ language: Language) -> String? {
    guard case .failure(let faults) = load(text) else { return nil }
    return faults.text(language).replacing(path + "/", with: "")
  }

  private static let files: [(String, String)] = [
    ("persons-2.dat", ""), ("persons-1.dat", ""), ("persons-10.dat", ""), (".persons-0.dat", ""),
    ("个人客户.dat", ""), ("accounts.dat", ""), ("business.xlsx", ""), ("system.xml", ""),
    ("counts.ctl", ""), ("data/orgs.csv", ""), ("data/sub/deep.csv", ""),
    (
      "own/sources/core-persons.yaml",
      """
      version: 1
      party: person
      title: {zh: 核心系统个人客户, en: Persons of the core system}
      columns:
        CUST_NO: customer_key
        CUST_NM: name
      """
    ),
    (
      "own/sources/broken.yaml",
      """
      columns:
        CUST_NO: customer_key
        性别: sexx
      """
    ),
    (
      "own/rule-sets/strict.yaml",
      """
      version: 1
      name: strict
      rules: [IND, OCC001, identity-document-expires-soon, ACC]
      ignore: [IND005]
      severity: {IND003: blocking, OCC001: notice}
      parameters: {IDN010: {days: 30}}
      """
    ),
    (
      "set.yaml",
      """
      version: 1
      name: own
      rules: [INDD]
      severity: {OCC001: bad}
      """
    ),
  ]

  // MARK: Rules

  static let catalogue: [Rule] = [
    rule("OCC001", "occupation-missing"),
    rule("OCC003", "occupation-unclear", severity: .notice),
    rule("IND003", "industry-code-superseded"),
    rule("IND005", "industry-name-contradicts-code"),
    rule("CTC009", "email-malformed"),
    rule("CTC008", "landline-without-area-code", status: .removed(since: "0.2.0")),
    rule(
      "IDN010", "identity-document-expires-soon", severity: .notice,
      parameters: [Parameter("days", default: 90, in: 1...366, zh: "天数", en: "days")]),
    rule(
      "ADR002", "address-placeholder",
      parameters: [Parameter("words", default: ["无", "不详"], zh: "词语", en: "words")]),
  ]

  private static func rule(
    _ id: String, _ name: String, severity: Severity = .error,
    status: LifeCycle = .stable(since: "0.1.0"), parameters: [Parameter] = []
  ) -> Rule {
    Rule(
      id: id, name: name, status: status, parties: [.person], dimension: .completeness,
      severity: severity, reads: [.customerKey], authority: Authority("A"),
      title: Text(zh: name, en: name), claim: Text(zh: name, en: name),
      remedy: Text(zh: name, en: name), parameters: parameters, examples: [])
  }
}
