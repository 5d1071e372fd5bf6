import Records
import Registries

extension OrganisationKey {
  /// Of the code inside a unified credit code, if both are sound: of a code that is not sound
  /// nothing is believed. nil for any other.
  static func inside(soundCreditCode code: Span<UInt8>) -> PackedKey? {
    guard code.count == 18, CreditCode.fault(in: code) == nil else { return nil }
    let inner = code.extracting(8..<17)
    return OrganisationCode.fault(in: inner) == nil ? of(inner) : nil
  }
}
