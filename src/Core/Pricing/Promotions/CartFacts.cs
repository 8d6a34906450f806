using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>What conditions of promotions and coupons may ask while a cart is priced.</summary>
internal sealed class CartFacts : IConditionFacts
{
    private Cart _cart = null!;
    private PricingFacts _facts = null!;
    private Work _work = null!;

    public Moment At { get; private set; }

    public void Set(Cart cart, PricingFacts facts, Work work)
    {
        (_cart, _facts, _work) = (cart, facts, work);
        At = facts.At;
    }

    public long? Number(Field field, int? days)
    {
        if (field == Fields.CartAmount)
            return _work.ListTotal();
        if (field == Fields.CartPieces)
            return _work.PiecesTotal();
        if (_facts.Buyer is not { } buyer)
            return null;
        if (days is { } window)
            return buyer.Windows.TryGetValue((field.Code, window), out var value) ? value : null;
        if (field == Fields.Purchases)
            return buyer.Purchases;
        if (field == Fields.Spent)
            return buyer.Spent?.Fen;
        if (field == Fields.Points)
            return buyer.SpendablePoints.Value;
        if (field == Fields.BirthdayDistance)
            return buyer.Birthday is { } birthday ? BirthdayDistance.From(birthday, At.Day.Date, buyer.LeapDay) : null;
        if (field == Fields.Age)
            return buyer.BirthYear is { } year ? At.Day.Date.Year - year : null;
        if (field == Fields.JoinedOn)
            return buyer.JoinedOn?.Date.DayNumber;
        if (field == Fields.DaysSinceJoined)
            return At.Day.Date.DayNumber - buyer.JoinedOn?.Date.DayNumber;
        if (field == Fields.LastPurchaseOn)
            return buyer.LastPurchaseOn?.Date.DayNumber;
        return field == Fields.DaysSincePurchase ? At.Day.Date.DayNumber - buyer.LastPurchaseOn?.Date.DayNumber : null;
    }

    public bool Has(Field field, ChoiceValue value)
    {
        if (field == Fields.Store)
            return _facts.StoreId.Value == value.Id;
        if (field == Fields.Channel)
            return _facts.Channel switch
            {
                Channel.Till => value.Text == "till",
                Channel.Mall => value.Text == "mall",
                Channel.MemberApp => value.Text == "member_app",
            };
        if (field == Fields.PaymentMethod)
            return string.Equals(_cart.PaymentMethod, value.Text, StringComparison.Ordinal);
        if (field == Fields.IsMember)
            return (_facts.Buyer is not null) == (value.Text == "yes");
        if (_facts.Buyer is not { } buyer)
            return false;
        if (field == Fields.Tier)
            return buyer.TierId.Value == value.Id && value.Id != 0;
        if (field == Fields.Tags)
            return buyer.Tags.Contains(new(value.Id));
        if (field == Fields.Segments)
            return buyer.Segments.Contains(value.Id);
        if (field == Fields.Gender)
            return string.Equals(buyer.Gender, value.Text, StringComparison.Ordinal);
        if (field == Fields.HomeStore)
            return buyer.HomeStore.Value == value.Id;
        return field == Fields.BirthdayMonth
            && buyer.Birthday is { } birthday
            && BirthdayDistance.IsThisMonth(birthday, At.Day.Date, buyer.LeapDay) == (value.Text == "yes");
    }
}
