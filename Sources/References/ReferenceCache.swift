import Synchronization

/// References that were read, so that everything over one folder reads each of them once.
package final class ReferenceCache: Sendable {
  /// One reference; whoever comes while it is being read waits for it.
  private final class Slot: Sendable {
    let result = Mutex<Result<any Reference, ReferenceFault>?>(nil)
  }

  private let slots = Mutex<[String: Slot]>([:])

  package init() {}

  /// The reference of a name, made by the first who asks for it; its fault for everybody.
  package func reference(
    _ name: String, make: () throws(ReferenceFault) -> any Reference
  ) throws(ReferenceFault) -> any Reference {
    let slot = slots.withLock { slots in
      if let known = slots[name] { return known }
      let slot = Slot()
      slots[name] = slot
      return slot
    }
    let result = slot.result.withLock { result in
      if let known = result { return known }
      let made: Result<any Reference, ReferenceFault>
      do throws(ReferenceFault) { made = .success(try make()) } catch { made = .failure(error) }
      result = made
      return made
    }
    return try result.get()
  }
}
