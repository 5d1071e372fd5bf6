import Records

/// Writes the bank's corporate accounts and what the central bank's account system has of
/// them.
struct AccountWriter {
  let accounts: AccountFaults
  let count: Int
  let encoder: GB18030Encoder

  /// Fixed width in GB18030, balance to the right, everything else to the left.
  func writeExtract(put: ([UInt8]) throws -> Void) throws -> [PlantedFault] {
    var text: [UInt8] = []
    for index in 0..<count {
      for fields in accounts.make(index).compactMap(\.bank) {
        for field in AccountField.allCases {
          var cell: [UInt8] = []
          encoder.append(fields[field], to: &cell)
          let width = field.column.width
          if cell.count > width { cell.removeLast(cell.count - width / 2 * 2) }
          let blanks = repeatElement(UInt8(0x20), count: width - cell.count)
          if field == .balance { text.append(contentsOf: blanks) }
          text.append(contentsOf: cell)
          if field != .balance { text.append(contentsOf: blanks) }
        }
        text.append(0x0A)
      }
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try put(text)
    return truth()
  }

  /// What was planted and can be found: nobody misses an account of a branch, a nature or an
  /// age of which the other side has none.
  private func truth() -> [PlantedFault] {
    var truth: [PlantedFault] = []
    var missing: [(fault: PlantedFault, branch: String, nature: String, opened: Day?)] = []
    var opened: [Day] = []
    var inSystem: (branches: Set<String>, natures: Set<String>) = ([], [])
    var inBoth = inSystem
    for index in 0..<count {
      for account in accounts.make(index) {
        if let system = account.system {
          inSystem.branches.insert(system.branch)
          inSystem.natures.insert(system.nature)
          opened.append(system.opened)
          if account.bank != nil {
            inBoth.branches.insert(system.branch)
            inBoth.natures.insert(system.nature)
          }
        }
        for (rule, element) in account.planted {
          let fault = PlantedFault(
            source: "accounts", recordKey: account.number, rule: rule, element: element)
          let row = account.system
          switch rule {
          case "ACC001":
            let bank = account.bank
            missing.append(
              (
                fault, bank?.text(.branch) ?? "", bank?.text(.nature) ?? "",
                bank.flatMap { Day($0.text(.opened)) }
              ))
          case "ACC002": missing.append((fault, row?.branch ?? "", row?.nature ?? "", nil))
          default: truth.append(fault)
          }
        }
      }
    }
    opened.sort()
    for (fault, branch, nature, day) in missing {
      let (branches, natures) = fault.rule == "ACC001" ? inSystem : inBoth
      if let day, let first = opened.dropFirst(opened.count / 1000).first, day < first { continue }
      if branches.contains(branch), natures.contains(nature) { truth.append(fault) }
    }
    return truth
  }

  /// The account system's copy as XML in GB18030.
  func writeSystem(put: ([UInt8]) throws -> Void) throws {
    var text = Array("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<ROWS>\n".utf8)
    for index in 0..<count {
      for account in accounts.make(index).compactMap(\.system) {
        text.append("<ROW>")
        for (name, value) in account.cells {
          text.append(contentsOf: "<\(name)>".utf8)
          for byte in value.utf8 {
            switch byte {
            case 0x26: text.append("&amp;")
            case 0x3C: text.append("&lt;")
            case 0x3E: text.append("&gt;")
            default: text.append(byte)
            }
          }
          text.append(contentsOf: "</\(name)>".utf8)
        }
        text.append("</ROW>\n")
      }
      if text.count > 1 << 18 {
        try putEncoded(text, put)
        text.removeAll(keepingCapacity: true)
      }
    }
    text.append("</ROWS>\n")
    try putEncoded(text, put)
  }

  private func putEncoded(_ text: [UInt8], _ put: ([UInt8]) throws -> Void) throws {
    var encoded: [UInt8] = []
    encoder.append(text, to: &encoded)
    try put(encoded)
  }
}
