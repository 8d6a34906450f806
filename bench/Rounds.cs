using System.Globalization;
using System.Text.Json;

namespace Shuke.Bench;

/// <summary>Figures of several rounds: medians with their smallest and largest, and goals with floor and aim.</summary>
internal sealed class Rounds
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<(string Name, List<double> Values, double? Floor, double? Aim)> _rows = [];

    public void Add(string name, double value) => Row(name, null, null).Add(value);

    public void Goal(string name, double value, double? floor, double? aim) => Row(name, floor, aim).Add(value);

    private List<double> Row(string name, double? floor, double? aim)
    {
        foreach (var row in _rows)
            if (row.Name == name)
                return row.Values;
        _rows.Add((name, [], floor, aim));
        return _rows[^1].Values;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    public string Table() =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, load average {Load}\n")
        + string.Join(
            '\n',
            _rows.Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{r.Name, -52}{Median(r.Values), 10:0.##} ({r.Values.Min():0.##} to {r.Values.Max():0.##})"
                )
                + (r.Floor is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  floor {r.Floor} aim {r.Aim}"))
            )
        );

    public string Json(bool conserved) =>
        JsonSerializer.Serialize(
            new
            {
                processors = Environment.ProcessorCount,
                loadAverage = Load,
                conserved,
                figures = _rows.Select(r => new
                {
                    goal = r.Name,
                    value = Median(r.Values),
                    min = r.Values.Min(),
                    max = r.Values.Max(),
                    floor = r.Floor,
                    aim = r.Aim,
                }),
            },
            Indented
        );
}
