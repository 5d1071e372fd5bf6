import Records

extension ContainerFault: CustomStringConvertible {
  package var description: String { text(.en) }

  /// Place and fault for people. No value of the data.
  package func text(_ language: Language) -> String {
    var text = path
    if let part = place.part {
      // The name of a part comes from outside.
      text += "(" + String(part.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) }) + ")"
    }
    if let line = place.line { text += ":\(line)" }
    if let column = place.column { text += ":\(column)" }
    if let offset = place.offset {
      text += language == .zh ? "，第 \(offset) 字节处" : " at byte \(offset)"
    }
    return text + (language == .zh ? "：" : ": ") + kind.text(language)
  }
}

extension ContainerFault.Kind {
  private var english: String {
    switch self {
    case .notGzip: "not a gzip file"
    case .cutOff: "the file is cut off: it ends before its contents do"
    case .badChecksum: "the check sum does not agree with the contents"
    case .badCompressedData: "the compressed data are damaged"
    case .notAZip: "not a zip file, so no .xlsx workbook"
    case .oldOfficeDocument: "a workbook of Excel 97-2003 (.xls); save it as .xlsx"
    case .passwordProtected: "the workbook is protected by a password; save it without"
    case .damagedZip: "the zip file is damaged or cut off"
    case .encryptedPart: "the part is encrypted"
    case .unsupportedCompression(let method): "compression method \(method) is not supported"
    case .duplicatePart: "two parts have this name"
    case .unusablePartName: "the name of a part is empty or too long"
    case .tooManyParts(let limit): "more than \(limit) parts"
    case .missingPart: "the part is missing"
    case .expandsBeyond(let limit): "the part expands to more than \(limit) bytes"
    case .expandsByMoreThan(let factor): "the part expands by a factor of more than \(factor)"
    case .doctype: "a document type declaration (DOCTYPE) is refused"
    case .tooDeep(let limit): "elements are nested more than \(limit) deep"
    case .tokenTooLong(let limit): "a tag or comment of more than \(limit) bytes"
    case .malformedXML(let code):
      switch code {
      case 4: "not well-formed XML: the document is empty"
      case 5, 77: "not well-formed XML: the document ends too early"
      case 76: "not well-formed XML: opening and ending tag do not match"
      case 9, 68: "not well-formed XML: a character that may not stand there"
      case 26: "not well-formed XML: an entity that is not defined"
      default: "not well-formed XML (error \(code))"
      }
    case .badEncoding: "bytes that the encoding of the document does not have"
    case .unknownEncoding: "the encoding that the document declares is not known"
    case .recordTooLong(let limit): "a record of more than \(limit) bytes"
    case .badPath(let path): "cannot read the path \"\(path)\""
    case .notAWorkbook: "a zip file, but no workbook"
    case .binaryWorkbook: "a binary workbook (.xlsb); save it as .xlsx"
    case .noSuchSheet: "no such sheet"
    case .badReference: "a row, a cell or a shared string out of bounds"
    case .stringsTooLong(let limit): "the shared strings need more than \(limit) bytes"
    }
  }

  private var chinese: String {
    switch self {
    case .notGzip: "不是 gzip 文件"
    case .cutOff: "文件不完整：内容没有结束就断了"
    case .badChecksum: "校验和与内容不符"
    case .badCompressedData: "压缩数据已损坏"
    case .notAZip: "不是 zip 文件，因此不是 .xlsx 工作簿"
    case .oldOfficeDocument: "是旧版 Excel 文件（.xls），请另存为 .xlsx"
    case .passwordProtected: "工作簿有密码，请另存为无密码的文件"
    case .damagedZip: "zip 文件损坏或不完整"
    case .encryptedPart: "部件已加密"
    case .unsupportedCompression(let method): "不支持压缩方式 \(method)"
    case .duplicatePart: "有两个部件同名"
    case .unusablePartName: "部件名为空或过长"
    case .tooManyParts(let limit): "部件超过 \(limit) 个"
    case .missingPart: "缺少部件"
    case .expandsBeyond(let limit): "部件解压后超过 \(limit) 字节"
    case .expandsByMoreThan(let factor): "部件解压后膨胀超过 \(factor) 倍"
    case .doctype: "含有文档类型声明（DOCTYPE），不予读取"
    case .tooDeep(let limit): "元素嵌套超过 \(limit) 层"
    case .tokenTooLong(let limit): "标签或注释超过 \(limit) 字节"
    case .malformedXML(let code): "XML 格式错误（\(code)）"
    case .badEncoding: "含有文件编码中没有的字节"
    case .unknownEncoding: "文件声明的编码无法识别"
    case .recordTooLong(let limit): "一条记录超过 \(limit) 字节"
    case .badPath(let path): "路径“\(path)”无法识别"
    case .notAWorkbook: "是 zip 文件，但不是工作簿"
    case .binaryWorkbook: "是二进制工作簿（.xlsb），请另存为 .xlsx"
    case .noSuchSheet: "没有这个工作表"
    case .badReference: "行号、单元格引用或共享字符串编号超出范围"
    case .stringsTooLong(let limit): "共享字符串超过 \(limit) 字节"
    }
  }

  /// What is wrong, for people.
  package func text(_ language: Language) -> String { language == .zh ? chinese : english }
}
