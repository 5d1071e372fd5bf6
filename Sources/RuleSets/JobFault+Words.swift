import Records

extension JobFault.Kind {
  /// The fault in words.
  package var text: Text {
    switch self {
    case .tooLarge(let limit):
      Text(
        zh: "文件超过 \(limit >> 20) MB，不像是配置文件",
        en: "the file is larger than \(limit >> 20) MB: no file of settings")
    case .notUTF8: Text(zh: "文件不是 UTF-8 编码", en: "the file is not UTF-8")
    case .controlCharacter: Text(zh: "文件中有控制字符", en: "a control character")
    case .syntax(let syntax): syntax.text
    case .alias:
      Text(zh: "不支持 YAML 锚点和别名（& 与 *）", en: "anchors and aliases (& and *) are not allowed")
    case .tag: Text(zh: "不支持 YAML 标签（!）", en: "tags (!) are not allowed")
    case .tooDeep: Text(zh: "嵌套层数过多", en: "nested too deeply")
    case .tooManyNodes(let limit):
      Text(zh: "内容过多，超过 \(limit) 项", en: "more than \(limit) values")
    case .keyNotText: Text(zh: "配置项名称应为文字", en: "a key that is no word")
    case .keyTwice(let key, let line):
      Text(
        zh: "配置项“\(key.shown)”重复，首次出现在第 \(line) 行",
        en: "key \"\(key.shown)\" stands twice; first on line \(line)")
    case .unknownKey(let key):
      Text(zh: "未知的配置项“\(key.shown)”", en: "unknown key \"\(key.shown)\"")
    case .missingKey(let key): Text(zh: "缺少配置项“\(key)”", en: "missing key \"\(key)\"")
    case .noValue(let key):
      Text(zh: "配置项“\(key.shown)”没有值", en: "\"\(key.shown)\" has no value")
    case .wrongShape(let key, let shape):
      Text(zh: "“\(key.shown)”是\(shape.text.zh)", en: "\"\(key.shown)\" is \(shape.text.en)")
    case .badValue(let key, let value):
      Text(
        zh: "“\(key.shown)”的值“\(value.shown)”不正确",
        en: "wrong value \"\(value.shown)\" of \"\(key.shown)\"")
    case .outOfRange(let key, let value):
      Text(
        zh: "“\(key.shown)”的值 \(value.shown) 超出范围",
        en: "\"\(key.shown)\" is out of range: \(value.shown)")
    case .notInThisVersion(let key):
      Text(zh: "本版本尚不支持“\(key)”", en: "\"\(key)\" is not in this version yet")
    case .keyOfOtherFormat(let key, let format):
      Text(zh: "格式 \(format) 没有配置项“\(key)”", en: "format \(format) has no key \"\(key)\"")
    case .contradiction(let a, let b):
      Text(zh: "“\(a)”与“\(b)”不能同时使用", en: "\"\(a)\" does not go together with \"\(b)\"")
    case .twice(let key, let value):
      Text(
        zh: "“\(key.shown)”中“\(value.shown)”重复",
        en: "\"\(value.shown)\" stands twice in \"\(key.shown)\"")
    case .noFile(let path): Text(zh: "没有文件“\(path.shown)”", en: "no file \"\(path.shown)\"")
    case .noFolder(let path):
      Text(zh: "没有文件夹“\(path.shown)”", en: "no folder \"\(path.shown)\"")
    case .wildcardInFolder(let path):
      Text(
        zh: "“\(path.shown)”：通配符 * 和 ? 只能用在文件名中",
        en: "\"\(path.shown)\": * and ? may stand in the name of the file only")
    case .notAFolder(let path):
      Text(zh: "“\(path.shown)”不是文件夹", en: "\"\(path.shown)\" is not a folder")
    case .unreadable(let path, let reason):
      Text(zh: "无法读取“\(path.shown)”：\(reason)", en: "cannot read \"\(path.shown)\": \(reason)")
    case .unknownElement(let name):
      Text(zh: "没有数据项“\(name.shown)”", en: "no data element \"\(name.shown)\"")
    case .elementOfOtherParty(let element, let party):
      Text(
        zh: "\(party.title.zh)没有数据项“\(element.name)”（\(element.facts.title.zh)）",
        en: "element \"\(element.name)\" is not of a record of kind \(party.rawValue)")
    case .elementTwice(let element, let column):
      Text(
        zh: "数据项“\(element.name)”已由字段“\(column.shown)”映射",
        en: "element \"\(element.name)\" is mapped already, from column \"\(column.shown)\"")
    case .keyElementMissing(let elements):
      Text(
        zh: "没有字段映射到"
          + elements.map { "“\($0.name)”（\($0.facts.title.zh)）" }.joined(separator: "或"),
        en: "no column is mapped to " + elements.map { "\"\($0.name)\"" }.joined(separator: " or "))
    case .columnNotInFile(let column):
      Text(zh: "文件没有字段“\(column.shown)”", en: "the file has no column \"\(column.shown)\"")
    case .notADate(let element):
      Text(
        zh: "数据项“\(element.name)”（\(element.facts.title.zh)）不是日期，不能用“date”",
        en: "\"date\" goes with dates only; \"\(element.name)\" is none")
    case .noCodeList(let element):
      Text(
        zh: "数据项“\(element.name)”（\(element.facts.title.zh)）没有代码表，不能用“codeList”",
        en: "\"codeList\" goes with coded elements only; \"\(element.name)\" has no code list")
    case .unknownCodeList(let list, let element):
      Text(
        zh: "代码表“\(list.shown)”无法转换为 \(element.facts.codeList)",
        en: "code list \"\(list.shown)\" cannot be translated to \(element.facts.codeList)")
    case .partyDiffers(let file):
      Text(zh: "“\(file)”映射的是另一类记录", en: "\"\(file)\" maps records of another kind")
    case .unknownRule(let name):
      Text(zh: "没有检核规则“\(name.shown)”", en: "no rule \"\(name.shown)\"")
    case .unknownRuleSet(let name):
      Text(zh: "没有规则集“\(name.shown)”", en: "no rule set \"\(name.shown)\"")
    case .unknownMapping(let name):
      Text(zh: "没有字段映射“\(name.shown)”", en: "no mapping \"\(name.shown)\"")
    case .emptyFamily(let family):
      Text(
        zh: "本版本没有 \(family) 类检核规则", en: "this version has no rules of the family \(family)")
    case .ruleNotInSet(let rule, let set):
      Text(zh: "规则集“\(set)”不含“\(rule)”", en: "the rule set \"\(set)\" does not have \"\(rule)\"")
    case .ruleRemoved(let rule):
      Text(zh: "检核规则 \(rule) 已停用", en: "rule \(rule) has been removed")
    case .unknownParameter(let name, let rule):
      Text(
        zh: "检核规则 \(rule) 没有参数“\(name.shown)”",
        en: "rule \(rule) has no parameter \"\(name.shown)\"")
    case .noRuleLeft: Text(zh: "没有选中任何检核规则", en: "no rule is left to apply")
    case .unknownRegistry(let name):
      Text(
        zh: "外部登记信息“\(name.shown)”未说明是哪一类", en: "what kind of registry is \"\(name.shown)\"?")
    case .deadlineTooEarly(let asOf):
      Text(zh: "反馈期限早于数据日期 \(asOf)", en: "the deadline is before the day of the data, \(asOf)")
    case .extendsItself(let names):
      Text(
        zh: "规则集循环引用：\(names.joined(separator: " → "))",
        en: "a rule set extends itself: \(names.joined(separator: " → "))")
    case .expression(let kind): kind.text
    case .declared(let fault): fault.text
    case .books(let fault): fault.text
    }
  }
}

