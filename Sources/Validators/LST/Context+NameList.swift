import References
import Registries
import Synchronization

extension Context {
  /// The lists of names of the job; nil where it names none. Made when first asked for.
  package func nameList() -> NameList? {
    guard let index = registry("list") else { return nil }
    let forms = reference(CharacterForms.self)
    return nameLists.list { NameList(index, forms, asOf: asOf) }
  }
}

/// The lists of names of a run, made once for all rules.
final class NameListCache: Sendable {
  private let made = Mutex<NameList?>(nil)

  func list(_ make: () -> NameList) -> NameList {
    made.withLock { list in
      if let list { return list }
      let new = make()
      list = new
      return new
    }
  }
}
