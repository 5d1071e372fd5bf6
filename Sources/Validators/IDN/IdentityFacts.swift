import Records

/// What the IDN rules work out of a record once, and the age that other families need.
package struct IdentityFacts: Sendable {
  private var knowsDocument = false
  private var knowsBirthDate = false
  private var knowsCreditCode = false
  private var knowsName = false
  private var knowsExpiryDate = false
  private var theType = DocumentType.none
  private var theDocument = DocumentReading.empty
  private var theExpiryDate = DateReading.empty
  private var theBirthDate = DateReading.empty
  private var theCreditCode = CreditCodeReading.empty
  private var theName = NameReading.empty

  package init() {}

  /// The person's document number, read by its document type.
  @inline(__always) package mutating func document(_ record: RecordView) -> DocumentReading {
    if !knowsDocument { readDocument(record) }
    return theDocument
  }

  /// The kind of the person's document.
  @inline(__always) package mutating func documentType(_ record: RecordView) -> DocumentType {
    if !knowsDocument { readDocument(record) }
    return theType
  }

  private mutating func readDocument(_ record: RecordView) {
    theType = DocumentType(record[.documentType])
    theDocument = DocumentReading(theType, record[.documentNumber])
    knowsDocument = true
  }

  /// The citizen identification number, whose check character may be wrong; nil where the
  /// document is another one or its number is malformed.
  @inline(__always) package mutating func residentID(_ record: RecordView) -> ResidentID? {
    if case .resident(let id) = document(record) { return id }
    return nil
  }

  /// What the field for the date of birth says.
  @inline(__always) package mutating func birthDate(_ record: RecordView) -> DateReading {
    if !knowsBirthDate {
      theBirthDate = DateReading(record[.birthDate])
      knowsBirthDate = true
    }
    return theBirthDate
  }

  /// Until when the person's document is valid.
  @inline(__always) package mutating func expiryDate(_ record: RecordView) -> DateReading {
    if !knowsExpiryDate {
      theExpiryDate = DateReading(record[.documentExpiryDate])
      knowsExpiryDate = true
    }
    return theExpiryDate
  }

  /// The day of birth: what the record says, else what a sound identification number says.
  /// Days before 1900-01-02 are what systems put where nothing was entered.
  package mutating func birthDay(_ record: RecordView) -> Day? {
    if case .day(let day) = birthDate(record), day > IdentityFacts.blankDay { return day }
    guard let id = residentID(record), id.isSound else { return nil }
    return id.birth
  }

  /// Age in whole years on a day; nil where it is not known or cannot be true.
  package mutating func age(_ record: RecordView, asOf: Day) -> Int? {
    guard let birth = birthDay(record), birth <= asOf else { return nil }
    let age = asOf.years(since: birth)
    return age <= IdentityFacts.greatestAge ? age : nil
  }

  /// 1900-01-01.
  private static let blankDay = Day(number: -25_567)
  /// No one has been older, whatever their papers say.
  package static let greatestAge = 130

  /// The organisation's unified credit code.
  @inline(__always) package mutating func creditCode(_ record: RecordView) -> CreditCodeReading {
    if !knowsCreditCode {
      theCreditCode = CreditCodeReading(record[.creditCode])
      knowsCreditCode = true
    }
    return theCreditCode
  }

  /// The customer's name.
  @inline(__always) package mutating func name(_ record: RecordView) -> NameReading {
    if !knowsName {
      theName = NameReading(record[.name], ofOrganisation: record.isOrganisation)
      knowsName = true
    }
    return theName
  }
}

extension RecordView {
  /// Whether the source speaks of organisations: it has a column that persons never have.
  package var isOrganisation: Bool {
    carries(.creditCode) || carries(.licenceNumber) || carries(.organisationCode)
      || carries(.industryCode) || carries(.legalRepresentative) || carries(.businessScope)
      || carries(.registrationType) || carries(.enterpriseSize) || carries(.establishedDate)
  }
}
