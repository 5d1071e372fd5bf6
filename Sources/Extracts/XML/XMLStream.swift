import CXML2
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A document of XML, event by event, over bytes that a closure delivers.
///
/// No document type declaration, no entity but the five predefined ones, no network. All
/// events before a fault are handed out, then it is thrown. Encodings: UTF-8, UTF-16, and
/// those that the document declares; GB2312 and GBK are read as GB18030, which holds both.
/// Namespaces are left out of account: elements and attributes are known by local name.
/// Not safe for several threads at once.
@safe package final class XMLStream {
  package struct Limits: Sendable {
    /// Most elements within each other.
    package var depth: Int
    /// Most bytes of one tag, comment or processing instruction. Text has no limit here: it
    /// comes in pieces.
    package var tokenBytes: Int

    package init(depth: Int = 200, tokenBytes: Int = 16 << 20) {
      self.depth = depth
      self.tokenBytes = tokenBytes
    }
  }

  /// A name that the reader asked for with `name(_:)`; others are `.other`.
  package struct Name: Equatable, Sendable, BitwiseCopyable {
    fileprivate let number: Int32
    package static let other = Name(number: -1)
  }

  package enum Event: Equatable, Sendable {
    case start(Name), end(Name)
    /// A piece of text, CDATA included: `textRange` of `bytes`. One text may come in pieces.
    case text
  }

  package let path: String
  package let part: String?
  /// Holds text and attribute values until the next call of `next`.
  package var bytes: [UInt8] { sink.gathered.bytes }
  private let limits: Limits
  private let read: (Int, inout [UInt8]) throws -> Int
  private let sink: Sink
  private var context: xmlParserCtxtPtr?
  private var position = 0
  private var item = Gathered.Item()
  private var piece: [UInt8] = []
  private var inputEnded = false
  private var fault: (any Error)?

  private static let pieceSize = 64 << 10

  /// Where the library may write what it thinks of the contents: nowhere.
  nonisolated(unsafe) private static let silence: UnsafeMutableRawPointer? =
    unsafe UnsafeMutableRawPointer(fopen("/dev/null", "we"))

  /// Once for the process: GB2312 as declared is GBK more often than not, and GB18030 holds both.
  private static let prepared: Bool = {
    unsafe xmlThrDefSetGenericErrorFunc(silence, nil)
    xmlInitParser()
    for name in ["GB2312", "GBK", "GB_2312-80", "CP936", "MS936", "WINDOWS-936", "EUC-CN"] {
      unsafe xmlAddEncodingAlias("GB18030", name)
    }
    return true
  }()

  /// `read(count, &buffer)` appends up to `count` bytes and returns how many, 0 at the end.
  package init(
    path: String, part: String? = nil, limits: Limits = Limits(),
    read: @escaping (Int, inout [UInt8]) throws -> Int
  ) {
    self.path = path
    self.part = part
    self.limits = limits
    self.read = read
    sink = Sink(limits: limits)
    _ = Self.prepared
  }

  deinit { if let context = unsafe context { unsafe xmlFreeParserCtxt(context) } }

  /// Makes `name` known; ask before reading.
  package func name(_ name: String) -> Name { Name(number: sink.gathered.number(of: name)) }

  /// The next event, or `nil` at the end of the document.
  package func next() throws -> Event? {
    while position == sink.gathered.items.count {
      if let fault { throw fault }
      if inputEnded { return nil }
      sink.gathered.clear()
      position = 0
      fill()
    }
    let item = sink.gathered.items[position]
    self.item = item
    position += 1
    switch item.kind {
    case .start: return .start(Name(number: item.name))
    case .end: return .end(Name(number: item.name))
    case .text: return .text
    }
  }

  /// Line of the last event, from 1; of a tag, the line where it ends.
  package var line: Int { Int(item.line) }

  /// Where the text of the last event stands in `bytes`.
  package var textRange: Range<Int> { Int(item.start)..<Int(item.end) }

  /// Where the value of an attribute of the last start event stands in `bytes`.
  package func attribute(_ name: Name) -> Range<Int>? {
    let item = item
    guard item.kind == .start, item.start < item.end else { return nil }
    return sink.gathered.attribute(name.number, of: item)
  }

  /// The value of an attribute of the last start event.
  package func text(of name: Name) -> String? {
    attribute(name).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  package func appendText(to buffer: inout [UInt8]) {
    sink.gathered.append(textRange, to: &buffer)
  }

  package func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
    sink.gathered.append(range, to: &buffer)
  }

  /// A fault at the place of the last event.
  package func fault(_ kind: ContainerFault.Kind) -> ContainerFault {
    ContainerFault(path, kind, .init(part: part, line: line))
  }

  /// Reads a piece and parses it. Faults are kept for the time when all events are handed out.
  private func fill() {
    piece.removeAll(keepingCapacity: true)
    do {
      // The encoding is made out from the first four bytes.
      repeat {
        let number = try read(Self.pieceSize - piece.count, &piece)
        if number == 0 { inputEnded = true }
      } while unsafe !inputEnded && context == nil && piece.count < 4
    } catch {
      fault = error
      return
    }
    let code = parse()
    if let kind = sink.fault {
      fault = place(kind)
    } else if code != 0, let kind = Self.kind(code) {
      fault = place(kind)
    } else if let input = unsafe context?.pointee.input {
      let waiting = unsafe input.pointee.end - input.pointee.cur
      if waiting > limits.tokenBytes { fault = place(.tokenTooLong(limit: limits.tokenBytes)) }
    }
  }

  private func parse() -> Int {
    unsafe xmlSetGenericErrorFunc(Self.silence, nil)  // of this thread
    if unsafe context == nil {
      if piece.isEmpty { return Int(XML_ERR_DOCUMENT_EMPTY.rawValue) }
      var handler = unsafe xmlSAXHandler()
      unsafe handler.initialized = XML_SAX2_MAGIC
      unsafe handler.startElementNs = startElement
      unsafe handler.endElementNs = endElement
      unsafe handler.characters = characters
      unsafe handler.ignorableWhitespace = characters
      unsafe handler.cdataBlock = characters
      unsafe handler.internalSubset = documentType
      unsafe handler.serror = parserError
      let head = Array(piece.prefix(4))
      unsafe head.withUnsafeBytes { memory in
        unsafe context = xmlCreatePushParserCtxt(
          &handler, Unmanaged.passUnretained(sink).toOpaque(),
          memory.bindMemory(to: CChar.self).baseAddress, Int32(memory.count), nil)
      }
      guard let context = unsafe context else { return Int(XML_ERR_NO_MEMORY.rawValue) }
      // HUGE lifts the limits of the library; ours are in force instead. NOENT is for "&amp;" in
      // attributes: there are no other entities, for a document type stops the parser.
      let options = XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
      unsafe xmlCtxtUseOptions(context, Int32(options))
      unsafe xmlDictSetLimit(context.pointee.dict, 16 << 20)
      unsafe sink.context = unsafe context
      piece.removeFirst(head.count)
    }
    guard let context = unsafe context else { return 0 }
    var code: Int32 = 0
    if !piece.isEmpty {
      code = unsafe piece.withUnsafeBytes { memory in
        unsafe xmlParseChunk(
          context, memory.bindMemory(to: CChar.self).baseAddress, Int32(memory.count), 0)
      }
    }
    if inputEnded, code == 0 || Self.kind(Int(code)) == nil, sink.fault == nil {
      code = unsafe xmlParseChunk(context, nil, 0, 1)
    }
    return Int(code)
  }

  private func place(_ kind: ContainerFault.Kind) -> ContainerFault {
    guard let input = unsafe context?.pointee.input else {
      return ContainerFault(path, kind, .init(part: part))
    }
    let (line, column) =
      sink.faultPlace ?? (unsafe Int(input.pointee.line), unsafe Int(input.pointee.col))
    return ContainerFault(path, kind, .init(part: part, line: line, column: column))
  }

  /// What an error number of libxml2 means, or `nil` for one that does not matter here
  /// (namespaces).
  fileprivate static func kind(_ code: Int) -> ContainerFault.Kind? {
    switch code {
    case 0, 99, 100, 200...205: nil
    case 31, 32: .unknownEncoding
    case 81, 6003, 1544: .badEncoding
    default: .malformedXML(code: code)
    }
  }
}

