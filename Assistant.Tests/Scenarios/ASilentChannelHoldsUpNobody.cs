using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class ASilentChannelHoldsUpNobody
{
    [TownFact]
    public async Task A_channel_that_never_answers_is_given_ten_seconds_and_another_try()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        town.Resident("meneer Bakker").TakesPillsAt("08:00");
        var asked = new TaskCompletionSource();
        var phone = town.Phone("mevrouw Jansen");
        phone.Answers = async (_, _) =>
        {
            asked.TrySetResult();
            await new TaskCompletionSource().Task;
            return new DeliveryOutcome.Unknown("never");
        };
        await town.TickAsync();
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00"));

        var ticking = town.TickAsync();
        await asked.Task;
        phone.Answers = null;
        town.Clock.MoveTo(town.Now + Dispatcher.SendTimeout);
        await ticking;
        await town.Get<Dispatcher>().AllSentAsync();
        town.Phone("meneer Bakker").Expect("medication.prompt");
        await town.AdvanceToAsync("08:01");

        Assert.Equal("Tue 08:00:15", phone.Expect("medication.prompt").At);
        town.Faults.Expected();
    }

    [TownFact]
    public async Task What_went_out_before_a_stop_is_written_down_and_not_sent_again()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.TickAsync();
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00"));
        await town.Get<IEnumerable<IDueJob>>().OfType<PromptDueReminders>().Single().RunAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        town.Phone("mevrouw Jansen").Answers = async (_, _) =>
        {
            await stop.CancelAsync();
            return new DeliveryOutcome.Accepted(null, "");
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => town.Get<Dispatcher>().DispatchAsync(stop.Token));

        var message = await town.ReadAsync(db => db.Set<OutboundMessage>().SingleAsync());
        Assert.Equal(MessageState.Accepted, message.State);
        town.Phone("mevrouw Jansen").Expect("medication.prompt");
    }
}
