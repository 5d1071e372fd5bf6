import Findings
import Records
import References

/// IND004: a section, division or group where the class is asked for.
package struct IndustryCodeTooCoarse: RecordValidator {
  package static let rule = Rule(
    id: "IND004", name: "industry-code-too-coarse", parties: [.organisation],
    dimension: .validity, severity: .error, reads: [.industryCode],
    alsoReads: [.industryName, .creditCode, .licenceNumber],
    authority: Authority("GB/T 4754-2017", clause: "第4章 编码方法"),
    title: Text(zh: "行业代码未到小类", en: "Industry code above class level"),
    claim: Text(
      zh: "行业代码只到门类、大类或中类，报送要求到小类（四位）",
      en: "The code names a section, division or group; the class (four digits) is asked for."),
    remedy: Text(
      zh: "请客户按主营业务在所列小类中选定一个", en: "Let the customer choose a class by main business."),
    examples: [
      .fails([.industryCode: "C"], action: .confirm, "section"),
      .fails([.industryCode: "65"], action: .confirm, "division"),
      .fails([.industryCode: "651"], action: .confirm, "group"),
      .fails([.industryCode: "I65"], action: .confirm, "division with its section"),
      .fails(
        [.industryCode: "011", .industryName: "稻谷种植"], suggests: "0111", action: .confirm,
        "the recorded name is the name of one class"),
      .fails(
        [.industryCode: "652"], suggests: "6520", action: .confirm, "the only class of its group"),
      .fails(
        [.industryCode: "51", .creditCode: "91360702MA35F5H94J"], suggests: "5141",
        action: .confirm, "the registry has the class"),
      .passes([.industryCode: "6513"]),
      .passes([.industryCode: "C3825"]),
      .passes([.industryCode: "6510"], "IND003 speaks of codes of older editions"),
      .notApplicable([.industryCode: ""], "IND001 speaks of an empty code"),
      .notApplicable([.industryCode: "99"], "IND002 speaks of a code in no edition"),
      .notEvaluated([.industryCode: "65"], .referenceMissing, without: "gbt4754"),
    ])

  private let industry: Industry?

  package init(_ context: Context) { industry = Industry(context) }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    guard let industry else {
      return record[.industryCode].isEmpty ? .notApplicable : .notEvaluated(.referenceMissing)
    }
    facts.industry.read(record, industry)
    return switch facts.industry.standing {
    case .coarse: .failed
    case .current, .superseded: .passed
    case .empty, .unknown: .notApplicable
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    finding.value.append(record[.industryCode])
    finding.action = .confirm
    guard let industry, facts.industry.place >= 0 else { return }
    let place = facts.industry.place
    let language = finding.language
    let edition =
      facts.industry.plausible.contains(industry.current)
      ? industry.current : facts.industry.plausible.newest ?? industry.current
    finding.evidence.append(edition.title)
    finding.evidence.append(zh: "：", en: ": ", in: language)
    industry.write(place, edition, to: &finding.evidence)
    if edition < industry.current {
      finding.evidence.append(
        zh: "（旧版代码，现行版已无）；", en: " (the current edition lacks it); ", in: language)
    } else {
      finding.evidence.append(zh: "；", en: "; ", in: language)
    }
    let classes =
      edition < industry.current ? [] : industry.codes.classes(under: place, in: edition)
    if classes.isEmpty {
      finding.expected.append(
        zh: "GB/T 4754 小类代码（四位）", en: "a class of GB/T 4754 (four digits)", in: language)
    } else {
      industry.write(classes, to: &finding.expected, in: language)
    }
    if classes.count == 1 {
      industry.propose(
        classes[0], confidence: 100, zh: "其下只有一个小类", en: "it has one class only", &finding)
    } else if let registered = industry.registered(record, &facts), classes.contains(registered) {
      industry.propose(
        registered, confidence: 90, zh: "登记信息的行业代码为其中之一",
        en: "the registry has one of its classes", &finding)
    } else if let named = industry.named(record), classes.contains(named) {
      industry.propose(
        named, confidence: 95, zh: "登记的行业名称与其中一个小类一致",
        en: "the recorded name is that of one of its classes", &finding)
    } else {
      finding.evidence.append(zh: "其下有小类", en: "classes below it: ", in: language)
      finding.evidence.append(decimal: classes.count)
      finding.evidence.append(zh: "个", en: "", in: language)
    }
  }
}
