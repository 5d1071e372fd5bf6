import ArgumentParser
import Foundation
import LocalValidators
import Records
import References
import Validators

/// `hedui doctor`.
struct Doctor: HeduiCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell whether everything the program needs is there.")

  @OptionGroup var options: SharedOptions

  private struct Check: Encodable {
    let name: String
    let good: Bool
    let detail: String
  }

  func perform() throws -> ExitStatus {
    let zh = options.language == .zh
    var checks: [Check] = []
    func add(_ zhName: String, _ enName: String, _ good: Bool, _ detail: String) {
      checks.append(Check(name: zh ? zhName : enName, good: good, detail: detail))
    }
    add("程序版本", "version", true, Product.version)
    add("处理器核数", "cores", true, String(ProcessInfo.processInfo.activeProcessorCount))
    let folder = MappingsFolder.standard() == nil ? nil : try options.mappings()
    add(
      "代码表目录", "mappings folder", folder != nil,
      folder?.path ?? (zh ? "未找到，请设置 HEDUI_MAPPINGS" : "not found; set HEDUI_MAPPINGS"))
    if let folder {
      let context = Context(asOf: Day(number: 20_000), mappings: folder)
      for type in CompiledRules.recordValidators { _ = type.init(context) }
      let tables = context.references.flatMap(\.tables)
      let faults = context.faults + TableGate(tables, in: folder).faults
      add(
        "代码表", "code tables", faults.isEmpty,
        faults.isEmpty
          ? String(tables.count)
          : faults.map { $0.text[options.language] }.joined(separator: "; "))
    }
    add("检核规则", "rules", !CompiledRules.rules.isEmpty, String(CompiledRules.rules.count))
    if options.json {
      Terminal.write(try Terminal.json(checks, pretty: true))
    } else {
      for check in checks { print("\(check.good ? "✓" : "✗") \(check.name)  \(check.detail)") }
    }
    return checks.allSatisfy(\.good) ? .clean : .configuration
  }
}
