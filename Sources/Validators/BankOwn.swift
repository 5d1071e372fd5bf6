/// What the bank itself has: addresses of its offices and its telephone numbers, which are no
/// customer's.
package struct BankOwn: Sendable, Equatable {
  /// Addresses of offices, with province, city and county.
  package var addresses: [String]
  /// Numbers with their area codes, and service numbers.
  package var phones: [String]

  package init(addresses: [String] = [], phones: [String] = []) {
    self.addresses = addresses
    self.phones = phones
  }
}
