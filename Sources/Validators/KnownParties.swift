import Records

/// What was learned of the parties that are checked before the one a record is of. Frozen:
/// every core reads it at once.
package struct KnownParties: Sendable {
  /// The owners of accounts, from the sources of organisations; nil where the run has none, or
  /// no rule asks.
  package var owners: FrozenBox<OwnerTable>?
  /// The accounts of the run; nil where it has none, or no rule asks.
  package var accounts: FrozenBox<AccountTable>?

  package init(owners: FrozenBox<OwnerTable>? = nil, accounts: FrozenBox<AccountTable>? = nil) {
    self.owners = owners
    self.accounts = accounts
  }

  /// What a rule may ask for.
  package enum Need: Sendable {
    /// `owners`.
    case owners
    /// `accounts`.
    case accounts
  }
}
