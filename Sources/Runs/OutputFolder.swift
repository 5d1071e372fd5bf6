import Foundation
import Records

/// The folder that a run leaves, made beside its place and put there whole.
///
/// Everything is written into a hidden folder next to the output folder; at the end the two
/// change places in one step, so that at every moment there is either the whole earlier
/// output or the whole new one. Files in the folder that are not ours are carried over.
package final class OutputFolder {
  /// Where the output belongs.
  package let path: String
  /// Where it is being made.
  package let staging: String
  private var committed = false

  /// Names that a run makes; anything else in the folder is somebody else's.
  private static let ours: Set<String> = [
    "manifest.json", "findings.csv", "corrections.csv", "rejects.csv", "summary.json",
    "worklists", "report", "alignment.xlsx", "reconciliation.xlsx", "registry-summary.xlsx",
  ]

  /// Makes the hidden folder; takes away what a killed run left.
  package init(path: String) throws {
    let url = URL(filePath: path).standardizedFileURL
    self.path = url.path
    let parent = url.deletingLastPathComponent()
    let stem = ".\(url.lastPathComponent).hedui-"
    staging = parent.path + "/" + stem + String(ProcessInfo.processInfo.processIdentifier)
    let files = FileManager.default
    try files.createDirectory(
      at: parent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    for name in (try? files.contentsOfDirectory(atPath: parent.path)) ?? []
    where name.hasPrefix(stem) {
      guard let owner = Int32(name.dropFirst(stem.count)), owner != getpid(), kill(owner, 0) != 0
      else { continue }
      try files.removeItem(atPath: parent.path + "/" + name)
    }
    if files.fileExists(atPath: staging) { try files.removeItem(atPath: staging) }
    do throws(SystemFault) { try FileSystem.makeFolder(staging) } catch { throw error }
  }

  deinit { if !committed { try? FileManager.default.removeItem(atPath: staging) } }

  /// Path of a file to be made.
  package func file(_ name: String) -> String { staging + "/" + name }

  /// Puts the new output in the place of the old one.
  package func commit() throws {
    let files = FileManager.default
    guard files.fileExists(atPath: path) else {
      try FileSystem.rename(staging, to: path)
      committed = true
      try FileSystem.flushFolder(URL(filePath: path).deletingLastPathComponent().path)
      return
    }
    for name in try files.contentsOfDirectory(atPath: path)
    where !Self.ours.contains(name) && !files.fileExists(atPath: file(name)) {
      try files.linkItem(atPath: path + "/" + name, toPath: staging + "/" + name)
    }
    try FileSystem.exchange(staging, path)
    committed = true
    try FileSystem.flushFolder(URL(filePath: path).deletingLastPathComponent().path)
    // What lies there now is the earlier output.
    try files.removeItem(atPath: staging)
  }
}
