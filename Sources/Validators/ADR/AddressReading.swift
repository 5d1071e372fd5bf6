import Addresses
import Records
import References
import Synchronization

/// Reads addresses in full for the rules that need it. The memory of a reading is used again.
final class AddressReading: Sendable {
  let parser: AddressParser
  var gazetteer: AddressGazetteer { parser.gazetteer }
  /// One for every core at the most.
  private let idle = Mutex<[Address]>([])

  /// nil where the tables are not there.
  init?(_ context: Context) {
    guard let gazetteer = context.reference(AddressGazetteer.self) else { return nil }
    parser = AddressParser(gazetteer)
  }

  /// What a text says. No allocation once every core has read an address.
  func summary(of text: Span<UInt8>) -> AddressSummary {
    var address = idle.withLock { $0.popLast() } ?? Address()
    parser.parse(text, into: &address)
    let summary = AddressSummary(address)
    idle.withLock { $0.append(address) }
    return summary
  }
}

/// What was read in an address, as far as rules ask for it.
package struct AddressSummary: BitwiseCopyable, Sendable {
  /// Codes in force; 0 where undecided or where there is none.
  var province: Int32 = 0
  var prefecture: Int32 = 0
  var county: Int32 = 0
  /// Nine digits; 0 where not certain.
  var township: Int32 = 0
  /// The code that the first name of the past had.
  var past: Int32 = 0
  var grade = AddressGrade.none
  var marks: Address.Marks = []
  /// Kinds of the parts, by bit.
  private var kinds: UInt32 = 0
  /// Bytes in notes and in what could not be told.
  var unclear: UInt16 = 0
  /// The township as it is written, where it stands right behind the divisions.
  private var townshipStart: UInt32 = 0
  private var townshipEnd: UInt32 = 0

  init() {}

  init(_ address: borrowing Address) {
    (province, prefecture, county) = (address.province, address.prefecture, address.county)
    (township, past) = (address.township, address.past)
    (grade, marks) = (address.grade, address.marks)
    var before = AddressComponent.Kind.separator
    for part in address.components {
      kinds |= 1 << UInt32(part.kind.rawValue)
      switch part.kind {
      case .note, .remainder, .secondAddress:
        unclear = UInt16(clamping: Int(unclear) + part.range.count)
      case .township where before == .county || before == .city:
        (townshipStart, townshipEnd) = (part.start, part.end)
      default: break
      }
      if part.kind != .separator, part.kind != .repetition { before = part.kind }
    }
  }

  func has(_ kind: AddressComponent.Kind) -> Bool { kinds >> UInt32(kind.rawValue) & 1 == 1 }

  /// Where the township stands, if it stands right behind the divisions.
  var townshipRange: Range<Int> { Int(townshipStart)..<Int(townshipEnd) }

  /// Whether a village, a road, a compound or another place is named.
  var namesPlace: Bool {
    has(.village) || has(.hamlet) || has(.road) || has(.lane) || has(.pointOfInterest)
  }
  /// Whether a number, a building or a room is named.
  var namesDoor: Bool {
    has(.number) || has(.building) || has(.unit) || has(.floor) || has(.room)
  }
}
