import Extracts
import Records

/// Lets the rows of a run go, for whoever wants its counts alone.
final class NoOutput: Engine.Sink {
  func write(findings: [UInt8], corrections: [UInt8], tasks: [UInt8]) {}
  func write(rejects: [Reject], source: String) {}
}
