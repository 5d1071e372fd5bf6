import Foundation

/// What the run before left in the output folder, as far as the next one asks.
struct PreviousRun {
  private struct Manifest: Decodable {
    struct Input: Decodable {
      let source: String
      let rowsRead: Int
    }
    let registries: [Input]
  }

  /// Rows of the registries, by name.
  let rows: [String: Int]

  /// nil where there is no manifest that can be read: then nothing is known of a run before.
  init?(in folder: String) {
    guard let data = FileManager.default.contents(atPath: folder + "/manifest.json"),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { return nil }
    rows = Dictionary(manifest.registries.map { ($0.source, $0.rowsRead) }, uniquingKeysWith: +)
  }
}
