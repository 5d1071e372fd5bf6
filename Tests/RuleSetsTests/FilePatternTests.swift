import Testing

@testable import RuleSets

@Suite struct `A pattern of file names` {
  @Test(arguments: [
    ("a.dat", "a.dat", true), ("a.dat", "b.dat", false), ("*", "", true), ("*", "a", true),
    ("?", "", false), ("?", "客", true), ("a*", "a", true), ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXbYbZ", false), ("persons-*.dat.gz", "persons-20261031.dat.gz", true),
    ("persons-*.dat.gz", "persons-20261031.dat", false), ("persons-?.dat", "persons-10.dat", false),
    ("*客户*", "个人客户1.dat", true), ("**?", "ab", true), ("[ab].dat", "a.dat", false),
    ("*a*a*a*a*a*a*a*a*a*a*b", String(repeating: "a", count: 200), false),
  ]) func `fits a name or not`(_ pattern: String, _ name: String, _ fits: Bool) {
    #expect(FileFinder.matches(Array(name), Array(pattern)) == fits)
  }
}
