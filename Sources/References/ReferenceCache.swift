import Synchronization

/// References that were read, so that several contexts over one folder read each once.
package final class ReferenceCache: Sendable {
  private let references = Mutex<[String: any Reference]>([:])

  package init() {}

  package subscript(name: String) -> (any Reference)? {
    get { references.withLock { $0[name] } }
    set { references.withLock { $0[name] = newValue } }
  }
}
