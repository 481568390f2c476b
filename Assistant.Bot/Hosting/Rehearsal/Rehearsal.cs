using System.Globalization;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Rehearsal;

/// <summary>Lives through days of the demo neighbourhood in seconds: the whole product, but for the clock and the channels.</summary>
internal sealed class Rehearsal(
    RehearsalClock clock,
    Paper paper,
    RehearsedPeople people,
    IDbContextFactory<AssistantDb> contexts,
    (PlanTheDay Planning, Ticker Ticker, Inbox Inbox, Dispatcher Dispatcher) house)
{
    private Dictionary<string, Person> byAddress = [];

    /// <summary>Every line, in the order in which things happen.</summary>
    /// <param name="until">Exclusive.</param>
    /// <param name="cancellationToken">Ends the rehearsal between two moments.</param>
    public async IAsyncEnumerable<RehearsalLine> RunAsync(
        DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await DemoNeighbourhood.SettleAsync(contexts, clock.GetUtcNow(), cancellationToken);
        await LearnNamesAsync(cancellationToken);
        var planAgainAt = clock.GetUtcNow();
        while (clock.GetUtcNow() < until)
        {
            if (clock.GetUtcNow() >= planAgainAt)
            {
                await house.Planning.RunAsync(cancellationToken);
                planAgainAt = clock.GetUtcNow() + TimeSpan.FromHours(6);
            }

            foreach (var answer in people.TakeUntil(clock.GetUtcNow()))
            {
                yield return await SayAsync(answer, cancellationToken);
            }

            await house.Ticker.TickAsync(cancellationToken);

            // The clock stands still while something is being said.
            await house.Dispatcher.AllSentAsync();
            foreach (var received in paper.Take())
            {
                people.Hear(received);
                yield return Line(received);
            }

            clock.SetAhead(await NextAsync(planAgainAt, cancellationToken));
        }
    }

    private async Task<DateTimeOffset> NextAsync(DateTimeOffset planAgainAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await NextMoment.FindAsync(db, cancellationToken);
        return new[] { due?.At, people.NextAt, planAgainAt }.OfType<DateTimeOffset>().Min();
    }

    private async Task<RehearsalLine> SayAsync(RehearsedAnswer answer, CancellationToken cancellationToken)
    {
        await house.Inbox.AcceptAsync(
            new Utterance
            {
                Channel = answer.Channel,
                Address = answer.Address,
                MessageKey = $"{answer.Address}:{answer.At:O}:{answer.Choice.Value}",
                Choice = ChoiceValue.TryParse(answer.Choice.Value),
                Text = answer.Choice.Value.Length == 0 ? answer.Choice.Title : "",
                SaidAt = clock.GetUtcNow(),
            },
            cancellationToken);
        var person = byAddress[answer.Address];
        return new RehearsalLine { Local = Local(person), Person = person.Name, Said = answer.Choice.Title };
    }

    private RehearsalLine Line(Received received)
    {
        var person = byAddress[received.Where.Address];
        return new RehearsalLine
        {
            Local = Local(person),
            Person = person.Name,
            Text = received.Message.Text,
            Choices = received.Message.Choices.Count == 0 ? null : [.. received.Message.Choices.Select(choice => choice.Title)],
        };
    }

    private string Local(Person person) =>
        person.Zone.LocalOf(clock.GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private async Task LearnNamesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        byAddress = await (
            from reach in db.Set<Reachability>()
            join point in db.Set<ContactPoint>() on reach.ContactPointId equals point.Id
            join person in db.Set<Person>() on reach.PersonId equals person.Id
            select new { point.Address, Person = person }).ToDictionaryAsync(x => x.Address, x => x.Person, cancellationToken);
    }
}
