using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shuke.Faults.Harness;

/// <summary>What the wire does to a COMMIT that passes, or to everything.</summary>
internal enum WireFault
{
    None,

    /// <summary>The database commits; its answer is lost with the connection.</summary>
    LoseTheAnswer,

    /// <summary>The COMMIT never arrives; the connection is reset.</summary>
    LoseTheCommit,

    /// <summary>COMMIT and reset race each other: either may win.</summary>
    ResetAtCommit,

    /// <summary>The database commits; its answer hangs, and in the end the connection is reset.</summary>
    StallTheAnswer,

    /// <summary>The answer to COMMIT drips, a byte a second.</summary>
    Drip,

    /// <summary>Every connection is reset where it stands, and no new one is let in.</summary>
    CutEverything,

    /// <summary>The seeded bug: the client is told "committed" while the database rolls back. An oracle that does not see it is blind.</summary>
    Lie,
}

/// <summary>
/// Stands between the program and PostgreSQL, reads the frontend's messages, and breaks the wire on purpose, above all
/// between a COMMIT and its answer. TLS must be off, or there would be nothing to read.
/// </summary>
internal sealed class TcpProxy : IDisposable
{
    private const int SslRequest = 80877103;
    private const int GssRequest = 80877104;
    private const int CancelRequest = 80877102;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly Random _random;
    private readonly TimeSpan _stall;
    private readonly Lock _lock = new();
    private readonly HashSet<Pair> _pairs = [];
    private WireFault _fault;
    private double _share;
    private bool _isFirst;
    private int _commits;
    private int _broken;

    public TcpProxy(int target, int seed, TimeSpan stall)
    {
        (_target, _random, _stall) = (target, new(seed), stall);
        _listener.Start(200);
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>COMMITs that went by, and those the fault hit.</summary>
    public (int Commits, int Broken) Seen => (Volatile.Read(ref _commits), Volatile.Read(ref _broken));

    /// <param name="share">of the COMMITs that pass, 0 to 1; the first is hit in any case</param>
    public void Break(WireFault fault, double share)
    {
        lock (_lock)
        {
            (_fault, _share, _isFirst) = (fault, share, true);
            if (fault != WireFault.CutEverything)
                return;
            foreach (var pair in _pairs)
                pair.Reset();
        }
    }

    public void Heal() => Break(WireFault.None, 0);

    private WireFault OnCommit()
    {
        Interlocked.Increment(ref _commits);
        lock (_lock)
        {
            if (_fault is WireFault.None or WireFault.CutEverything)
                return WireFault.None;
            if (!_isFirst && _random.NextDouble() >= _share)
                return WireFault.None;
            _isFirst = false;
            _broken++;
            return _fault;
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The proxy was disposed.
        }
    }

    private async Task Serve(Socket front)
    {
        var back = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var pair = new Pair(front, back);
        lock (_lock)
        {
            if (_fault == WireFault.CutEverything)
            {
                pair.Reset();
                return;
            }
            _pairs.Add(pair);
        }
        try
        {
            front.NoDelay = back.NoDelay = true;
            await back.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(Forward(pair), Backward(pair));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side is gone; the other goes with it.
        }
        finally
        {
            pair.Reset();
            lock (_lock)
                _pairs.Remove(pair);
        }
    }

    private async Task Forward(Pair pair)
    {
        var (buffer, have, started) = (new byte[1 << 16], 0, false);
        var prepared = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (have == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await pair.Front.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
                return;
            have += read;
            var at = 0;
            while (Length(buffer.AsSpan(at, have - at), started) is { } length)
            {
                var message = buffer.AsMemory(at, length);
                if (!started)
                    started =
                        BinaryPrimitives.ReadInt32BigEndian(message.Span[4..])
                            is not (SslRequest or GssRequest or CancelRequest);
                else if (IsCommit(message.Span, prepared))
                {
                    await Commit(pair, message);
                    at += length;
                    continue;
                }
                await Send(pair.Back, message);
                at += length;
            }
            buffer.AsSpan(at, have - at).CopyTo(buffer);
            have -= at;
        }
    }

    /// <summary>The length of the message at the front, or null while it is not all there. Before the start-up message there are no types.</summary>
    private static int? Length(ReadOnlySpan<byte> bytes, bool started)
    {
        var head = started ? 1 : 0;
        if (bytes.Length < head + 4 + (started ? 0 : 4))
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes[head..]) + head;
        return bytes.Length >= length ? length : null;
    }

