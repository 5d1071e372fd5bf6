import Records

/// What is claimed of a record, and everything people want to know about the claim.
package struct Rule: Sendable {
  /// Family and number, such as `IND003`. Never reused.
  package let id: String
  /// The bad pattern in kebab-case, such as `industry-code-superseded`.
  package let name: String
  package let status: LifeCycle
  /// Kinds of record that the rule speaks of.
  package let parties: [Party]
  package let dimension: Dimension
  /// Severity unless a rule set says otherwise.
  package let severity: Severity
  /// Elements without which nothing can be said: where the source carries none of a needed
  /// column, every record is "not evaluated" before `check` is called.
  package let reads: [DataElement]
  /// Elements that sharpen the answer where they are there.
  package let alsoReads: [DataElement]
  /// Standard or law, and clause.
  package let authority: Authority
  /// Short title, as in a list.
  package let title: Text
  /// What is wrong, in words for the clerk at the branch.
  package let claim: Text
  /// How it is put right.
  package let remedy: Text
  /// Why a correction needs nobody's consent; nil where no finding is `auto`.
  package let autoBasis: Text?
  package let parameters: [Parameter]
  package let examples: [Example]
  /// Examples of a rule on all records together.
  package let groups: [GroupExample]
  /// Examples of a rule on books that have to agree.
  package let books: [BookExample]

  package init(
    id: String, name: String, status: LifeCycle = .stable(since: "0.1.0"), parties: [Party],
    dimension: Dimension, severity: Severity, reads: [DataElement], alsoReads: [DataElement] = [],
    authority: Authority, title: Text, claim: Text, remedy: Text, autoBasis: Text? = nil,
    parameters: [Parameter] = [], examples: [Example], groups: [GroupExample] = [],
    books: [BookExample] = []
  ) {
    self.id = id
    self.name = name
    self.status = status
    self.parties = parties
    self.dimension = dimension
    self.severity = severity
    self.reads = reads
    self.alsoReads = alsoReads
    self.authority = authority
    self.title = title
    self.claim = claim
    self.remedy = remedy
    self.autoBasis = autoBasis
    self.parameters = parameters
    self.examples = examples
    self.groups = groups
    self.books = books
  }

  /// Every element that the rule looks at.
  package var elements: [DataElement] { reads + alsoReads }

  /// The letters of the rule's family.
  package var family: String { String(id.prefix { $0.isLetter }) }
}

/// Where a rule stands in its life.
package enum LifeCycle: Sendable, Equatable {
  /// Counted in reports, not sent to branches until its precision is measured.
  case trial(since: String, reviewBy: String)
  case stable(since: String)
  case deprecated(since: String, use: String?)
  /// Kept for the ledger's sake: last year's findings are still printed.
  case removed(since: String)

  /// Whether branches get to see its findings.
  package var reachesBranches: Bool {
    switch self {
    case .trial, .removed: false
    case .stable, .deprecated: true
    }
  }
}

/// What a rule rests on.
package struct Authority: Sendable, Equatable {
  /// Number or title of the standard, law or regulator's text.
  package let document: String
  package let clause: String

  package init(_ document: String, clause: String = "") {
    self.document = document
    self.clause = clause
  }

  package var text: String { clause.isEmpty ? document : "\(document) \(clause)" }
}

/// A number or list that a bank may set for a rule.
package struct Parameter: Sendable {
  package enum Value: Sendable, Equatable {
    case integer(Int)
    case texts([String])
  }

  package let name: String
  package let standard: Value
  /// What it means, with its unit.
  package let meaning: Text
  /// Smallest and greatest number allowed.
  package let range: ClosedRange<Int>

  package init(
    _ name: String, default standard: Int, in range: ClosedRange<Int> = 0...1_000_000, zh: String,
    en: String
  ) {
    self.name = name
    self.standard = .integer(standard)
    self.meaning = Text(zh: zh, en: en)
    self.range = range
  }

  package init(_ name: String, default standard: [String], zh: String, en: String) {
    self.name = name
    self.standard = .texts(standard)
    self.meaning = Text(zh: zh, en: en)
    self.range = 0...0
  }
}
