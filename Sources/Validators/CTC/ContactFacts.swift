import Records

/// What the CTC rules work out of a record once: how the telephone field reads.
package struct ContactFacts: Sendable {
  private var stored = PhoneReading()
  private var known: UInt8 = 0
  private var storedPlaceholder = false

  package init() {}

  /// The first good number of the field, else the first number.
  package mutating func phone(_ record: RecordView) -> PhoneReading {
    if known & 1 == 0 {
      known |= 1
      stored = PhoneReading(record[.phone])
    }
    return stored
  }

  /// Whether the field is only filled in.
  package mutating func isPlaceholder(
    _ record: RecordView, _ placeholders: PhonePlaceholders
  ) -> Bool {
    if known & 2 == 0 {
      known |= 2
      storedPlaceholder = placeholders.contains(phone(record))
    }
    return storedPlaceholder
  }
}
