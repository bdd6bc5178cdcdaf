import Foundation
import TestKit

/// A library for `LD_PRELOAD` under which the n-th call that changes a file of a folder fails with EIO.
struct FaultyDisk {
  private let library: String
  private let note: String

  /// Whether it can be built here.
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/cc") }

  init(in place: TemporaryArchive) throws {
    let source = try place.write(Self.source, "fault.c")
    library = place.folder + "/fault.so"
    note = place.folder + "/fault.note"
    let told = try Shell.output(#"cc -shared -fPIC -o "$1" "$2" -ldl 2>&1"#, library, source)
    if !told.isEmpty { throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: told]) }
  }

  /// Runs a command whose call `number` on files of the folder fails; says whether it came so far.
  func run(failing number: Int, in folder: String, _ arguments: [String]) async throws -> (Binary.Outcome, met: Bool) {
    try? FileManager.default.removeItem(atPath: note)
    let outcome = try await Binary.start(
      arguments,
      environment: [
        "LD_PRELOAD": library, "FAULT_AT": "\(number)", "FAULT_FOLDER": folder + "/", "FAULT_NOTE": note,
      ]
    ).outcome
    return (outcome, FileManager.default.fileExists(atPath: note))
  }

  private static let source = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <stdatomic.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>

    static atomic_long calls;

    static int fails(int file) {
      const char *folder = getenv("FAULT_FOLDER"), *at = getenv("FAULT_AT"), *note = getenv("FAULT_NOTE");
      char link[64], path[4096];
      if (!folder || !at || !note) return 0;
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      ssize_t length = readlink(link, path, sizeof path - 1);
      if (length <= 0) return 0;
      path[length] = 0;
      if (!strstr(path, folder) || atomic_fetch_add(&calls, 1) + 1 != atol(at)) return 0;
      int told = open(note, O_CREAT | O_WRONLY, 0600);
      if (told >= 0) close(told);
      errno = EIO;
      return 1;
    }

    #define WRITING(name, parameters, arguments) \\
      ssize_t name parameters { \\
        if (fails(file)) return -1; \\
        return ((ssize_t(*) parameters)dlsym(RTLD_NEXT, #name)) arguments; \\
      }
    #define SYNCING(name) \\
      int name(int file) { return fails(file) ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, #name))(file); }

    WRITING(write, (int file, const void *bytes, size_t count), (file, bytes, count))
    WRITING(pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at))
    WRITING(pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at))
    SYNCING(fsync)
    SYNCING(fdatasync)

    """
}
