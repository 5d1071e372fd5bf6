/// One kind of fault of an account, or of how the account system differs from it.
enum AccountFault: Int, CaseIterable, Sendable {
  case branchMissing, movementImpossible
  case missingInSystem, onlyInSystem
  case openThere, closedThere, suspendedThere
  case nameOther, natureOther, representativeOther, openedOther, codeOther
  case secondBasic, idle
}

/// What looks like a fault of an account and is none.
enum AccountNearMiss: Int, CaseIterable, Sendable {
  /// Opened too lately to be in the account system.
  case young
  /// Closed too lately for the account system to know.
  case closedLately
  /// In dollars: the account system has accounts in yuan.
  case inDollars
  /// The last movement was a year ago to the day.
  case movedYearAgo
  /// Blanks, hyphens and brackets in another way.
  case otherWriting
  /// The day of first use in the place of the day of opening.
  case openedDaysLater
  /// One basic account was closed before the other was opened.
  case basicAfterBasic
}
