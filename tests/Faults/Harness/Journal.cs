using System.Text;
using System.Text.Json;

namespace Shuke.Faults.Harness;

/// <summary>One request of a till: what it asks, under which key. Repeats send exactly this again.</summary>
internal sealed record Intent(string Key, int Client, string Kind, string Path, string Body);

/// <summary>
/// What was asked and what was answered, on disk before anything is believed: a line with fsync before a request is
/// sent, and one after its answer came. It outlives every kill, because it is not the program that writes it.
/// </summary>
internal sealed class Journal(string file) : IDisposable
{
    private readonly FileStream _file = new(file, FileMode.Append, FileAccess.Write, FileShare.Read);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Intent> _open = new(StringComparer.Ordinal);
    private readonly List<(Intent Intent, Answer Answer)> _answered = [];

    private sealed record Line(string Key, Intent? Asked, int Status, byte[]? Body);

    /// <summary>Sent and never answered, oldest first.</summary>
    public List<Intent> Unanswered
    {
        get
        {
            lock (_lock)
                return [.. _open.Values];
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
                return _answered.Count;
        }
    }

    public List<(Intent Intent, Answer Answer)> AnsweredSince(int count)
    {
        lock (_lock)
            return _answered[count..];
    }

    public void Asked(Intent intent)
    {
        lock (_lock)
        {
            Write(new(intent.Key, intent, 0, null));
            _open[intent.Key] = intent;
        }
    }

    public void Answered(Intent intent, Answer answer)
    {
        lock (_lock)
        {
            Write(new(intent.Key, null, answer.Status, answer.Body));
            _open.Remove(intent.Key);
            _answered.Add((intent, answer));
        }
    }

    private void Write(Line line)
    {
        _file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line) + "\n"));
        _file.Flush(flushToDisk: true);
    }

    /// <summary>The journal as the disk has it: what the model of the shop is made from.</summary>
    public static List<(Intent Intent, Answer Answer)> Read(string file)
    {
        var asked = new Dictionary<string, Intent>(StringComparer.Ordinal);
        var answered = new List<(Intent, Answer)>();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } text)
        {
            var line = JsonSerializer.Deserialize<Line>(text)!;
            if (line.Asked is { } intent)
                asked[line.Key] = intent;
            else
                answered.Add((asked[line.Key], new(line.Status, line.Body!, false)));
        }
        return answered;
    }

    public void Dispose() => _file.Dispose();
}
