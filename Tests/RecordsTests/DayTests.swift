import Records
import Testing

@Suite struct `A day` {
  @Test func `comes back from its parts over four centuries`() throws {
    let first = try #require(Day(year: 1799, month: 12, day: 31))
    for offset in 0..<146_200 {
      let day = Day(number: first.number + Int32(offset))
      let parts = day.parts
      #expect(Day(year: parts.year, month: parts.month, day: parts.day) == day)
    }
  }

  @Test(arguments: [
    ("20261031", "2026-10-31"), ("2026-10-31", "2026-10-31"), ("2026/1/5", "2026-01-05"),
    ("2026.01.05", "2026-01-05"), ("2026年1月5日", "2026-01-05"),
    ("2026-10-31 12:00:00", "2026-10-31"), ("20261031120000", "2026-10-31"),
    ("2024-02-29", "2024-02-29"),
  ]) func `is read in the forms that banks write`(_ text: String, _ day: String) {
    #expect(Day(text)?.description == day)
  }

  @Test(arguments: ["2026-02-29", "20261301", "2026-00-10", "2026-04-31", "00000000"])
  func `that the calendar does not have is impossible`(_ text: String) {
    #expect(DateReading(Array(text.utf8).span) == .impossible)
  }

  @Test(arguments: ["abc", "2026", "2026-1", "1/2/2026", "2026-10-31x", "-1"])
  func `is not read from anything else`(_ text: String) {
    #expect(DateReading(Array(text.utf8).span) == .notADate)
  }

  @Test(arguments: ["99991231", "9999-12-31", "2099-12-31", "长期", "永久"])
  func `without end is told apart`(_ text: String) {
    #expect(DateReading(Array(text.utf8).span) == .endless)
  }

  @Test func `counts whole years`() throws {
    let birth = try #require(Day("2000-02-29"))
    #expect(try #require(Day("2026-02-28")).years(since: birth) == 25)
    #expect(try #require(Day("2026-03-01")).years(since: birth) == 26)
    #expect(birth.adding(years: 1).description == "2001-02-28")
  }
}
