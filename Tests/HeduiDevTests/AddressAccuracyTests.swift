import Addresses
import References
import TestSupport
import Testing

@testable import hedui_dev

@Suite struct `Addresses written by hand` {
  @Test func `are read as well as promised`() throws {
    let gazetteer = try AddressGazetteer(from: Repository.mappings)
    let cases = try AddressCase.read(
      Repository.root + "/Tests/AddressesTests/Fixtures/addresses.tsv")
    #expect(cases.count >= 600)
    let parser = AddressParser(gazetteer)
    var score = AddressScore(gazetteer.divisions)
    for item in cases { score.add(item, parser.parse(item.text.span)) }
    let total = score.total
    #expect(Double(total.right) >= Double(total.all) * 0.98, "\(score.confusions)")
    #expect(Double(total.wrong) <= Double(total.all) * 0.005, "\(score.confusions)")
    #expect(Double(total.gradesRight) >= Double(total.grades) * 0.97)
    #expect(Double(total.partsRight) >= Double(total.parts) * 0.97)
  }

  @Test func `and generated ones are read as well where townships are not known`() throws {
    let gazetteer = try AddressGazetteer(
      from: Repository.mappings, leavingOut: AddressGenerator.isHeldOut)
    let cases = try AddressGenerator(Repository.mappings, gazetteer.divisions)
      .cases(4000, seed: 5, heldOut: true)
    #expect(cases.allSatisfy { AddressGenerator.isHeldOut($0.code) })
    let parser = AddressParser(gazetteer)
    var score = AddressScore(gazetteer.divisions)
    for item in cases { score.add(item, parser.parse(item.text.span)) }
    #expect(Double(score.total.right) >= Double(score.total.all) * 0.98)
    #expect(Double(score.total.wrong) <= Double(score.total.all) * 0.005)
  }
}
