import ArgumentParser

@main struct HeduiDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedui-dev",
    abstract: "Tools for whoever develops hedui.",
    subcommands: [
      AddressAccuracyCommand.self,
      AddressBenchCommand.self,
      BenchCommand.self,
      BookBenchCommand.self,
      GenerateCommand.self,
      MappingsCommand.self,
      NewValidatorCommand.self,
      RegistryBenchCommand.self,
      SampleCommand.self,
    ])
}
