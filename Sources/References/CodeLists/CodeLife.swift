import Records

/// What one meaning of a code was before, what it is, and what became of it.
///
/// A code that has meant several things (9231 of GB/T 4754 before and after the amendment
/// of 2019) has a life for each of them.
package struct CodeLife: Sendable, Equatable {
  /// One code with one name, for as long as nothing about it changed.
  package struct Node: Sendable, Equatable {
    package let code: String
    package let name: String
    /// Editions that hold it so, oldest first; none for tables that go by years.
    package let editions: [String]
    package let validity: Validity
    /// How it came from the node above it, or in `origins` how it led to that; nil at the root.
    package let relation: CodeRelation?
    /// What the source says of this step, for people; empty where it says nothing.
    package let note: Text
    /// Where the step stands: standard and annex, gazette number, table; empty at the root.
    package let source: String
    /// Whether the step is sure enough to act upon.
    package let isVerified: Bool
    /// What became of it, or in `origins` where it came from in its turn.
    package var children: [Node]

    package init(
      code: String, name: String, editions: [String] = [], validity: Validity = Validity(),
      relation: CodeRelation? = nil, note: Text = Text(zh: "", en: ""), source: String = "",
      isVerified: Bool = true, children: [Node] = []
    ) {
      self.code = code
      self.name = name
      self.editions = editions
      self.validity = validity
      self.relation = relation
      self.note = note
      self.source = source
      self.isVerified = isVerified
      self.children = children
    }
  }

  /// The code; its children are what became of it.
  package let root: Node
  /// Where it came from, the children of each being where that came from.
  package let origins: [Node]
  /// How it began or ended where no relation says so, for people: new in an edition, given up
  /// without a successor and why; an origin that is not known.
  package let remarks: [Text]

  package init(root: Node, origins: [Node] = [], remarks: [Text] = []) {
    self.root = root
    self.origins = origins
    self.remarks = remarks
  }
}
