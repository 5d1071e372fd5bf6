import Records

extension ReadFault: CustomStringConvertible {
  package var description: String { text(.en) }

  /// Place and fault for people. No value of the data.
  package func text(_ language: Language) -> String {
    if case .container(let fault) = kind { return fault.text(language) }
    let place = line > 0 ? "\(path):\(line)" : path
    return place + (language == .zh ? "：" : ": ") + words[language]
  }

  private var words: Text {
    switch kind {
    case .empty: return Text(zh: "文件是空的", en: "the file is empty")
    case .columnMissing(let column, let nearest):
      return Text(
        zh: "没有“\(column)”这一列" + (nearest.map { "，最接近的是“\($0)”" } ?? ""),
        en: "no column \"\(column)\"" + (nearest.map { "; nearest: \"\($0)\"" } ?? ""))
    case .columnRepeated(let column):
      return Text(
        zh: "表头中“\(column)”出现了两次", en: "column \"\(column)\" stands twice in the header")
    case .encodingUnclear:
      return Text(
        zh: "看不出文件编码，请在作业中写明 encoding", en: "the encoding cannot be told; name it in the job")
    case .pieceTooLarge(let limit):
      return Text(zh: "\(limit) 字节之内没有换行", en: "no line end within \(limit) bytes")
    case .headerNotClosed:
      return Text(zh: "表头中有未闭合的引号", en: "the header has a quote that is not closed")
    case .fixedWidthInUTF16:
      return Text(
        zh: "定长文件不支持 UTF-16 编码", en: "text of fixed width is not read from UTF-16")
    case .container(let fault): return Text(zh: fault.text(.zh), en: fault.text(.en))
    case .controlFileMissing:
      return Text(
        zh: "没有控制文件，数据可能还没有传完",
        en: "the control file is not there; the extract may be incomplete")
    case .controlRows(let expected, let read):
      return Text(
        zh: "控制文件记 \(expected) 行，实际读到 \(read) 行",
        en: "counts \(expected) rows, but \(read) were read")
    case .controlDigest(let name):
      return Text(
        zh: "数据文件的 \(name) 与控制文件不符", en: "the \(name) of the extract differs")
    case .system(let number):
      let reason = SystemFault("read", path, number: number).reason
      return Text(zh: "无法读取（\(reason)）", en: "cannot be read: \(reason)")
    case .noFile(let pattern):
      return Text(zh: "没有符合 \(pattern) 的文件", en: "no file matches \(pattern)")
    }
  }
}
