namespace Shuke.Server.Platform;

/// <summary>
/// Makes time-ordered ids: 42 bits of milliseconds since 2020, 9 bits of node, 12 bits of counter. They rise within a
/// process even when the clock steps back, carry their time (so tables can be partitioned by id), and fit a BIGINT.
/// </summary>
public sealed class IdSource(int node)
{
    public const int NodeMax = 511;
    private const int CounterBits = 12;
    private const int NodeBits = 9;
    private static readonly long Epoch = new DateTimeOffset(
        2020,
        1,
        1,
        0,
        0,
        0,
        TimeSpan.Zero
    ).ToUnixTimeMilliseconds();

    private readonly Lock _lock = new();
    private long _tick;
    private int _counter;

    public long Next(Instant now)
    {
        lock (_lock)
        {
            var tick = Math.Max(now.UnixMs - Epoch, 1);
            if (tick > _tick)
                (_tick, _counter) = (tick, 0);
            else if (++_counter == 1 << CounterBits)
                // More than 4,096 in a millisecond: borrow the next one rather than wait.
                (_tick, _counter) = (_tick + 1, 0);
            return (_tick << (NodeBits + CounterBits)) | ((long)node << CounterBits) | (uint)_counter;
        }
    }

    /// <summary>The first id a moment can have: lists "since" are ranges of ids.</summary>
    public static long FirstOf(Instant at) => Math.Max(at.UnixMs - Epoch, 0) << (NodeBits + CounterBits);
}
