import Records

/// What another party's extract is: `kind` of a registry in the job. Rules ask for a kind;
/// a job may have several extracts of one.
package enum RegistryKind: String, CaseIterable, Sendable {
  /// The business registry, or a vendor's copy of it.
  case business
  /// The central bank's account system.
  case accounts
  /// The list of abnormal operations.
  case abnormal
  /// The list of serious violations.
  case violations
  /// A register that the bank keeps itself of organisations: it answers where the business
  /// registry does not, with the least authority.
  case own
  /// A list of names: wanted in fraud cases, sanctions, the bank's own.
  case list

  /// Whose records it has; nil where it has both persons and organisations.
  package var party: Party? {
    switch self {
    case .accounts: .account
    case .list: nil
    case .business, .abnormal, .violations, .own: .organisation
    }
  }

  /// Elements of which an extract must have one.
  package var keys: [DataElement] {
    switch self {
    case .accounts: [.accountNumber]
    case .list: [.name, .documentNumber, .creditCode]
    case .business, .abnormal, .violations, .own: [.creditCode, .licenceNumber]
    }
  }

  /// Numbers that stand on one row only, the first that a row has; none where an organisation
  /// comes onto a list and off it again.
  package var numbers: [DataElement] {
    switch self {
    case .accounts: [.accountNumber]
    case .business, .own: [.creditCode, .licenceNumber]
    case .abnormal, .violations, .list: []
    }
  }

  /// The kind that rules ask for.
  package var asked: RegistryKind { self == .own ? .business : self }

  /// Priority of an extract that the job gives none: 1 is the highest.
  package var standardPriority: Int { self == .own ? 9 : 1 }
}
