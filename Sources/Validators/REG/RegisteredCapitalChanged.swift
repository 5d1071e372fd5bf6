import Findings
import Records
import Registries

/// REG007: the registry has another registered capital.
package struct RegisteredCapitalChanged: RecordValidator {
  package static let rule = Rule(
    id: "REG007", name: "registered-capital-changed", parties: [.organisation],
    dimension: .timeliness, severity: .notice, reads: [.creditCode, .registeredCapital],
    alsoReads: [.licenceNumber, .documentNumber, .capitalCurrency, .name],
    authority: Authority("市场主体登记管理条例（国务院令第746号）", clause: "第八条、第二十四条"),
    title: Text(zh: "注册资本已变更", en: "Registered capital changed"),
    claim: Text(
      zh: "登记的注册资本与登记信息不一致（单位换算、币种写法和四舍五入的差别不计）",
      en:
        "The registered capital recorded is not the one in the registry; units, words for the currency and rounding make no difference."
    ),
    remedy: Text(
      zh: "以登记信息中的注册资本请客户确认，按新营业执照更新",
      en: "Have the customer confirm the capital in the registry and update it from the licence."),
    parameters: [RegistryAge.parameter],
    examples: [
      .fails(
        [.creditCode: "91360702MA35F5H94J", .registeredCapital: "2000000.00"],
        suggests: "5000000.00", action: .confirm),
      .fails(
        [.creditCode: "91360702MA35F5H94J", .registeredCapital: "500"], suggests: "5000000.00",
        action: .confirm, "recorded in ten thousands"),
      .fails(
        [
          .creditCode: "91360700MA36T0D414", .registeredCapital: "1000000.00",
          .capitalCurrency: "CNY",
        ], suggests: "100万美元", action: .confirm, "dollars in the registry"),
      .passes([.creditCode: "91360702MA35F5H94J", .registeredCapital: "5000000.00"]),
      .passes([.creditCode: "91360702MA35F5H94J", .registeredCapital: "500万元人民币"], "another unit"),
      .passes([.creditCode: "91360702MA35F5H94J", .registeredCapital: "伍佰万圆整"], "in words"),
      .passes(
        [
          .creditCode: "91360700MA36T0D414", .registeredCapital: "1000000.00",
          .capitalCurrency: "USD",
        ]),
      .passes(
        [.creditCode: "91360702MA36T0E567", .registeredCapital: "3333333.33"],
        "the registry rounds: 333.33万元"),
      .notApplicable([.creditCode: "91360702MA35F5H94J", .registeredCapital: ""]),
      .notApplicable(
        [.creditCode: "91360702MA36T0A18J", .registeredCapital: "5000000"],
        "the registry gives none"),
      .notApplicable(
        [.creditCode: "91360702MA35F5H94J", .registeredCapital: "见执照"], "CON005 speaks of it"),
      .notEvaluated(
        [.creditCode: "91360702MA35F5H94J", .registeredCapital: "5000000"], .referenceMissing,
        without: "business"),
    ])

  private let match: RegistryMatch?

  package init(_ context: Context) {
    match = RegistryMatch(context, Self.rule, comparing: .registeredCapital)
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    let capital = record[.registeredCapital]
    if capital.isEmpty { return .notApplicable }
    guard let match else { return RegistryMatch.withoutRegistry(record) }
    guard let place = match.place(record, &facts) else { return .notApplicable }
    if !match.isCarried(at: place) { return .notEvaluated(.referenceMissing) }
    let registered = match.registry.records[place]
    let amounts = (Amount(capital), Amount(registered[.registeredCapital]))
    // Branches, shops and partnerships have none, which registries write as nothing or zero.
    if registered[.registeredCapital].isEmpty || amounts.1?.tenThousandths == 0 {
      return .notApplicable
    }
    if amounts.0 == nil { return .notApplicable }
    switch Self.compare(record, registered) {
    case .exact, .equalAfterNormalisation, .similar(.rounded): return .passed
    case .notComparable: return .notEvaluated(.cellUnreadable)
    case .similar(.tenThousandTimes):
      // An extract in 万元 does not say so in its cells.
      guard let ours = amounts.0, let theirs = amounts.1 else { return .passed }
      return ours.tenThousandths < theirs.tenThousandths ? .failed : .passed
    case .similar, .different: return .failed
    }
  }

  private static func compare(_ record: RecordView, _ registered: RecordView) -> Agreement {
    AmountComparison.compare(
      record[.registeredCapital], record[.capitalCurrency], registered[.registeredCapital],
      registered[.capitalCurrency])
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    match?.explain(record, &facts, &finding) { registered, finding in
      let agreement = Self.compare(record, registered)
      finding.evidence.append(agreement, in: finding.language)
      let text = registered[.registeredCapital]
      let currency = Amount(text)?.currency ?? Currency(registered[.capitalCurrency]) ?? .cny
      if currency == .cny, let amount = Amount(text) {
        // The bank records yuan.
        amount.append(to: &finding.suggestion)
        finding.confidence = agreement.isSimilar ? 95 : 90
        finding.action = .confirm
      } else {
        finding.offer(text, confidence: 85)
      }
    }
  }
}
