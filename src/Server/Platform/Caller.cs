namespace Shuke.Server.Platform;

/// <summary>Who is asking: a member of staff at a store, or nobody yet. Everything a slice may know about the session.</summary>
public sealed record Caller
{
    public static readonly Caller Nobody = new();

    public MerchantId MerchantId { get; init; }
    public StaffId? StaffId { get; init; }
    public SessionId? SessionId { get; init; }
    public StoreId? StoreId { get; init; }
    public string Name { get; init; } = "";
    public bool IsOwner { get; init; }
    public string Address { get; init; } = "";
    public Language Language { get; init; }
    public IReadOnlySet<Permission> Permissions { get; init; } = new HashSet<Permission>();

    /// <summary>Stores this person may act at; null means all of the merchant's.</summary>
    public IReadOnlySet<StoreId>? Stores { get; init; }

    public IReadOnlyDictionary<Limit, long> Limits { get; init; } = new Dictionary<Limit, long>();

    /// <summary>The second person who approved exactly this request, if one did; their limits count too.</summary>
    public StaffId? ApprovedBy { get; init; }

    /// <summary>A PIN brought this person to the till: the back office stays closed until a password opens it.</summary>
    public bool ByPin { get; init; }

    /// <summary>Signed in with an initial secret: nothing but choosing a password of one's own is possible.</summary>
    public bool MustChangePassword { get; init; }

    public bool IsSignedIn => StaffId is not null;

    public bool May(Permission permission) =>
        permission switch
        {
            Permission.Anyone => true,
            Permission.SignedIn => IsSignedIn,
            Permission.Owner => IsOwner,
            _ => IsOwner || Permissions.Contains(permission),
        };

    public bool MayAt(StoreId store) => IsOwner || Stores is null || Stores.Contains(store);

    public static ValueTask<Caller?> BindAsync(HttpContext http) => ValueTask.FromResult<Caller?>(http.Caller());

    /// <summary>The store the session works at; slices that need one are only reachable with one.</summary>
    public StoreId Store => StoreId ?? throw new StoreMissingException();

    public StaffId Staff => StaffId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The most this person may do alone; the owner has no limit, a role that names none allows nothing.</summary>
    public long LimitOf(Limit limit) => IsOwner ? long.MaxValue : Limits.GetValueOrDefault(limit, 0);
}

/// <summary>The session works at no store, and what was asked happens at one; answered with store_needed.</summary>
public sealed class StoreMissingException() : Exception("The session has no store.");
