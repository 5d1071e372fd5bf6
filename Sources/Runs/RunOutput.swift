import Extracts
import Findings
import Records

/// The CSV files of a run while it is under way.
package final class RunOutput: Engine.Sink {
  private let findings: OutputFile
  private let corrections: OutputFile
  private let rejects: OutputFile

  package init(in folder: OutputFolder) throws(SystemFault) {
    findings = try OutputFile(creating: folder.file("findings.csv"))
    corrections = try OutputFile(creating: folder.file("corrections.csv"))
    rejects = try OutputFile(creating: folder.file("rejects.csv"))
    try findings.write(Array(FindingWriter.header.utf8))
    try corrections.write(Array(FindingWriter.correctionsHeader.utf8))
    try rejects.write(Array("source,line,offset,reason,raw\n".utf8))
  }

  package func write(findings rows: [UInt8], corrections corrected: [UInt8]) throws(SystemFault) {
    try findings.write(rows)
    try corrections.write(corrected)
  }

  package func write(rejects rows: [Reject], source: String) throws(SystemFault) {
    var text: [UInt8] = []
    for row in rows {
      text.append(csv: Array(source.utf8))
      text.append(UInt8(ascii: ","))
      text.append(decimal: row.line)
      text.append(UInt8(ascii: ","))
      text.append(decimal: row.offset)
      text.append(UInt8(ascii: ","))
      text.append(csv: Array(row.reason.text.utf8))
      text.append(UInt8(ascii: ","))
      text.append(csv: row.raw)
      text.append(UInt8(ascii: "\n"))
    }
    try rejects.write(text)
  }

  /// Brings everything to the disk.
  package func finish() throws(SystemFault) {
    try findings.finish()
    try corrections.finish()
    try rejects.finish()
  }
}
