import Records

/// Gives every invented person a date of birth and a number in sequence, so that no two
/// identification numbers are alike, whoever else is made and in whatever order.
struct SampleIdentity: Sendable {
  /// Days of birth from the first day on: slots up to and with the day, summed up.
  private let ends: [Int32]
  private let firstDay: Day
  private let permutation: SamplePermutation
  /// How often the slots have to be used: with one, every birthplace may be drawn; with
  /// more, each use has birthplaces of its own.
  let rounds: Int

  /// Room for `count` persons.
  init(count: Int, seed: UInt64) {
    // Slots a day of birth, by year: how many of a bank's customers are how old.
    let years: [(last: Int, slots: Int32)] = [
      (1945, 40), (1955, 130), (1962, 200), (1975, 400), (1990, 440), (2000, 300), (2008, 220),
      (2020, 90), (2026, 30),
    ]
    firstDay = Day(number: -11_688)  // 1938-01-01
    let lastDay = Day(number: 20_605)  // 2026-06-01
    var ends: [Int32] = []
    var sum: Int32 = 0
    for number in firstDay.number...lastDay.number {
      let year = Day(number: number).year
      sum += years.first { year <= $0.last }?.slots ?? 1
      ends.append(sum)
    }
    self.ends = ends
    permutation = SamplePermutation(count: Int(sum), seed: seed ^ 0x1D)
    rounds = (count + Int(sum) - 1) / Int(sum)
  }

  struct Slot: Sendable {
    let birth: Day
    /// 1 to 998: odd for men.
    let sequence: Int
    let round: Int
  }

  func slot(_ index: Int, male: Bool) -> Slot {
    let place = permutation[index % permutation.count]
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) > place { high = middle } else { low = middle + 1 }
    }
    let before = low == 0 ? 0 : Int(ends[low - 1])
    let slots = Int(ends[low]) - before
    // Spread over the numbers that a day has, the same step for all of the day.
    let spread = ((place - before) * (499 / max(slots, 1)) + low % 7) % 499
    return Slot(
      birth: firstDay.adding(days: low), sequence: spread * 2 + (male ? 1 : 2),
      round: index / permutation.count)
  }

  /// Appends the number of 18 characters with its check character.
  static func append(
    region: Int, birth: Day, sequence: Int, to text: inout [UInt8]
  ) {
    let start = text.count
    text.append(number: region, width: 6)
    text.append(compact: birth)
    text.append(number: sequence, width: 3)
    text.append(check(text[start..<(start + 17)]))
  }

  /// GB 11643-1999: weights 2¹⁷ … 2¹, the whole leaves 1 when divided by 11.
  static func check(_ digits: ArraySlice<UInt8>) -> UInt8 {
    var sum = 0
    for digit in digits { sum = sum * 2 + Int(digit) - 0x30 }
    let value = (12 - sum * 2 % 11) % 11
    return value == 10 ? UInt8(ascii: "X") : UInt8(value) + 0x30
  }
}
