import Records
import Yams

/// A file of settings, read into values with places.
struct SettingsFile: Sendable {
  let source: SourceText
  /// nil where the YAML is broken or the file is empty.
  let root: SettingsNode?
  /// What is wrong with the file as YAML.
  let faults: [JobFault]

  /// Greatest number of values in a file.
  static let greatestCount = 100_000

  init(file: String, bytes: [UInt8]) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let found = SettingsGuard.finding(in: bytes)
    if let found {
      let all = found.kind == .tooLarge(limit: SettingsGuard.greatestSize) ? [] : bytes
      let source = SourceText(file: file, text: String(decoding: all, as: UTF8.self))
      let before = String(decoding: all.prefix(found.offset), as: UTF8.self)
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let place = SourcePlace(
        line: max(1, before.count), column: (before.last?.count ?? 0) + 1, length: found.length)
      self.source = source
      root = nil
      faults = [source.fault(place, found.kind, expected: found.expected)]
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let source = SourceText(file: file, text: text)
    // The library reads a nested value by calling itself.
    (root, faults) = DeepStack.run { SettingsComposer(source, text).compose() }
    self.source = source
  }
}

/// Turns YAML into values: one file, once.
private final class SettingsComposer {
  private let source: SourceText
  private var text: String
  private var faults: [JobFault] = []
  /// Keys that were taken out of the library's sight, since it stops at the first key that
  /// stands twice; by line and column, in scalars.
  private var hidden: [Place: String] = [:]
  private var count = 0

  private struct Place: Hashable {
    let line: Int
    let column: Int
  }

  init(_ source: SourceText, _ text: String) {
    self.source = source
    self.text = text
  }

  func compose() -> (SettingsNode?, [JobFault]) {
    while true {
      do {
        guard let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        else { return (nil, faults) }
        return (value(of: node, depth: 0), faults)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first else { return (nil, faults) }
        if hidden.count < 50, hide(key, at: context.mark) { continue }
        report(.keyTwice(key, firstLine: context.mark.line), context.mark, text: key)
        return (nil, faults)
      } catch {
        report(error)
        return (nil, faults)
      }
    }
  }

  /// Puts a private-use character, another each time, in the place of the first of the key,
  /// so that the library finds two different keys.
  private func hide(_ key: String, at mark: Mark) -> Bool {
    guard !key.isEmpty, var place = offset(of: mark) else { return false }
    var scalars = Array(text.unicodeScalars)
    if scalars[place] == "\"" || scalars[place] == "'" { place += 1 }
    guard scalars.indices.contains(place), !"[{&*!|>?".unicodeScalars.contains(scalars[place]),
      let mask = Unicode.Scalar(UInt32(0xE000 + hidden.count))
    else { return false }
    scalars[place] = mask
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    hidden[Place(line: mark.line, column: mark.column)] = key
    return true
  }

