import Foundation
import References
import TestSupport
import Testing

@testable import Addresses
@testable import hedui_dev

/// Addresses written by hand, of the sample, and made of the tables, with those of the corps.
private let texts: [[UInt8]] = {
  do {
    let gazetteer = parser.gazetteer
    let byHand = try AddressCase.read(
      Repository.root + "/Tests/AddressesTests/Fixtures/addresses.tsv"
    ).map(\.text)
    let generator = try AddressGenerator(Repository.mappings, gazetteer.divisions)
    let made = [true, false].flatMap { generator.cases(4000, seed: 23, heldOut: $0) }.map(\.text)
    let file = URL(filePath: Repository.root + "/sample-data/organisations.csv")
    let sample = try CSVTable(parsing: Data(contentsOf: file)).values(of: "注册地址")
      .prefix(1000).map { Array($0.utf8) }
    return byHand + made + sample + (corps + rare).map { Array($0.utf8) }
  } catch { fatalError("\(error)") }
}()

private let corps = [
  "新疆生产建设兵团第八师石河子市北泉镇", "新疆维吾尔自治区生产建设兵团第六师五家渠市青湖路1号",
  "新疆兵团第一师阿拉尔市幸福路街道", "生产建设兵团第三师图木舒克市前海街12号", "新疆石河子市第八师一四三团",
  "新疆生产建设兵团第八师一四三团3连", "新疆昌吉回族自治州兵团第六师芳草湖农场", "新疆农十四师昆玉市皮山农场",
]

/// Found once in a great many generated ones.
private let rare = [
  "河北省·衡水市·桃城区，路北街道人民西路292号", "湖南省岳阳市云溪区湖南省岳阳市云溪区路口镇幸福里",
  "山东省枣庄市中区永安镇环城北路99号", "河北省唐山市路南区河北省唐山市路南区",
  "黑龙江省大庆市让胡路区黑龙江省大庆市让胡路区庆新街道北京路331号",
]

private let parser: AddressParser = {
  do { return AddressParser(try AddressGazetteer(from: Repository.mappings)) } catch {
    fatalError("\(error)")
  }
}()

private func standard(_ text: [UInt8]) -> (address: Address, form: StandardAddress) {
  let address = parser.parse(text.span)
  return (address, StandardAddress(address, of: text.span, parser.gazetteer))
}

/// The characters of a text as addresses compare them, without blanks and marks.
private func letters(_ text: some Sequence<UInt8>) -> [UInt16] {
  var reader = AddressText()
  reader.read(Array(text).span, parser.gazetteer.characters)
  let marks: [AddressSign] = [.separator, .dash, .hash, .open, .close]
  return (0..<reader.count).filter { !marks.contains(reader.sign($0)) }.map { reader[$0] }
}

private func isContained(_ part: [UInt16], in whole: [UInt16]) -> Bool {
  var rest = whole[...]
  for letter in part {
    guard let place = rest.firstIndex(of: letter) else { return false }
    rest = rest[(place + 1)...]
  }
  return true
}

/// Texts of which something does not hold, and what.
private func failures(_ check: ([UInt8]) -> String?) -> [String] {
  texts.compactMap { text in
    check(text).map { "\(String(decoding: text, as: UTF8.self)): \($0)" }
  }
}

private func expectNone(
  _ failures: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let isNone = failures.isEmpty
  #expect(
    isNone,
    "\(failures.count) of \(texts.count)\n\(failures.prefix(40).joined(separator: "\n"))",
    sourceLocation: sourceLocation)
}

@Suite struct `The standard form of an address` {
  @Test func `loses nothing that is not told`() {
    expectNone(
      failures { text in
        let (address, form) = standard(text)
        let whole = letters(form.text.utf8)
        var kept: [UInt16] = []
        for part in address.components {
          if form.pieces.contains(where: { $0.range == part.range }) { continue }
          kept += letters(text[part.range])
        }
        if !isContained(kept, in: whole) { return "words are lost in \(form.text)" }
        for piece in form.pieces where !form.changes.map(\.kind).contains(piece.kind) {
          return "\(piece.kind) is not told"
        }
        return nil
      })
  }

  @Test func `is corrected unasked only where nothing is lost`() {
    let words = ["中国", "中华人民共和国", "中国大陆", "市辖区", "省直辖", "自治区直辖"]
    expectNone(
      failures { text in
        let (_, form) = standard(text)
        if form.action == nil {
          // Blanks and marks apart.
          return letters(text) == letters(form.text.utf8) ? nil : "changed silently: \(form.text)"
        }
        if form.action != "auto" { return nil }
        for piece in form.pieces {
          let own = String(decoding: text[piece.range], as: UTF8.self)
          switch piece.kind {
          case .fillerDropped:
            if !words.contains(where: { own.hasPrefix($0) }) { return "\(own) is dropped" }
          case .repetitionDropped:
            // Said once more above; the rest stands.
            if !isContained(letters(own.utf8), in: letters(text)) { return "\(own) is dropped" }
          case .nameCompleted, .nameRenewed: break
          default: return "\(own) is \(piece.kind)"
          }
        }
        return nil
      })
  }

  @Test func `is its own standard form`() {
    expectNone(
      failures { text in
        let (address, form) = standard(text)
        let (again, second) = standard(Array(form.text.utf8))
        if second.text != form.text { return "\(form.text) becomes \(second.text)" }
        if again.code != address.code { return "\(form.text): \(address.code), \(again.code)" }
        if again.township != address.township {
          return "\(form.text): \(address.township), \(again.township)"
        }
        if again.grade != address.grade {
          return "\(form.text): \(address.grade), \(again.grade)"
        }
        if form.action == "auto", !second.changes.isEmpty {
          return "\(form.text): \(second.changes.map(\.kind))"
        }
        return nil
      })
  }

  @Test func `is the same in full width`() {
    expectNone(
      failures { text in
        let wide = String(
          String.UnicodeScalarView(
            String(decoding: text, as: UTF8.self).unicodeScalars.map {
              $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
            }))
        let (narrow, other) = (standard(text), standard(Array(wide.utf8)))
        if other.form.text != narrow.form.text {
          return "\(narrow.form.text) and \(other.form.text)"
        }
        return narrow.address.code == other.address.code
          && narrow.address.grade == other.address.grade ? nil : "code or grade"
      })
  }
}
