import Records

/// The greatest length of a regulator's field, as templates write it: `450`, `anc..60`,
/// `C..200`, `ANC..100`, `3!a` (always three), with the number in a column of its own or not.
/// Numbers with decimals (`20,2`, `20n(2)`) and fields without a length have none.
package enum FieldLength {
  /// What a length counts.
  package enum Unit: UInt8, BitwiseCopyable, Sendable {
    case bytes, characters

    /// By its name in `templates/field-elements.csv`.
    init?(_ name: Span<UInt8>) {
      if name.equals("bytes") {
        self = .bytes
      } else if name.equals("characters") {
        self = .characters
      } else {
        return nil
      }
    }
  }

  /// The length of a text field; nil where the template has none. O(length of the columns).
  package static func longest(type: Span<UInt8>, length: Span<UInt8>) -> Int? {
    if let number = length.trimmed.decimalValue { return number > 0 ? number : nil }
    // A number with decimals, or words.
    if !length.trimmed.isEmpty { return nil }
    let form = type.trimmed
    if let dots = form.firstRange(of: ".."), dots.lowerBound > 0 {
      return form.extracting(dots.upperBound..<form.count).decimalValue
    }
    if let mark = form.firstRange(of: "!"), mark.lowerBound > 0, mark.upperBound == form.count - 1 {
      return form.extracting(0..<mark.lowerBound).decimalValue
    }
    return nil
  }

  /// Whether the mark of a field speaks for its length: a mark may say something of lengths
  /// alone, as in `fields two_sources; lengths one_source; required partly from memory`.
  package static func isVerified(mark: Span<UInt8>) -> Bool {
    guard let start = mark.firstRange(of: "lengths ") else { return Mark.isVerified(mark) }
    let rest = mark.extracting(start.lowerBound..<mark.count)
    let end = rest.firstRange(of: ";")?.lowerBound ?? rest.count
    return Mark.isVerified(rest.extracting(0..<end))
  }
}