  /// Place of a mark among the scalars of the text.
  private func offset(of mark: Mark) -> Int? {
    var (line, column) = (1, 1)
    var last: Unicode.Scalar = " "
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n", last == "\r" {
        // One line end.
        last = scalar
        continue
      }
      if line == mark.line, column == mark.column { return index }
      if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
        line += 1
        column = 1
      } else {
        column += 1
      }
      last = scalar
    }
    return nil
  }

  // MARK: Values

  private func value(of node: Node, depth: Int) -> SettingsNode {
    let text: String? = if case .scalar(let scalar) = node { scalar.string } else { nil }
    let place = source.place(
      line: node.mark?.line ?? 1, scalar: node.mark?.column ?? 1, text: text)
    count += 1
    if depth > SettingsGuard.greatestDepth {
      faults.append(source.fault(place, .tooDeep))
      return SettingsNode(content: .list([]), place: place)
    }
    if count > SettingsFile.greatestCount {
      if count == SettingsFile.greatestCount + 1 {
        faults.append(source.fault(place, .tooManyNodes(limit: SettingsFile.greatestCount)))
      }
      return SettingsNode(content: .list([]), place: place)
    }
    checkMarks(place)
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      return SettingsNode(content: .word(scalar.string, plain: plain), place: place)
    case .sequence(let items):
      return SettingsNode(
        content: .list(items.map { value(of: $0, depth: depth + 1) }), place: place)
    case .mapping(let pairs):
      return SettingsNode(content: .section(entries(of: pairs, depth: depth)), place: place)
    case .alias:
      faults.append(source.fault(place, .alias))
      return SettingsNode(content: .list([]), place: place)
    }
  }

  private func entries(of pairs: Node.Mapping, depth: Int) -> [SettingsEntry] {
    var entries: [SettingsEntry] = []
    for (key, item) in pairs {
      let content = value(of: item, depth: depth + 1)
      guard case .scalar(let scalar) = key else {
        let place = source.place(line: key.mark?.line ?? 1, scalar: key.mark?.column ?? 1)
        faults.append(source.fault(place, .keyNotText))
        continue
      }
      let mark = Place(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
      let name = hidden[mark] ?? scalar.string
      let place = source.place(line: mark.line, scalar: mark.column, text: name)
      checkMarks(place)
      entries.append(SettingsEntry(key: name, keyPlace: place, value: content))
    }
    if !hidden.isEmpty { reportTwice(entries) }
    return entries
  }

  private func reportTwice(_ entries: [SettingsEntry]) {
    var first: [String: Int] = [:]
    let ordered = entries.sorted {
      ($0.keyPlace.line, $0.keyPlace.column) < ($1.keyPlace.line, $1.keyPlace.column)
    }
    for entry in ordered {
      if let line = first[entry.key] {
        faults.append(source.fault(entry.keyPlace, .keyTwice(entry.key, firstLine: line)))
      } else {
        first[entry.key] = entry.keyPlace.line
      }
    }
  }

  /// An anchor or a tag stands where its value begins; no value begins with such a
  /// character itself.
  private func checkMarks(_ place: SourcePlace) {
    switch source.character(at: place) {
    case "&": faults.append(source.fault(place, .alias))
    case "!": faults.append(source.fault(place, .tag))
    default: break
    }
  }

  // MARK: Broken YAML

  private func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(problem, at: mark, began: context?.mark ?? mark)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      faults.append(source.fault(SourceText.start, .syntax(.other(problem))))
    default:
      faults.append(source.fault(SourceText.start, .syntax(.other("\(error)"))))
    }
  }

  /// `start`: where the piece begins that is broken.
  private func report(_ problem: String, at mark: Mark, began start: Mark) {
    let place = source.place(line: mark.line, scalar: mark.column)
    let character = source.character(at: place).map { String($0) } ?? ""
    switch problem {
    case "found character that cannot start any token" where character == "\t":
      report(.syntax(.tab), mark, expected: .spaces)
    case "found character that cannot start any token":
      report(.syntax(.needsQuotes(character)), mark, expected: .quotes)
    case "did not find expected alphabetic or numeric character", "found undefined alias":
      report(.syntax(.needsQuotes("*")), mark, expected: .quotes)
    case "mapping values are not allowed in this context": report(.syntax(.colon), mark)
    case "could not find expected ':'": report(.syntax(.keyExpected), start)
    case _ where problem.hasPrefix("Maximum nesting level"): report(.tooDeep, mark)
    case "did not find expected key": report(.syntax(.keyExpected), mark)
    case "did not find expected '-' indicator": report(.syntax(.dashExpected), mark)
    case "block sequence entries are not allowed in this context":
      report(.syntax(.dashNotAllowed), mark)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      report(.syntax(.bracketOpen), start)
    case "found unexpected end of stream", "found unexpected document indicator":
      report(.syntax(.quoteOpen), start)
    case "found unknown escape character": report(.syntax(.escape), mark)
    case "but found another document", "did not find expected <document start>":
      report(.syntax(.severalDocuments), mark)
    default: report(.syntax(.other(problem)), mark)
    }
  }

  private func report(
    _ kind: JobFault.Kind, _ mark: Mark, text: String? = nil, expected: JobFault.Expected? = nil
  ) {
    // The library's place may lie behind the last line.
    let line = min(max(mark.line, 1), max(source.lines.count, 1))
    let place = source.place(line: line, scalar: line == mark.line ? mark.column : 1, text: text)
    faults.append(source.fault(place, kind, expected: expected))
  }
}
