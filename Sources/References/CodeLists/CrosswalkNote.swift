import Records

/// The tags in the notes of `crosswalks/gbt4754-*.csv`, in words.
package enum CrosswalkNote {
  /// Reads tags such as `new-class;split-of:1320;part-from:1363`. A tag that is not known is
  /// shown as it stands.
  package static func text(_ tags: String) -> Text {
    let parts = tags.split(separator: ";").map { words(for: String($0)) }
    return Text(
      zh: parts.map(\.zh).filter { !$0.isEmpty }.joined(separator: "，"),
      en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private static func words(for tag: String) -> Text {
    let pieces = tag.split(separator: ":", maxSplits: 1).map(String.init)
    let codes = pieces.count > 1 ? pieces[1].split(separator: "+").map(String.init) : []
    let zh = codes.joined(separator: "、")
    let en = codes.joined(separator: ", ")
    switch pieces.first ?? "" {
    case "new-class": return Text(zh: "新设", en: "new class")
    case "renamed": return Text(zh: "名称有改动", en: "name changed")
    case "scope-changed": return Text(zh: "内容有变更", en: "contents changed")
    case "split-of": return Text(zh: "由 \(zh) 拆出", en: "split from \(en)")
    case "part-from": return Text(zh: "含 \(zh) 的部分内容", en: "takes in part of \(en)")
    case "whole-from": return Text(zh: "含 \(zh) 的全部内容", en: "takes in all of \(en)")
    case "merge-of": return Text(zh: "由 \(zh) 合并", en: "merged from \(en)")
    case "part-out": return Text(zh: "\(zh) 的部分内容调出", en: "part of \(en) given away")
    case "part-dropped": return Text(zh: "\(zh) 的部分内容不再列入", en: "part of \(en) dropped")
    case "moved": return Text(zh: "调整位置", en: "moved to another place")
    case "moved-from": return Text(zh: "由 \(zh) 调入", en: "moved in from \(en)")
    case "continues": return Text(zh: "主体内容延续", en: "carries on the main part")
    // Derived, and told by the names themselves.
    case "name-differs": return Text(zh: "", en: "")
    default: return Text(zh: tag, en: tag)
    }
  }
}
