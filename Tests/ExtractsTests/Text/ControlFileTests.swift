import Extracts
import Records
import TestSupport
import Testing

@Suite struct `A control file` {
  @Test(arguments: [
    ("1234", 1234), ("1234\n", 1234), ("rows=1234", 1234), ("ROW_COUNT: 1234\r\n", 1234),
    ("records|1234", 1234), ("记录数=1234", 1234), ("总笔数：1234", 1234), ("\u{FEFF}1234", 1234),
    ("date=20260131\nrows=1234", 1234), ("total_amount=99\ntotal_rows=1234", 1234),
    ("account=99\ncount=1234", 1234), ("file_num=1\nrow_num=1234", 1234),
    ("columns=18\nrows=1234", 1234), ("bytes 99\ncount 1234", 1234), ("文件数=1\n记录数=1234", 1234),
  ])
  func `tells the rows`(text: String, rows: Int) {
    #expect(ControlFile(Array(text.utf8)).rows == rows)
    #expect(ControlFile([UInt8](gb18030: text)).rows == rows)
  }

  @Test func `tells the digest`() {
    let sha = String(repeating: "0A", count: 32)
    let md5 = String(repeating: "9f", count: 16)
    let control = ControlFile(Array("md5=\(md5)\nsha256:\(sha)\nrows=7\n".utf8))
    #expect(control.sha256 == sha.lowercased())
    #expect(control.md5 == md5)
    #expect(control.rows == 7)
    #expect(ControlFile(Array("\(sha)  part.dat".utf8)).sha256 == sha.lowercased())
  }

  @Test func `that says nothing says only that the extract is complete`() {
    for text in ["", "\n", "done", "rows=-5", "rows=x", "1 2 3"] {
      #expect(ControlFile(Array(text.utf8)) == ControlFile())
    }
  }

  @Test func `stands beside the extract`() throws {
    let files = try TextFiles("id|name|note\n")
    let path = files.folder.path
    for (extract, control) in [
      ("a.dat", "a.dat.ok"), ("b.dat", "b.ok"), ("c.dat.gz", "c.ok"), ("d.dat.gz", "d.dat.ok"),
    ] {
      _ = try files.folder.write(control, Array("5".utf8))
      let found = try ControlFile.find(.ending("ok"), for: path + "/" + extract)
      #expect(found.path == path + "/" + control)
      #expect(found.content.rows == 5)
    }
    let given = try ControlFile.find(.path(path + "/b.ok"), for: path + "/z.dat")
    #expect(given.content.rows == 5)
    let fault = #expect(throws: ReadFault.self) {
      try ControlFile.find(.ending("ok"), for: path + "/z.dat")
    }
    #expect(fault?.path == path + "/z.dat.ok")
  }
}