extension JobFault.Shape {
  fileprivate var text: Text {
    switch self {
    case .word: Text(zh: "单个值", en: "a single value")
    case .list: Text(zh: "列表", en: "a list")
    case .section: Text(zh: "一组配置项", en: "a section of keys")
    }
  }
}

extension JobFault.Syntax {
  fileprivate var text: Text {
    switch self {
    case .tab: Text(zh: "YAML 中不能用制表符缩进", en: "YAML: a tab where blanks must stand")
    case .needsQuotes(let character):
      Text(
        zh: "YAML：以“\(character)”开头的值须加引号",
        en: "YAML: a value that begins with \(character) needs quotes")
    case .colon:
      Text(
        zh: "YAML：此处不能有冒号（缩进有误，或值中的冒号未加引号）",
        en: "YAML: no colon may stand here (wrong indentation, or a value that needs quotes)")
    case .keyExpected:
      Text(
        zh: "YAML：此处应为“配置项: 值”（缩进或冒号有误）",
        en: "YAML: a key and a colon should stand here (wrong indentation, or no colon)")
    case .dashExpected:
      Text(
        zh: "YAML：此处应为以“- ”开头的列表项（缩进有误）",
        en: "YAML: an item with \"- \" should stand here (wrong indentation)")
    case .dashNotAllowed:
      Text(
        zh: "YAML：此处不能有“- ”列表项（缩进有误）",
        en: "YAML: no item with \"- \" may stand here (wrong indentation)")
    case .bracketOpen:
      Text(zh: "YAML：括号未闭合，或缺少逗号", en: "YAML: a bracket is not closed, or a comma is missing")
    case .quoteOpen: Text(zh: "YAML：引号未闭合", en: "YAML: a quote is not closed")
    case .escape:
      Text(
        zh: "YAML：双引号中的反斜杠用法有误", en: "YAML: a backslash in double quotes that means nothing")
    case .severalDocuments:
      Text(zh: "YAML：文件中有多个文档", en: "YAML: more than one document in the file")
    case .other(let problem): Text(zh: "YAML 语法错误（\(problem)）", en: "YAML: \(problem)")
    }
  }
}

