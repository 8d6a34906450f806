namespace Shuke.Core.Pricing.Promotions;

/// <summary>The cart as plain arrays, one element a line in order of line number. Kept by its thread and used again for the next cart.</summary>
internal sealed partial class Work
{
    public int Count { get; private set; }
    public CartLine[] Lines { get; private set; } = [];

    /// <summary>What a line costs at this point of the calculation; another array at each point.</summary>
    public long[] Net { get; private set; } = [];

    /// <summary>What thresholds are measured by at this point.</summary>
    public long[] Basis { get; private set; } = [];

    /// <summary>No discount brings a line below this.</summary>
    public long[] Floor { get; private set; } = [];

    /// <summary>Charged quantity in thousandths.</summary>
    public long[] Milli { get; private set; } = [];

    /// <summary>Charged whole pieces; 0 for what is weighed.</summary>
    public long[] Pieces { get; private set; } = [];
    public long Tier { get; private set; }

    // For slices: positions in order of price, and pieces taken.
    public int[] Order { get; private set; } = [];
    public long[] Taken { get; private set; } = [];
    public long[] Held { get; private set; } = [];
}
