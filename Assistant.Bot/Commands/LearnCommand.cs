using System.CommandLine;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Learning;

namespace Assistant.Bot.Commands;

/// <summary><c>learn</c>: learns from the sample sentences beside the program and keeps it there; the build does this.</summary>
internal static class LearnCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("learn", "Learns from the sample sentences, so that no start has to; the build does this.") { Hidden = true };
        command.SetAction(async (_, _) =>
        {
            var phrases = PhraseBook.Load(PhraseBook.FolderOfProgram);
            foreach (var language in phrases.Languages)
            {
                var file = new LearnedFile(Path.Combine(PhraseBook.FolderOfProgram, language));
                file.Delete();
                if (phrases.In(language) is { Taught: { } taught, Meanings: var meanings })
                {
                    file.Write(new Learned(meanings, taught));
                    await terminal.Output.WriteLineAsync($"Learned {language}.");
                }
            }
        });
        return command;
    }
}
