import Addresses
import Records
import References
import Registries
import TestSupport

/// Short ways to compare texts.
enum Comparing {
  static let forms = try! CharacterForms(from: Repository.mappings)
  static let types = try! RegistrationTypes(from: Repository.mappings)
  static let gazetteer = try! AddressGazetteer(from: Repository.mappings)
  static let industry = try! IndustryCodes(from: Repository.mappings)

  static func companies(_ a: String, _ b: String) -> Agreement {
    CompanyName.compare(a.utf8.span, b.utf8.span, forms)
  }
  static func persons(_ a: String, _ b: String) -> Agreement {
    PersonName.compare(a.utf8.span, b.utf8.span, forms)
  }
  /// An amount and its currency behind a bar.
  static func amounts(_ a: String, _ b: String) -> Agreement {
    let (one, two) = (parts(a), parts(b))
    return AmountComparison.compare(
      one.0.utf8.span, one.1.utf8.span, two.0.utf8.span, two.1.utf8.span)
  }
  static func terms(_ a: String, _ b: String) -> Agreement {
    BusinessTermComparison.compare(a.utf8.span, b.utf8.span)
  }
  static func scopes(_ a: String, _ b: String) -> Agreement {
    BusinessScope.compare(a.utf8.span, b.utf8.span, forms)
  }
  static func types(_ a: String, _ b: String) -> Agreement {
    EnterpriseType.compare(a.utf8.span, b.utf8.span, types)
  }
  static func addresses(_ a: String, _ b: String) -> Agreement {
    RegisteredAddress.compare(a.utf8.span, b.utf8.span, gazetteer)
  }
  static func industries(_ a: String, _ b: String) -> Agreement {
    IndustryComparison.compare(
      industry.read(a.utf8.span).place, industry.read(b.utf8.span).place, industry, in: .of2019)
  }

  private static func parts(_ text: String) -> (String, String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }
}
