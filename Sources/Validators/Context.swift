import Findings
import Records
import References
import Registries
import Synchronization

/// What validators are made from: tables, registries, parameters and the day the data
/// speak of. Used while a run is set up, by several threads.
package final class Context: Sendable {
  /// Day the data speak of.
  package let asOf: Day
  package let language: Language
  /// Addresses and telephones of the bank itself; empty where the job lists none.
  package let own: BankOwn
  /// Registries by name; validators ask for `business` and the like.
  private let registries: [String: RegistryIndex]

  private let editions: [String: Int]
  private let folder: MappingsFolder?
  private let parameters: [String: [String: Parameter.Value]]
  /// Names of references that are to be treated as not there, for examples.
  private let hidden: Set<String>
  private let cache: ReferenceCache
  let nameLists = NameListCache()
  private let state = Mutex(State())
  /// The account system with its keys; nil before it is asked for.
  private let accountSystem = Mutex<FrozenBox<AccountRegistry>?>(nil)
  private let owners = Mutex<FrozenBox<OwnerReader>?>(nil)

  private struct State {
    var used: [String: any Reference] = [:]
    var faults: [String: ReferenceFault] = [:]
    /// Tables of declared rules, by name of the rule.
    var tables: [String: [String]] = [:]
  }

  /// `parameters` are by rule id and parameter name, `editions` years by table; both are
  /// already checked.
  package init(
    asOf: Day, language: Language = .zh, mappings folder: MappingsFolder?,
    parameters: [String: [String: Parameter.Value]] = [:],
    editions: [String: Int] = [:], registries: [String: RegistryIndex] = [:],
    own: BankOwn = BankOwn(), hiding hidden: Set<String> = [],
    cache: ReferenceCache = ReferenceCache()
  ) {
    self.asOf = asOf
    self.language = language
    self.folder = folder
    self.parameters = parameters
    self.editions = editions
    self.registries = registries
    self.own = own
    self.hidden = hidden
    self.cache = cache
  }

  /// A reference, read when first asked for; nil where its tables are not there.
  package func reference<Wanted: Reference>(_ type: Wanted.Type) -> Wanted? {
    if hidden.contains(Wanted.name) { return nil }
    guard let folder, Wanted.tables.allSatisfy({ folder.has($0) }) else { return nil }
    do throws(ReferenceFault) {
      let found = try cache.reference(Wanted.name) { () throws(ReferenceFault) in
        try Wanted(from: folder)
      }
      state.withLock { $0.used[Wanted.name] = found }
      return found as? Wanted
    } catch {
      state.withLock { $0.faults[Wanted.name] = error }
      return nil
    }
  }

  /// Notes that a rule, by its id, looks things up in tables, paths inside `mappings/`,
  /// without a reference of their own.
  package func note(tables: [String], of name: String) {
    if tables.isEmpty { return }
    state.withLock { state in
      state.tables[name] = Set(state.tables[name, default: []] + tables).sorted()
    }
  }

  /// Tables that were broken, by name of the reference: nothing is run with them.
  package var faults: [ReferenceFault] {
    state.withLock { $0.faults.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// The edition of GB/T 4754 to check against: the job's, else the one in force on the day
  /// the data speak of.
  package var industryEdition: IndustryEdition {
    IndustryEdition.allCases.first { $0.year == editions[IndustryCodes.name] }
      ?? .inForce(on: asOf)
  }

  /// A registry that the job names, or nil.
  package func registry(_ name: String) -> RegistryIndex? {
    hidden.contains(name) ? nil : registries[name]
  }

  /// The central bank's account system, the registry `accounts`; nil where the job names none.
  /// Its keys are made once, O(n).
  package var accountRegistry: FrozenBox<AccountRegistry>? {
    guard let index = registry("accounts") else { return nil }
    return accountSystem.withLock { known in
      if let known { return known }
      let made = FrozenBox(AccountRegistry(index, reference(AccountWords.self)))
      known = made
      return made
    }
  }

  /// What judges organisations as owners of accounts. Made once.
  package var ownerReader: FrozenBox<OwnerReader> {
    owners.withLock { known in
      if let known { return known }
      let made = FrozenBox(OwnerReader(self))
      known = made
      return made
    }
  }

  /// Names of the references read so far, sorted, with their tables.
  package var references: [(name: String, tables: [String])] {
    state.withLock { state in
      state.used.values.map { (type(of: $0).name, type(of: $0).tables) }
        + state.tables.map { ($0.key, $0.value) }
    }.sorted { $0.0 < $1.0 }
  }

  /// The bank's value of a whole-number parameter of a rule, else the rule's own.
  package func integer(_ rule: Rule, _ name: String) -> Int {
    guard case .integer(let value) = value(rule, name) else {
      preconditionFailure("\(rule.id) has no whole-number parameter \(name)")
    }
    return value
  }

  /// The bank's value of a list parameter of a rule, else the rule's own.
  package func texts(_ rule: Rule, _ name: String) -> [String] {
    guard case .texts(let value) = value(rule, name) else {
      preconditionFailure("\(rule.id) has no list parameter \(name)")
    }
    return value
  }

  /// All parameters of a rule, with the bank's values where it has set any.
  package func values(_ rule: Rule) -> [String: Parameter.Value] {
    let own = rule.parameters.map { ($0.name, $0.standard) }
    return Dictionary(own) { first, _ in first }.merging(parameters[rule.id] ?? [:]) { $1 }
  }

  private func value(_ rule: Rule, _ name: String) -> Parameter.Value? {
    parameters[rule.id]?[name] ?? rule.parameters.first { $0.name == name }?.standard
  }
}
