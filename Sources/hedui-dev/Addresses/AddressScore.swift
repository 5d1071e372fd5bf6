import Addresses
import References

/// Right, wrong and undecided, by level and by phenomenon.
struct AddressScore {
  struct Counts {
    var all = 0
    var right = 0
    var wrong = 0
    var undecided = 0
    /// By level: province, prefecture, county.
    var levelsRight = [0, 0, 0]
    var levelsWrong = [0, 0, 0]
    var grades = 0
    var gradesRight = 0
    var parts = 0
    var partsRight = 0

    mutating func add(_ other: Counts) {
      all += other.all
      right += other.right
      wrong += other.wrong
      undecided += other.undecided
      for level in 0..<3 {
        levelsRight[level] += other.levelsRight[level]
        levelsWrong[level] += other.levelsWrong[level]
      }
      grades += other.grades
      gradesRight += other.gradesRight
      parts += other.parts
      partsRight += other.partsRight
    }
  }

  private(set) var counts: [String: Counts] = [:]
  /// What was taken for what, with one text for each.
  private(set) var confusions: [String] = []
  private let divisions: Divisions

  init(_ divisions: Divisions) { self.divisions = divisions }

  /// Province, prefecture and county of a code; 0 where there is none.
  private func levels(_ code: Int32) -> [Int32] {
    if code == 0 { return [0, 0, 0] }
    let county = code % 100 == 0 ? 0 : code
    return [code / 10_000 * 10_000, divisions.prefecture(of: code), county]
  }

  mutating func add(_ item: AddressCase, _ address: Address) {
    var one = Counts()
    one.all = 1
    let truth = levels(item.code)
    let read = [
      address.province, address.prefecture,
      address.county % 100 == 0 ? 0 : address.county,
    ]
    for level in 0..<3 {
      if read[level] == truth[level] {
        one.levelsRight[level] = 1
      } else if read[level] != 0 {
        one.levelsWrong[level] = 1
      }
    }
    one.wrong = one.levelsWrong.contains(1) ? 1 : 0
    one.right = one.levelsRight == [1, 1, 1] ? 1 : 0
    one.undecided = 1 - one.wrong - one.right
    var remarks: [String] = []
    if one.right == 0 { remarks.append("\(address.code) for \(item.code)") }
    if let grade = item.grade {
      one.grades = 1
      one.gradesRight = grade == address.grade.letter ? 1 : 0
      if one.gradesRight == 0 { remarks.append("grade \(address.grade.letter) for \(grade)") }
    }
    if let parts = item.parts {
      one.parts = parts.count
      one.partsRight = parts.count { address.components.contains($0) }
      if one.partsRight < one.parts {
        let wrong = address.components.filter { $0.kind != .separator && !parts.contains($0) }
        let words = wrong.map {
          "\(String(decoding: item.text[$0.range], as: UTF8.self))=\($0.kind.name)"
        }
        remarks.append("parts " + words.joined(separator: " "))
      }
    }
    counts[item.phenomenon, default: Counts()].add(one)
    if !remarks.isEmpty {
      let text = String(decoding: item.text, as: UTF8.self)
      confusions.append("\(item.phenomenon)\t\(text)\t\(remarks.joined(separator: "; "))")
    }
  }

  var total: Counts {
    var sum = Counts()
    for one in counts.values { sum.add(one) }
    return sum
  }
}
