import Foundation
import Records

/// What `datapackage.json` says of one table.
package struct TableDescription: Sendable, Equatable {
  /// A column.
  package struct Field: Sendable, Equatable, Decodable {
    package let name: String
    /// `string`, `integer`, `number`, `year`, `date` or `boolean`.
    package let type: String
    /// Whether every row needs a value.
    package let isRequired: Bool

    private enum Key: String, CodingKey { case name, type, constraints }
    private struct Constraints: Decodable { let required: Bool? }

    package init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      name = try values.decode(String.self, forKey: .name)
      type = try values.decodeIfPresent(String.self, forKey: .type) ?? "string"
      let constraints = try values.decodeIfPresent(Constraints.self, forKey: .constraints)
      isRequired = constraints?.required ?? false
    }
  }

  /// Columns whose values stand in a column of another table, or of this one.
  package struct ForeignKey: Sendable, Equatable {
    package let column: String
    /// Name of the other table; empty for this one.
    package let table: String
    package let key: String
  }

  /// File name without its extension, such as `gbt4754-2017`.
  package let name: String
  /// Path inside `mappings/`.
  package let path: String
  package let title: Text
  package let issuer: String
  /// Number of the standard; empty where there is none.
  package let edition: String
  /// First and last day in force.
  package let validity: Validity
  package let bytes: Int?
  package let rows: Int?
  /// `sha256:` and the digest in lower-case hexadecimal.
  package let hash: String?
  package let fields: [Field]
  /// Columns that together are different in every row; empty where none are.
  package let primaryKey: [String]
  package let foreignKeys: [ForeignKey]
}

extension TableDescription: Decodable {
  private enum Key: String, CodingKey {
    case name, path, title, titleEn, issuer, edition, inForceFrom, inForceTo, bytes, rows, hash
    case schema
  }

  private struct Schema: Decodable {
    struct Link: Decodable {
      struct Target: Decodable {
        let resource: String
        let fields: [String]
      }
      let fields: [String]
      let reference: Target
    }
    let fields: [Field]
    let primaryKey: [String]?
    let foreignKeys: [Link]?
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
    name = try values.decode(String.self, forKey: .name)
    path = try values.decode(String.self, forKey: .path)
    let zh = try text(.title) ?? name
    title = Text(zh: zh, en: try text(.titleEn) ?? zh)
    issuer = try text(.issuer) ?? ""
    edition = try text(.edition) ?? ""
    validity = Validity(
      from: try text(.inForceFrom).flatMap { CodeDate($0.utf8.span) },
      to: try text(.inForceTo).flatMap { CodeDate($0.utf8.span) })
    bytes = try values.decodeIfPresent(Int.self, forKey: .bytes)
    rows = try values.decodeIfPresent(Int.self, forKey: .rows)
    hash = try text(.hash)
    let schema = try values.decodeIfPresent(Schema.self, forKey: .schema)
    fields = schema?.fields ?? []
    primaryKey = schema?.primaryKey ?? []
    foreignKeys = (schema?.foreignKeys ?? []).flatMap { link in
      zip(link.fields, link.reference.fields).map {
        ForeignKey(column: $0, table: link.reference.resource, key: $1)
      }
    }
  }
}
