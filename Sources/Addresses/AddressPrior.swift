import Records
import References

/// What else is known of where an address lies. It decides between readings of the text, and
/// never against the text.
package struct AddressPrior: BitwiseCopyable, Sendable, Equatable {
  /// The record's region code, of a county, a prefecture or a province; 0 where not known.
  package var region: Int32 = 0
  /// The county of the branch that keeps the record.
  package var branch: Int32 = 0
  /// First four digits of the postcode; 0 where not known.
  package var postcode: Int32 = 0
  /// Region that the area code of the telephone serves.
  package var telephone: Int32 = 0
  /// First six digits of the resident id: where somebody was first registered, a weak hint.
  package var residentID: Int32 = 0

  package init(
    region: Int32 = 0, branch: Int32 = 0, postcode: Int32 = 0, telephone: Int32 = 0,
    residentID: Int32 = 0
  ) {
    self.region = region
    self.branch = branch
    self.postcode = postcode
    self.telephone = telephone
    self.residentID = residentID
  }

  package static let none = AddressPrior()

  var isEmpty: Bool { self == .none }

  /// How much the prior speaks for a place.
  func weight(province: Int32, prefecture: Int32, county: Int32, _ codes: AddressGazetteer) -> Int {
    func share(_ code: Int32, _ full: Int) -> Int {
      if code == 0 { return 0 }
      if code == county { return full }
      let same = prefecture != 0 && code / 100 == prefecture / 100
      if same || prefecture == 0 && code == province { return full * 2 / 3 }
      return code / 10_000 == province / 10_000 ? full / 3 : 0
    }
    var sum = share(region, 90) + share(branch, 60) + share(telephone, 45) + share(residentID, 20)
    if postcode != 0, county != 0, codes.postcodes.covers(Int(postcode), county) { sum += 45 }
    return sum
  }
}
