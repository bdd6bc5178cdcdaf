import Foundation

/// What a command is given to read.
enum Input {
  /// A file, or standard input for `-`; exit 66 where there is none.
  static func bytes(_ file: String) throws -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure.exit(66, "cannot read \(file); check the path")
    }
    return data
  }

  /// Exit 66 where a path is no file that can be read.
  static func exists(_ file: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue,
      FileManager.default.isReadableFile(atPath: file)
    else { throw Failure.exit(66, "cannot read \(file)\(isFolder.boolValue ? ", a folder" : ""); check the path") }
  }

  /// A file to be read piece by piece, or standard input for `-`; exit 66 where there is none.
  static func handle(_ file: String) throws -> FileHandle {
    if file == "-" { return FileHandle.standardInput }
    try exists(file)
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Failure.exit(66, "cannot read \(file); check the path")
    }
    return handle
  }

  static func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }
}
