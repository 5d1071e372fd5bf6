import Records

/// The findings of one branch: where their rows stand in `findings.csv`.
package struct BranchFindings: Sendable {
  package let name: [UInt8]
  package private(set) var count = 0
  /// The distances between rows, seven bits a byte: two or three bytes a finding.
  private var distances: [UInt8] = []
  private var last = 0

  init(name: [UInt8]) { self.name = name }

  /// Takes in a row behind the others.
  mutating func append(_ offset: Int) {
    var distance = offset - last
    while distance >= 0x80 {
      distances.append(UInt8(truncatingIfNeeded: distance) | 0x80)
      distance >>= 7
    }
    distances.append(UInt8(distance))
    last = offset
    count += 1
  }

  /// Offsets of the rows, in the order of the file.
  package var offsets: Offsets { Offsets(distances: distances) }

  package struct Offsets: Sequence, IteratorProtocol, Sendable {
    private let distances: [UInt8]
    private var place = 0
    private var offset = 0

    fileprivate init(distances: [UInt8]) { self.distances = distances }

    package mutating func next() -> Int? {
      guard place < distances.count else { return nil }
      var shift = 0
      while place < distances.count {
        let byte = distances[place]
        place += 1
        offset += Int(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return offset
    }
  }
}

extension FindingsReader {
  /// Reads the rest of the file and sorts its rows by branch, those left out that `keep` does
  /// not want. Branches come in the order of their bytes. Two or three bytes a finding.
  package func branches(
    keeping keep: (FindingsReader) -> Bool = { _ in true }
  ) throws -> [BranchFindings] {
    var short: [ShortKey: Int] = [:]
    var long: [[UInt8]: Int] = [:]
    var branches: [BranchFindings] = []
    while try next() {
      guard keep(self) else { continue }
      let known: Int?
      let key = shortKey(.branch)
      if let key { known = short[key] } else { known = long[Array(self[.branch])] }
      if let known {
        branches[known].append(offset)
        continue
      }
      if let key {
        short[key] = branches.count
      } else {
        long[Array(self[.branch])] = branches.count
      }
      var branch = BranchFindings(name: Array(self[.branch]))
      branch.append(offset)
      branches.append(branch)
    }
    return branches.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}
