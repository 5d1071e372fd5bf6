import CPCRE2
import Records

/// A regular expression, compiled once: the one place that calls PCRE2.
///
/// Matching is bounded in steps, depth and memory, so that no pattern and no value can hold a
/// run up. Texts are UTF-8 without faults, as records are. See decision 0015.
@safe package final class Pattern: @unchecked Sendable {
  /// Why a pattern was not taken.
  package struct Fault: Error, Equatable {
    /// In the words of the library.
    package let problem: String
    /// Character of the pattern, from 0, at which it was noticed.
    package let offset: Int
  }

  package enum Result: Sendable { case match, noMatch, limitReached }

  /// Longest pattern in bytes.
  static let greatestLength = 4_096
  /// Steps of one match. Good patterns need a few dozen; a million take some milliseconds.
  private static let steps: UInt32 = 100_000
  private static let depth: UInt32 = 10_000
  /// Kibibytes.
  private static let heap: UInt32 = 1_024

  private let code: OpaquePointer
  private let limits: OpaquePointer
  private let isCompiled: Bool

  /// Whole texts are matched where `isWhole`, else anything in them.
  package init(_ pattern: String, isWhole: Bool) throws(Fault) {
    // A byte more, so that there is memory to point to.
    let bytes = Array(pattern.utf8) + [0]
    if bytes.count > Self.greatestLength {
      throw Fault(problem: "longer than \(Self.greatestLength) bytes", offset: 0)
    }
    var options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY | PCRE2_NO_UTF_CHECK
    if isWhole { options |= PCRE2_ANCHORED | PCRE2_ENDANCHORED }
    var error: Int32 = 0
    var offset = 0
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_parens_nest_limit_8(context, 100)
    let made = unsafe bytes.withUnsafeBufferPointer {
      unsafe pcre2_compile_8(
        $0.baseAddress, $0.count - 1, options, &error, &offset, context)
    }
    guard let code = unsafe made else {
      throw Fault(
        problem: Self.message(error),
        offset: String(decoding: bytes.prefix(offset), as: UTF8.self).count)
    }
    guard let limits = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_code_free_8(code)
      throw Fault(problem: "out of memory", offset: 0)
    }
    unsafe pcre2_set_match_limit_8(limits, Self.steps)
    unsafe pcre2_set_depth_limit_8(limits, Self.depth)
    unsafe pcre2_set_heap_limit_8(limits, Self.heap)
    unsafe self.code = code
    unsafe self.limits = limits
    isCompiled = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
  }

  deinit {
    unsafe pcre2_match_context_free_8(limits)
    unsafe pcre2_code_free_8(code)
  }

  private static func message(_ error: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let length = unsafe text.withUnsafeMutableBufferPointer {
      unsafe pcre2_get_error_message_8(error, $0.baseAddress, $0.count)
    }
    return String(decoding: text.prefix(max(0, Int(length))), as: UTF8.self)
  }

  /// What a match needs while it lasts; used by one thread at a time.
  @safe package final class Memory: @unchecked Sendable {
    fileprivate let data: OpaquePointer?

    package init() { unsafe data = pcre2_match_data_create_8(1, nil) }
    deinit { unsafe pcre2_match_data_free_8(data) }
  }

  /// Whether the pattern fits a text, which must not be empty. No allocation.
  package func match(_ text: Span<UInt8>, _ memory: Memory) -> Result {
    let result = unsafe text.withUnsafeBufferPointer { bytes -> Int32 in
      guard let base = bytes.baseAddress else { return PCRE2_ERROR_NOMATCH }
      return unsafe isCompiled
        ? pcre2_jit_match_8(code, base, bytes.count, 0, 0, memory.data, limits)
        : pcre2_match_8(
          code, base, bytes.count, 0, UInt32(PCRE2_NO_UTF_CHECK), memory.data, limits)
    }
    if result >= 0 { return .match }
    return result == PCRE2_ERROR_NOMATCH ? .noMatch : .limitReached
  }
}
