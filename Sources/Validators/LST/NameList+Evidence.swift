import Findings
import Records
import Registries

extension NameList {
  /// Appends which list has the entry at `place`, of which day, since when and why, and the
  /// name on it.
  func write(entry place: Int, to evidence: inout [UInt8], in language: Language) {
    let entry = index.records[place]
    if !evidence.isEmpty { evidence.append(zh: "；", en: "; ", in: language) }
    evidence.append(zh: "名单“", en: "list \"", in: language)
    evidence.append(contentsOf: index.part(of: place).name.utf8)
    evidence.append(zh: "”（数据日期", en: "\" (as of ", in: language)
    evidence.append(day: index.asOf(place))
    evidence.append(zh: "）", en: ")", in: language)
    if !entry[.name].isEmpty {
      evidence.append(zh: "：", en: ": ", in: language)
      evidence.append(entry[.name])
    }
    if !entry[.listedDate].isEmpty {
      evidence.append(zh: "，列入日期", en: ", listed on ", in: language)
      evidence.append(entry[.listedDate])
    }
    if !entry[.listingReason].isEmpty {
      evidence.append(zh: "，原因：", en: ", reason: ", in: language)
      evidence.append(entry[.listingReason])
    }
  }

  /// Appends how the number of a record met that of an entry, and what the names say.
  func write(
    numberOf role: ListedRole, _ element: DataElement, _ record: RecordView, at place: Int,
    ofOrganisation: Bool, to evidence: inout [UInt8], in language: Language
  ) {
    let entry = index.records[place]
    let (mine, its) = (ListNumber(record[element]), ListNumber(entry[.documentNumber]))
    if mine.isOtherForm(of: its), mine.key == its.key {
      evidence.append(
        zh: "；证件号码一致（15位与18位换算）", en: "; same document number (15 and 18 digits)", in: language)
    } else if ofOrganisation, role == .customer {
      evidence.append(zh: "；代码一致", en: "; same code", in: language)
    } else {
      evidence.append(zh: "；证件号码一致", en: "; same document number", in: language)
    }
    let (name, listed) = (record[role.name], entry[.name])
    if name.isEmpty || listed.isEmpty { return }
    evidence.append(zh: "，姓名（名称）", en: ", name ", in: language)
    let agreement =
      ofOrganisation && role == .customer
      ? CompanyName.compare(name, listed, forms) : PersonName.compare(name, listed, forms)
    evidence.append(contentsOf: agreement.text[language].utf8)
  }
}
