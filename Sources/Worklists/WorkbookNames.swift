import Foundation
import Records

/// Names of files made from names of branches, which nobody has vouched for.
enum WorkbookNames {
  /// A name for every branch, without ending: fit for Linux, macOS and Windows, without path
  /// parts, and no two alike, not even where capitals or the form of accents do not count.
  ///
  /// A branch whose name is fit as it stands keeps it; the same branches always get the same
  /// names.
  static func assign(to branches: [[UInt8]], language: Language) -> [String] {
    let wanted = branches.map { fit(String(decoding: $0, as: UTF8.self), language: language) }
    let sameAsIs = branches.indices.filter { Array(wanted[$0].utf8) == branches[$0] }
    let others = branches.indices.filter { Array(wanted[$0].utf8) != branches[$0] }
    var names = wanted
    var taken: Set<String> = []
    for index in sameAsIs + others {
      var number = 2
      while !taken.insert(folded(names[index])).inserted {
        names[index] = wanted[index] + "_\(number)"
        number += 1
      }
    }
    return names
  }

  /// What file systems hold to be the same name.
  private static func folded(_ name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.lowercased()
  }

  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
      + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  static func fit(_ name: String, language: Language) -> String {
    var clean = ""
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        clean.append("_")
      default:
        clean.unicodeScalars.append("/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar)
      }
    }
    var characters = Array(clean)[...]
    // A file that begins with a dot is hidden, one with a dash looks like an option, and
    // one with "~" like a lock file.
    while let first = characters.first, first.isWhitespace || ".-~".contains(first) {
      characters.removeFirst()
    }
    // Excel opens no path of more than 218 characters; file systems count 255 bytes.
    var short = ""
    for character in characters.prefix(80) {
      if short.utf8.count + character.utf8.count > 180 { break }
      short.append(character)
    }
    while let last = short.last, last.isWhitespace || last == "." { short.removeLast() }
    if short.isEmpty { return BranchWords(language).noBranch }
    let stem = short.prefix { $0 != "." }.trimmingCharacters(in: .whitespaces).lowercased()
    return reserved.contains(stem) ? "_" + short : short
  }
}
