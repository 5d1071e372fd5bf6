import Findings
import Records
import References
import Synchronization

/// What the names of an expression stand for.
struct ExpressionScope: Sendable {
  /// Kinds of record that the expression is asked of, each of which has every element; none
  /// where an element may be of any kind.
  let parties: [Party]
  /// Parameters of the rule with the values that hold.
  let parameters: [String: Parameter.Value]
  /// Day the data speak of.
  let asOf: Day
  let lists: ListSource

  /// Smallest and greatest value that whole-number parameters may have.
  let ranges: [String: ClosedRange<Int>]

  /// `values` are those that differ from the parameters' own.
  init(
    parties: [Party], parameters: [Parameter] = [], values: [String: Parameter.Value] = [:],
    asOf: Day, lists: ListSource
  ) {
    self.parties = parties
    let own = Dictionary(parameters.map { ($0.name, $0.standard) }) { first, _ in first }
    self.parameters = own.merging(values) { $1 }
    ranges = Dictionary(parameters.map { ($0.name, $0.range) }) { first, _ in first }
    self.asOf = asOf
    self.lists = lists
  }

  /// Every name that may stand alone.
  var names: [String] {
    (parties.isEmpty ? Party.allCases : parties).reduce(into: Set(["asOf"])) { names, party in
      names.formUnion(DataElement.allCases.filter { $0.facts.parties.contains(party) }.map(\.name))
    }.union(parameters.keys).sorted()
  }
}

/// Code lists and tables by name. What there is is read when it is first asked for: most
/// rules ask for no list.
final class ListSource: Sendable {
  private let folder: MappingsFolder
  private let found = Mutex<Result<CodeListCatalogue, ReferenceFault>?>(nil)
  /// Whether only names are looked at: a rule is checked before its tables are wanted.
  let isDry: Bool

  init(_ folder: MappingsFolder, isDry: Bool) {
    self.folder = folder
    self.isDry = isDry
  }

  private var result: Result<CodeListCatalogue, ReferenceFault> {
    found.withLock { found in
      if let known = found { return known }
      let result: Result<CodeListCatalogue, ReferenceFault>
      do throws(ReferenceFault) { result = .success(try CodeListCatalogue(folder)) } catch {
        result = .failure(error)
      }
      found = result
      return result
    }
  }

  private var catalogue: CodeListCatalogue? {
    if case .success(let catalogue) = result { catalogue } else { nil }
  }

  /// Why no list can be found at all; nil where they can.
  var fault: ReferenceFault? {
    if case .failure(let fault) = result { fault } else { nil }
  }

  var names: [String] {
    let lists = catalogue?.lists.map(\.name) ?? []
    return Set(lists + lists.compactMap { Self.family(of: $0) }).sorted()
  }

  /// `gbt4754` of `gbt4754-2017`: the editions of one standard.
  private static func family(of name: String) -> String? {
    guard let dash = name.lastIndex(of: "-"), name[dash...].dropFirst().count == 4,
      name[dash...].dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    return String(name[..<dash])
  }

  /// The list of that name, or all editions of a standard; none where there is no such list.
  func lists(named name: String) -> [CodeListCatalogue.List] {
    guard let catalogue else { return [] }
    if let list = catalogue.list(named: name) { return [list] }
    return catalogue.lists.filter {
      Self.family(of: $0.name)?.lowercased() == name.lowercased()
        && ($0.validity.from != nil || $0.validity.to != nil)
    }
  }

  /// The codes of some lists. A table that cannot be read has none; whoever runs looks at the
  /// tables first.
  func codes(of lists: [CodeListCatalogue.List]) -> ListedCodes? {
    guard let catalogue else { return nil }
    // Whoever names one edition means it, in force or not.
    return try? ListedCodes(
      lists.flatMap { try catalogue.rows(of: $0) },
      ignoring: lists.count == 1 ? lists[0].validity : nil)
  }

  /// The columns of a table.
  func columns(of list: CodeListCatalogue.List) -> [String] {
    (try? ReferenceTable(list.path, from: folder).columns) ?? []
  }

  /// The values of a column of a table, which are taken for complete.
  func values(of list: CodeListCatalogue.List, column: String) -> ListedCodes? {
    guard let table = try? ReferenceTable(list.path, from: folder),
      let place = table.columns.firstIndex(of: column)
    else { return nil }
    return ListedCodes(values: (0..<table.count).map { table.text($0, place) })
  }
}
