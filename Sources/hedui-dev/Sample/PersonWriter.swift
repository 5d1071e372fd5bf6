import Foundation
import Records
import Synchronization

/// Makes persons on all cores, piece by piece; what comes out does not depend on how many
/// there are.
struct PersonWriter: Sendable {
  let faults: PersonFaults
  let delimiter: [UInt8]
  /// Nil: UTF-8.
  let encoder: GB18030Encoder?
  let allWrong: Bool

  private static let pieceSize = 8192

  private struct Piece: Sendable {
    var text: [UInt8] = []
    var truth: [PlantedFault] = []
  }

  /// Hands the header and the records over in order, in pieces of some hundred kilobytes.
  /// Returns the planted faults.
  func write(_ count: Int, put: ([UInt8]) throws -> Void) throws -> [PlantedFault] {
    var header = PersonField.allCases.map(\.title).joined(
      separator: String(decoding: delimiter, as: UTF8.self))
    header += "\n"
    try put(Array(header.utf8))
    var truth: [PlantedFault] = []
    let pieces = (count + Self.pieceSize - 1) / Self.pieceSize
    let cores = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    // A wave of several pieces a core; while one is written out the cores rest, which costs
    // little beside making them.
    let wave = cores * 4
    var next = 0
    while next < pieces {
      let first = next
      let number = min(wave, pieces - first)
      let done = Mutex<[Int: Piece]>([:])
      DispatchQueue.concurrentPerform(iterations: number) { offset in
        let piece = make(first + offset, of: count)
        done.withLock { $0[offset] = piece }
      }
      let made = done.withLock { $0 }
      for offset in 0..<number {
        guard let piece = made[offset] else { continue }
        truth += piece.truth
        try put(piece.text)
      }
      next += number
    }
    return truth
  }

  private func make(_ piece: Int, of count: Int) -> Piece {
    var result = Piece()
    var fields = FieldBuffer<PersonField>()
    var other = FieldBuffer<PersonField>()
    let range = piece * Self.pieceSize..<min((piece + 1) * Self.pieceSize, count)
    result.text.reserveCapacity(range.count * 300)
    for index in range {
      if allWrong {
        faults.fillWrong(index, &fields)
      } else {
        faults.fill(index, &fields, &other, &result.truth)
      }
      fields.appendLine(to: &result.text, delimiter: delimiter)
    }
    if let encoder {
      var encoded: [UInt8] = []
      encoded.reserveCapacity(result.text.count)
      encoder.append(result.text, to: &encoded)
      result.text = encoded
    }
    return result
  }
}
