import Records

extension Validity {
  /// Such as `2017-10-01 至 2019-03-28`, `2019-03-29 起`; empty where nothing is known.
  package var text: Text {
    switch (from, to) {
    case (nil, nil): Text(zh: "", en: "")
    case (let from?, nil): Text(zh: "\(from) 起", en: "since \(from)")
    case (nil, let to?): Text(zh: "至 \(to)", en: "until \(to)")
    case (let from?, let to?):
      from == to
        ? Text(zh: "\(from)", en: "\(from)") : Text(zh: "\(from) 至 \(to)", en: "\(from) to \(to)")
    }
  }
}
