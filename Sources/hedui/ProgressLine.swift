import Foundation
import Records
import Runs
import Synchronization

/// One line on standard error that says how far a run has come, and is gone when it ends.
final class ProgressLine {
  private static let interval = DispatchTimeInterval.milliseconds(200)

  private let timer: any DispatchSourceTimer
  private let line = Line()

  /// Shows the line from now on; nil where standard error is no terminal.
  init?(_ progress: RunProgress, language: Language) {
    if isatty(FileHandle.standardError.fileDescriptor) != 1 { return nil }
    timer = DispatchSource.makeTimerSource(queue: .global())
    let start = ContinuousClock.now
    timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval)
    timer.setEventHandler { [line] in
      guard let look = progress.look else { return }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      line.show(Self.text(look, seconds: seconds, language))
    }
    timer.resume()
  }

  /// Takes the line away. Further calls do nothing.
  func end() {
    timer.cancel()
    line.end()
  }

  /// The line itself; nothing may be written to it after its end.
  private final class Line: Sendable {
    private let ended = Mutex(false)

    func show(_ text: String) {
      ended.withLock { ended in
        if !ended { Self.write("\r\u{1B}[K" + text) }
      }
    }

    func end() {
      ended.withLock { ended in
        if !ended { Self.write("\r\u{1B}[K") }
        ended = true
      }
    }

    private static func write(_ text: String) {
      FileHandle.standardError.write(Data(text.utf8))
    }
  }

  /// The words of the line, such as `检核 persons：1,234,567 行，56%，3 秒`.
  static func text(_ look: RunProgress.Look, seconds: Double, _ language: Language) -> String {
    let isChinese = language == .zh
    let stage =
      switch look.stage {
      case .readingRegistry(let name):
        isChinese ? "读取外部登记信息 \(name)" : "reading registry \(name)"
      case .readingKeys(let name):
        isChinese ? "读取 \(name) 的代码与名称" : "reading numbers and names of \(name)"
      case .checking(let name): isChinese ? "检核 \(name)" : "checking \(name)"
      case .reconciling(let name): isChinese ? "核对 \(name)" : "comparing \(name)"
      case .concluding: isChinese ? "比对全部记录" : "comparing all records"
      case .writingWorkbooks: isChinese ? "写出整改清单" : "writing workbooks"
      }
    var parts: [String] = []
    if look.rows > 0 {
      let rows = look.rows.formatted(.number.locale(Locale(identifier: "en_US")))
      parts.append(isChinese ? "\(rows) 行" : "\(rows) rows")
    }
    if let share = look.share { parts.append("\(Int(share * 100))%") }
    parts.append(isChinese ? "\(Int(seconds)) 秒" : "\(Int(seconds)) s")
    return stage + (isChinese ? "：" : ": ") + parts.joined(separator: isChinese ? "，" : ", ")
  }
}
