import ArgumentParser
import Foundation
import Records

/// The command.
@main struct Hedui: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedui",
    abstract: "Check a bank's customer records, and hand each branch what to fix.",
    discussion: """
      Exit status: 0 clean; 1 findings at or above --fail-on; 2 incomplete (something was not \
      evaluated); 64 usage; 65 input refused; 70 our fault; 74 input or output; 78 configuration.
      """,
    version: Product.version,
    subcommands: [
      Run.self, Peek.self, Profile.self, Rules.self, Codes.self, AddressCommand.self, Identify.self,
      Doctor.self,
    ])
}

/// What the product says of itself.
enum Product {
  static let version = "0.1.0"
}
