import Findings
import Records

/// CTC007: the telephone recorded for a customer is one of the bank's own.
package struct PhoneIsTheBanksOwn: RecordValidator {
  package static let rule = Rule(
    id: "CTC007", name: "phone-is-the-banks-own", parties: [.person, .organisation],
    dimension: .accuracy, severity: .error, reads: [.phone],
    authority: Authority("银发〔2016〕261号", clause: "二（四）"),
    title: Text(zh: "客户电话是本行号码", en: "Telephone is the bank's own"),
    claim: Text(
      zh: "登记的客户电话是本行自己的号码（作业文件 own.phones 所列；未列的不适用）",
      en:
        "The customer's telephone is one of the bank's own, as own.phones of the job lists them; not applicable where the job lists none."
    ),
    remedy: Text(zh: "联系客户，登记本人号码", en: "Ask the customer for a number of their own."),
    examples: [
      .fails([.phone: "0797-8123000"], action: .contact),
      .fails([.phone: "（0797）8123000转801"], action: .contact, "however it is written"),
      .fails([.phone: "+86 797 8123000"], action: .contact),
      .fails([.phone: "4006001234"], action: .contact, party: .organisation, "the hotline"),
      .passes([.phone: "0797-8123456"]),
      .passes([.phone: "0791-8123000"], "the same number in another city"),
      .passes([.phone: "13970712345"]),
      .passes([.phone: "13970712345/0797-8123000"], "a number of the customer's own comes first"),
      .notApplicable([.phone: ""], "CTC001 speaks of an empty field"),
      .notApplicable([.phone: "8123000"], "CTC008 speaks of a missing area code"),
      .notApplicable([.phone: "0797-812300"], "CTC002 speaks of malformed numbers"),
    ])

  private let numbers: FrozenArray<PackedKey>

  package init(_ context: Context) {
    numbers = FrozenArray(
      context.own.phones.map { PhoneReading(Array($0.utf8).span) }.filter(\.kind.isGood)
        .map(\.key).sorted())
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    if numbers.isEmpty { return .notApplicable }
    let phone = facts.contact.phone(record)
    if !phone.kind.isGood { return .notApplicable }
    let key = phone.key
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == key ? .failed : .passed
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.phone])
    finding.action = .contact
    finding.expected.append(
      zh: "客户自己的号码", en: "a number of the customer's own", in: finding.language)
    finding.evidence.append(
      zh: "本行号码（own.phones）", en: "one of own.phones of the job", in: finding.language)
  }
}

extension PhoneReading {
  /// The number as it would be called: that of an area code with and without its zero is one.
  var key: PackedKey {
    var (number, length) = (digits, UInt64(count))
    if areaCount > 0, digit(0) == 0 {
      number >>= 4
      length -= 1
    }
    return PackedKey(high: length, low: number)
  }
}
