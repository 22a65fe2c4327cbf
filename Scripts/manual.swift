// Writes the man page of the command, from what the command tells of itself:
//
//   depgraph --experimental-dump-help | swift Scripts/manual.swift VERSION YYYY-MM-DD > depgraph.1
//
// What stands here by hand is only what no command can tell: statuses, environment, files, examples.
// Its macros are those of man(7), which every viewer knows.
import Foundation

// MARK: - What the command tells

struct Description: Decodable {
  let command: Command
}

struct Command: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool?
  let arguments: [Argument]?
  let subcommands: [Command]?

  /// The subcommands that people call, those of subcommands included.
  var answering: [(path: [String], command: Command)] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
      .flatMap { sub in
        [([sub.commandName], sub)] + sub.answering.map { ([sub.commandName] + $0, $1) }
      }
  }

  var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}

struct Argument: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let kind: String
  let names: [Name]?
  let valueName: String?
  let abstract: String?
  let discussion: String?
  let defaultValue: String?
  let allValues: [String]?
  let isOptional: Bool
  let isRepeating: Bool
  let shouldDisplay: Bool

  var isPositional: Bool { kind == "positional" }

  /// What it is called: the short names first, as manuals have it.
  var spellings: [String] {
    let names = names ?? []
    return names.filter { $0.kind == "short" }.map { "-" + $0.name }
      + names.filter { $0.kind == "long" }.map { "--" + $0.name }
      + names.filter { $0.kind == "longWithSingleDash" }.map { "-" + $0.name }
  }

  /// What makes it the same option as that of another command.
  var identity: String { spellings.joined(separator: " ") + ": " + (abstract ?? "") }
}

// MARK: - Words as roff

/// A text in which nothing is an instruction: backslashes, dots at the start, dashes, other letters.
func plain(_ text: String) -> String {
  var written = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": written += "\\e"
    case "-": written += "\\-"
    case "'": written += "\\(aq"
    case "`": written += "\\(ga"
    case "~": written += "\\(ti"
    case "^": written += "\\(ha"
    case "\"": written += "\\(dq"
    case _ where scalar.isASCII: written.unicodeScalars.append(scalar)
    default: written += "\\[u" + String(format: "%04X", scalar.value) + "]"
    }
  }
  return written.hasPrefix(".") ? "\\&" + written : written
}

func bold(_ text: String) -> String { "\\fB" + plain(text) + "\\fR" }
func italic(_ text: String) -> String { "\\fI" + plain(text) + "\\fR" }

/// A sentence in which words between backquotes are bold; backquotes are never left over in pairs.
func sentence(_ text: String) -> String {
  let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
  guard parts.count.isMultiple(of: 2) == false else { return plain(text) }
  let written = parts.enumerated().map { $0.isMultiple(of: 2) ? inside($1) : bold($1) }.joined()
  return written.hasPrefix(".") ? "\\&" + written : written
}

/// A part of a sentence; that it starts with a dot matters only where the line does.
func inside(_ text: String) -> String {
  let written = plain(text)
  return written.hasPrefix("\\&") ? String(written.dropFirst(2)) : written
}

/// Lines of text of less than 80 characters, as tools that read roff like them.
func wrapped(_ line: String) -> [String] {
  guard line.count > 78, !line.hasPrefix(".") else { return [line] }
  var lines: [String] = []
  var current = ""
  for word in line.split(separator: " ").map(String.init) {
    // A line that starts with a dot would be an instruction.
    if !current.isEmpty, current.count + 1 + word.count > 78, !word.hasPrefix(".") {
      lines.append(current)
      current = word
    } else {
      current += (current.isEmpty ? "" : " ") + word
    }
  }
  return lines + [current]
}

/// Lines as they are.
func literal(_ lines: [String]) -> [String] {
  [".RS 4", ".nf"] + lines.map(plain) + [".fi", ".RE"]
}

// MARK: - Parts of the page

