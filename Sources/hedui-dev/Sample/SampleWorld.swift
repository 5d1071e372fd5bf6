import Records

/// Everything that the makers of records draw from: tables, words, numbers.
struct SampleWorld: Sendable {
  let seed: UInt64
  let asOf: Day
  let regions: SampleRegions
  let branches: SampleBranches
  let names = SampleNames()
  let addresses = SampleAddress()
  let employers = SampleEmployers()
  let occupations: SampleOccupations
  let identity: SampleIdentity
  let phones: SamplePhones
  let persons: Int
}
