import Extracts
import Findings
import Records
import Synchronization

/// The CSV files of a run while it is under way.
package final class RunOutput: Engine.Sink {
  private struct Files {
    let findings: OutputFile
    let corrections: OutputFile
    let rejects: OutputFile
    /// The list for workbooks; no part of the output.
    let tasks: OutputFile?
  }

  /// Name of the list for workbooks while a run is under way.
  package static let tasksName = "tasks.tmp"

  private let files: Mutex<Files>
  private let masking: Masking

  package init(
    in folder: OutputFolder, listingTasks: Bool, masking: Masking
  ) throws(SystemFault) {
    self.masking = masking
    let files = Files(
      findings: try OutputFile(creating: folder.file("findings.csv")),
      corrections: try OutputFile(creating: folder.file("corrections.csv")),
      rejects: try OutputFile(creating: folder.file("rejects.csv")),
      tasks: listingTasks ? try OutputFile(creating: folder.file(Self.tasksName)) : nil)
    try files.tasks?.write(Array(FindingWriter.tasksHeader.utf8))
    try files.findings.write(Array(FindingWriter.header.utf8))
    try files.corrections.write(Array(FindingWriter.correctionsHeader.utf8))
    try files.rejects.write(Array("source,line,offset,reason,raw\n".utf8))
    self.files = Mutex(files)
  }

  package func write(
    findings rows: [UInt8], corrections corrected: [UInt8], tasks: [UInt8]
  ) throws(SystemFault) {
    try files.withLock { (files) throws(SystemFault) in
      try files.tasks?.write(tasks)
      try files.findings.write(rows)
      try files.corrections.write(corrected)
    }
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
      if !masking.isOn { text.append(csv: row.raw) }
      text.append(UInt8(ascii: "\n"))
    }
    let bytes = text
    try files.withLock { (files) throws(SystemFault) in try files.rejects.write(bytes) }
  }

  /// Brings everything to the disk.
  package func finish() throws(SystemFault) {
    try files.withLock { (files) throws(SystemFault) in
      try files.findings.finish()
      try files.corrections.finish()
      try files.rejects.finish()
      try files.tasks?.finish()
    }
  }
}
