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
          .address: "江西省赣州市章贡区解放街道文清路18号", .termEndDate: "2036-05-17",
          .businessScope:
            "一般项目：日用百货销售；办公用品销售；文具用品零售（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
          .registrationType: "有限责任公司（自然人投资或控股）",
        ],
        [
          .creditCode: "91360702MA36T0A18J", .name: "赣州红土地食品有限公司", .registryStatus: "注销",
          .legalRepresentative: "刘桂英", .industryCode: "C1392",
        ],
        [
          .creditCode: "91360702MA36T0B22N", .name: "赣州客家建材有限公司", .registryStatus: "吊销，未注销",
          .legalRepresentative: "曾祥福", .termEndDate: "2024-12-31",
        ],
        [
          .creditCode: "91360703MA36T0C37B", .name: "赣州南康木作家具有限公司", .registryStatus: "吊销，已注销",
          .legalRepresentative: "李木生",
        ],
        [
          .creditCode: "91360700MA36T0D414", .name: "江西赣南云算科技有限公司", .registryStatus: "在业",
          .formerName: "赣州云算电脑有限公司；赣州市云算电子经营部", .legalRepresentative: "买买提·艾力",
          .industryCode: "6513", .registeredCapital: "100万美元", .termEndDate: "2025-06-30",
          .registrationType: "股份有限公司（非上市、自然人投资或控股）",
        ],
        [
          .creditCode: "91360702MA36T0E567", .name: "赣州（香港）贸易有限公司", .registryStatus: "存续",
          .legalRepresentative: "陈大文", .industryCode: "5191", .registeredCapital: "333.33万元",
          .termEndDate: "长期",
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
        [
          .creditCode: "91360704MA36T0K2XL", .name: "赣州赣县稀土材料有限公司",
          .registryStatus: "存续（列入经营异常名录）",
        ],
        [
          .creditCode: "91360704MA36T0L34X", .name: "赣州赣县迁安机械有限公司", .registryStatus: "迁出",
        ],
        [
          .creditCode: "91360702MA36T0M497", .name: "赣州客安家具有限公司", .registryStatus: "迁入",
        ],
        [
          .creditCode: "91360702MA36T0M497", .name: "赣州客安家具有限公司", .registryStatus: "迁出",
        ],
      ])
    return RegistryIndex([
      RegistryPart(
        name: "business", asOf: Day("2026-10-15")!,
        coverage: RegistryCoverage(regions: ["36"]),
        records: FrozenRecords(layout: batch.layout, batches: [batch]))
    ])
  }()
  /// A tiny list of abnormal operations: one listed, one removed, one removed and listed again.
  package static let sampleAbnormal = list(
    "abnormal",
    [
      [
        .creditCode: "91360702MA36T0E567", .name: "赣州（香港）贸易有限公司", .listedDate: "2024-07-02",
        .listingReason: "通过登记的住所或者经营场所无法联系",
      ],
      [
        .creditCode: "91360702MA35F5H94J", .name: "赣州市章贡区向阳商贸有限公司", .listedDate: "2022-07-04",
        .listingReason: "未按规定公示年度报告", .delistedDate: "2022-09-19",
      ],
      [
        .creditCode: "91360702MA36T0H8XJ", .listedDate: "2025-07-02", .delistedDate: "",
        .listingReason: "未按规定公示年度报告",
      ],
      [
        .creditCode: "91360702MA36T0H8XJ", .listedDate: "2021-07-02", .delistedDate: "2021-12-01",
        .listingReason: "未按规定公示年度报告",
      ],
    ])

  /// A tiny list of serious violations.
  package static let sampleViolations = list(
    "violations",
    [
      [
        .creditCode: "91360700MA36T0D414", .name: "江西赣南云算科技有限公司", .listedDate: "2025-11-20",
        .listingReason: "被列入经营异常名录届满三年仍未履行相关义务", .delistedDate: "",
      ]
    ])

  /// Two tiny lists of names: documents in both forms, names alone, an alias, an entry that
  /// was taken off. Everybody on it is made up.
  package static let sampleList: RegistryIndex = {
    let wanted = RecordBatch(
      party: .organisation,
      records: [
        [
          .name: "郑霁岚", .documentType: "1010", .documentNumber: "11010119900307010X",
          .listedDate: "2026-05-11", .listingReason: "涉案（虚构）", .formerName: "", .delistedDate: "",
        ],
        [
          .name: "欧阳听澜", .documentType: "1010", .documentNumber: "362101651219002",
          .listedDate: "2026-06-01",
        ],
        [
          .name: "贺兰若", .documentType: "1010", .documentNumber: "110101198501010033",
          .listedDate: "2025-02-03", .delistedDate: "2026-03-04",
        ],
        [.name: "慕容清越", .birthDate: "1979-04-02", .formerName: "慕容清樾；慕容远山"],
        [.name: "阿依古丽·木拉提"],
        [.name: "Orlando Q. Smithson"],
      ])
    let own = RecordBatch(
      party: .organisation,
      records: [
        [.creditCode: "91360702MA36T0E567", .name: "赣州（香港）贸易有限公司", .listedDate: "2026-07-08"],
        [.creditCode: "", .name: "龙虎山云笈商贸有限公司"],
        [
          .documentType: "1010", .documentNumber: "110101900307010", .name: "郑霁岚",
          .listedDate: "2026-08-09",
        ],
        [.name: "测试"], [.name: "慕"],
      ])
    return RegistryIndex([
      RegistryPart(
        name: "watch", asOf: Day("2026-10-20")!,
        records: FrozenRecords(layout: wanted.layout, batches: [wanted])),
      RegistryPart(
        name: "own", asOf: Day("2026-09-30")!,
        records: FrozenRecords(layout: own.layout, batches: [own])),
    ])
  }()

  private static func list(
    _ name: String, _ records: [[DataElement: String]]
  ) -> RegistryIndex {
    let batch = RecordBatch(party: .organisation, records: records)
    return RegistryIndex(
      name: name, asOf: Day("2026-10-15")!,
      records: FrozenRecords(layout: batch.layout, batches: [batch]))
  }
}
