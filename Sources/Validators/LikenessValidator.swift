import Findings
import Records

/// Code that decides a rule on pairs of records that are likely the same customer: records
/// that agree on one of several keys are compared, and every record that is alike another
/// fails.
///
/// What is kept of a record is of fixed size, its `Features`; it can be collected in parts and
/// joined in any order.
package protocol LikenessValidator: Sendable {
  /// What is compared of a record.
  associatedtype Features: LikenessFeatures

  static var rule: Rule { get }
  /// Number of keys under which records are brought together.
  static var keys: Int { get }
  /// What a record ought to be.
  static var expected: Text { get }

  init(_ context: Context)

  /// What is compared of a record; nothing where the rule cannot speak of it. O(bytes).
  func features(_ record: RecordView, _ facts: inout Facts) -> Features

  /// The key of a number below `keys`, as a well mixed number; 0 for none. O(1).
  static func key(_ number: Int, of features: Features) -> UInt64

  /// In what two records are alike and in what they are not; nil where they are not likely
  /// the same. Does not depend on which of them comes first.
  static func likeness(_ a: Features, _ b: Features) -> Likeness?

  // Provided. Requirements so that every validator gets loops of its own.

  /// Adds the records of a block to what the core has collected. `outside` tells whether the
  /// rule is not asked of the record at a place of the block; `absent` is called for a record
  /// of which it cannot speak.
  func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    into records: inout any LikenessCollection, outside: (Int) -> Bool, absent: (Int) -> Void)

  /// The records among the parts that are alike another one, each part with its roster. Order
  /// of the parts does not matter.
  func conclude(_ parts: [(records: any LikenessCollection, roster: Roster)]) -> LikenessResult
}

/// What one core has collected for a rule on pairs of records, whichever it is.
package protocol LikenessCollection: Sendable {}

/// What is compared of the records that one core saw, in the order of its roster.
private struct LikenessRecords<Features: LikenessFeatures>: LikenessCollection {
  var features: ChunkedArray<Features>
}

/// Stands in the place of a collection that is being added to.
private struct NoRecords: LikenessCollection {}

/// What is compared of one record.
package protocol LikenessFeatures: BitwiseCopyable, Sendable {
  /// Nothing: alike nobody, under no key.
  static var none: Self { get }
  /// Whether there is too little for a comparison.
  var isNone: Bool { get }
  /// Whether its number leaves room for doubt who it is. Two records of which neither is
  /// doubtful are never alike, for their numbers tell.
  var isDoubtful: Bool { get }
}

extension LikenessValidator {
  /// Room for what one core collects.
  package func makeRecords(in store: StateStore? = nil) -> any LikenessCollection {
    LikenessRecords<Features>(features: ChunkedArray(in: store))
  }

  package func collect(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    into records: inout any LikenessCollection, outside: (Int) -> Bool, absent: (Int) -> Void
  ) {
    guard var mine = records as? LikenessRecords<Features> else { return }
    // Nobody else may hold the array while it grows, or it is copied.
    records = NoRecords()
    var facts = facts.mutableSpan
    var place = 0
    for index in block {
      var found = Features.none
      if !outside(place) {
        found = features(batch[index], &facts[place])
        if found.isNone {
          absent(place)
          found = .none
        }
      }
      mine.features.append(found)
      place += 1
    }
    records = mine
  }

  package func conclude(
    _ parts: [(records: any LikenessCollection, roster: Roster)]
  ) -> LikenessResult {
    LikenessSearch<Self>(
      parts.compactMap { part in
        (part.records as? LikenessRecords<Features>).map { ($0.features, part.roster) }
      }
    ).result()
  }

  /// Says of one record which others it is likely the same as, and why.
  package func explain(_ record: LikenessResult.Record, _ finding: inout FindingWriter) {
    let language = finding.language
    finding.action = .review
    finding.value.append(contentsOf: record.holder.name)
    finding.expected.append(contentsOf: Self.expected[language].utf8)
    for (place, other) in record.others.enumerated() {
      if place > 0 { finding.evidence.append(zh: "。", en: ". ", in: language) }
      if place == LikenessResult.most {
        finding.evidence.append(contentsOf: "…".utf8)
        break
      }
      finding.evidence.append(zh: "客户号 ", en: "customer ", in: language)
      finding.evidence.append(contentsOf: other.holder.recordKey)
      if other.likeness.isStrong {
        finding.evidence.append(zh: "（很可能）", en: " (very likely)", in: language)
      } else {
        finding.evidence.append(zh: "（可能）", en: " (likely)", in: language)
      }
      finding.evidence.append(zh: "：", en: ": ", in: language)
      other.likeness.append(to: &finding.evidence, Self.rule.parties[0], language)
    }
  }
}

/// Records that are alike others.
package struct LikenessResult: Sendable {
  /// At most so many others are named in evidence.
  package static let most = 10

  /// A record and those that it is alike, the most alike first.
  package struct Record: Sendable {
    package let holder: Holder
    package let others: [(holder: Holder, likeness: Likeness)]
  }

  /// In the order of the input.
  package internal(set) var records: [Record] = []
  package internal(set) var counts = Counts()

  /// How much was compared.
  package struct Counts: Sendable, Equatable {
    /// Pairs that shared a key.
    package var compared = 0
    /// Groups of a key that were too large to tell anybody apart, and the records in them, by
    /// key.
    package var largeGroups = 0
    package var recordsInLargeGroups = 0
  }
}
