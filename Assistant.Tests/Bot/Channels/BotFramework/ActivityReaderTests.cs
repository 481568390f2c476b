using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Tests.Bot.Channels.BotFramework;

public sealed class ActivityReaderTests
{
    private const string Subject = "0199a0b0c0d07000800000000000abcd";

    [Fact]
    public void A_message_is_read_with_who_said_it_where_and_when()
    {
        var activity = Known(Message());

        Assert.Equal("Goedemorgen", activity.Text);
        Assert.Equal("anna", activity.From.Id);
        Assert.Equal("praatje", activity.Conversation.Id);
        Assert.Equal("emulator", activity.ChannelId);
        Assert.Equal(new Uri("http://localhost:3000/"), activity.ServiceUrl);
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), activity.Timestamp);
        Assert.True(activity.SaysSomething);
    }

    [Fact]
    public void Unknown_fields_and_nulls_fail_nothing()
    {
        var json = Message();
        json["callerId"] = "urn:botframework:azure";
        json["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, null, "x") };
        json["locale"] = null;
        json["entities"] = new JsonArray("chat", 5, new JsonObject { ["type"] = "whatever", ["mentioned"] = 7 });

        Assert.Equal("Goedemorgen", Known(json).Text);
    }

    [Theory]
    [InlineData("text", 5, "text")]
    [InlineData("id", true, "id")]
    [InlineData("locale", 1, "locale")]
    [InlineData("channelId", 1, "channelId")]
    [InlineData("serviceUrl", "not an address", "serviceUrl")]
    [InlineData("serviceUrl", "file:///etc/passwd", "serviceUrl")]
    [InlineData("from", "anna", "from")]
    [InlineData("from", null, "from")]
    [InlineData("conversation", "praatje", "conversation")]
    [InlineData("conversation", null, "conversation")]
    [InlineData("attachments", "none", "attachments")]
    [InlineData("entities", 1, "entities")]
    [InlineData("type", 3, "type")]
    [InlineData("type", null, "type")]
    [InlineData("text", "a\0b", "text")]
    public void A_field_of_the_wrong_shape_is_named(string field, object? value, string named)
    {
        var json = Message();
        json[field] = value is null ? null : JsonValue.Create(value);

        Assert.Equal(named, Assert.Single(Misshapen(json.ToJsonString())));
    }

    [Fact]
    public void A_field_inside_another_is_named_with_its_way()
    {
        var json = Message();
        json["conversation"] = new JsonObject { ["isGroup"] = "no" };

        Assert.Equal(["conversation.id", "conversation.isGroup"], Misshapen(json.ToJsonString()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("null")]
    [InlineData("12")]
    public void JSON_that_is_no_object_is_no_activity(string body) => Assert.Equal("body", Assert.Single(Misshapen(body)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"} trailing")]
    [InlineData("{\"\\ud800\":1,\"type\":\"message\"}")]
    public void What_is_not_JSON_is_malformed(string body) =>
        Assert.IsType<ActivityReading.Malformed>(ActivityReader.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Bytes_that_are_no_text_are_malformed() =>
        Assert.IsType<ActivityReading.Malformed>(ActivityReader.Read(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }));

    [Fact]
    public void Half_a_character_in_the_words_is_a_wrong_shape() =>
        Assert.Contains("text", Misshapen(Message().ToJsonString().Replace("Goedemorgen", "\\ud83d", StringComparison.Ordinal)));

    [Fact]
    public void Nesting_without_end_is_malformed() =>
        Assert.IsType<ActivityReading.Malformed>(ActivityReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("Message")]
    [InlineData("somethingOfNextYear")]
    public void Other_types_are_left_alone_whatever_else_they_hold(string type) =>
        Assert.Equal(new ActivityReading.Ignored(type), Read($$"""{"type":"{{type}}","from":5}"""));

    [Fact]
    public void An_invoke_is_told_apart() =>
        Assert.Equal(new ActivityReading.Invoke("signin/verifyState"), Read("""{"type":"invoke","name":"signin/verifyState"}"""));

    [Theory]
    [InlineData("\"medication.taken#0199a0b0c0d07000800000000000abcd\"")]
    [InlineData("{\"choice\":\"medication.taken#0199a0b0c0d07000800000000000abcd\",\"note\":\"\"}")]
    public void A_button_carries_its_choice_in_the_value(string value)
    {
        var json = Message();
        json["text"] = "Ja, genomen";
        json["value"] = JsonNode.Parse(value);

        var activity = Known(json);

        Assert.Equal(new ChoiceValue("medication.taken", Guid.Parse(Subject)), activity.Choice);
        Assert.Equal("", activity.Text);
    }

    [Fact]
    public void An_imBack_carries_its_choice_in_the_words()
    {
        var json = Message();
        json["text"] = $"medication.later#{Subject}";

        Assert.Equal("medication.later", Known(json).Choice?.Intent);
    }

    [Theory]
    [InlineData("\"ja\"")]
    [InlineData("{\"form\":\"of somebody else\"}")]
    [InlineData("42")]
    [InlineData("{\"choice\":\"DROP TABLE\"}")]
    public void Words_go_before_a_value_that_is_none_of_ours(string value)
    {
        var json = Message();
        json["value"] = JsonNode.Parse(value);

        var activity = Known(json);

        Assert.Null(activity.Choice);
        Assert.Equal("Goedemorgen", activity.Text);
    }

    [Fact]
    public void In_Teams_our_name_is_taken_off_and_others_stay()
    {
        var json = Message();
        json["channelId"] = "msteams";
        json["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Hulp" };
        json["text"] = "<at>Hulp</at>&nbsp;zeg tegen <at>Els</at> dat 3 &lt; 4 is";
        json["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>Hulp</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot" },
        });
        json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>Hulp</p>" });

        Assert.Equal("zeg tegen Els dat 3 < 4 is", Known(json).Text);
    }

    [Fact]
    public void A_message_that_is_only_its_own_HTML_says_nothing()
    {
        var json = Message();
        json["text"] = "";
        json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "" });

        Assert.False(Known(json).SaysSomething);
    }

    [Fact]
    public void A_letter_is_cut_between_characters()
    {
        var json = Message();
        json["text"] = "a" + string.Concat(Enumerable.Repeat("😀", ActivityText.MostCharacters));

        var text = Known(json).Text;

        Assert.Equal(ActivityText.MostCharacters - 1, text.Length);
        Assert.False(char.IsHighSurrogate(text[^1]));
    }

    internal static JsonObject Message() => new()
    {
        ["type"] = "message",
        ["id"] = "1",
        ["timestamp"] = "2026-03-10T10:00:00+01:00",
        ["channelId"] = "emulator",
        ["serviceUrl"] = "http://localhost:3000/",
        ["from"] = new JsonObject { ["id"] = "anna", ["name"] = "Anna" },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = "praatje" },
        ["text"] = "Goedemorgen",
    };

    private static ActivityReading Read(string body) => ActivityReader.Read(Encoding.UTF8.GetBytes(body));

    private static InboundActivity Known(JsonObject json) =>
        Assert.IsType<ActivityReading.Known>(Read(json.ToJsonString())).Activity;

    private static IEnumerable<string> Misshapen(string body) =>
        Assert.IsType<ActivityReading.Misshapen>(Read(body)).Faults.Select(fault => fault.Field);
}
