import Findings
import Records
import References
import Registries

extension PersonName {
  /// Whether another party has another person than the bank. Writing makes no difference, nor
  /// does a character that the other party's extract has lost.
  static func outcome(
    _ ours: Span<UInt8>, _ theirs: Span<UInt8>, _ forms: CharacterForms?
  ) -> Outcome {
    switch compare(ours, theirs, forms) {
    case .exact, .equalAfterNormalisation: .passed
    case .notComparable: .notEvaluated(.cellUnreadable)
    case .similar(.wordOrder), .similar(.substitute(.theirs)): .passed
    case .similar, .different: forms == nil ? .notEvaluated(.referenceMissing) : .failed
    }
  }
}
