import Foundation
import Synchronization

/// Another program, spoken to line by line over its standard input and output.
///
/// Used by one thread at a time. The program is in a process group of its own, so that an
/// interrupt at the terminal does not reach it and nothing that it started outlives it.
public final class ChildProcess {
  /// Why a line did not come.
  public enum Failure: Error, Equatable, Sendable {
    /// It ended, with this status, or minus the number of the signal that ended it.
    case ended(Int32)
    /// It said nothing until the deadline.
    case late
    /// It wrote more to standard error than is allowed.
    case flooded
    /// Its line is longer than allowed.
    case tooLong
    /// The run is to stop.
    case stopped
  }

  /// Bytes on standard error that are allowed; beyond them the program has gone astray.
  public static let mostErrors = 1 << 20

  /// Up to a thousand bytes of what it wrote to standard error first.
  public private(set) var complaint: [UInt8] = []
  private var errorBytes = 0
  private let pid: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private var received: [UInt8] = []
  /// Status as `waitpid` tells it, once it has ended.
  private var status: Int32?

  /// One after another, so that no program inherits another one's pipes.
  private static let starting = Mutex(())

  /// Starts a program, which is looked for as a shell does.
  ///
  /// - Parameters:
  ///   - command: Name of the program and its arguments; not empty.
  ///   - folder: The folder in which it works.
  ///   - megabytes: Address space that it may have, where the system can limit it.
  public init(_ command: [String], in folder: String, megabytes: Int) throws(SystemFault) {
    precondition(!command.isEmpty)
    // The shell sets the limit and becomes the program.
    let script = "cd \"$1\" || exit 126; ulimit -v \"$2\" 2>/dev/null; shift 2; exec \"$@\""
    let words = ["/bin/sh", "-c", script, "sh", folder, String(megabytes * 1024)] + command
    let started = Self.starting.withLock { _ in Self.start(words) }
    switch started {
    case .success(let child):
      (pid, input, output, errors) = (child.pid, child.input, child.output, child.errors)
    case .failure(let fault): throw SystemFault("start", command[0], number: fault.number)
    }
  }

  private struct Started {
    let pid: pid_t
    let input: Int32
    let output: Int32
    let errors: Int32
  }

