using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Skills.Calendars;
using Assistant.Bot.Skills.CheckIns;
using Assistant.Bot.Skills.Circle;
using Assistant.Bot.Skills.Companionship;
using Assistant.Bot.Skills.Concerns;
using Assistant.Bot.Skills.Consents;
using Assistant.Bot.Skills.DayPlan;
using Assistant.Bot.Skills.Help;
using Assistant.Bot.Skills.Initiatives;
using Assistant.Bot.Skills.Medication;
using Assistant.Bot.Skills.Privacy;
using Assistant.Bot.Skills.Reminders;
using Assistant.Bot.Skills.Rings;
using Assistant.Bot.Skills.Safety;
using Assistant.Bot.Skills.Steps;
using Assistant.Bot.Skills.Today;
using Assistant.Bot.Skills.Welcome;

namespace Assistant.Bot.Skills;

/// <summary>All that the assistant can do when it is spoken to, and the words it has for it.</summary>
internal static class SkillsSetup
{
    public static IServiceCollection AddSkills(this IServiceCollection services)
    {
        services.AddSingleton(_ => SayBook.Load(PhraseBook.FolderOfProgram));
        services.AddSingleton(_ => EmergencyNumbers.Load(Path.Combine(PhraseBook.FolderOfProgram, "numbers.yaml")));
        services.AddSingleton(_ => HolidayBook.Load(PhraseBook.FolderOfProgram));
        services.AddSingleton<DayFactsReader>();
        services.AddSingleton<DayThings>();
        services.AddSingleton<MorningWords>();
        services.AddSingleton<Wording>();
        services.AddSingleton<SkillFinder>();
        services.AddSingleton<DoseFinder>();
        services.AddSingleton<AsNeeded>();
        services.AddSingleton<Stock>();
        services.AddSingleton<CommitmentReply>();
        services.AddSingleton<ISkill, WelcomeSkill>();
        services.AddSingleton<ISkill, SafetySkill>();
        services.AddSingleton<ISkill, CheckInsSkill>();
        services.AddSingleton<ISkill, MedicationSkill>();
        services.AddSingleton<ISkill, AwaySkill>();
        services.AddSingleton<ISkill, ZoneSkill>();
        services.AddSingleton<ISkill, ConcernsSkill>();
        services.AddSingleton<ISkill, WorriesSkill>();
        services.AddSingleton<ISkill, CircleSkill>();
        services.AddSingleton<ISkill, PairingSkill>();
        services.AddSingleton<ISkill, InvitationSkill>();
        services.AddSingleton<ISkill, ReachSkill>();
        services.AddSingleton<ISkill, RingsSkill>();
        services.AddSingleton<DayTelling>();
        services.AddSingleton<ISkill, TodaySkill>();
        services.AddSingleton<ISkill, StepsSkill>();
        services.AddSingleton<ISkill, CompanionshipSkill>();
        services.AddSingleton<ISkill, InitiativesSkill>();
        services.AddSingleton<ISkill, HelpSkill>();
        services.AddSingleton<ISkill, DayPlanSkill>();
        services.AddSingleton<ISkill, RemindersSkill>();
        services.AddSingleton<ISkill, ReadersSkill>();
        services.AddSingleton<ISkill, PrivacySkill>();
        services.AddSingleton<ISkill, ConsentsSkill>();
        return services;
    }
}
