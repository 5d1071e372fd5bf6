import Records

/// What the business registry says of an organisation.
struct RegistryRow: Sendable {
  var creditCode: String
  var name: String
  var legalRepresentative: String
  var address: String
  var status: String
  /// Yuan.
  var capital: Int
  var scope: String
  var established: Day
  /// Nil: without end.
  var termEnd: Day?
  var industryCode: String
  var formerName: String
  /// As the registry words it.
  var type: String
}

/// An invented organisation: the fields of its record and what the registry says.
struct Organisation: Sendable {
  enum Kind: Sendable { case company, shop, cooperative, institution }

  var fields: FieldBuffer<OrganisationField>
  var registry: RegistryRow
  var kind: Kind
  var established: Day
  var opened: Day
  var county: Int
  var hasOldLicence: Bool
}
