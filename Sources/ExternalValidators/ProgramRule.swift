import Findings
import Records

/// A rule that another program decides. The contract is `docs/external-validators.md`.
package struct ProgramRule: RuleSessionMaker {
  /// Id of the rule.
  package let rule: String
  /// The program and its arguments.
  package let command: [String]
  /// The folder in which it works: that of the file which names it.
  package let folder: String
  /// What it gets of a record, in this order.
  package let sends: [DataElement]
  /// The element that its findings speak of.
  package let element: DataElement
  package let action: Action
  /// Most records of a batch.
  package let batch: Int
  /// Seconds that it may take for a batch.
  package let seconds: Int
  /// Seconds that it may take to start.
  package let startSeconds: Int
  /// Megabytes of address space that it may have.
  package let megabytes: Int
  /// Day the data speak of, for the program.
  package let asOf: Day
  package let language: Language
  /// The bank's values of the rule's parameters, for the program.
  package let parameters: [String: Parameter.Value]

  package static let batches = 64...512
  package static let usualBatch = 256
  package static let usualSeconds = 10
  package static let usualMegabytes = 1024

  package init(
    rule: String, command: [String], folder: String, sends: [DataElement], element: DataElement,
    action: Action, batch: Int, seconds: Int, startSeconds: Int = 30, megabytes: Int, asOf: Day,
    language: Language, parameters: [String: Parameter.Value]
  ) {
    self.rule = rule
    self.command = command
    self.folder = folder
    self.sends = sends
    self.element = element
    self.action = action
    self.batch = batch
    self.seconds = seconds
    self.startSeconds = startSeconds
    self.megabytes = megabytes
    self.asOf = asOf
    self.language = language
    self.parameters = parameters
  }

  package func session(
    masking: Masking, isStopped: @escaping @Sendable () -> Bool
  ) -> any RuleSession {
    ProgramSession(self, masking: masking, isStopped: isStopped)
  }

  /// The first line that the program gets.
  var greeting: [UInt8] {
    var line: [UInt8] = []
    line.append("{\"hedui\":1,\"rule\":")
    line.append(json: rule.utf8.span)
    line.append(
      contentsOf: ",\"asOf\":\"\(asOf)\",\"language\":\"\(language.rawValue)\",\"elements\":[".utf8)
    for (place, element) in sends.enumerated() {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(json: element.name.utf8.span)
    }
    line.append("],\"parameters\":{")
    for (place, parameter) in parameters.sorted(by: { $0.key < $1.key }).enumerated() {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(json: parameter.key.utf8.span)
      line.append(UInt8(ascii: ":"))
      switch parameter.value {
      case .integer(let number): line.append(decimal: number)
      case .texts(let texts):
        line.append(UInt8(ascii: "["))
        for (place, text) in texts.enumerated() {
          if place > 0 { line.append(UInt8(ascii: ",")) }
          line.append(json: text.utf8.span)
        }
        line.append(UInt8(ascii: "]"))
      }
    }
    line.append("}}\n")
    return line
  }
}
