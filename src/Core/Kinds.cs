namespace Shuke.Core.Kinds;

// Markers for Id<T>; they never have instances.
public sealed class Merchant;

public sealed class Store;

public sealed class Staff;

public sealed class Role;

public sealed class Session;

public sealed class Approval;

public sealed class Member;

public sealed class Card;

public sealed class Field;

public sealed class Tag;

public sealed class Consent;

public sealed class Merge;

public sealed class Asset;

public sealed class Account;

public sealed class Lot;

public sealed class Posting;

public sealed class Entry;

public sealed class TopUpPlan;

public sealed class TopUp;

public sealed class PunchCard;

public sealed class Tier;

public sealed class Benefit;

public sealed class TierRequest;

public sealed class MembershipPlan;

public sealed class Membership;

public sealed class TimesCard;

public sealed class TimesSale;

public sealed class ValueGift;

public sealed class Clearing;

public sealed class Redemption;

public sealed class Redeemed;

public sealed class PolicyVersion;

public sealed class Product;

public sealed class Category;

public sealed class GoodsImport;

public sealed class PriceSchedule;

public sealed class Promotion;

public sealed class CouponTemplate;

public sealed class CouponBatch;

public sealed class Coupon;

public sealed class CouponPack;

public sealed class ClaimPage;

public sealed class CouponGift;

public sealed class Order;

public sealed class OrderLine;

public sealed class Payment;

public sealed class Refund;

public sealed class Hold;

public sealed class Shift;

public sealed class CashMove;

public sealed class Printer;

public sealed class RewardRule;

public sealed class RewardGrant;

public sealed class Draw;

public sealed class Prize;

public sealed class RewardTask;

public sealed class Badge;

public sealed class Referral;

public sealed class Job;

public sealed class FileKind;
