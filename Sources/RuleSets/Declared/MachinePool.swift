import Synchronization

/// Machines that nobody uses just now: every thread takes one for a block and gives it back.
final class MachinePool: Sendable {
  private let free = Mutex<[Machine]>([])

  func take() -> Machine { free.withLock { $0.popLast() } ?? Machine() }

  func give(_ machine: consuming Machine) {
    let machine = machine
    free.withLock { $0.append(machine) }
  }
}
