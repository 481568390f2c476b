using System.Net;
using Assistant.Bot.Calendars;
using Assistant.Scheduling.DayPlan.Calendars;

namespace Assistant.Tests.Bot.Calendars;

public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("2606:4700::1111")]
    public void The_public_internet_may_be_asked(string address) => Assert.True(AddressRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.178.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.251")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void This_machine_the_house_and_what_hides_another_address_are_refused(string address) =>
        Assert.False(AddressRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://agenda.example/a.ics", "8.8.8.8", true)]
    [InlineData("https://agenda.example:443/a.ics", "8.8.8.8", true)]
    [InlineData("https://agenda.example:8443/a.ics", "8.8.8.8", false)]
    [InlineData("http://agenda.example/a.ics", "8.8.8.8", false)]
    [InlineData("https://agenda.example/a.ics", "192.168.1.11", false)]
    [InlineData("http://nextcloud.house:8080/a.ics", "192.168.1.10", true)]
    [InlineData("http://nextcloud.house:8080/a.ics", "fd00:1::5", true)]
    public void In_the_house_only_what_the_administrator_named_is_asked(string url, string address, bool may) =>
        Assert.Equal(may, CalendarOptions.TryParse("192.168.1.10, fd00:1::/64")?.MayConnect(new Uri(url), IPAddress.Parse(address)));

    [Theory]
    [InlineData("192.168.1.x")]
    [InlineData("192.168.1.0/99")]
    public void What_is_no_address_is_said_so(string given) => Assert.Null(CalendarOptions.TryParse(given));

    [Theory]
    [InlineData("webcal://agenda.example/a.ics", "https://agenda.example/a.ics")]
    [InlineData(" https://agenda.example/a.ics ", "https://agenda.example/a.ics")]
    [InlineData("HTTPS://agenda.example/a.ics", "https://agenda.example/a.ics")]
    public void An_address_is_read_as_phones_write_it(string given, string expected) =>
        Assert.Equal(expected, CalendarAddress.Read(given, out _)?.ToString());

    [Theory]
    [InlineData("", CalendarFault.NoAddress)]
    [InlineData("agenda", CalendarFault.NoAddress)]
    [InlineData("file:///etc/hostname", CalendarFault.NoAddress)]
    [InlineData("gopher://agenda.example/", CalendarFault.NoAddress)]
    [InlineData("javascript:alert(1)", CalendarFault.NoAddress)]
    [InlineData("https://", CalendarFault.NoAddress)]
    [InlineData("https://els:geheim@agenda.example/a.ics", CalendarFault.HasPassword)]
    public void What_is_no_address_of_a_calendar_is_refused_by_its_letters(string given, CalendarFault expected)
    {
        Assert.Null(CalendarAddress.Read(given, out var fault));
        Assert.Equal(expected, fault);
    }
}
