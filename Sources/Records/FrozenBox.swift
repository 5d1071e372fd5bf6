/// A value of several frozen tables behind one pointer, never changed and never freed.
///
/// A code list of ten tables would otherwise be copied, a hundred bytes and more, wherever a
/// rule takes it out of an optional. Eight bytes; no reference count.
@safe @frozen public struct FrozenBox<Value: Sendable>: @unchecked Sendable {
  @usableFromInline let pointer: UnsafePointer<Value>

  /// Puts `value` where it stays for as long as the process.
  public init(_ value: Value) {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    unsafe memory.initialize(to: value)
    unsafe pointer = UnsafePointer(memory)
  }

  /// The value, read in place. O(1).
  @inlinable public var value: Value {
    @_transparent unsafeAddress { unsafe pointer }
  }
}
