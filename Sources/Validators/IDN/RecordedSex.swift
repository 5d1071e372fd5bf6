import Records

/// What the field for the sex says.
enum RecordedSex {
  /// Whether it says male; nil for anything else than male or female.
  static func isMale(_ sex: Span<UInt8>) -> Bool? {
    if sex.count == 1 { return sex[0] == 0x31 ? true : sex[0] == 0x32 ? false : nil }
    if sex.equals("男") || sex.equals("男性") { return true }
    return sex.equals("女") || sex.equals("女性") ? false : nil
  }
}
