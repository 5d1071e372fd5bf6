import Records

extension ReferenceFault: CustomStringConvertible {
  package var description: String { text[.en] }

  /// `table:line: what is wrong`, for people.
  package var text: Text {
    let place = line > 0 ? "\(table):\(line)" : table
    let claim = claim
    return Text(zh: "\(place)：\(claim.zh)", en: "\(place): \(claim.en)")
  }

  /// What is wrong, without the place.
  package var claim: Text {
    switch kind {
    case .missing: Text(zh: "没有这个表", en: "no such table")
    case .unreadable(let why): Text(zh: "读不出来（\(why)）", en: "cannot be read: \(why)")
    case .columnMissing(let name):
      Text(zh: "缺少列 \"\(name)\"", en: "no column \"\(name)\"")
    case .columnUnknown(let name, let nearest):
      Text(
        zh: "没有 \"\(name)\" 这一列" + (nearest.map { "，最接近的是 \"\($0)\"" } ?? ""),
        en: "unknown column \"\(name)\"" + (nearest.map { "; nearest: \($0)" } ?? ""))
    case .width(let expected, let found):
      Text(zh: "有 \(found) 个单元格，应为 \(expected) 个", en: "\(found) cells, expected \(expected)")
    case .unclosedQuote: Text(zh: "引号没有闭合", en: "a quoted cell is not closed")
    case .strayQuote:
      Text(zh: "引号位置不对，含引号的单元格须整个加引号", en: "a quotation mark where none may stand")
    case .notUTF8: Text(zh: "不是 UTF-8 编码", en: "not UTF-8")
    case .badValue(let column):
      Text(
        zh: "列 \"\(column)\" 的值格式不对", en: "column \"\(column)\" has a value of the wrong form")
    case .wrongType(let column, let type):
      Text(
        zh: "列 \"\(column)\" 的值不是\(Self.typeTitle(type))",
        en: "column \"\(column)\" has a value that is no \(type)")
    case .empty(let column):
      Text(zh: "列 \"\(column)\" 不得为空", en: "column \"\(column)\" is empty, but needs a value")
    case .duplicate(let code):
      Text(zh: "代码 \"\(code)\" 重复", en: "code \"\(code)\" stands twice")
    case .validityReversed:
      Text(zh: "生效时间晚于失效时间", en: "the beginning of validity lies after its end")
    case .unknownCode(let code, let column, let table):
      Text(
        zh: "列 \"\(column)\" 的代码 \"\(code)\" 在 \(table) 中不存在",
        en: "column \"\(column)\": \(table) has no code \"\(code)\"")
    case .cycle(let codes):
      Text(
        zh: "上下级成环：\(codes.joined(separator: " → "))",
        en: "codes stand above each other in a circle: \(codes.joined(separator: " → "))")
    case .noWayForward(let code, let crosswalk):
      Text(
        zh: "代码 \"\(code)\" 在 \(crosswalk) 中既没有去向，也没有说明原因",
        en: "\(crosswalk) says neither what became of code \"\(code)\" nor why nothing did")
    case .noOrigin(let code, let crosswalk):
      Text(
        zh: "代码 \"\(code)\" 在 \(crosswalk) 中既没有来源，也没有标为新增",
        en: "\(crosswalk) neither leads to code \"\(code)\" nor calls it new")
    case .size(let recorded, let found):
      Text(
        zh: "\(found) 字节，datapackage.json 记载为 \(recorded) 字节",
        en: "\(found) bytes, datapackage.json records \(recorded)")
    case .rows(let recorded, let found):
      Text(
        zh: "\(found) 行，datapackage.json 记载为 \(recorded) 行",
        en: "\(found) rows, datapackage.json records \(recorded)")
    case .digest(let line):
      Text(
        zh: "内容与 datapackage.json 第 \(line) 行记载的 SHA-256 不符",
        en: "its SHA-256 is not the one on line \(line) of datapackage.json")
    case .undescribed:
      Text(zh: "datapackage.json 没有描述这个表", en: "datapackage.json does not describe it")
    }
  }

  private static func typeTitle(_ type: String) -> String {
    switch type {
    case "date": "日期"
    case "year": "年份"
    case "integer": "整数"
    case "number": "数字"
    default: "是否值"
    }
  }
}
