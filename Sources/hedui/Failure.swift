import Extracts
import Findings
import Foundation
import Records
import References
import RuleSets
import Runs
import Worklists

/// What went wrong, in words for people and as an exit status.
struct Failure {
  let text: Text
  let status: ExitStatus

  /// There is no `mappings/` folder.
  struct NoMappings: Error {}

  init(_ error: any Error) {
    switch error {
    case let fault as ReadFault:
      text = Text(zh: fault.text(.zh), en: fault.text(.en))
      if case .system = fault.kind { status = .inputOutput } else { status = .inputRefused }
    case let fault as ContainerFault:
      text = Text(zh: fault.text(.zh), en: fault.text(.en))
      status = .inputRefused
    case let fault as SystemFault:
      text = Text(zh: "\(fault.path)：操作失败（\(fault.reason)）", en: fault.description)
      status = .inputOutput
    case let fault as WorkbookFault:
      text = Text(zh: "工作簿没有写成：\(fault)", en: "\(fault)")
      status = .inputOutput
    case let fault as ReferenceFault:
      text = Text(zh: "代码表有误：\(fault.text.zh)", en: fault.text.en)
      status = .configuration
    case let unknown as Codes.UnknownCode:
      text = unknown.text
      status = .inputRefused
    case let refusal as JobRun.Refusal: (text, status) = Self.words(refusal)
    case is Engine.Interrupted:
      text = Text(zh: "已中断，原有结果没有改动", en: "interrupted; nothing was changed")
      status = .interrupted
    case let faulty as FaultyRules:
      func list(_ language: Language) -> String {
        "\n" + faulty.faults.map { $0.text(language) }.joined()
      }
      text = Text(zh: "规则文件有误" + list(.zh), en: "the files of rules are wrong" + list(.en))
      status = .configuration
    case is NoMappings:
      text = Text(
        zh: "程序旁边没有 mappings 目录，请设置 HEDUI_MAPPINGS",
        en: "no mappings folder beside the program; set HEDUI_MAPPINGS")
      status = .configuration
    case let error as CocoaError:
      text = Text(zh: "文件操作失败：\(error.localizedDescription)", en: error.localizedDescription)
      status = .inputOutput
    default:
      text = Text(zh: "程序内部错误：\(error)", en: "\(error)")
      status = .ourFault
    }
  }

  private static func words(_ refusal: JobRun.Refusal) -> (Text, ExitStatus) {
    switch refusal {
    case .tables(let faults):
      func list(_ language: Language) -> String {
        faults.map { $0.text[language] }.joined(separator: "\n")
      }
      return (Text(zh: "代码表有误，未执行：\n" + list(.zh), en: list(.en)), .configuration)
    case .rejects(let source, let rejected, let read):
      return (
        Text(
          zh: "\(source)：\(read) 行中有 \(rejected) 行读不出来，超过作业允许的比例",
          en: refusal.description), .inputRefused
      )
    case .registryLoss(let name, let rows, let before):
      return (
        Text(
          zh: "\(name)：只有 \(rows) 行，上次执行时有 \(before) 行，像是不完整的文件，未执行；"
            + "确实变少的，请在 thresholds.registryLoss 中放宽",
          en: refusal.description), .inputRefused
      )
    case .rowsLost(let source, let read, let checked, let rejected):
      return (
        Text(
          zh: "\(source)：读到 \(read) 行，检核 \(checked) 行，退回 \(rejected) 行，对不上",
          en: refusal.description), .ourFault
      )
    case .inputChanged(let path):
      return (Text(zh: "\(path) 在读取过程中被改动", en: refusal.description), .inputRefused)
    }
  }
}

/// The bank's files of rules are wrong.
struct FaultyRules: Error {
  let faults: [JobFault]
}
