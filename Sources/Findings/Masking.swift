import Records

/// What a job hides in the files that a run leaves: values of elements of some classes of
/// sensitivity (JR/T 0171).
///
/// Of such an element, value and suggestion are shown masked, in `findings.csv`, in
/// `corrections.csv` and in the workbooks. Rules that read one leave `expected` and
/// `evidence` empty, and rejected rows stand without their text, since what they hold is
/// not known. Customers' numbers stay: without them nobody could act on a finding.
package struct Masking: Sendable, Equatable {
  /// The classes that are hidden.
  package let classes: Set<DataElement.Sensitivity>

  package init(_ classes: Set<DataElement.Sensitivity> = []) { self.classes = classes }

  /// Whether anything is hidden.
  package var isOn: Bool { !classes.isEmpty }

  /// Whether values of an element are hidden.
  package func hides(_ element: DataElement) -> Bool {
    classes.contains(element.facts.sensitivity)
  }

  func hides(anyOf classes: Set<DataElement.Sensitivity>) -> Bool {
    !self.classes.isDisjoint(with: classes)
  }
}
