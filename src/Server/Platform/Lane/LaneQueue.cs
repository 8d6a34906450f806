namespace Shuke.Server.Platform;

/// <summary>
/// What waits for the lanes of a process, in order of arrival. A free lane takes all of it, except where another lane has
/// the same member's value in hand. While one lane is at work, another begins only with enough commands to be worth a
/// transaction of their own: a batch costs about two milliseconds of the processors whatever is in it, so two half-empty
/// ones serve fewer tills than a full one - the more so where several processes share a database.
/// </summary>
/// <param name="max">commands that may wait; more are turned away</param>
/// <param name="oneMerchant">whether a batch has to be one merchant's, as on a sharded database</param>
internal sealed class LaneQueue(int max, bool oneMerchant)
{
    /// <summary>With fewer a second lane leaves them to the first.</summary>
    internal const int Worth = 16;

    private readonly Lock _lock = new();
    private readonly List<LaneCommand> _waiting = [];
    private readonly HashSet<long> _inHand = [];
    private readonly Stack<TaskCompletionSource> _idle = [];
    private int _atWork;
    private bool _closed;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>False: too many wait already, or the program is stopping.</summary>
    public bool TryAdd(LaneCommand command)
    {
        lock (_lock)
        {
            if (_closed || _waiting.Count >= max)
                return false;
            _waiting.Add(command);
            WakeOne();
            return true;
        }
    }

    /// <summary>Waits until there is something to take; false once the queue is closed and empty.</summary>
    public async Task<bool> Wait()
    {
        while (true)
        {
            Task turn;
            lock (_lock)
            {
                if (IsWorthIt())
                    return true;
                if (_closed && _waiting.Count == 0)
                    return false;
                var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _idle.Push(idle);
                turn = idle.Task;
            }
            await turn;
        }
    }

    /// <summary>
    /// Takes what waits, oldest first, up to <paramref name="most"/>; nothing, if another lane was quicker. What was taken
    /// is given back with <see cref="Done"/>.
    /// </summary>
    public void Take(List<LaneCommand> batch, int most)
    {
        lock (_lock)
        {
            if (!IsWorthIt())
                return;
            _waiting.RemoveAll(command =>
            {
                var fits =
                    batch.Count < most
                    && !IsInHand(command)
                    && (!oneMerchant || batch.Count == 0 || batch[0].Merchant == command.Merchant);
                if (fits)
                    batch.Add(command);
                return fits;
            });
            foreach (var command in batch)
                if (command.Member is { } member)
                    _inHand.Add(member);
            _atWork++;
            WakeOne();
        }
    }

    /// <summary>These are answered: what waited for their members, or for company, may be taken.</summary>
    public void Done(List<LaneCommand> batch)
    {
        lock (_lock)
        {
            foreach (var command in batch)
                if (command.Member is { } member)
                    _inHand.Remove(member);
            _atWork--;
            WakeOne();
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            while (_idle.TryPop(out var idle))
                idle.SetResult();
        }
    }

    private bool IsWorthIt()
    {
        var least = _atWork == 0 || _closed ? 1 : Worth;
        if (_waiting.Count < least)
            return false;
        foreach (var command in _waiting)
            if (!IsInHand(command) && --least == 0)
                return true;
        return false;
    }

    private bool IsInHand(LaneCommand command) => command.Member is { } member && _inHand.Contains(member);

    private void WakeOne()
    {
        if (_idle.Count > 0 && (IsWorthIt() || (_closed && _waiting.Count == 0)))
            _idle.Pop().SetResult();
    }
}
