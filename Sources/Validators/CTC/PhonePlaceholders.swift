import Records

/// Numbers that fill the telephone field without being anybody's.
package struct PhonePlaceholders: Sendable {
  /// Digits and their number as one value, sorted.
  private let numbers: FrozenArray<UInt64>
  private let run: Int
  /// Runs of 6, 8 and 9 are sold as lucky numbers: only longer ones count.
  private static let luckyRun = 8

  /// `numbers` as digits, `run` the least length of a run of one digit at the end.
  package init(_ numbers: [String], run: Int) {
    self.numbers = FrozenArray(
      numbers.compactMap { text -> UInt64? in
        let bytes = Array(text.utf8)
        guard bytes.span.isAllDigits, bytes.count <= 15 else { return nil }
        var digits: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
          digits |= UInt64(byte &- 0x30) << UInt64(index * 4)
        }
        return Self.key(digits, bytes.count)
      }.sorted())
    self.run = run
  }

  private static func key(_ digits: UInt64, _ count: Int) -> UInt64 {
    digits | UInt64(count) << 60
  }

  /// O(digits + log n).
  package func contains(_ phone: PhoneReading) -> Bool {
    switch phone.kind {
    case .empty, .international, .machine: return false
    case .words: return true
    case .mobile, .landline, .service, .local, .malformed: break
    }
    let count = Int(phone.count)
    if count > 15 { return phone.trailingRun == count }
    if has(phone.digits, count) { return true }
    let local = count - Int(phone.areaCount)
    if phone.areaCount > 0, local > 0, has(phone.digits >> UInt64(phone.areaCount * 4), local) {
      return true
    }
    // Too few digits for any number.
    if count < 6 { return phone.kind == .malformed && phone.fieldCount < 6 }
    let trailing = phone.trailingRun
    if trailing == count { return true }
    if phone.kind == .mobile, phone.digits >> 12 == 0x8765_4321 { return true }
    if phone.kind == .service { return false }
    let last = phone.digit(count - 1)
    if last == 6 || last == 8 || last == 9 {
      // Houses with a switchboard do have 8888888.
      return phone.kind != .landline && trailing >= max(run, Self.luckyRun)
    }
    return trailing >= run
  }

  private func has(_ digits: UInt64, _ count: Int) -> Bool {
    let wanted = Self.key(digits, count)
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == wanted
  }
}
