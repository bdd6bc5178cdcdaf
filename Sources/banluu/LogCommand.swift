import Archive
import ArgumentParser
import Foundation
import Poll
import Prove
import Query

/// `banluu log`: the signed head, proofs, and checking them.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The signed log: its head, proofs of versions, and checking them.",
    subcommands: [Head.self, Proof.self, Check.self, Consistency.self, Fork.self])

  struct Head: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The signed head and the key it is signed with.")
    @OptionGroup var archive: ArchiveOptions
    @Flag(help: "Print it as JSON.") var json = false

    func run() async throws {
      try await Failure.reporting {
        let head = try LogDesk(folder: archive.folder).head()
        if json { return print(try ListOptions.encoded(head)) }
        print("\(head.checkpoint)\n\(head.vkey)")
      }
    }
  }

  struct Proof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prove that a version is in the log; prints a tlog-proof file that `log check` reads without an archive.")
    @OptionGroup var archive: ArchiveOptions
    @Argument(help: "The article's URL or number.") var url: String
    @Option(help: "The version; the latest where none is named.") var version: Int?

    func run() async throws {
      try await Failure.reporting {
        let article = try ArchiveQuery(folder: archive.folder).named(url)
        let desk = try LogDesk(folder: archive.folder)
        guard let entry = try desk.entry(article: article, version: version) else {
          throw Failure.exit(
            66, "\(url) has no version \(version.map(String.init) ?? "yet"); see `banluu query history`")
        }
        print(try desk.proof(entry: entry).text, terminator: "")
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a proof file, without network or archive.",
      discussion: "The key is --key, else that of the archive. Exits with 76 where the proof does not hold.")
    @OptionGroup var archive: ArchiveOptions
    @Argument(help: "The proof file, or - for standard input.") var file: String
    @Option(help: "The log's public key, as `banluu log head` shows it.") var key: String?

    func run() async throws {
      try await Failure.reporting {
        let kept = FileManager.default.contents(atPath: archive.folder + "/log/vkey")
        let text = key ?? kept.map { String(decoding: $0, as: UTF8.self) }
        guard let text else {
          throw Failure.exit(64, "name the log's key with --key VKEY; `banluu log head` shows it to the log's owner")
        }
        guard let verifier = VerifierKey(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
          throw Failure.exit(64, "\(text) is no key of the form name+id+base64")
        }
        let proof = try Input.text(file)
        do {
          let (head, record) = try ProvenEntry.check(InclusionFile(proof), key: verifier)
          Terminal.show("\(record)\n\(head.body)")
        } catch let error as ProofError {
          throw Failure.exit(76, Terminal.safe("\(file): \(error.message)"))
        }
      }
    }
  }

  struct Consistency: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show that the log only grew since an older signed head; exits with 76 where it did not.")
    @OptionGroup var archive: ArchiveOptions
    @Argument(help: "A file with the older signed head, or - for standard input.") var old: String

    func run() async throws {
      try await Failure.reporting {
        let path = try LogDesk(folder: archive.folder).consistency(from: try Input.text(old))
        for hash in path { print(Data(hash.bytes).base64EncodedString()) }
        Failure.say(Language.pick("the log only grew since that head", "nhật ký chỉ dài thêm kể từ đầu mục đó"))
      }
    }
  }

  struct Fork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Start a log under another name, after an older database was put back.",
      discussion: "Its first entry holds the old signed head, so that both histories can be seen.")
    @OptionGroup var archive: ArchiveOptions
    @Option(help: "Why; it is kept in the log.") var reason: String
    @Option(help: "The new name; the old one with a number where none is given.") var origin: String?

    func run() async throws {
      try await Failure.reporting {
        let kept = try await LogFork(folder: archive.folder).run(origin: origin, reason: reason, at: Round.now())
        print(try LogDesk(folder: archive.folder).head().checkpoint, terminator: "")
        Failure.say("the old log is kept in \(kept)")
      }
    }
  }
}
