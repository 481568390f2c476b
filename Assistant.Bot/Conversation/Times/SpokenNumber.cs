namespace Assistant.Bot.Conversation.Times;

/// <summary>The smallest part of a spoken number: "twee", "en", "twintig".</summary>
internal readonly record struct NumberAtom(int Value, int Token, bool EndsToken, bool IsOrdinal = false)
{
    public const int Join = -1;
}

/// <summary>Adds up the parts of a spoken number.</summary>
internal static class SpokenNumber
{
    /// <summary>Every number that these parts begin with, with the count of parts it took.</summary>
    public static IEnumerable<(int Value, int End, bool IsYear)> Readings(IReadOnlyList<NumberAtom> said, bool isUnitFirst)
    {
        var reader = new Reader(said, isUnitFirst);
        return reader.Whole().Select(part => (part.Value, part.End, false))
            .Concat(reader.Years().Select(part => (part.Value, part.End, true)))
            .Distinct();
    }

    private sealed class Reader(IReadOnlyList<NumberAtom> said, bool isUnitFirst)
    {
        public IEnumerable<(int Value, int End)> Whole()
        {
            foreach (var thousands in BelowThousand(0).Where(part => ValueAt(part.End) == 1000).Append((Value: 1, End: 0)))
            {
                if (ValueAt(thousands.End) != 1000)
                {
                    continue;
                }
                yield return (thousands.Value * 1000, thousands.End + 1);
                foreach (var rest in BelowThousand(AfterJoin(thousands.End + 1)))
                {
                    yield return ((thousands.Value * 1000) + rest.Value, rest.End);
                }
            }
            foreach (var part in BelowThousand(0))
            {
                yield return part;
            }
        }

        /// <summary>Years said in two halves: nineteen, seventy eight.</summary>
        public IEnumerable<(int Value, int End)> Years() =>
            from century in BelowHundred(0)
            where century.Value is >= 10 and <= 21
            from year in BelowHundred(century.End)
            where year.Value >= 10
            select ((century.Value * 100) + year.Value, year.End);

        private IEnumerable<(int Value, int End)> BelowThousand(int at)
        {
            foreach (var hundreds in BelowHundred(at).Append((Value: 1, End: at)))
            {
                if (ValueAt(hundreds.End) != 100)
                {
                    continue;
                }
                yield return (hundreds.Value * 100, hundreds.End + 1);
                foreach (var rest in BelowHundred(AfterJoin(hundreds.End + 1)))
                {
                    yield return ((hundreds.Value * 100) + rest.Value, rest.End);
                }
            }
            foreach (var part in BelowHundred(at))
            {
                yield return part;
            }
        }

        private IEnumerable<(int Value, int End)> BelowHundred(int at)
        {
            var first = ValueAt(at);
            if (first is < 0 or >= 100)
            {
                yield break;
            }
            yield return (first, at + 1);
            var isOrdinal = said[at].IsOrdinal;
            if (isUnitFirst && first is > 0 and < 10 && ValueAt(at + 1) == NumberAtom.Join
                && ValueAt(at + 2) is >= 20 and < 100 and var tens)
            {
                yield return (tens + first, at + 3);
            }
            else if (!isUnitFirst && !isOrdinal && first >= 20 && ValueAt(at + 1) is > 0 and < 10 and var unit)
            {
                yield return (first + unit, at + 2);
            }
        }

        private int AfterJoin(int at) => ValueAt(at) == NumberAtom.Join ? at + 1 : at;

        private int ValueAt(int at) => at < said.Count ? said[at].Value : -2;
    }
}