/// Events of one piece of the document, not handed out yet.
private struct Gathered {
  enum Kind: UInt8 { case start, end, text }

  struct Item: BitwiseCopyable {
    var kind = Kind.text
    var name: Int32 = -1
    var line: UInt32 = 0
    /// Bytes of a text; attributes of a start.
    var start: UInt32 = 0
    var end: UInt32 = 0
  }

  struct Attribute: BitwiseCopyable {
    let name: Int32
    let start: UInt32
    let end: UInt32
  }

  var items: [Item] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  private var depth = 0
  private var names: [[UInt8]] = []
  /// Name numbers by the address that the library's dictionary gives to a name.
  private var seen = [(address: Int, number: Int32)](repeating: (0, -1), count: 256)

  mutating func number(of name: String) -> Int32 {
    let name = Array(name.utf8)
    if let place = names.firstIndex(of: name) { return Int32(place) }
    names.append(name)
    for place in seen.indices { seen[place] = (0, -1) }
    return Int32(names.count - 1)
  }

  func attribute(_ name: Int32, of item: Item) -> Range<Int>? {
    for index in Int(item.start)..<Int(item.end) where attributes[index].name == name {
      return Int(attributes[index].start)..<Int(attributes[index].end)
    }
    return nil
  }

  func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
    if range.count < 16 {
      for index in range { buffer.append(bytes[index]) }
    } else {
      buffer.append(contentsOf: bytes[range])
    }
  }

  mutating func clear() {
    items.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func number(_ name: UnsafePointer<UInt8>) -> Int32 {
    let address = Int(bitPattern: name)
    let place = (address >> 8 ^ address) & 255
    if seen[place].address == address { return seen[place].number }
    let length = unsafe strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
    let text = unsafe Array(UnsafeBufferPointer(start: name, count: length))
    let number = names.firstIndex(of: text).map { Int32($0) } ?? -1
    seen[place] = (address, number)
    return number
  }

  /// Returns the depth of the element.
  mutating func start(
    _ name: UnsafePointer<UInt8>, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, line: UInt32
  ) -> Int {
    depth += 1
    let first = UInt32(attributes.count)
    if let values = unsafe values {
      for index in 0..<count {
        // Local name, prefix, namespace, begin and end of the value.
        guard let local = unsafe values[index * 5], let from = unsafe values[index * 5 + 3],
          let to = unsafe values[index * 5 + 4]
        else { continue }
        let number = unsafe number(local)
        if number < 0 { continue }
        let start = UInt32(bytes.count)
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: from, count: to - from))
        attributes.append(Attribute(name: number, start: start, end: UInt32(bytes.count)))
      }
    }
    items.append(
      Item(
        kind: .start, name: unsafe number(name), line: line, start: first,
        end: UInt32(attributes.count)))
    return depth
  }

  mutating func end(_ name: UnsafePointer<UInt8>, line: UInt32) {
    depth -= 1
    items.append(Item(kind: .end, name: unsafe number(name), line: line))
  }

  mutating func text(_ text: UnsafePointer<UInt8>, _ count: Int, line: UInt32) {
    let start = UInt32(bytes.count)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    let end = UInt32(bytes.count)
    if let last = items.last, last.kind == .text {
      items[items.count - 1].end = end
    } else {
      items.append(Item(kind: .text, line: line, start: start, end: end))
    }
  }
}

