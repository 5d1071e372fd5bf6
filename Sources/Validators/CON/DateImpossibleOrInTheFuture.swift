import Findings
import Records

/// CON006: a date that the calendar does not have, that has yet to come, or that fills an
/// empty field. One finding for every wrong date of a record.
package struct DateImpossibleOrInTheFuture: RecordValidator {
  package static let rule = Rule(
    id: "CON006", name: "date-impossible-or-in-the-future",
    parties: [.person, .organisation, .account], dimension: .validity, severity: .error,
    reads: [],
    alsoReads: PlausibleDates.past + PlausibleDates.pastOrNever + PlausibleDates.terms,
    authority: Authority("GB/T 7408", clause: "日期表示"),
    title: Text(zh: "日期不存在或晚于数据日期", en: "Date impossible or in the future"),
    claim: Text(
      zh: "日期不存在（如2月30日）、不是日期、是补空用的默认日期（如1900-01-01），或应已发生却晚于数据日期",
      en:
        "The date is in no calendar, is no date at all, fills an empty field (1900-01-01), or lies in the future though it speaks of the past."
    ),
    remedy: Text(
      zh: "按证件或开户资料更正；“长期”只能用于有效期、经营期限",
      en: "Correct it from the document; \"no end\" is for terms of validity only."),
    parameters: [
      Parameter(
        "days-ahead", default: 0, in: 0...366, zh: "容许晚于数据日期的天数（天）",
        en: "Days by which a date may lie after the day the data speak of.")
    ],
    examples: [
      .fails([.birthDate: "1990-02-30"], action: .contact, "no such day"),
      .fails([.birthDate: "2027-01-01"], action: .contact, "not born yet"),
      .fails([.birthDate: "长期"], action: .contact, "no end, of a birth"),
      .fails([.birthDate: "9999-12-31"], action: .contact, "what systems put for nothing"),
      .fails([.birthDate: "1900-01-01"], action: .contact, "what systems put for nothing"),
      .fails([.openedDate: "20261101"], action: .review, "the day after the data"),
      .fails([.documentExpiryDate: "2030-04-31"], action: .contact),
      .fails([.documentExpiryDate: "2030"], action: .contact, "a year is no date"),
      .fails(
        [.establishedDate: "43831"], action: .contact, party: .organisation,
        "a spreadsheet's number"),
      .fails([.lastMovementDate: "2026-12-01"], action: .review, party: .account),
      .passes([
        .birthDate: "1990-05-20", .openedDate: "2012-03-01", .documentExpiryDate: "2032-01-01",
      ]),
      .passes([.openedDate: "20261031"], "the very day"),
      .passes([.documentExpiryDate: "长期"]),
      .passes([.documentExpiryDate: "9999-12-31"]),
      .passes([.documentExpiryDate: "2015-01-01"], "IDN009 speaks of expired documents"),
      .passes([.birthDate: "2004-02-29"], "a leap year"),
      .passes([.birthDate: "1990/5/20", .openedDate: "2012年3月1日"]),
      .passes([.openedDate: "2012-03-01 09:30:00"], "with the time of day"),
      .passes(
        [.termEndDate: "2099-12-31", .establishedDate: "1898-07-03"], party: .organisation,
        "an old university"),
      .passes(
        [.closedDate: "99991231", .lastMovementDate: "20261030"], party: .account, "not closed"),
      .notApplicable([:], "no date at all"),
      .notApplicable([.birthDate: ""], "CMP001 speaks of empty fields"),
    ])

  private let dates: PlausibleDates

  package init(_ context: Context) {
    dates = PlausibleDates(
      asOf: context.asOf.adding(days: context.integer(Self.rule, "days-ahead")))
  }

  package func check(_ record: RecordView, _ facts: inout Facts) -> Outcome {
    var outcome = Outcome.notApplicable
    for index in dates.elements.indices {
      let (element, kind) = (dates.elements[index], dates.kinds[index])
      let text = record[element]
      if text.isEmpty { continue }
      if dates.isWrong(text, kind) { return .failed }
      outcome = .passed
    }
    return outcome
  }

  package func check(
    _ batch: borrowing RecordBatch, _ block: Range<Int>, facts: inout [Facts],
    outcomes: inout [UInt8]
  ) {
    // Of all dates only those that the source carries.
    var places = InlineArray<11, Int>(repeating: 0)
    var count = 0
    for index in dates.elements.indices where batch.layout.carries(dates.elements[index]) {
      places[count] = index
      count += 1
    }
    var outcomes = outcomes.mutableSpan
    for place in 0..<block.count {
      let record = batch[block.lowerBound + place]
      var outcome = Outcome.notApplicable
      for number in 0..<count {
        let text = record[dates.elements[places[number]]]
        if text.isEmpty { continue }
        if dates.isWrong(text, dates.kinds[places[number]]) {
          outcome = .failed
          break
        }
        outcome = .passed
      }
      outcomes[place] = outcome.code
    }
  }

  package func explain(
    _ record: RecordView, _ facts: inout Facts, _ finding: inout FindingWriter
  ) {
    var isFirst = true
    for index in dates.elements.indices {
      let (element, kind) = (dates.elements[index], dates.kinds[index])
      let text = record[element]
      if text.isEmpty || !dates.isWrong(text, kind) { continue }
      if !isFirst { finding.next() }
      isFirst = false
      finding.element = element
      finding.value.append(text)
      finding.action =
        switch element {
        case .openedDate, .closedDate, .lastMovementDate: .review
        default: .contact
        }
      dates.explain(text, kind, &finding)
    }
  }
}
