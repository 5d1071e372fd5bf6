import Foundation
import Records

/// Finds the files that a job names.
struct FileFinder: Sendable {
  /// Folder of the job file as the user named it; empty for the current one.
  let folder: String

  init(jobFile: String) {
    folder = jobFile.lastIndex(of: "/").map { String(jobFile[...$0]) } ?? ""
  }

  /// A path of the job, relative to its folder.
  func path(_ text: String) -> String { text.hasPrefix("/") ? text : folder + text }

  /// A path as the job would write it.
  func shown(_ path: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// The same as an absolute path.
  func absolutePath(_ text: String) -> String {
    URL(filePath: path(text)).standardizedFileURL.path
  }

  /// Why a pattern stands for no file.
  enum Miss: Error, Equatable {
    case noFile(nearest: String?)
    case noFolder(String)
    case wildcardInFolder
    case isAFolder
    case unreadable(String)
  }

  /// The files that a path with `*` and `?` in its last part stands for, sorted by bytes.
  /// Hidden files are found only by a pattern that begins with a dot.
  func files(_ pattern: String) -> Result<[String], Miss> {
    let whole = path(pattern)
    let cut = whole.lastIndex(of: "/").map { whole.index(after: $0) } ?? whole.startIndex
    let (parent, last) = (String(whole[..<cut]), String(whole[cut...]))
    let given = pattern.lastIndex(of: "/").map { pattern[..<$0] } ?? ""
    if given.contains(where: { $0 == "*" || $0 == "?" }) { return .failure(.wildcardInFolder) }
    let place = parent.isEmpty ? "." : parent
    if !last.contains(where: { $0 == "*" || $0 == "?" }) {
      switch Self.kind(of: whole) {
      case .file: return .success([whole])
      case .folder: return .failure(.isAFolder)
      case .nothing: break
      }
    }
    guard Self.kind(of: place) == .folder else {
      return .failure(.noFolder(given.isEmpty ? place : String(given)))
    }
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: place) } catch {
      return .failure(.unreadable(error.localizedDescription))
    }
    let wanted = Array(last)
    let found = names.filter {
      (last.hasPrefix(".") || !$0.hasPrefix(".")) && Self.matches(Array($0), wanted)
        && Self.kind(of: parent + $0) == .file
    }
    if found.isEmpty {
      return .failure(
        .noFile(
          nearest: SettingsReader.nearest(to: last, among: Array(names.sorted().prefix(2_000)))))
    }
    return .success(
      found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { parent + $0 })
  }

  enum Kind { case file, folder, nothing }

  /// What stands at a path; a pipe counts as a file.
  static func kind(of path: String) -> Kind {
    let files = FileManager.default
    guard files.fileExists(atPath: path) else { return .nothing }
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    let type = (try? files.attributesOfItem(atPath: place))?[.type] as? FileAttributeType
    return type == .typeDirectory ? .folder : .file
  }

  /// Whether a name fits a pattern: `*` stands for any characters, `?` for one.
  /// O(length of the name · length of the pattern).
  static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
    var (place, at) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while place < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, place)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[place] {
        place += 1
        at += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        place = last.name + 1
        at = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
