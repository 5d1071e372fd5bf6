import Foundation
import TestSupport
import Testing

/// Whether a small file system can be mounted in a namespace of its own.
private let canMount: Bool = {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["unshare", "-rm", "bash", "-c", "mount -t tmpfs tmpfs /mnt"]
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

@Suite struct `A full disk` {
  @Test(.enabled(if: canMount, "needs a user namespace to mount a small file system in"))
  func `leaves the earlier output whole and no trace`() throws {
    try expectWhole(size: "700k", small: SmallBank(persons: 200), large: SmallBank(persons: 30_000))
  }

  @Test(.enabled(if: canMount, "needs a user namespace to mount a small file system in"))
  func `that takes no more state of rules on all records does so too`() throws {
    // The output of the large bank alone does fit.
    try expectWhole(
      size: "24m", small: SmallBank(persons: 200),
      large: SmallBank(persons: 400_000, memory: 1), fits: SmallBank(persons: 400_000))
  }

  /// Runs a small job, then a large one for which the disk is too small; before them one that
  /// fits, where there is one.
  private func expectWhole(
    size: String, small: SmallBank, large: SmallBank, fits: SmallBank? = nil
  ) throws {
    let script = """
      mount -t tmpfs -o size=\(size) tmpfs /mnt
      if [ -n "$3" ]; then
        "$0" run "$3" --out /mnt/fits > /dev/null 2>&1; echo "fits $?"; rm -r /mnt/fits
      fi
      "$0" run "$1" --out /mnt/out > /dev/null 2>&1; echo "first $?"
      cd /mnt/out; sha256sum findings.csv summary.json manifest.json > /tmp/sums.$$; cd /mnt
      "$0" run "$2" --out /mnt/out > /dev/null 2>&1; echo "second $?"
      ls -A /mnt
      cd /mnt/out; sha256sum --quiet -c /tmp/sums.$$ && echo whole
      rm -f /tmp/sums.$$
      """
    let process = Program.start([])
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "unshare", "-rm", "bash", "-c", script, Program.path, small.job, large.job,
      fits?.job ?? "",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text == (fits == nil ? "" : "fits 1\n") + "first 1\nsecond 74\nout\nwhole\n")
  }
}
