import Records
import Worklists

/// Writes the extract of organisations and the business registry.
struct OrganisationWriter {
  let faults: OrganisationFaults
  let count: Int
  /// Organisations that are in the registry and no customers.
  private var strangers: Int { count / 5 }

  /// UTF-8 with byte order mark, every cell in quotes, CRLF: what a report tool exports.
  func writeExtract(put: ([UInt8]) throws -> Void) throws -> [PlantedFault] {
    var text: [UInt8] = [0xEF, 0xBB, 0xBF]
    append(OrganisationField.allCases.map { Array($0.title.utf8)[...] }, to: &text)
    var truth: [PlantedFault] = []
    for index in 0..<count {
      let fields = faults.make(index, &truth).organisation.fields
      append(OrganisationField.allCases.map { fields[$0] }, to: &text)
      if text.count > 1 << 18 {
        try put(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try put(text)
    return truth
  }

  private func append(_ cells: [ArraySlice<UInt8>], to text: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text.append(0x2C) }
      text.append(0x22)
      for byte in cell {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      text.append(0x22)
    }
    text.append(0x0D)
    text.append(0x0A)
  }

  /// Titles of the registry's columns and their data elements.
  static let registryColumns: [(title: String, element: String)] = [
    ("统一社会信用代码", "credit_code"), ("企业名称", "name"), ("法定代表人", "legal_representative"),
    ("住所", "address"), ("登记状态", "registry_status"), ("注册资本（元）", "registered_capital"),
    ("经营范围", "business_scope"), ("成立日期", "established_date"), ("营业期限至", "term_end_date"),
    ("行业代码", "industry_code"), ("曾用名", "former_name"), ("企业类型", "registration_type"),
  ]

  static let rowsOfSheet = 1_000_000

  /// Rows of the registry for the companies that persons work for and that are no customers.
  private func employers() -> [RegistryRow] {
    let maker = faults.maker
    return maker.world.employers.companies(in: maker.world.regions).enumerated().map { entry in
      var row = maker.make(count + strangers + entry.offset).registry
      row.name = entry.element
      return row
    }
  }

  /// The registry as a workbook. Beyond a million rows a next sheet goes on, which an extract
  /// of one sheet does not read: such sizes are for looking at sheets, not for a job.
  func writeRegistry(to path: String) throws {
    let book = try WorkbookWriter(
      creating: path,
      properties: WorkbookWriter.Properties(
        title: "市场主体登记信息（虚构）", created: Int(SampleBank.registryDay.number) * 86_400))
    var sheet = try addSheet("登记信息", to: book)
    var row = 1
    var number = 1
    var unused: [PlantedFault] = []
    let employers = employers()
    for index in 0..<(count + strangers + employers.count) {
      var entries = [RegistryRow?](repeating: nil, count: 2)
      if index < count {
        let made = faults.make(index, &unused)
        entries = [made.registry, made.stranger]
      } else if index < count + strangers {
        entries[0] = faults.maker.make(index).registry
      } else {
        entries[0] = employers[index - count - strangers]
      }
      for case let entry? in entries {
        if row > Self.rowsOfSheet {
          number += 1
          sheet = try addSheet("登记信息\(number)", to: book)
          row = 1
        }
        try write(entry, row: row, to: sheet)
        row += 1
      }
      unused.removeAll()
    }
    try book.finish()
  }

  private func addSheet(_ name: String, to book: WorkbookWriter) throws -> WorkbookSheet {
    let sheet = try book.addSheet(name)
    let widths = [22.0, 36, 12, 48, 22, 16, 60, 12, 12, 10, 36, 32]
    for (column, width) in widths.enumerated() {
      try sheet.setWidth(width, columns: column...column)
    }
    try sheet.freeze(rows: 1, columns: 0)
    for (column, names) in Self.registryColumns.enumerated() {
      try sheet.write(names.title, row: 0, column: column, style: .header)
    }
    return sheet
  }

  private func write(_ entry: RegistryRow, row: Int, to sheet: WorkbookSheet) throws {
    let texts = [
      entry.creditCode, entry.name, entry.legalRepresentative, entry.address, entry.status,
    ]
    for (column, text) in texts.enumerated() {
      try sheet.write(text, row: row, column: column, style: column == 0 ? .text : .plain)
    }
    try sheet.write(number: Double(entry.capital), row: row, column: 5, style: .amount)
    try sheet.write(entry.scope, row: row, column: 6, style: .plain)
    try sheet.write(day: entry.established, row: row, column: 7)
    if let end = entry.termEnd {
      try sheet.write(day: end, row: row, column: 8)
    } else {
      try sheet.write("长期", row: row, column: 8, style: .plain)
    }
    try sheet.write(entry.industryCode, row: row, column: 9, style: .text)
    if !entry.formerName.isEmpty {
      try sheet.write(entry.formerName, row: row, column: 10, style: .plain)
    }
    if !entry.type.isEmpty { try sheet.write(entry.type, row: row, column: 11, style: .plain) }
  }
}
