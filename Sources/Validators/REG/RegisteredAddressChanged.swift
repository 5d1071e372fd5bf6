import Addresses
import Findings
import Records
import Registries

/// REG006: the registry has another domicile.
///
/// Addresses are read and compared by what they say. One that says less is no other one, and
/// one that cannot be read is not compared.
package struct RegisteredAddressChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG006", name: "registered-address-changed",
    status: .trial(since: "0.1.0", reviewBy: "2027-06-30"), parties: [.organisation],
    dimension: .timeliness, severity: .notice, reads: [.creditCode, .address],
    alsoReads: [.licenceNumber, .documentNumber, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第八条、第二十四条"),
    title: Text(zh: "注册地址已变更", en: "Registered address changed"),
    claim: Text(
      zh: "登记的注册地址与登记信息中的住所不是同一地点（写法、详略的差别不计）",
      en:
        "The address recorded is not the domicile in the registry; writing and detail make no difference."
    ),
    remedy: Text(
      zh: "以登记信息中的住所请客户确认，按新营业执照更新注册地址；实际经营地址另行登记",
      en:
        "Have the customer confirm the domicile in the registry and update it from the new licence; a place of business is recorded apart."
    ),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94J", .address: "江西省赣州市章贡区东外街道红旗大道86号"],
        suggests: "江西省赣州市章贡区解放街道文清路18号", action: .confirm, "another road"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .address: "赣州市南康区东山街道文清路18号"],
        suggests: "江西省赣州市章贡区解放街道文清路18号", action: .confirm, "another county"),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .address: "赣州市章贡区文清路22号"],
        suggests: "江西省赣州市章贡区解放街道文清路18号", action: .confirm, "another number on the road"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .address: "江西省赣州市章贡区解放街道文清路18号"]),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .address: "赣州市章贡区文清路１８号"],
        "divisions left out, full width"),
      .passes(
        [.creditCode: "91360702MA35F5H94J", .address: "江西省赣州市章贡区解放街道文清路"], "says less"),
      .notApplicable([.creditCode: "91360702MA35F5H94J", .address: ""], "ADR001 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA36T0E567", .address: "赣州市章贡区文清路18号"], "the registry gives none"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .address: "见营业执照"], "ADR002 speaks of it"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .address: "文清路18号"], "ADR003 speaks of it"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .address: "赣州市章贡区文清路22号"], .referenceMissing,
        without: "address-gazetteer"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .address: "赣州市章贡区文清路22号"], .referenceMissing,
        without: "business"),
    ])

  private let match: RegistryMatch?
  private let gazetteer: AddressGazetteer?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .address)
    let isCarried = match?.isCarried ?? false
    gazetteer = isCarried ? context.reference(AddressGazetteer.self) : nil
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let address = record[.address]
    if address.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    return match.check(record, &facts) { registered in
      if address.equals(registered) { return .passed }
      guard let gazetteer else { return .notEvaluated(.referenceMissing) }
      switch RegisteredAddress.compare(address, registered, gazetteer) {
      case .exact, .equalAfterNormalisation, .similar(.precision): return .passed
      // ADR002 and ADR003 speak of what is no address, or half of one.
      case .notComparable(.unreadable): return .notApplicable
      case .notComparable: return .notEvaluated(.cellUnreadable)
      case .similar, .different: return .failed
      }
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    guard let match, let gazetteer else { return }
    match.explain(record, &facts, &finding) { registered, finding in
      let address = registered[.address]
      let agreement = RegisteredAddress.compare(record[.address], address, gazetteer)
      finding.evidence.append(agreement, in: finding.language)
      finding.offer(address, confidence: agreement.isSimilar ? 75 : 85)
    }
  }
}