/// What a discussion says: examples and lines as they are, anything else filled.
func paragraphs(_ discussion: String?) -> [String] {
  var page: [String] = []
  let lead = "Example: "
  for paragraph in (discussion ?? "").components(separatedBy: "\n\n") where !paragraph.isEmpty {
    let lines = paragraph.components(separatedBy: "\n")
    page.append(".PP")
    if paragraph.hasPrefix(lead) {
      page += literal(
        lines.map { line in
          let rest = line.hasPrefix(lead) ? line.dropFirst(lead.count) : line[...]
          return String(rest.drop { $0 == " " })
        })
    } else if lines.count > 1 {
      page += literal(lines)
    } else {
      page += wrapped(sentence(paragraph))
    }
  }
  return page
}

func usage(of argument: Argument) -> String {
  let value = italic(argument.valueName ?? "value") + (argument.isRepeating ? "\\~..." : "")
  if argument.isPositional { return argument.isOptional ? "[" + value + "]" : value }
  let name = bold(argument.spellings.last ?? "")
  return argument.kind == "flag" ? name : name + "\\~" + value
}

/// One argument with what it means.
func entry(_ argument: Argument) -> [String] {
  var title = argument.spellings.map(bold).joined(separator: ", ")
  if argument.isPositional {
    title = italic(argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
  } else if argument.kind == "option" {
    title += " " + italic(argument.valueName ?? "value")
  }
  var text = [argument.abstract.map(sentence) ?? ""]
  if let values = argument.allValues, !values.isEmpty,
    argument.valueName != values.joined(separator: "|")
  {
    text.append("One of " + values.map(bold).joined(separator: ", ") + ".")
  }
  if let value = argument.defaultValue, !value.isEmpty {
    text.append("Default: " + bold(value) + ".")
  }
  return [".TP", title] + text.filter { !$0.isEmpty }.flatMap(wrapped)
    + paragraphs(argument.discussion)
}

/// A command: how it is called, what it answers, what it takes beside the common options.
func section(_ path: [String], _ command: Command, common: [Argument]) -> [String] {
  let shared = Set(common.map(\.identity))
  let own = command.shown.filter { !shared.contains($0.identity) }
  let taken = command.shown.filter { shared.contains($0.identity) }
  var page = [".SS " + plain(path.joined(separator: " "))]
  let needed = command.shown.filter { $0.isPositional || !$0.isOptional }.map(usage)
  let call = bold("depgraph " + path.joined(separator: " "))
  let subcommand = command.answering.isEmpty ? [] : [italic("format")]
  page += wrapped(
    ([call] + subcommand + needed + ["[" + italic("options") + "]"]).joined(separator: " "))
  if let abstract = command.abstract { page += [".PP"] + wrapped(sentence(abstract)) }
  page += paragraphs(command.discussion)
  page += own.flatMap(entry)
  if !taken.isEmpty {
    let names = taken.compactMap(\.spellings.last).map(bold).joined(separator: ", ")
    page += [".PP"] + wrapped("Common options: " + names + ".")
  }
  return page
}

/// The options that most commands have.
func commonOptions(of commands: [Command]) -> [Argument] {
  var counts: [String: Int] = [:]
  let all = commands.flatMap { $0.shown.filter { !$0.isPositional } }
  for option in all { counts[option.identity, default: 0] += 1 }
  var seen: Set<String> = []
  return all.filter { option in
    counts[option.identity, default: 0] * 3 >= commands.count
      && seen.insert(option.identity).inserted
  }
}

// MARK: - What no command tells

let statuses = """
  .SH EXIT STATUS
  .TP
  .B 0
  Answered.
  .TP
  .B 1
  Answered, and the gate that was asked for with
  .B \\-\\-fail\\-on
  fired (\\fBreproduce\\fR: the answer is another one).
  .TP
  .B 2
  The model or another input has errors; all of them are listed.
  .TP
  .B 64
  The command line is wrong.
  .TP
  .B 70
  A defect in the program, or pictures that this machine cannot draw.
  .TP
  .B 74
  A file cannot be read or written.
  .TP
  .B 75
  A limit or Ctrl\\-C ended the work; what was found is printed.
  .SH ENVIRONMENT
  .TP
  .B LC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG
  The language of messages: Dutch where the first that is set starts with
  .BR nl ,
  else English. Results have the language of the model, or of
  .BR \\-\\-lang .
  .TP
  .B NO_COLOR
  Where it is not empty, nothing is coloured.
  .TP
  .B TERM
  Where it is
  .BR dumb ,
  nothing is coloured.
  .TP
  .B COLUMNS
  How wide text is where the output is no terminal; 100 if it is not set.
  .TP
  .B SOURCE_DATE_EPOCH
  The moment, in seconds since 1970, that counts as now, so that the same question
  gives the same bytes.
  .TP
  .B PATH
  Where
  .B brief
  looks for
  .BR pandoc (1),
  which makes its Word document; without it that one is left out.
  .SH FILES
  Beside the folder
  .I bin
  in which the command stands:
  .TP
  .I share/depgraph/rules\\fR, \\fIcriteria\\fR, \\fIclocks\\fR, \\fIescalation\\fR, \\fImaps
  What can be named without a path, such as
  .B \\-\\-rules
  .BR bio2 .
  Files of these folders beside the model, or above it, come first.
  .TP
  .I share/depgraph/schemas
  JSON Schemas of all files that people write, for editors.
  .TP
  .I share/depgraph/nafin\\fR, \\fIvoorbeeld
  Models to try: public facts about NAFIN, and a fictional country.
  .TP
  .I share/doc/depgraph
  The guides, the model format, and this command line with the keys of its
  results.
  .PP
  Beside a large container
  .RI ( NAME .sqlite)
  lies what was compiled of it,
  .IR NAME .compiled ;
  it can be removed at any time. No network is used.
  .SH EXAMPLES
  In the folder
  .IR share/doc/depgraph :
  what falls when this fails, and whom does it hit?
  .PP
  .RS 4
  .nf
  depgraph blast models/nafin/nafin.yaml software:time\\-component
  .fi
  .RE
  .PP
  The chain from cause to effect:
  .PP
  .RS 4
  .nf
  depgraph why models/nafin/nafin.yaml eindhoven\\-airport nafin
  .fi
  .RE
  .PP
  A folder to carry into the room:
  .PP
  .RS 4
  .nf
  depgraph brief models/nafin/nafin.yaml \\-\\-output ~/briefing
  .fi
  .RE
  .PP
  A gate on a change: refuse it if it brings a new single point of failure.
  .PP
  .RS 4
  .nf
  depgraph diff before.yaml after.yaml \\-\\-fail\\-on new\\-spof
  .fi
  .RE
  .SH SEE ALSO
  .BR dot (1),
  .BR pandoc (1),
  .BR sqlite3 (1)
  .PP
  The documentation in
  .IR share/doc/depgraph .
  """

// MARK: - The page

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: manual.swift VERSION DATE < description\n".utf8))
  exit(64)
}
let told = FileHandle.standardInput.readDataToEndOfFile()
let root = try JSONDecoder().decode(Description.self, from: told).command
let commands = root.answering
let common = commonOptions(of: commands.map(\.command))
let title =
  [
    ".\\\" Made by Scripts/manual.swift from what the command tells of itself.",
    ".TH DEPGRAPH 1 \(CommandLine.arguments[2]) \"depgraph \(CommandLine.arguments[1])\" "
      + "\"User commands\"",
    ".SH NAME", "depgraph \\- dependency graph analysis for critical networks", ".SH SYNOPSIS",
    bold("depgraph") + " " + italic("command") + " " + italic("model") + " ["
      + italic("arguments") + "] [" + italic("options") + "]",
    ".br", bold("depgraph help") + " [" + italic("command") + "]", ".br",
    bold("depgraph --generate-completion-script") + " " + bold("bash") + "|" + bold("zsh") + "|"
      + bold("fish"),
    ".SH DESCRIPTION",
    "From one model file of a critical network: what goes down when something fails,",
    "for certain and possibly, what works degraded, for whom it cannot be told, how",
    "long it takes, which single points of failure there are, whether what was agreed",
    "is enough, and the pictures for the briefing.",
  ] + paragraphs(root.discussion)
let overview =
  [".SH COMMANDS"]
  + commands.filter { $0.path.count == 1 }.flatMap { path, command in
    [".TP", bold(path[0])] + wrapped(sentence(command.abstract ?? ""))
  }
let shared =
  [".SH COMMON OPTIONS", "These mean the same for every command that has them."]
  + common.flatMap(entry)
let details =
  [".SH EACH COMMAND"] + commands.flatMap { section($0.path, $0.command, common: common) }
let page = title + overview + shared + details + [statuses]
print(page.joined(separator: "\n"))
