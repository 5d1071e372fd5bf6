import Dispatch
import Foundation

/// Signals that a long run has to live with.
public enum Signals {
  /// Calls `stop` on interrupt or termination instead of ending the process, and lets a
  /// write beyond the file size limit fail instead. Keep the result for as long as it is
  /// to hold.
  public static func handle(_ stop: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    _ = signal(SIGXFSZ, SIG_IGN)
    return [SIGINT, SIGTERM].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: stop)
      source.resume()
      return source
    }
  }
}
