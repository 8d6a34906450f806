namespace Shuke.Server.Demo;

/// <summary>How large a life the demo shop gets, and when it ends.</summary>
/// <param name="Now">the last moment of the story; the days before it are told in order</param>
internal sealed record DemoPlan(long Seed, int Members, int Days, DateTimeOffset Now)
{
    public const long UsualSeed = 20_261_122;
    public const string OwnerPhone = "13800000001";
    public const string Password = "feichangshiguang";
    public const string OwnerPin = "1357";
    public const string Zone = "Asia/Shanghai";

    public static DemoPlan AYear(DateTimeOffset now) => new(UsualSeed, 200, 365, now);

    /// <summary>Guests without membership on an ordinary day.</summary>
    public int GuestsPerDay => Math.Max(Members / 19, 1);
}

/// <summary>A clock that runs as the system's until it is turned; then it stands where it was put.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? _turned;

    public override DateTimeOffset GetUtcNow() => _turned ?? System.GetUtcNow();

    public void TurnTo(DateTimeOffset moment) => _turned = moment;
}
