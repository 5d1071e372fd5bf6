/// Keys of a file of declared rules. `docs/rules.schema.json` is held to them by a test.
enum DeclaredKeys {
  static let file = KeySet(["version", "title", "rules"], required: ["version", "rules"])
  static let rule = KeySet(
    [
      "id", "name", "status", "since", "reviewBy", "parties", "dimension", "severity", "title",
      "claim", "remedy", "authority", "element", "when", "require", "expected", "action",
      "autoBasis", "suggestion", "confidence", "parameters", "examples", "program",
    ],
    required: [
      "id", "name", "since", "parties", "dimension", "severity", "title", "claim", "remedy",
      "authority", "action", "examples",
    ])
  /// Keys of a rule in YAML that one with a program has not: the program says all that.
  static let notOfPrograms = ["when", "require", "expected", "suggestion", "confidence"]
  static let program = KeySet(
    ["command", "sends", "batch", "seconds", "megabytes"], required: ["command", "sends"])
  static let authority = KeySet(["document", "clause"], required: ["document"])
  static let parameter = KeySet(
    ["default", "range", "zh", "en"], required: ["default", "zh", "en"])
  static let examples = KeySet(
    ["asOf", "passes", "fails", "notApplicable", "groups"])
  static let group = KeySet(["records", "failing", "remark"], required: ["records", "failing"])
  /// Keys of an example beside its elements.
  static let exampleExtras = ["party", "remark", "suggests"]
  static let statuses = ["trial", "stable"]
}