  private static func start(_ words: [String]) -> Result<Started, SystemFault> {
    // Writing to a program that has ended must fail instead of ending us.
    _ = signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard unsafe pipe(&pair) == 0 else {
        let fault = SystemFault("start", words[0])
        for end in ends { close(end) }
        return .failure(fault)
      }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends += pair
    }
    #if os(Linux)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    _ = unsafe posix_spawn_file_actions_init(&actions)
    _ = unsafe posix_spawnattr_init(&attributes)
    defer {
      _ = unsafe posix_spawn_file_actions_destroy(&actions)
      _ = unsafe posix_spawnattr_destroy(&attributes)
    }
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, ends[3], 1)
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, ends[5], 2)
    // What we ignore it shall not.
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGXFSZ] { unsafe sigaddset(&defaults, number) }
    _ = unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    _ = unsafe posix_spawnattr_setpgroup(&attributes, 0)
    _ = unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let result = unsafe posix_spawn(
      &pid, words[0], &actions, &attributes, &arguments, environ)
    for end in [ends[0], ends[3], ends[5]] { close(end) }
    guard result == 0 else {
      for end in [ends[1], ends[2], ends[4]] { close(end) }
      return .failure(SystemFault("start", words[0], number: result))
    }
    for end in [ends[1], ends[2], ends[4]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    return .success(Started(pid: pid, input: ends[1], output: ends[2], errors: ends[4]))
  }

  /// Sends bytes and returns the next line that the program writes, without its line end.
  ///
  /// - Parameters:
  ///   - limit: Most bytes of the line.
  ///   - deadline: When to give up.
  ///   - isStopped: Asked some times a second; true to give up.
  public func exchange(
    _ request: [UInt8], limit: Int, deadline: ContinuousClock.Instant,
    isStopped: () -> Bool
  ) throws(Failure) -> [UInt8] {
    var sent = 0
    var searched = 0
    while true {
      if let end = received[searched...].firstIndex(of: 0x0A) {
        let line = Array(received[..<end])
        received.removeFirst(end + 1)
        return line
      }
      searched = received.count
      if received.count > limit { throw .tooLong }
      if isStopped() { throw .stopped }
      if ContinuousClock.now >= deadline { throw .late }
      let ready = wait(writing: sent < request.count)
      if ready.errors { try takeErrors() }
      if ready.input, sent < request.count { try send(request, &sent) }
      if ready.output {
        if try !takeOutput() { throw .ended(end()) }
      } else if !ready.errors, !ready.input, let status = collect(WNOHANG) {
        // It has ended, though something that it started holds its output open.
        throw .ended(status)
      }
    }
  }

  /// Whether it has written more than was asked for.
  public var hasMore: Bool {
    if !received.isEmpty { return true }
    var entries = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
    return unsafe poll(&entries, 1, 0) > 0 && entries[0].revents & Int16(POLLIN) != 0
  }

  /// Waits up to a tenth of a second until something can be done.
  private func wait(writing: Bool) -> (input: Bool, output: Bool, errors: Bool) {
    var entries = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errorsAreOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing ? input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    guard unsafe poll(&entries, 3, 100) > 0 else { return (false, false, false) }
    return (entries[2].revents != 0, entries[0].revents != 0, entries[1].revents != 0)
  }

  private var errorsAreOpen = true

  private func send(_ request: [UInt8], _ sent: inout Int) throws(Failure) {
    let number = unsafe request.withUnsafeBytes { memory in
      unsafe write(input, memory.baseAddress! + sent, memory.count - sent)
    }
    if number > 0 {
      sent += number
    } else if number < 0, errno != EAGAIN, errno != EINTR {
      throw .ended(end())
    }
  }

  /// Takes what is there; false at the end.
  private func takeOutput() throws(Failure) -> Bool {
    guard let bytes = take(output) else { return true }
    received += bytes
    return !bytes.isEmpty
  }

  private func takeErrors() throws(Failure) {
    guard let bytes = take(errors) else { return }
    if bytes.isEmpty { errorsAreOpen = false }
    errorBytes += bytes.count
    complaint += bytes.prefix(1000 - complaint.count)
    if errorBytes > Self.mostErrors { throw .flooded }
  }

  /// What is there to read; empty at the end, nil where nothing is.
  private func take(_ descriptor: Int32) -> [UInt8]? {
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { memory, initialized in
      unsafe count = read(descriptor, memory.baseAddress!, memory.count)
      initialized = max(0, count)
    }
    if count < 0, errno == EAGAIN || errno == EINTR { return nil }
    return bytes
  }

  /// Ends the program and all that it started, and returns how it ended: see
  /// `Failure.ended`. A program that ends by itself when its input does has a moment to do so.
  @discardableResult public func end(patiently: Bool = false) -> Int32 {
    if let status { return status }
    if patiently { closeInput() }
    // One that has ended already keeps its own status.
    for _ in 0..<(patiently ? 50 : 10) {
      if let ended = collect(WNOHANG) { return ended }
      usleep(10_000)
    }
    kill(-pid, SIGKILL)
    return collect(0) ?? -SIGKILL
  }

  private var inputIsOpen = true

  private func closeInput() {
    if inputIsOpen { close(input) }
    inputIsOpen = false
  }

  private func collect(_ options: Int32) -> Int32? {
    var word: Int32 = 0
    while true {
      let found = unsafe waitpid(pid, &word, options)
      if found < 0, errno == EINTR { continue }
      guard found == pid else { return nil }
      // What it started may still be there.
      kill(-pid, SIGKILL)
      let signal = word & 0x7F
      status = signal == 0 ? word >> 8 & 0xFF : -signal
      return status
    }
  }

  deinit {
    if status == nil {
      kill(-pid, SIGKILL)
      _ = collect(0)
    }
    closeInput()
    close(output)
    close(errors)
  }
}
