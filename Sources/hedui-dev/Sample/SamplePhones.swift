/// Numbers of mobile telephones: every one once, none that looks like a filler.
struct SamplePhones: Sendable {
  private let prefixes: [Int]
  /// Four digits that stay plain whatever four digits stand beside them.
  private let groups: [Int16]
  private let permutation: SamplePermutation

  init(prefixes: [Int], seed: UInt64) {
    self.prefixes = prefixes
    groups = (0..<10_000).filter(SamplePhones.isPlain).map(Int16.init)
    permutation = SamplePermutation(count: groups.count * groups.count, seed: seed ^ 0x50)
  }

  /// Appends the number of person `index`.
  func append(_ index: Int, _ random: inout SampleRandom, to text: inout [UInt8]) {
    let place = permutation[index % permutation.count]
    text.append(number: prefixes[random.below(prefixes.count)], width: 3)
    text.append(number: Int(groups[place / groups.count]), width: 4)
    text.append(number: Int(groups[place % groups.count]), width: 4)
  }

  /// A number of a fixed line without its area code, of 7 or 8 digits.
  func landline(_ index: Int, digits: Int) -> [UInt8] {
    let exchanges = [
      812, 815, 819, 823, 825, 829, 831, 836, 839, 842, 847, 852, 857, 861, 869, 628, 638, 583,
    ]
    var text: [UInt8] = digits == 8 ? [0x38] : []
    text.append(number: exchanges[index / groups.count % exchanges.count], width: 3)
    text.append(number: Int(groups[index * 7 % groups.count]), width: 4)
    return text
  }

  /// At least three digits, no neighbours alike, and nothing that counts up or down.
  private static func isPlain(_ number: Int) -> Bool {
    let digits = [number / 1000, number / 100 % 10, number / 10 % 10, number % 10]
    if Set(digits).count < 3 { return false }
    let steps = zip(digits, digits.dropFirst()).map { $1 - $0 }
    if steps.contains(0) || abs(steps[0]) == 1 { return false }
    return !(abs(steps[1]) == 1 && steps[1] == steps[2])
  }
}
