using Assistant.Bot.Conversation.Times;
using Assistant.Tests.Bot.Conversation.Times;

namespace Assistant.Tests.Phrases;

public sealed class TimeSamplesTests
{
    public static TheoryData<string, string, string, string> Samples()
    {
        var samples = new TheoryData<string, string, string, string>();
        foreach (var folder in Directory.EnumerateDirectories(Reading.Folder).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, "times.samples.yaml");
            if (File.Exists(file))
            {
                var yaml = YamlParts.Load(file);
                foreach (var (sentence, meaning) in yaml.Entries("times"))
                {
                    samples.Add(Path.GetFileName(folder), yaml.Text("now"), sentence, meaning.Text());
                }
            }
        }
        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_means_what_stands_beside_it(string language, string now, string sentence, string meaning) =>
        Assert.Equal(meaning, Reading.Of(sentence, now, language));

    [Fact]
    public void Every_language_with_times_has_samples() =>
        Assert.All(
            Directory.EnumerateFiles(Reading.Folder, "times.yaml", SearchOption.AllDirectories),
            file => Assert.True(File.Exists(Path.ChangeExtension(file, ".samples.yaml")), file));
}
