using System.Collections;
using Shuke.Server;

// Verbs: serve (default), migrate, prepare-database, verify, rebuild, backup, restore, move, rotate-backup-key. docs/operating/running.md tells them apart.
var verb = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal) ? first : "serve";
var rest = verb == args.FirstOrDefault() ? args[1..] : args;
try
{
    var environment = Environment
        .GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
    return await Verbs.Run(verb, Settings.Read(environment, App.IsWritingOpenApi ? [] : rest));
}
catch (StartRefused refused)
{
    await Console.Error.WriteLineAsync((verb == "serve" ? "Shuke cannot start: " : $"{verb}: ") + refused.Message);
    return 2;
}
