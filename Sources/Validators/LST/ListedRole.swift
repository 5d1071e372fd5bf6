import Records

/// Whom of a record a list is asked for.
enum ListedRole: Sendable, CaseIterable {
  case customer, legalRepresentative, beneficialOwner

  /// Element of the name.
  var name: DataElement {
    switch self {
    case .customer: .name
    case .legalRepresentative: .legalRepresentative
    case .beneficialOwner: .beneficialOwner
    }
  }

  /// Element of the kind of document.
  var documentType: DataElement {
    switch self {
    case .customer: .documentType
    case .legalRepresentative: .legalRepresentativeDocumentType
    case .beneficialOwner: .beneficialOwnerDocumentType
    }
  }

  /// Element of the number of the document.
  var documentNumber: DataElement {
    switch self {
    case .customer: .documentNumber
    case .legalRepresentative: .legalRepresentativeDocumentNumber
    case .beneficialOwner: .beneficialOwnerDocumentNumber
    }
  }
}

/// Kinds of document as far as the same number on two of them is another number.
enum ListedDocument {
  private enum Kind { case unknown, citizen, passport, permit(DocumentType), code }

  private static func kind(_ text: Span<UInt8>) -> Kind {
    switch DocumentType(text) {
    case .none: .unknown
    case .residentCard, .temporaryCard, .householdRegister: .citizen
    case .passport, .foreignPassport: .passport
    case .hongKongMacaoPermit, .taiwanPermit, .foreignerPermit: .permit(DocumentType(text))
    // Words in the place of a code say nothing that could be held against a code.
    case .other: text.count == 4 && text.isAllDigits ? .code : .unknown
    }
  }

  /// Whether both kinds are known and are not one.
  static func contradict(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    switch (kind(a), kind(b)) {
    case (.unknown, _), (_, .unknown), (.citizen, .citizen), (.passport, .passport): false
    case (.permit(let mine), .permit(let its)): mine != its
    case (.code, .code): !a.equals(b)
    default: true
    }
  }

  /// Whether a kind is one that persons have.
  static func isOfPerson(_ text: Span<UInt8>) -> Bool {
    switch kind(text) {
    case .citizen, .passport, .permit: true
    case .unknown, .code: false
    }
  }

  /// Whether documents of a kind get another number when they are renewed.
  static func isRenumbered(_ text: Span<UInt8>) -> Bool {
    if case .passport = kind(text) { true } else { false }
  }
}
