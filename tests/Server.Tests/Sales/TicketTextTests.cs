using Shouldly;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Sales;
using Xunit;

namespace Shuke.Server.Tests.Sales;

/// <summary>The two texts that a ticket carries its lines and payments in.</summary>
public sealed class TicketTextTests
{
    private static readonly PackedLine Latte = new(
        1,
        new(7001),
        new(501),
        "测试拿铁",
        "杯",
        new(2_000),
        new(1_600),
        new(3_200),
        new(200),
        new(3_000),
        new(900),
        new(1_000),
        new(1_500)
    );

    private static readonly PackedPayment Card = new(
        1,
        Tender.StoredValue,
        null,
        new(2_000),
        new(2_000),
        Money.Zero,
        Points.Zero,
        new(300),
        null
    );

    private static readonly PackedPayment Cash = new(
        2,
        Tender.Cash,
        "wechat",
        new(1_000),
        new(5_000),
        new(4_000),
        new(12),
        Money.Zero,
        "A-1"
    );

    [Fact]
    public void The_places_are_those_the_views_read()
    {
        TicketText
            .Of([Latte, Latte with { LineNo = 2, ProductId = null, CategoryId = null, Cost = null }])
            .ShouldBe(
                """[[1,7001,501,"测试拿铁","杯",2000,1600,3200,3000,900,1000,1500],[2,null,null,"测试拿铁","杯",2000,1600,3200,3000,null,1000,1500]]"""
            );
        TicketText
            .Of([Card, Cash])
            .ShouldBe("""[[1,"stored_value",null,2000,0,0,300,null],[2,"cash","wechat",1000,4000,12,0,"A-1"]]""");
        TicketText.Of(Array.Empty<PackedLine>()).ShouldBe("[]");
        TicketText.Of(Array.Empty<PackedPayment>()).ShouldBe("[]");
    }

    [Theory]
    [InlineData("")]
    [InlineData("say \"hi\" \\ 'x' / </script>")]
    [InlineData("第一行\n第二行\r\n\t末")]
    [InlineData("熟客的奶茶 🧋 é ½")]
    [InlineData("],[1,null,{\"a\":0}")]
    public void Any_name_comes_back_as_it_went(string text)
    {
        PackedLine[] lines = [Latte with { Name = text, Unit = text }, Latte with { LineNo = 2 }];
        PackedPayment[] payments = [Card with { Method = text, Reference = text }, Cash];
        TicketText.Lines(TicketText.Of(lines)).ShouldBe(lines);
        TicketText.Payments(TicketText.Of(payments)).ShouldBe(payments);
    }

    [Fact]
    public void The_longest_ticket_comes_back_as_it_went()
    {
        var lines = Enumerable
            .Range(1, 200)
            .Select(n => Latte with { LineNo = n, Name = new('长', 500), UnitPrice = new(long.MinValue + n) })
            .ToList();
        TicketText.Lines(TicketText.Of(lines)).ShouldBe(lines);
        TicketText.Of([Card]).Length.ShouldBeLessThan(60);
    }

    public static TheoryData<string> Impossible => [.. Wrong.Keys];

    private static readonly Dictionary<string, Action> Wrong = new(StringComparer.Ordinal)
    {
        ["nothing sold"] = () => TicketText.Of([Latte with { Quantity = Quantity.Zero }]),
        ["net below 0"] = () => TicketText.Of([Latte with { Discount = new(3_201), Net = new(-1) }]),
        ["discount does not fit"] = () => TicketText.Of([Latte with { Discount = new(201) }]),
        ["more back than sold"] = () => TicketText.Of([Latte with { Returned = new(2_001) }]),
        ["less than nothing back"] = () => TicketText.Of([Latte with { Returned = new(-1) }]),
        ["more paid back than paid"] = () => TicketText.Of([Latte with { Refunded = new(3_001) }]),
        ["less than nothing paid back"] = () => TicketText.Of([Latte with { Refunded = new(-1) }]),
        ["a line twice"] = () => TicketText.Of([Latte, Latte]),
        ["lines in no order"] = () => TicketText.Of([Latte with { LineNo = 2 }, Latte]),
        ["a payment twice"] = () => TicketText.Of([Cash, Cash]),
        ["payment below 0"] = () => TicketText.Of([Card with { Amount = new(-1), Tendered = new(-1) }]),
        ["change does not fit"] = () => TicketText.Of([Cash with { Change = new(4_001) }]),
    };

    [Theory, MemberData(nameof(Impossible))]
    public void What_cannot_be_is_not_written(string what)
    {
        Should.Throw<InvalidOperationException>(Wrong[what]);
        // The writer that refused writes the next ticket whole.
        TicketText.Lines(TicketText.Of([Latte])).ShouldBe([Latte]);
    }

    private const string Good = """[1,null,null,"a","b",1000,1,1,1,null,0,0]""";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("[" + Good)]
    [InlineData("[" + Good + "]]")]
    [InlineData("[" + Good + "][]")]
    [InlineData("[" + Good + ",]")]
    [InlineData("[" + Good + ",1]")]
    [InlineData("""[[1,null,null,"a","b",1000,1,1,1,null,0]]""")]
    [InlineData("""[[1,null,null,"a","b",1000,1,1,1,null,0,0,0]]""")]
    [InlineData("""[[1,null,null,"a","b",1000,1,1,1,null,0,null]]""")]
    [InlineData("""[[1,null,null,null,"b",1000,1,1,1,null,0,0]]""")]
    [InlineData("""[[1,null,null,"a","b","1000",1,1,1,null,0,0]]""")]
    [InlineData("""[[1,null,null,"a","b",1000.0,1,1,1,null,0,0]]""")]
    [InlineData("""[[1,null,null,"a","b",1e3,1,1,1,null,0,0]]""")]
    [InlineData("""[[1,null,null,"a","b",1000,1,1,99999999999999999999,null,0,0]]""")]
    [InlineData("""[[1,null,null,"a","b",1000,1,9223372036854775807,-1,null,0,0]]""")]
    [InlineData("""[[1,null,null,["a"],"b",1000,1,1,1,null,0,0]]""")]
    [InlineData("""[[9999999999,null,null,"a","b",1000,1,1,1,null,0,0]]""")]
    public void Another_shape_is_not_read(string text) => Should.Throw<FormatException>(() => TicketText.Lines(text));

    [Theory]
    [InlineData("""[[1,"cash",null,1,0,0,0]]""")]
    [InlineData("""[[1,"gold",null,1,0,0,0,null]]""")]
    [InlineData("""[[1,null,null,1,0,0,0,null]]""")]
    [InlineData("""[[1,"cash",5,1,0,0,0,null]]""")]
    [InlineData("""[[1,"cash",null,9223372036854775807,1,0,0,null]]""")]
    public void A_payment_of_another_shape_is_not_read(string text) =>
        Should.Throw<FormatException>(() => TicketText.Payments(text));

    [Fact]
    public void The_shapes_the_tests_above_break_are_read()
    {
        TicketText.Lines("[" + Good + "]").Count.ShouldBe(1);
        TicketText.Payments("""[[1,"cash",null,1,0,0,0,null]]""").Count.ShouldBe(1);
        // What is in it may be wrong: that is for "verify" to say.
        TicketText.Lines("""[[1,null,null,"a","b",-5,1,1,1,null,0,0]]""")[0].Wrong.ShouldNotBeNull();
    }
}
