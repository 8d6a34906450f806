namespace Shuke.Core.Pricing.Offers;

/// <summary>Shares an amount for the whole cart to its lines.</summary>
internal static class Share
{
    /// <summary>
    /// In proportion to the bases, by largest remainder. A line at its lowest price takes no more; the others take its
    /// share, in proportion again. What nobody can take is not given, and is said.
    /// </summary>
    public static void Over(WorkingCart cart, Proposal proposal, Money whole, long[] bases)
    {
        var given = new long[bases.Length];
        var weights = (long[])bases.Clone();
        var left = whole.Fen;
        while (left > 0 && HasWeight(weights))
        {
            var shares = Divide.Share(left, weights);
            for (var i = 0; i < shares.Length; i++)
            {
                var room = cart.Headroom(i).Fen - given[i];
                if (shares[i] >= room)
                    weights[i] = 0;
                given[i] += Math.Min(shares[i], room);
                left -= Math.Min(shares[i], room);
            }
        }

        long sum = 0;
        foreach (var b in bases)
            sum += b;
        for (var i = 0; i < given.Length; i++)
            if (given[i] > 0)
                proposal.Take(new(i, new(given[i]), new ShareOf(whole - new Money(left), new(bases[i]), new(sum))));
        if (left > 0)
            proposal.Miss(NotAppliedReasons.OrderLowestPrice.With(("gap", left)));
    }

    private static bool HasWeight(long[] weights)
    {
        foreach (var w in weights)
            if (w > 0)
                return true;
        return false;
    }
}
