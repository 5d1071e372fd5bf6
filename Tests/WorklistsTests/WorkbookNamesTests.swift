import Records
import Testing

@testable import Worklists

@Suite struct `Names of workbooks` {
  func names(_ branches: String..., language: Language = .zh) -> [String] {
    WorkbookNames.assign(to: branches.map { Array($0.utf8) }, language: language)
  }

  @Test(arguments: [
    ("星火支行", "星火支行"), ("320101", "320101"), ("../../x", "_.._x"), ("/etc/passwd", "_etc_passwd"),
    ("a/b", "a_b"), ("a\\b:c", "a_b_c"), (".hidden", "hidden"), ("...", "未分配机构"), ("  ", "未分配机构"),
    ("-rf", "rf"), ("~$x", "$x"), ("x.", "x"), ("x ", "x"), ("CON", "_CON"),
    ("con.txt", "_con.txt"),
    ("Lpt1", "_Lpt1"), ("CONSTANT", "CONSTANT"), ("a\u{0}b\n", "a_b_"), ("a\u{202E}fdp", "a_fdp"),
    ("", "未分配机构"),
  ])
  func `are fit for every file system`(_ branch: String, _ name: String) {
    #expect(names(branch) == [name])
  }

  @Test func `are short enough`() {
    for text in ["长", "x", "🏦", "e\u{301}"] {
      let name = names(String(repeating: text, count: 300))[0]
      #expect(name.utf8.count <= 180 && !name.isEmpty)
      #expect(name.count <= 80)
    }
    #expect(names(String(repeating: "\u{301}", count: 500))[0].utf8.count <= 180)
  }

  @Test func `differ even where branches are made fit alike`() {
    #expect(names("a/b", "a_b", "a:b") == ["a_b_2", "a_b", "a_b_3"])
    #expect(names("AB", "ab", "ＡＢ") == ["AB", "ab_2", "ＡＢ_3"])
    #expect(names("", "未分配机构", "..") == ["未分配机构_2", "未分配机构", "未分配机构_3"])
    #expect(names("a_b", "a/b", "a_b_2") == ["a_b", "a_b_3", "a_b_2"])
    let long = String(repeating: "长", count: 300)
    #expect(Set(names(long, long + "x", long + "y")).count == 3)
  }

  @Test func `hold bytes that are no text`() {
    #expect(WorkbookNames.assign(to: [[0xFF, 0x41]], language: .zh) == ["\u{FFFD}A"])
  }
}
