import Extracts
import Findings
import Records
import References
import Registries
import Validators

/// What a job file asks for, checked and complete: what is read, which rules are applied,
/// where the results go.
///
/// The file is YAML; `docs/job.schema.json` describes it for editors. A relative path is
/// relative to the folder of the job file. Nothing is guessed: a job with a fault is no job.
package struct Job: Sendable {
  /// The job file, as it was named.
  package let path: String
  /// `asOf`: day the data speak of. Required.
  package var asOf: Day
  /// `language`: of everything that people read. Default `zh`.
  package var language: Language
  /// `sources`: the bank's extracts, in the order of the file. Required, at least one.
  package var sources: [Extract]
  /// `registries`: other parties' data, in the order of the file. Default none.
  package let registries: [RegistrySource]
  /// `reconciliations`: books that have to agree, in the order of the file. Default none.
  package let reconciliations: [Reconciliation]
  /// `own`: addresses and telephones of the bank itself. Default none.
  package let own: BankOwn
  /// `rules`: what is applied. Default every rule of the set `standard`.
  package var rules: SettledRules
  /// `output`: where the results go.
  package var output: OutputSettings
  /// `worklists`: workbooks for the branches; nil where the job has no such section: then
  /// none are written.
  package let worklists: WorklistSettings?
  /// `thresholds`: when a run counts as failed.
  package var thresholds: Thresholds
  /// `memory`: megabytes that the state of rules on all records may take before it goes to
  /// the disk. Default 256.
  package let memory: Int
  /// The product's tables, and the bank's own (`mappings`) laid over them.
  package let mappings: MappingsFolder

  /// Reads a job, or lists all that is wrong with it.
  ///
  /// Looks at the disk for the files that the job names (not into them), and reads rule
  /// sets, mappings and code translations.
  ///
  /// - Parameters:
  ///   - path: The job file as the user named it: the base of relative paths, and the name
  ///     in messages.
  ///   - text: The bytes of the file.
  ///   - mappings: The product's tables; where it has a bank's folder laid over it already,
  ///     that of the job is not looked at.
  ///   - catalogue: Every rule of the product.
  ///   - ruleSet: A rule set to apply in place of all that the job says of rules.
  package static func load(
    path: String, text: [UInt8], mappings: MappingsFolder, catalogue: [Rule],
    ruleSet: String? = nil
  ) -> Result<Job, JobFaults> {
    JobReader(path: path, mappings: mappings, catalogue: catalogue, ruleSet: ruleSet).read(text)
  }
}

extension Job {
  /// The sources in the order in which they are checked: persons, organisations, accounts,
  /// transactions, because the later speak of the earlier; those of one party in the order of
  /// the file.
  package var orderedSources: [Extract] {
    Party.allCases.flatMap { party in sources.filter { $0.party == party } }
  }
}

/// Another party's extract, such as that of the business registry.
package struct RegistrySource: Sendable {
  /// What the job calls it.
  package let name: String
  /// `kind`: what rules ask for. Default the name, which must be a kind then.
  package let kind: RegistryKind
  package let extract: Extract
  /// `asOf`: day the extract speaks of. Required.
  package let asOf: Day
  /// `priority`: 1 to 99, 1 the highest: whom to believe where extracts of one kind
  /// contradict each other; of equal ones the younger. Default 1, of `own` 9.
  package let priority: Int
  /// `coverage`: whom the extract has. Default unknown.
  package let coverage: RegistryCoverage?
}

/// Where the results go.
package struct OutputSettings: Sendable, Equatable {
  /// `folder`: absolute. Default `out` beside the job file.
  package var folder: String
  /// `mask`: classes of elements whose values are masked in what is written. Default none.
  package var masking: Masking
}

/// What the workbooks for the branches say.
package struct WorklistSettings: Sendable, Equatable {
  /// `deadline`: day by which the answers are due. Default none.
  package let deadline: Day?
  /// `maskNames`: whether customers' names are masked. Default false.
  package let masksNames: Bool
  /// `contact`: whom the branches may ask. Default empty.
  package let contact: String
  /// `bank`: name of the bank, in the heading. Default empty.
  package let bank: String
}

/// When a run counts as failed.
package struct Thresholds: Sendable, Equatable {
  /// `failOn`: findings of this severity or worse end the run with status 1. Default `error`.
  package var failOn: Severity
  /// `rejects`: greatest share of the rows of a source, 0 to 1, that may be unreadable.
  /// Default 1.
  package var rejects: Double
  /// `registryLoss`: share of rows, 0 to 1, by which a registry may have shrunk since the
  /// run that left the output folder as it is; beyond it the extract looks cut off, and the
  /// run is refused. Default 0.5.
  package var registryLoss = 0.5
}
