import Records
import References

/// Reads Chinese addresses: the divisions by the gazetteer, what follows by the words that
/// end the parts of an address.
///
/// Plain values inside: a copy costs nothing and may be used on any core.
package struct AddressParser: Sendable {
  package let gazetteer: AddressGazetteer

  package init(_ gazetteer: AddressGazetteer) { self.gazetteer = gazetteer }

  /// Reads any bytes; what is no address gets grade F. O(n), no allocation once `address`
  /// has grown.
  ///
  /// - Parameter address: what was read before is replaced, its memory used again.
  package func parse(
    _ bytes: Span<UInt8>, prior: AddressPrior = .none, into address: inout Address
  ) {
    address.reset()
    address.scratch.text.read(bytes, gazetteer.characters)
    let reader = DivisionReader(gazetteer: gazetteer)
    reader.read(&address.scratch)
    DivisionDecision(gazetteer, prior).decide(&address)
    PartReader(gazetteer: gazetteer, byteCount: bytes.count).read(&address)
    AddressGrading.grade(&address)
  }

  /// Reads one address. Allocates; for tools and tests.
  package func parse(_ bytes: Span<UInt8>, prior: AddressPrior = .none) -> Address {
    var address = Address()
    parse(bytes, prior: prior, into: &address)
    return address
  }
}
