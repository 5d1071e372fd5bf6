/// A name of a division at a place of the text with one of its meanings, and the best way
/// that leads to it.
struct DivisionNode: BitwiseCopyable, Sendable {
  enum Form: UInt8, BitwiseCopyable, Sendable {
    case current, informal, past, short
  }
  struct Traits: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8
    /// On the way to here divisions stand that do not lie in each other.
    static let contradiction = Traits(rawValue: 1)
    static let repeated = Traits(rawValue: 2)
    /// The county is concluded from the township.
    static let concluded = Traits(rawValue: 4)
    static let otherKind = Traits(rawValue: 8)
    /// A name that is the one before it once more.
    static let isRepetition = Traits(rawValue: 16)
    /// A short name that seems to go on as another one: it counts only where a full name
    /// follows at once that lies in it, as in 哈尔滨道外区.
    static let isTentative = Traits(rawValue: 32)
    /// A township without the word for its kind.
    static let isBare = Traits(rawValue: 64)
  }

  var start: Int16
  var end: Int16
  /// 1 to 4.
  var level: UInt8
  var form: Form
  var traits: Traits = []
  /// Place of the node before it; -1 for none.
  var back: Int16 = -1
  /// Code when the name was in force.
  var code: Int32 = 0
  var prefectureThen: Int32 = 0
  // What the way to here amounts to, in codes in force; 0 where unknown.
  var province: Int32 = 0
  var prefecture: Int32 = 0
  var county: Int32 = 0
  var township: Int32 = 0
  /// What the name itself is worth.
  var worth: Int32 = 0
  /// What the way to here is worth, the name included.
  var score: Int32 = 0

  var deepest: Int32 {
    county != 0 ? county : prefecture != 0 ? prefecture : province
  }

  /// Says what another node says, as a name that repeats it does.
  mutating func takeDivision(from other: DivisionNode) {
    (province, prefecture, county) = (other.province, other.prefecture, other.county)
    (township, level) = (other.township, other.level)
    (code, prefectureThen) = (other.code, other.prefectureThen)
  }
}

/// Working memory of the parser, reused from address to address.
struct AddressScratch: Sendable {
  static let nodeLimit = 96

  var text = AddressText()
  var nodes: [DivisionNode] = []
  /// Cost of leaving the first n characters unexplained.
  var costs: [Int32] = Array(repeating: 0, count: AddressText.limit + 1)
  /// Where the first full name of a county ends; the end of the text where there is none.
  var countyEnd = 0
  /// Places of the nodes of the best way, from the left.
  var chain: [Int16] = []

  init() {
    nodes.reserveCapacity(Self.nodeLimit + 8)
    chain.reserveCapacity(32)
  }
}