    /// <summary>As a simple query, as a statement being prepared, or as one that was prepared so.</summary>
    private static bool IsCommit(ReadOnlySpan<byte> message, HashSet<string> prepared)
    {
        switch ((char)message[0])
        {
            case 'Q':
                return IsCommitText(Text(message[5..], out _));
            case 'P':
                var name = Text(message[5..], out var next);
                var commits = IsCommitText(Text(message[(5 + next)..], out _));
                if (name.Length > 0 && commits)
                    prepared.Add(name);
                return name.Length == 0 && commits;
            case 'B':
                _ = Text(message[5..], out var portal);
                return prepared.Contains(Text(message[(5 + portal)..], out _));
            default:
                return false;
        }
    }

    private static bool IsCommitText(string sql) =>
        sql.Trim().TrimEnd(';').Equals("COMMIT", StringComparison.OrdinalIgnoreCase);

    private static string Text(ReadOnlySpan<byte> bytes, out int next)
    {
        var end = bytes.IndexOf((byte)0);
        next = end + 1;
        return Encoding.UTF8.GetString(bytes[..end]);
    }

    private async Task Commit(Pair pair, ReadOnlyMemory<byte> message)
    {
        switch (OnCommit())
        {
            case WireFault.LoseTheCommit:
                pair.Reset();
                return;
            case WireFault.ResetAtCommit:
                await Send(pair.Back, message);
                pair.Reset();
                return;
            case WireFault.LoseTheAnswer:
                pair.OnAnswer = WireFault.LoseTheAnswer;
                break;
            case WireFault.StallTheAnswer:
                pair.OnAnswer = WireFault.StallTheAnswer;
                break;
            case WireFault.Drip:
                pair.OnAnswer = WireFault.Drip;
                break;
            case WireFault.Lie when message.Span[0] == 'Q':
                await Send(pair.Back, Query("ROLLBACK"));
                return;
        }
        await Send(pair.Back, message);
    }

    private static byte[] Query(string sql)
    {
        var message = new byte[1 + 4 + sql.Length + 1];
        message[0] = (byte)'Q';
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), message.Length - 1);
        Encoding.UTF8.GetBytes(sql, message.AsSpan(5));
        return message;
    }

    private async Task Backward(Pair pair)
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            var read = await pair.Back.ReceiveAsync(buffer);
            if (read == 0)
                return;
            switch (pair.OnAnswer)
            {
                case WireFault.LoseTheAnswer:
                    pair.Reset();
                    return;
                case WireFault.StallTheAnswer:
                    await Task.Delay(_stall);
                    pair.Reset();
                    return;
                case WireFault.Drip:
                    for (var i = 0; i < Math.Min(read, (int)_stall.TotalSeconds); i++)
                    {
                        await Send(pair.Front, buffer.AsMemory(i, 1));
                        await Task.Delay(TimeSpan.FromSeconds(1));
                    }
                    pair.Reset();
                    return;
            }
            await Send(pair.Front, buffer.AsMemory(0, read));
        }
    }

    private static async Task Send(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[await socket.SendAsync(bytes)..];
    }

    public void Dispose()
    {
        _listener.Dispose();
        lock (_lock)
            foreach (var pair in _pairs)
                pair.Reset();
    }

    private sealed class Pair(Socket front, Socket back)
    {
        private int _gone;

        public Socket Front => front;
        public Socket Back => back;
        public WireFault OnAnswer { get; set; }

        /// <summary>RST instead of FIN: what a dead router or a pulled cable looks like.</summary>
        public void Reset()
        {
            if (Interlocked.Exchange(ref _gone, 1) != 0)
                return;
            foreach (var socket in new[] { front, back })
            {
                try
                {
                    socket.LingerState = new(enable: true, 0);
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    // Closed by the other side already.
                }
                socket.Dispose();
            }
        }
    }
}
