import Records
import Registries

extension RegistryIndex {
  /// A tiny business registry, which the examples of the registry rules speak of. The
  /// companies are made up; the check characters of their codes are right.
  package static let sample: RegistryIndex = {
    let batch = RecordBatch(
      party: .organisation,
      records: [
        [
          .creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司", .registryStatus: "存续",
          .legalRepresentative: "钟小军", .industryCode: "5141", .licenceNumber: "360702210004560",
          .formerName: "赣州市章贡区向阳文具店", .registeredCapital: "5000000",
        ],
        [
          .creditCode: "91360702MA36T0A18J", .name: "赣州红土地食品有限公司", .registryStatus: "注销",
          .legalRepresentative: "刘桂英", .industryCode: "C1392",
        ],
        [
          .creditCode: "91360702MA36T0B22N", .name: "赣州客家建材有限公司", .registryStatus: "吊销，未注销",
          .legalRepresentative: "曾祥福",
        ],
        [
          .creditCode: "91360703MA36T0C37B", .name: "赣州南康木作家具有限公司", .registryStatus: "吊销，已注销",
          .legalRepresentative: "李木生",
        ],
        [
          .creditCode: "91360700MA36T0D414", .name: "江西赣南云算科技有限公司", .registryStatus: "在业",
          .formerName: "赣州云算电脑有限公司；赣州市云算电子经营部", .legalRepresentative: "买买提·艾力",
          .industryCode: "6513",
        ],
        [
          .creditCode: "91360702MA36T0E567", .name: "赣州（香港）贸易有限公司", .registryStatus: "存续",
          .legalRepresentative: "陈大文", .industryCode: "5191",
        ],
        [
          .creditCode: "92360702MA36T0F608", .name: "章贡区老表米粉店", .registryStatus: "存续",
          .legalRepresentative: "谢小红", .industryCode: "6210",
        ],
        [
          .creditCode: "91360702MA36T0G75H", .name: "赣州章江物流有限公司",
          .registryStatus: "撤销", .legalRepresentative: "罗建平",
        ],
        [
          .creditCode: "91360702MA36T0H8XJ", .name: "赣州峰山旅游开发有限公司", .registryStatus: "",
          .legalRepresentative: "", .industryCode: "7291",
        ],
      ])
    return RegistryIndex(
      name: "business", asOf: Day("2026-10-15")!,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
  }()
}
