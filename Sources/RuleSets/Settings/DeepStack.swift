import Foundation
import Synchronization

/// Runs work that may call itself some ten thousand times.
enum DeepStack {
  /// Calls `work` on a thread with a stack of 128 MB, of which what is not used costs
  /// nothing, and waits for it.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let value = work()
      box.value.withLock { $0 = value }
      done.signal()
    }
    thread.stackSize = 128 << 20
    thread.start()
    done.wait()
    guard let value = box.value.withLock({ $0 }) else {
      preconditionFailure("the thread signals behind its value")
    }
    return value
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
