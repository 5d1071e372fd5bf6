import Findings
import Records

/// One thing that is wrong with a job file, a rule set or a mapping: place and facts. Words
/// are made by `text(_:)`.
package struct JobFault: Error, Sendable, Equatable {
  /// The file, as people know it.
  package let file: String
  /// Line, counted from 1.
  package let line: Int
  /// Column in characters, counted from 1.
  package let column: Int
  package let kind: Kind
  /// What should stand there; nil where the kind says it.
  package let expected: Expected?
  /// The nearest right word; nil where none is near.
  package let nearest: String?
  /// The line of the file, for the message; nil where there is none to show.
  let excerpt: Excerpt?

  /// A line, or a piece of a long one.
  struct Excerpt: Sendable, Equatable {
    let text: String
    /// Where in `text` the word begins, from 0, and how long it is, in characters.
    let start: Int
    let length: Int
  }

  package enum Kind: Sendable, Equatable {
    // The text of the file
    case tooLarge(limit: Int)
    case notUTF8
    case controlCharacter
    case syntax(Syntax)
    case alias
    case tag
    case tooDeep
    case tooManyNodes(limit: Int)
    case keyNotText
    case keyTwice(String, firstLine: Int)

    // Keys and values
    case unknownKey(String)
    case missingKey(String)
    case noValue(String)
    case wrongShape(String, Shape)
    case badValue(String, String)
    case outOfRange(String, String)
    case notInThisVersion(String)
    case keyOfOtherFormat(String, format: String)
    case contradiction(String, String)
    case twice(String, String)

    // Files
    case noFile(String)
    case noFolder(String)
    case wildcardInFolder(String)
    case notAFolder(String)
    case unreadable(String, reason: String)

    // Columns
    case unknownElement(String)
    case elementOfOtherParty(DataElement, Party)
    case elementTwice(DataElement, firstColumn: String)
    case keyElementMissing([DataElement])
    case columnNotInFile(String)
    case notADate(DataElement)
    case noCodeList(DataElement)
    case unknownCodeList(String, DataElement)
    case partyDiffers(String)

    // Rules
    case unknownRule(String)
    case unknownRuleSet(String)
    case unknownMapping(String)
    case emptyFamily(String)
    case ruleNotInSet(String, set: String)
    case ruleRemoved(String)
    case unknownParameter(String, rule: String)
    case noRuleLeft
    case unknownRegistry(String)
    /// Names of the rule sets, from one to itself.
    case extendsItself([String])
    case deadlineTooEarly(Day)
    case expression(ExpressionFault.Kind)
    case declared(DeclaredFault)
    case books(BookFault)
  }

  /// Shape of a value in the file.
  package enum Shape: Sendable, Equatable { case word, list, section }

  /// What the YAML of a file breaks, as far as it can be told.
  package enum Syntax: Sendable, Equatable {
    case tab
    case needsQuotes(String)
    case colon
    case keyExpected
    case dashExpected
    case dashNotAllowed
    case bracketOpen
    case quoteOpen
    case escape
    case severalDocuments
    /// In the words of the YAML library.
    case other(String)
  }

  /// What should stand in place of a wrong value.
  package enum Expected: Sendable, Equatable {
    case word, wordOrList, list, section, day, flag
    case oneOf([String])
    case integer(ClosedRange<Int>)
    case share
    case phone
    case delimiter
    case quoteCharacter
    case recordPath
    case pathOrName(folder: String)
    case elementOf(Party)
    case elementOrSection
    case date(forms: [String])
    case codeLists([String])
    case rule
    case ruleOrFamily
    case parameters([String])
    case parameterNone
    case columnMapped(Party)
    case registryKey
    /// One of the kinds of registries, as the name or under `kind`.
    case registryKinds([String])
    /// `all`, or the first two, four or six digits of a division's code.
    case regionPrefix
    case formats([String])
    case utf8
    case quotes
    case spaces
    case limit
    case said(Text)
  }
}

/// All that is wrong with a job: nothing is run.
package struct JobFaults: Error, Sendable, Equatable {
  /// By file (the job first), line and column.
  package let faults: [JobFault]
  /// The job's language, as far as it could be read.
  package let language: Language

  /// `jobFile` goes first; a fault reported twice counts once.
  init(_ faults: [JobFault], jobFile: String, language: Language) {
    let sorted = faults.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let (first, second) = (x.file == jobFile ? 0 : 1, y.file == jobFile ? 0 : 1)
      return (first, x.file, x.line, x.column, a.offset)
        < (second, y.file, y.line, y.column, b.offset)
    }
    var unique: [JobFault] = []
    for (_, fault) in sorted where !unique.suffix(16).contains(fault) { unique.append(fault) }
    self.faults = unique
    self.language = language
  }

  /// Everything as people read it: each fault with its place, its line, what was expected
  /// and the nearest right word; at the end, what was not done.
  package func text(_ language: Language) -> String {
    let count = faults.count
    let last =
      language == .zh
      ? "\(count) 处错误，未执行任何检核"
      : "\(count) \(count == 1 ? "fault" : "faults"); nothing was run"
    return faults.map { $0.text(language) }.joined() + last + "\n"
  }
}

extension JobFaults: CustomStringConvertible {
  package var description: String { text(language) }
}
