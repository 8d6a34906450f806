using Shouldly;
using Shuke.Core;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.PlatformTests;

public sealed class LaneQueueTests
{
    private static readonly MerchantId Shop = new(7);

    [Fact]
    public async Task One_lane_takes_all_that_waits_and_a_second_begins_only_with_company()
    {
        var queue = new LaneQueue(100, oneMerchant: false);
        Add(queue, 3);
        Take(queue).Count.ShouldBe(3);

        Add(queue, LaneQueue.Worth - 1);
        var second = queue.Wait();
        second.IsCompleted.ShouldBeFalse("so few are left to the lane at work");
        Take(queue).ShouldBeEmpty();
        Add(queue, 1);
        (await second).ShouldBeTrue();
        Take(queue).Count.ShouldBe(LaneQueue.Worth);
    }

    [Fact]
    public async Task What_waits_for_company_is_taken_when_the_lane_at_work_is_done()
    {
        var queue = new LaneQueue(100, oneMerchant: false);
        Add(queue, 1);
        var first = Take(queue);
        Add(queue, 2);
        var second = queue.Wait();
        second.IsCompleted.ShouldBeFalse();
        queue.Done(first);
        (await second).ShouldBeTrue();
        Take(queue).Count.ShouldBe(2);
    }

    [Fact]
    public void A_member_is_in_one_lane_at_a_time_and_in_order()
    {
        var queue = new LaneQueue(100, oneMerchant: false);
        var (early, late) = (Command(1), Command(1));
        queue.TryAdd(early).ShouldBeTrue();
        var first = Take(queue);
        queue.TryAdd(late).ShouldBeTrue();
        Add(queue, LaneQueue.Worth);
        var second = Take(queue);
        second.Count.ShouldBe(LaneQueue.Worth);
        second.ShouldNotContain(late);
        queue.Done(second);
        Take(queue).ShouldBeEmpty();
        queue.Done(first);
        Take(queue).ShouldBe([late]);
    }

    [Fact]
    public async Task It_is_bounded_and_hands_out_what_is_left_when_it_closes()
    {
        var queue = new LaneQueue(2, oneMerchant: false);
        Add(queue, 2);
        queue.TryAdd(Command(9)).ShouldBeFalse();
        queue.Close();
        queue.TryAdd(Command(9)).ShouldBeFalse();
        (await queue.Wait()).ShouldBeTrue();
        queue.Done(Take(queue));
        (await queue.Wait()).ShouldBeFalse();
    }

    [Fact]
    public void A_sharded_database_gets_batches_of_one_merchant()
    {
        var queue = new LaneQueue(100, oneMerchant: true);
        queue.TryAdd(Command(1));
        queue.TryAdd(Command(2, new(8)));
        queue.TryAdd(Command(3));
        Take(queue).Select(c => c.Merchant).ShouldBe([Shop, Shop]);
    }

    private static long _next = 1_000;

    private static void Add(LaneQueue queue, int count)
    {
        for (var i = 0; i < count; i++)
            queue.TryAdd(Command(_next++)).ShouldBeTrue();
    }

    private static List<LaneCommand> Take(LaneQueue queue)
    {
        var batch = new List<LaneCommand>();
        queue.Take(batch, Lanes.BatchMax);
        return batch;
    }

    private static LaneCommand Command(long member, MerchantId? merchant = null) =>
        new(merchant ?? Shop, member, _ => { }, _ => throw new NotSupportedException(), null!);
}
