import Records

/// What the number of an identity document says, given the kind of document.
package enum DocumentReading: Equatable, Sendable {
  /// No number recorded.
  case empty
  /// 无, 0000, 123456789…: words or figures in the place of a number.
  case placeholder
  /// A citizen identification number in either form, its check character right or wrong.
  case resident(ResidentID)
  /// Ought to be a citizen identification number and is not shaped like one.
  case malformed(NumberFault)
  /// Ought to be a citizen identification number and has the form of another document's.
  case foreign
  /// The number of another kind of document.
  case other

  /// Reads the number of a document; neither has blanks around it. O(1), no allocation.
  package init(_ type: DocumentType, _ number: Span<UInt8>) {
    if number.isEmpty {
      self = .empty
      return
    }
    if DocumentReading.isPlaceholder(number) {
      self = .placeholder
      return
    }
    switch type {
    case .residentCard, .temporaryCard:
      switch ResidentID.read(number) {
      case .read(let id): self = id.isForeigner ? .foreign : .resident(id)
      case .malformed(let fault):
        self = DocumentForm(number) == nil ? .malformed(fault) : .foreign
      }
    case .none, .householdRegister:
      // A register has a number of its own; without a type only the form can tell.
      if case .read(let id) = ResidentID.read(number), !id.isForeigner {
        self = .resident(id)
      } else {
        self = .other
      }
    default: self = .other
    }
  }

  /// One character again and again, the figures counted up, or no figure at all.
  package static func isPlaceholder(_ number: Span<UInt8>) -> Bool {
    let first = number[0]
    if number.count > 1, first.isDigit, number[1] != first {
      return first == 0x31 && number[1] == 0x32 && number.starts(with: "123456789")
    }
    var repeated = true
    var figures = false
    for index in number.indices {
      if number[index] != first { repeated = false }
      if number[index].isDigit || number[index] >= 0xEF { figures = true }
      if figures && !repeated { return false }
    }
    return repeated || !figures
  }
}

/// Forms by which the numbers of some other documents are known beyond doubt.
package enum DocumentForm: Sendable {
  case hongKongMacaoPermit
  case passport
  case foreignerPermit
  case creditCode

  /// The form of a number, or nil where it is none of these. O(1).
  package init?(_ number: Span<UInt8>) {
    let first = number[0].uppercased
    if number.count == 9 || number.count == 11, first == 0x48 || first == 0x4D,
      number.extracting(1..<number.count).isAllDigits
    {
      self = .hongKongMacaoPermit
    } else if number.count == 9, first.isLetter, number.extracting(2..<9).isAllDigits,
      number[1].isDigit || number[1].isLetter
    {
      self = .passport
    } else if number.count == 15, number[0].isLetter, number[1].isLetter, number[2].isLetter,
      number.extracting(3..<15).isAllDigits
    {
      self = .foreignerPermit
    } else if number.count == 18, CreditCode.fault(in: number) == nil,
      number.contains(whereLetterBefore: 17)
    {
      self = .creditCode
    } else {
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Whether an ASCII letter stands before `end`.
  fileprivate func contains(whereLetterBefore end: Int) -> Bool {
    for index in 0..<end where self[index].isLetter { return true }
    return false
  }
}
