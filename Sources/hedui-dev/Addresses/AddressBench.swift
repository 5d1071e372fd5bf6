import Addresses
import Foundation
import References

/// Addresses a second: parse, grade and code.
enum AddressBench {
  /// Seconds for reading every case once, the best of some runs, on a number of threads.
  static func seconds(
    _ cases: [AddressCase], _ gazetteer: AddressGazetteer, threads: Int, runs: Int
  ) -> Double {
    let parser = AddressParser(gazetteer)
    var best = Double.infinity
    for _ in 0...runs {
      let clock = ContinuousClock()
      let start = clock.now
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        let sum = sum(stride(from: thread, to: cases.count, by: threads), of: cases, parser)
        precondition(sum >= 0)
      }
      best = min(best, (clock.now - start) / .seconds(1))
    }
    return best
  }

  /// Reads some of the cases; the sum of their codes, so that no reading is left out.
  private static func sum(
    _ places: StrideTo<Int>, of cases: [AddressCase], _ parser: AddressParser
  ) -> Int {
    var address = Address()
    var sum = 0
    for place in places {
      let text = cases[place].text
      parser.parse(text.span, into: &address)
      sum &+= Int(address.code)
    }
    return sum
  }
}

/// Memory of this process in megabytes, as the system counts it.
enum ResidentMemory {
  static var megabytes: Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return 0
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return (Double(line.split(whereSeparator: { !$0.isNumber }).first ?? "0") ?? 0) / 1024
  }
}
