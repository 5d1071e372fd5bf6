import Records
import References
import Registries

/// Whether two records of one organisation say the same, however each of them writes it.
enum Contradiction {
  /// Compares two values of an element that are not empty. O(n).
  static func agree(
    _ element: DataElement, _ a: Span<UInt8>, _ b: Span<UInt8>, _ forms: CharacterForms?
  ) -> Bool {
    if FoldedText.equal(a, b) { return true }
    switch element {
    case .registryStatus: return RegistryStatus(a) == RegistryStatus(b)
    case .name: return CompanyName.compare(a, b, forms).isEqual
    case .legalRepresentative: return PersonName.equal(a, b)
    case .registeredCapital: return Amount(a) != nil && Amount(a) == Amount(b)
    case .termEndDate: return BusinessTerm(a) == BusinessTerm(b)
    case .businessScope: return BusinessScope.compare(a, b, forms).isEqual
    default: return false
    }
  }
}
