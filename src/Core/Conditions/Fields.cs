namespace Shuke.Core.Conditions;

/// <summary>Every field a condition can ask about. A new field is one line here and one arm where its value is known.</summary>
public static class Fields
{
    private const FieldUse Anywhere = FieldUse.Cart | FieldUse.Member | FieldUse.Event;
    private const FieldUse Sale = FieldUse.Cart | FieldUse.Event;
    private const FieldUse Known = FieldUse.Member | FieldUse.Event;

    private static readonly IReadOnlyList<Choice> YesNo = [new("yes", "是", "yes"), new("no", "否", "no")];

    // The sale.
    public static readonly Field Store = new("store", FieldType.Choice, Sale, "门店", "store");
    public static readonly Field Channel = new(
        "channel",
        FieldType.Choice,
        Sale,
        "渠道",
        "channel",
        choices: [new("till", "收银台", "till"), new("mall", "商城", "mall"), new("member_app", "会员端", "member app")]
    );
    public static readonly Field PaymentMethod = new(
        "payment_method",
        FieldType.Choice,
        Sale,
        "付款方式",
        "payment method"
    );
    public static readonly Field CartAmount = new(
        "cart_amount",
        FieldType.Money,
        FieldUse.Cart,
        "商品原价合计",
        "goods at list prices",
        "元",
        "yuan"
    );
    public static readonly Field CartPieces = new(
        "cart_pieces",
        FieldType.Number,
        FieldUse.Cart,
        "商品件数",
        "pieces in the cart",
        "件",
        "pieces"
    );

    // The member.
    public static readonly Field IsMember = new(
        "is_member",
        FieldType.Choice,
        Anywhere,
        "是会员",
        "is a member",
        choices: YesNo
    );
    public static readonly Field Tier = new("tier", FieldType.Choice, Anywhere, "等级", "tier");
    public static readonly Field Tags = new("tags", FieldType.Set, Anywhere, "标签", "tags");
    public static readonly Field Segments = new("segments", FieldType.Set, Anywhere, "分群", "segments");
    public static readonly Field Gender = new(
        "gender",
        FieldType.Choice,
        Anywhere,
        "性别",
        "gender",
        choices: [new("female", "女", "female"), new("male", "男", "male"), new("unknown", "未知", "unknown")]
    );
    public static readonly Field Source = new("source", FieldType.Choice, Known, "来源", "source");
    public static readonly Field HomeStore = new("home_store", FieldType.Choice, Anywhere, "归属门店", "home store");
    public static readonly Field Age = new("age", FieldType.Number, Anywhere, "年龄", "age", "岁", "years");

    /// <summary>Days from today to the nearest birthday: 3 = in three days, 0 = today, -1 = yesterday.</summary>
    public static readonly Field BirthdayDistance = new(
        "birthday_distance",
        FieldType.Number,
        Anywhere,
        "距生日天数",
        "days to the birthday",
        "天",
        "days"
    );
    public static readonly Field BirthdayMonth = new(
        "birthday_month",
        FieldType.Choice,
        Anywhere,
        "本月生日",
        "birthday this month",
        choices: YesNo
    );
    public static readonly Field JoinedOn = new("joined_on", FieldType.Day, Anywhere, "入会日期", "joined");
    public static readonly Field DaysSinceJoined = new(
        "days_since_joined",
        FieldType.Number,
        Anywhere,
        "入会天数",
        "days since joining",
        "天",
        "days"
    );

    /// <summary>Paid tickets before this one; 0 = the first.</summary>
    public static readonly Field Purchases = new(
        "purchases",
        FieldType.Number,
        Anywhere,
        "消费次数",
        "purchases",
        "次",
        "times",
        isWindowed: true
    );
    public static readonly Field Spent = new(
        "spent",
        FieldType.Money,
        Anywhere,
        "累计消费",
        "spent",
        "元",
        "yuan",
        isWindowed: true
    );
    public static readonly Field AverageTicket = new(
        "average_ticket",
        FieldType.Money,
        Known,
        "平均客单价",
        "average ticket",
        "元",
        "yuan",
        isWindowed: true
    );
    public static readonly Field LastPurchaseOn = new(
        "last_purchase_on",
        FieldType.Day,
        Anywhere,
        "最近消费日期",
        "last purchase"
    );
    public static readonly Field DaysSincePurchase = new(
        "days_since_purchase",
        FieldType.Number,
        Anywhere,
        "距上次消费天数",
        "days since the last purchase",
        "天",
        "days"
    );
    public static readonly Field ToppedUp = new(
        "topped_up",
        FieldType.Money,
        Known,
        "累计充值",
        "topped up",
        "元",
        "yuan",
        isWindowed: true
    );
    public static readonly Field LargestTopUp = new(
        "largest_top_up",
        FieldType.Money,
        Known,
        "单次最高充值",
        "largest top-up",
        "元",
        "yuan",
        isWindowed: true
    );
    public static readonly Field StoredValue = new(
        "stored_value",
        FieldType.Money,
        Known,
        "储值余额",
        "stored value",
        "元",
        "yuan"
    );
    public static readonly Field Points = new(
        "points",
        FieldType.Points,
        Anywhere,
        "积分余额",
        "points",
        "积分",
        "points"
    );
    public static readonly Field PointsEarned = new(
        "points_earned",
        FieldType.Points,
        Known,
        "获得积分",
        "points earned",
        "积分",
        "points",
        isWindowed: true
    );
    public static readonly Field Growth = new("growth", FieldType.Number, Known, "成长值", "growth");
    public static readonly Field CheckIns = new(
        "check_ins",
        FieldType.Number,
        Known,
        "签到次数",
        "check-ins",
        "次",
        "times",
        isWindowed: true
    );
    public static readonly Field Referrals = new(
        "referrals",
        FieldType.Number,
        Known,
        "推荐人数",
        "referrals",
        "人",
        "people",
        isWindowed: true
    );

    // What has just happened, for rewards.
    public static readonly Field EventAmount = new(
        "event_amount",
        FieldType.Money,
        FieldUse.Event,
        "本次金额",
        "this amount",
        "元",
        "yuan"
    );
    public static readonly Field EventNumber = new(
        "event_number",
        FieldType.Number,
        FieldUse.Event,
        "第几次",
        "which time",
        "次",
        "th time"
    );
    public static readonly Field EventProducts = new(
        "event_products",
        FieldType.Set,
        FieldUse.Event,
        "本次商品",
        "products of this sale"
    );
    public static readonly Field EventCategories = new(
        "event_categories",
        FieldType.Set,
        FieldUse.Event,
        "本次商品分类",
        "categories of this sale"
    );

    public static readonly IReadOnlyList<Field> All =
    [
        Store,
        Channel,
        PaymentMethod,
        CartAmount,
        CartPieces,
        IsMember,
        Tier,
        Tags,
        Segments,
        Gender,
        Source,
        HomeStore,
        Age,
        BirthdayDistance,
        BirthdayMonth,
        JoinedOn,
        DaysSinceJoined,
        Purchases,
        Spent,
        AverageTicket,
        LastPurchaseOn,
        DaysSincePurchase,
        ToppedUp,
        LargestTopUp,
        StoredValue,
        Points,
        PointsEarned,
        Growth,
        CheckIns,
        Referrals,
        EventAmount,
        EventNumber,
        EventProducts,
        EventCategories,
    ];

    private static readonly Dictionary<string, Field> ByCode = All.ToDictionary(f => f.Code, StringComparer.Ordinal);

    public static Field? Find(string code) => ByCode.GetValueOrDefault(code);
}
