import Records

/// What a program of a rule did wrong.
package enum ProgramFault: Error, Equatable, Sendable {
  /// It could not be started; the system's own words.
  case notStarted(String)
  /// There is no such program, or it may not be run.
  case notFound(String)
  /// It did not answer the first line with `{"hedui":1}`.
  case notReady
  case late(seconds: Int)
  /// It ended, with this status, or minus the number of the signal that ended it.
  case ended(Int32)
  case flooded
  case lineTooLong
  /// The line is no JSON of the agreed form; the first byte that does not fit, from 1 on.
  case badAnswer(at: Int)
  /// It answered another batch than the one it was asked about.
  case wrongBatch
  /// It answered out of order, twice, too little, or for another record.
  case wrongRecord
  /// It wrote more than the answer.
  case tooMuch
  /// The run was to stop before it answered.
  case stopped
  /// It went wrong too often and is not asked any more.
  case givenUp

  package var text: Text {
    switch self {
    case .notStarted(let reason):
      Text(zh: "外部程序无法启动：\(reason)", en: "the program cannot be started: \(reason)")
    case .notFound(let name):
      Text(zh: "找不到外部程序“\(name)”或无权运行", en: "there is no program \"\(name)\", or it may not be run")
    case .notReady:
      Text(zh: "外部程序未按约定应答启动消息", en: "the program did not answer the first line as agreed")
    case .late(let seconds):
      Text(zh: "外部程序超过 \(seconds) 秒未应答", en: "the program gave no answer within \(seconds) s")
    case .ended(let status) where status < 0:
      Text(
        zh: "外部程序被信号 \(-status) 终止", en: "the program was ended by signal \(-status)")
    case .ended(let status):
      Text(zh: "外部程序提前退出，退出码 \(status)", en: "the program ended early, with status \(status)")
    case .flooded:
      Text(zh: "外部程序向标准错误输出过多", en: "the program floods standard error")
    case .lineTooLong:
      Text(zh: "外部程序的应答行过长", en: "a line of the program is too long")
    case .badAnswer(let place):
      Text(
        zh: "外部程序的应答不是约定的 JSON（第 \(place) 字节起）",
        en: "an answer of the program is not of the agreed form, from byte \(place) on")
    case .wrongBatch:
      Text(zh: "外部程序应答了其他批次", en: "the program answered another batch")
    case .wrongRecord:
      Text(
        zh: "外部程序的应答与所问记录不一致（乱序、重复、缺失或不是所问的记录）",
        en:
          "the answers of the program do not fit the records asked about: out of order, twice, missing, or another's"
      )
    case .tooMuch:
      Text(zh: "外部程序多发了应答", en: "the program wrote more than its answer")
    case .stopped: Text(zh: "运行已中止", en: "the run was stopped")
    case .givenUp:
      Text(
        zh: "外部程序连续出错 \(ProgramSession.mostFaults) 次，不再调用",
        en:
          "the program went wrong \(ProgramSession.mostFaults) times in a row and is not asked any more"
      )
    }
  }
}
