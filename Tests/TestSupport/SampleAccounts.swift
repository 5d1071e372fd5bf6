import Records
import Registries
import Validators

extension RegistryIndex {
  /// A tiny extract of the central bank's account system, which the examples of the account
  /// rules speak of. Accounts and owners are made up.
  package static let sampleAccounts: RegistryIndex = {
    func row(
      _ number: String, _ name: String, _ nature: String, _ status: String, _ opened: String,
      code: String, _ person: String
    ) -> [DataElement: String] {
      [
        .accountNumber: "36070210000000" + number, .accountName: name, .accountNature: nature,
        .accountStatus: status, .openedDate: opened, .creditCode: code,
        .legalRepresentative: person, .branch: "360702",
      ]
    }
    let shop = "赣州市章贡区向阳商贸有限公司"
    let batch = RecordBatch(
      party: .account,
      records: [
        row("01", shop, "jiben", "normal", "2019-03-05", code: "91360702MA35F5H94J", "钟小军"),
        row("02", shop, "jiben", "revoke", "2016-08-01", code: "91360702MA35F5H94J", "钟小军"),
        row("03", shop, "yiban", "suspend", "2017-02-14", code: "91360702MA35F5H94J", "钟小军"),
        row(
          "04", "赣州（香港）贸易有限公司", "feiyusuan", "normal", "2020-11-30",
          code: "91360702MA36T0E567", "陈大文"),
        row(
          "05", "江西赣南云算科技有限公司", "yiban", "normal", "2021-06-10",
          code: "91360700MA36T0D414", "买买提·艾力"),
        row("06", "", "", "", "", code: "", ""),
        row(
          "07", "赣州客安家具有限公司", "jiben", "normal", "2022-01-05", code: "91360702MA36T0M497",
          ""),
        row("08", "赣州客安家具有限公司", "yiban", "normal", "2022-01-05", code: "MA36T0M4-9", ""),
        row(
          "09", "赣州红土地食品有限公司", "jiben", "normal", "2012-05-21", code: "360702210004561",
          "刘桂英"),
        row(
          "10", "赣州客安家具有限公司", "jiben", "normal", "2023-04-19", code: "91360702MA36T0M497",
          ""),
      ])
    return RegistryIndex(
      name: "accounts", asOf: Day("2026-10-30")!,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
  }()
}

extension Facts {
  /// Facts before anything is asked, with the sample's accounts as those of the run.
  package static let sample: Facts = {
    let index = RegistryIndex.sampleAccounts
    var collector = AccountCollector()
    for place in 0..<index.records.count { collector.add(index.records[place]) }
    var facts = Facts()
    facts.known.accounts = FrozenBox(AccountTable([collector], unread: 0))
    return facts
  }()
}
