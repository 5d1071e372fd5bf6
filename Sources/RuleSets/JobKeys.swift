import Records
import References

/// The keys of a section, and those that must be there.
struct KeySet: Sendable {
  let all: [String]
  let required: [String]

  init(_ all: [String], required: [String] = []) {
    self.all = all
    self.required = required
  }
}

/// Every key of the files that people write: the one place where they are listed.
/// `docs/job.schema.json` is held to it by a test.
enum JobKeys {
  static let job = KeySet(
    [
      "version", "asOf", "language", "sources", "registries", "reconciliations", "own", "rules",
      "ledger", "output", "worklists", "thresholds", "mappings", "memory",
    ], required: ["version", "asOf", "sources"])
  static let source = KeySet(["party"] + extract, required: ["party", "path", "format"])
  static let registry = KeySet(
    ["kind", "asOf", "priority", "coverage"] + extract, required: ["path", "format", "asOf"])
  static let coverage = KeySet(["regions", "only"], required: ["regions"])
  static let reconciliation = KeySet([
    "title", "general", "sub", "details", "tolerance", "register", "postings", "match",
  ])
  /// A general ledger or sub-ledger.
  static let ledger = KeySet(["balances"] + extract, required: ["path", "format"])
  /// Details, a register or postings.
  static let entries = KeySet(extract, required: ["path", "format"])
  static let match = KeySet(["days", "key", "many"])
  static let field = KeySet(["name", "start", "length"], required: ["name", "start", "length"])
  static let column = KeySet(["element", "values", "date", "codeList"], required: ["element"])
  static let rules = KeySet([
    "set", "select", "ignore", "severity", "parameters", "editions", "align", "where",
  ])
  static let own = KeySet(["addresses", "phones"])
  static let output = KeySet(["folder", "mask"])
  static let worklists = KeySet(["deadline", "maskNames", "contact", "bank"])
  static let thresholds = KeySet(["failOn", "rejects", "registryLoss", "rules", "dimensions"])
  /// The same in a rule set, which knows no sources.
  static let setThresholds = KeySet(["failOn", "rules", "dimensions"])

  /// A file of `mappings/rule-sets`.
  static let ruleSet = KeySet(
    [
      "version", "name", "title", "extends", "rules", "ignore", "severity", "parameters",
      "editions", "align", "where", "thresholds",
    ],
    required: ["version", "name"])
  /// Code tables whose edition may be chosen, with the years of their editions.
  static let editions: [String: [Int]] = [
    IndustryCodes.name: IndustryEdition.allCases.map(\.year)
  ]
  /// Elements that may be aligned.
  static let aligned: [DataElement] = [.industryCode, .occupationCode, .regionCode]

  /// A file of `mappings/sources`.
  static let mapping = KeySet(["version", "party", "title", "columns"], required: ["columns"])
  static let title = KeySet(["zh", "en"], required: ["zh", "en"])

  /// Keys of an extract that only some formats have.
  static let ofFormat: [SourceFormat: [String]] = [
    .delimited: [
      "delimiter", "quoting", "quote", "header", "names", "linesBefore", "linesAfter",
      "trailingDelimiter", "encoding",
    ],
    .fixed: ["fields", "linesBefore", "linesAfter", "encoding"],
    .xlsx: ["sheet", "headerRow"],
    .xml: ["record"],
  ]

  private static let extract = [
    "path", "format", "delimiter", "quoting", "quote", "header", "names", "linesBefore",
    "linesAfter", "trailingDelimiter", "fields", "sheet", "headerRow", "record", "encoding",
    "nulls", "trim", "control", "mapping", "columns",
  ]
}

/// `format` of an extract.
enum SourceFormat: String, CaseIterable, Sendable { case delimited, fixed, xlsx, xml }

/// `quoting` of a delimited extract.
enum QuotingWord: String, CaseIterable, Sendable { case none, doubled, backslash }
