import Foundation
import References

/// Places in the repository that tests read.
package enum Repository {
  /// The folder that holds `Package.swift`.
  package static let root: String = {
    var url = URL(filePath: #filePath)
    while !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) {
      url.deleteLastPathComponent()
    }
    return url.path
  }()

  package static var mappings: MappingsFolder { MappingsFolder(path: root + "/mappings") }
}