extension JobFault.Expected {
  /// What should stand there, in words.
  package var text: Text {
    switch self {
    case .word: Text(zh: "单个值", en: "a single value")
    case .wordOrList: Text(zh: "单个值或列表", en: "a single value or a list")
    case .list: Text(zh: "列表，如 [A, B]", en: "a list such as [A, B]")
    case .section: Text(zh: "一组“配置项: 值”", en: "a section of keys and values")
    case .day: Text(zh: "日期，如 2026-10-31", en: "a date such as 2026-10-31")
    case .flag: Text(zh: "true 或 false", en: "true or false")
    case .oneOf(let words): words.joined
    case .integer(let range):
      range.upperBound == .max
        ? Text(
          zh: "不小于 \(range.lowerBound) 的整数", en: "a whole number of \(range.lowerBound) or more")
        : Text(
          zh: "\(range.lowerBound) 至 \(range.upperBound) 的整数",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .share: Text(zh: "0 至 1 的小数，如 0.01", en: "a share from 0 to 1, such as 0.01")
    case .phone:
      Text(
        zh: "带区号的固定电话、手机或服务号码，如 0797-8123456",
        en: "a number with its area code, a mobile or a service number, such as 0797-8123456")
    case .delimiter:
      Text(zh: "1 至 8 个字节，不含换行和引号", en: "1 to 8 bytes without line end or quote")
    case .quoteCharacter: Text(zh: "一个 ASCII 字符，如 '\"'", en: "one ASCII character such as '\"'")
    case .recordPath: Text(zh: "记录的路径，如 /ROWS/ROW", en: "the path of a record such as /ROWS/ROW")
    case .pathOrName(let folder):
      Text(
        zh: "\(folder) 中的名称，或 YAML 文件的路径", en: "a name in \(folder), or the path of a YAML file")
    case .elementOf(let party):
      Text(
        zh: "\(party.title.zh)的数据项（mappings/elements.csv）",
        en: "an element of kind \(party.rawValue) (mappings/elements.csv)")
    case .elementOrSection:
      Text(zh: "数据项，或 {element: 数据项, …}", en: "an element, or {element: NAME, …}")
    case .date(let forms): forms.joined
    case .codeLists(let lists):
      lists.isEmpty ? Text(zh: "用 values 逐一对照", en: "values, one by one") : lists.joined
    case .rule: Text(zh: "规则编号或名称（hedui rules list）", en: "id or name of a rule (hedui rules list)")
    case .ruleOrFamily:
      Text(
        zh: "规则类别、编号或名称（hedui rules list）",
        en: "family, id or name of a rule (hedui rules list)")
    case .parameters(let names): names.joined
    case .parameterNone: Text(zh: "无，该规则没有参数", en: "none; the rule has no parameters")
    case .columnMapped(let party):
      Text(
        zh: "一个映射到该数据项的字段", en: "a column that tells which \(party.title.en) a record is of")
    case .registryKinds(let kinds):
      Text(
        zh: "kind: \(kinds.joined(separator: "、")) 之一，或以此命名",
        en: "kind: one of \(kinds.joined(separator: ", ")), or one of these as the name")
    case .regionPrefix:
      Text(
        zh: "all，或行政区划代码的前 2、4 或 6 位", en: "all, or the first 2, 4 or 6 digits of a division code")
    case .registryKey: Text(zh: "用于匹配的字段", en: "a column to match by")
    case .formats(let formats):
      Text(
        zh: "格式 \(formats.joined(separator: " 或 "))",
        en: "format \(formats.joined(separator: " or "))")
    case .utf8: Text(zh: "UTF-8（请另存为 UTF-8 编码）", en: "UTF-8 (save the file in that encoding)")
    case .quotes: Text(zh: "给该值加上引号", en: "quotes around the value")
    case .spaces: Text(zh: "空格", en: "blanks")
    case .limit:
      Text(zh: "条数或百分数，如 100、0、2.5%", en: "a count or a share, such as 100, 0, 2.5%")
    case .said(let text): text
    }
  }
}

extension [String] {
  /// The words as a choice.
  fileprivate var joined: Text {
    Text(zh: joined(separator: "、"), en: joined(separator: ", "))
  }
}

extension String {
  /// At most 60 characters of it, on one line.
  fileprivate var shown: String {
    let line = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