/// What the parser of the library calls back.
@safe private final class Sink {
  var gathered = Gathered()
  var fault: ContainerFault.Kind?
  var faultPlace: (Int, Int)?
  var context: xmlParserCtxtPtr?
  private let limits: XMLStream.Limits

  init(limits: XMLStream.Limits) { self.limits = limits }

  private var line: UInt32 {
    guard let input = unsafe context?.pointee.input else { return 1 }
    return unsafe UInt32(truncatingIfNeeded: input.pointee.line)
  }

  func start(
    _ name: UnsafePointer<UInt8>, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let depth = unsafe gathered.start(name, count, values, line: line)
    if depth > limits.depth { stop(.tooDeep(limit: limits.depth)) }
  }

  func end(_ name: UnsafePointer<UInt8>) { unsafe gathered.end(name, line: line) }

  func text(_ text: UnsafePointer<UInt8>, _ count: Int) {
    unsafe gathered.text(text, count, line: line)
  }

  func stop(_ kind: ContainerFault.Kind) {
    if fault == nil {
      fault = kind
      if let input = unsafe context?.pointee.input {
        faultPlace = (unsafe Int(input.pointee.line), unsafe Int(input.pointee.col))
      }
    }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  func error(_ error: UnsafePointer<xmlError>) {
    guard unsafe error.pointee.level == XML_ERR_FATAL, fault == nil,
      let kind = unsafe XMLStream.kind(Int(error.pointee.code))
    else { return }
    // The library calls a byte that is no UTF-8 a character not allowed, as a rule.
    fault = kind == .malformedXML(code: 9) && standsAtBadByte ? .badEncoding : kind
    unsafe faultPlace = (Int(error.pointee.line), Int(error.pointee.int2))
  }

  /// Whether the parser stands before bytes that are no UTF-8.
  private var standsAtBadByte: Bool {
    guard let input = unsafe context?.pointee.input, let start = unsafe input.pointee.cur else {
      return false
    }
    let count = unsafe max(min(input.pointee.end - start, 4), 0)
    guard let first = unsafe UnsafeBufferPointer(start: start, count: count).first, first >= 0x80
    else { return false }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: min(length, count)))
    return String(validating: bytes, as: UTF8.self) == nil
  }
}

private func sink(_ data: UnsafeMutableRawPointer?) -> Sink? {
  unsafe data.map { unsafe Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
}

private let startElement: startElementNsSAX2Func = {
  data, name, _, _, _, _, count, _, attributes in
  guard let name = unsafe name else { return }
  unsafe sink(data)?.start(name, Int(count), attributes)
}

private let endElement: endElementNsSAX2Func = { data, name, _, _ in
  guard let name = unsafe name else { return }
  unsafe sink(data)?.end(name)
}

private let characters: charactersSAXFunc = { data, text, count in
  guard let text = unsafe text, count > 0 else { return }
  unsafe sink(data)?.text(text, Int(count))
}

private let documentType: internalSubsetSAXFunc = { data, _, _, _ in
  unsafe sink(data)?.stop(.doctype)
}

private let parserError: xmlStructuredErrorFunc = { data, error in
  guard let error = unsafe error else { return }
  unsafe sink(data)?.error(error)
}
