import Addresses
import ArgumentParser
import Foundation
import Records
import References

/// `hedui address`.
struct AddressCommand: HeduiCommand {
  static let configuration = CommandConfiguration(
    commandName: "address",
    abstract: "Read addresses, one a line of standard input; one JSON object a line comes out.",
    discussion: "Example: echo 赣州市章贡区红旗大道86号 | hedui address --explain -")

  @Argument(help: ArgumentHelp("Addresses, or - for standard input.", valueName: "address"))
  var addresses: [String] = ["-"]
  @Option(
    help: ArgumentHelp(
      "Division that decides between readings, such as 360702.", valueName: "code"))
  var region: Int32?
  @Flag(help: "Print for people how an address was read.") var explain = false
  @OptionGroup var options: SharedOptions

  func perform() throws -> ExitStatus {
    let gazetteer = try AddressGazetteer(from: try options.mappings())
    if let region, gazetteer.divisions.row(of: region) == nil {
      throw ValidationError("--region: there never was a division with the code \(region).")
    }
    let parser = AddressParser(gazetteer)
    let prior = AddressPrior(region: region ?? 0)
    let json = AddressJSON(gazetteer)
    let explanation = AddressExplanation(gazetteer, options.language)
    var address = Address()
    var output: [UInt8] = []
    func read(_ line: [UInt8]) {
      parser.parse(line.span, prior: prior, into: &address)
      if explain {
        explanation.write(address, of: line.span, to: &output)
      } else {
        json.write(address, of: line.span, to: &output)
        output.append(UInt8(ascii: "\n"))
      }
      if output.count > 1 << 16 {
        Terminal.write(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    if addresses == ["-"] {
      Terminal.eachLine(read)
    } else {
      for text in addresses { read(Array(text.utf8)) }
    }
    Terminal.write(output)
    return .clean
  }
}
