import Findings
import Records

extension AnnualInspectionDue {
  /// Accounts whose owners are looked up by the accounts' own credit codes.
  static let examples: [Example] = [
    .fails(
      [
        .accountNumber: "3607021000000009", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91360702MA36T0A18J", .lastMovementDate: "2026-10-08",
      ], action: .review, "deregistered"),
    .fails(
      [
        .accountNumber: "3607021000000088", .accountNature: "一般户", .accountStatus: "正常",
        .creditCode: "91360702MA36T0B22N", .lastMovementDate: "2026-10-08",
      ], action: .review, "revoked"),
    .fails(
      [
        .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91360702MA35F5H94J", .lastMovementDate: "2025-10-30",
      ], action: .review, "no movement for 366 days"),
    .fails(
      [
        .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91360702MA35F5H94J", .legalRepresentative: "钟大军",
        .lastMovementDate: "2026-10-08",
      ], action: .review, "the legal representative has changed"),
    .fails(
      [
        .accountNumber: "3607021000000004", .accountNature: "feiyusuan",
        .accountStatus: "normal", .creditCode: "91360702MA36T0E567",
        .lastMovementDate: "2026-10-08",
      ], action: .review, "on the list of abnormal operations"),
    .fails(
      [
        .accountNumber: "3607021000000007", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "", .lastMovementDate: "2026-10-08",
      ], action: .review, "two basic accounts in the account system, whoever the owner is"),
    .fails(
      [
        .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91360702MA35F5H94J", .accountName: "赣州市章贡区向阳文具店",
        .lastMovementDate: "2026-10-08",
      ], action: .review, "the name differs"),
    .fails(
      [
        .accountNumber: "3607021000000088", .accountNature: "yiban", .accountStatus: "normal",
        .creditCode: "91360702MA36T0J90F", .lastMovementDate: "2026-10-08",
      ], action: .review, "the business registry does not have the owner"),
    .passes(
      [
        .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91360702MA35F5H94J", .accountName: "赣州市章贡区向阳商贸有限公司",
        .legalRepresentative: "钟小军", .lastMovementDate: "2026-10-08",
      ], "need not be inspected"),
    .passes(
      [
        .accountNumber: "3607021000000001", .accountNature: "基本户", .accountStatus: "止付",
        .creditCode: "91360702MA35F5H94J", .accountName: "赣州市章贡区向阳商贸有限公司",
        .legalRepresentative: "钟小军", .lastMovementDate: "2025-10-31",
      ], "the last movement was a year ago to the day"),
    .passes(
      [
        .accountNumber: "3607021000000088", .accountNature: "yiban", .accountStatus: "normal",
        .creditCode: "91360702MA36T0M497", .legalRepresentative: "罗某",
        .lastMovementDate: "2026-10-08",
      ], "two reasons in ten were not judged: the account is not in the account system"),
    .notApplicable(
      [
        .accountNumber: "3607021000000009", .accountNature: "jiben", .accountStatus: "销户",
        .creditCode: "91360702MA36T0A18J", .lastMovementDate: "2026-10-08",
      ], "closed"),
    .notApplicable(
      [
        .accountNumber: "3607021000000009", .accountNature: "jiben", .accountStatus: "久悬",
        .creditCode: "91360702MA36T0A18J", .lastMovementDate: "2020-10-08",
      ], "suspended"),
    .notApplicable(
      [
        .accountNumber: "3607021000000009", .accountNature: "保证金", .accountStatus: "normal",
        .creditCode: "91360702MA36T0A18J", .lastMovementDate: "2026-10-08",
      ], "no settlement account"),
    .notEvaluated(
      [
        .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91440300MA36T0K11W", .lastMovementDate: "2026-10-08",
      ], .referenceMissing, "the business registry has nobody of that province"),
    .notEvaluated(
      [
        .accountNumber: "3607021000000001", .accountNature: "jiben", .accountStatus: "normal",
        .creditCode: "91360702MA35F5H94J", .lastMovementDate: "2026-10-08",
      ], .referenceMissing, without: "business",
      "nobody has asked whether the owner is deregistered"),
  ]
}
